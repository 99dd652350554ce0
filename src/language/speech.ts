/** The sentences of the Worker's own, by language. All of them together are a module that is loaded when needed. */
import { loadOnce } from '../load-once.ts';
import { chooseTongue, type Tongue } from './codes.ts';
import type { MailWords, Said } from './language.ts';
import * as en from './tongues/en.ts';

type All = typeof import('./all-tongues.ts').ALL;

let all: All | undefined;

/** Loads every language. Only the first call in an isolate takes time, a few milliseconds. */
export const loadSpeech = loadOnce(async (): Promise<void> => {
  ({ ALL: all } = await import('./all-tongues.ts'));
});

/** What the assistant says word for word; in English for as long as the others are not loaded. */
export function saidIn(tongue: Tongue): Said {
  return (all?.[tongue] ?? en).said;
}

/** The words of mails, and the language they are in. */
export interface Pen {
  tongue: Tongue;
  words: MailWords;
}

export const ENGLISH: Pen = { tongue: 'en', words: en.mail };

/** What mails to a website's team are written with. `language`: the website's, empty if none is set. */
export async function penFor(language: string): Promise<Pen> {
  const tongue = chooseTongue([language]);
  if (tongue === 'en') return ENGLISH;
  await loadSpeech();
  return all ? { tongue, words: all[tongue].mail } : ENGLISH;
}
