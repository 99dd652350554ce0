/** A conversation that somebody of the team has taken over, or is about to. */
import { type Client, connect, escalate, followLink, newVisitor } from './client.ts';
import type { SignedIn } from './members.ts';

/** A visitor who waits for a person, and the link that was mailed. */
export async function waiting() {
  const visitor = await newVisitor();
  const link = await escalate(visitor.client, visitor.conversation);
  return { ...visitor, link };
}

/** Presses the button, and waits until everybody knows. */
export async function takeOver(agent: Client, name: string, visitor: Client): Promise<void> {
  const from = visitor.frames.length;
  const ref = agent.ref();
  agent.send({ type: 'take_over', ref, name });
  await agent.entry((entry) => entry.ref === ref);
  await visitor.event('takeover.started', from);
}

/** Somebody followed the link, known by their browser, and took over. */
export async function takenOver(name = 'Alex') {
  const visitor = await waiting();
  const agent = await followLink(visitor.conversation, visitor.link, name);
  await agent.hello();
  await takeOver(agent, name, visitor.client);
  return { ...visitor, agent };
}

/** Opens a conversation as a signed-in member. */
export function openAs(who: SignedIn, conversation: string): Promise<Client> {
  return connect(`/v1/conversations/${conversation}/socket`, ['baton.v1'], { Cookie: who.cookie });
}
