/** The team: who signs in, who reads the mails, and who gets which conversation. */
import { setTimeout as delay } from 'node:timers/promises';
import { Complaint } from '../lib/complaint.ts';
import { askSignIn } from '../start/sign-in.ts';
import type { Agent } from './agent.ts';
import type { Visitor } from './visitor.ts';

const TAKEOVER_LINK = /https?:\/\/\S+\/join\/(\S+)/;

const LOOK_EVERY_MS = 500;

/** How long the server may take for a page or a mailbox. */
const PATIENCE_MS = 5_000;

/** Signs the demo shop's owner in, and answers with the cookie. */
export async function signIn(origin: string): Promise<string> {
  const link = await askSignIn(origin);
  const headers = { Origin: origin, 'Sec-Fetch-Site': 'same-origin' };
  const answer = await fetch(link, { method: 'POST', redirect: 'manual', headers });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (cookie === undefined) throw new Complaint(`Signing in was answered with ${answer.status}.`);
  return cookie;
}

/**
 * Has every takeover link that arrives in the mailbox followed, and every conversation taken over that is to be.
 *
 * @param owner has signed in; the others come by links, unless there are none
 */
export async function attend(
  origin: string,
  visitors: readonly Visitor[],
  [owner, ...others]: readonly Agent[],
  over: AbortSignal,
): Promise<void> {
  if (!owner) return;
  const linked = others.length > 0 ? others : [owner];
  const seen = new Set<string>();
  const work: Promise<void>[] = [];
  for (let links = 0; !over.aborted; await delay(LOOK_EVERY_MS)) {
    for (const { course, chat } of visitors) {
      if (course !== 'taken' || !chat || seen.has(chat.conversation)) continue;
      seen.add(chat.conversation);
      work.push(owner.attend({ conversation: chat.conversation, token: null }, over));
    }
    for (const token of await mailedTokens(origin)) {
      if (seen.has(token)) continue;
      const conversation = await conversationBehind(origin, token);
      const agent = linked[links % linked.length];
      if (!conversation || !agent) continue;
      seen.add(token);
      links += 1;
      work.push(agent.attend({ conversation, token }, over));
    }
  }
  await Promise.all(work);
}

/** The tokens of all takeover links in the mailbox; none while the server cannot be reached. */
async function mailedTokens(origin: string): Promise<string[]> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const mails: unknown = await (await fetch(`${origin}/dev/mailbox.json`, { signal })).json();
    if (!Array.isArray(mails)) return [];
    return mails.flatMap(({ text }: { text?: unknown }) => {
      const token = typeof text === 'string' ? TAKEOVER_LINK.exec(text)?.[1] : undefined;
      return token === undefined ? [] : [token];
    });
  } catch {
    return [];
  }
}

/** Follows a link as far as its page. */
async function conversationBehind(origin: string, token: string): Promise<string | undefined> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const page = await (await fetch(`${origin}/join/${token}`, { signal })).text();
    return /data-conversation="(\w+)"/.exec(page)?.[1];
  } catch {
    return undefined;
  }
}
