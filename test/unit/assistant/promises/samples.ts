/**
 * Sentences to measure by, that the guard has not learned from: the first list of a language was written
 * while there were only rules, the second by somebody who had seen neither rules nor lists. What somebody
 * else happened to write for training as well does not count.
 */
import { readCorpus } from '../../../../scripts/train/guard/corpus.ts';

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
const learned = new Set((await readCorpus()).map(({ text }) => plain(text)));

const samples = (await readCorpus(import.meta.dirname)).filter(
  ({ text }) => !learned.has(plain(text)),
);
export const promises = samples.filter(({ isPromise }) => isPromise);
export const innocent = samples.filter(({ isPromise }) => !isPromise);
