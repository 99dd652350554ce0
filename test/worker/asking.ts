/** A visitor who asks something that the website knows, and what the model server knows of it. */
import * as en from '../../src/language/tongues/en.ts';
import type { Entry, MessageEntry } from '../../src/protocol/entry.ts';
import type { Call } from '../models/calls.ts';
import { bindings, type Client, newVisitor } from './client.ts';
import { callsAbout } from './providers.ts';
import { eventually } from './stage.ts';

/** The one article of the demo shop in these tests, and what it answers. */
export const ARTICLE = { title: 'Delivery', text: 'Delivery takes three working days.' };
export const QUESTION = 'How long does delivery take?';

/** What is said instead of an answer that failed: honest, and with what the website itself knows. */
export const RESORT = `${en.said.trouble}\n\n${ARTICLE.text}`;

export async function plantArticle(): Promise<void> {
  const insert = `INSERT INTO knowledge (site, title, text, created_at, updated_at)
                  VALUES ('demo', ?, ?, 0, 0)`;
  await bindings.DB.prepare(insert).bind(ARTICLE.title, ARTICLE.text).run();
}

export function isAnswer(entry: Entry): entry is MessageEntry {
  return entry.kind === 'message' && entry.author.role === 'assistant';
}

interface Seen {
  asked: Entry;
  answer: MessageEntry;
  /** What was shown before it. */
  drafts: string[];
}

/** A new visitor asks that, and waits for the answer. */
export async function ask(words: string): Promise<Seen & { client: Client }> {
  const { client } = await newVisitor();
  return { client, ...(await askOn(client, words)) };
}

/** The same in a conversation that goes on. */
export async function askOn(client: Client, words: string): Promise<Seen> {
  const from = client.frames.length;
  client.say(words);
  const asked = await client.message(words, from);
  const answer = await client.entry((entry) => isAnswer(entry) && entry.seq > asked.seq, from);
  if (!isAnswer(answer)) throw new Error('no answer');
  return { asked, answer, drafts: draftsIn(client, from) };
}

/** The texts of all drafts from frame number `from` on. */
export function draftsIn(client: Client, from = 0): string[] {
  return client.frames.slice(from).flatMap((frame) => (frame.type === 'draft' ? [frame.text] : []));
}

/** The calls that asked for an answer with these words, once none of them is under way any more. */
export function streamsAbout(words: string): Promise<Call[]> {
  return eventually(async () => {
    const calls = (await callsAbout(words)).filter(({ stream }) => stream);
    return calls.some(({ state }) => state === 'open') ? undefined : calls;
  });
}
