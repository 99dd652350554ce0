/**
 * Whether a sentence promises in the team's name what only the chat itself can know. The rules:
 *
 * - Somebody of the team was called or told, is being called or connected, or has joined: never true
 *   from a model, even when it happens to be. Only recorded facts are said, in words of our own.
 * - Somebody will call, write, join, take over: a promise, unless a condition goes with it. "Once you
 *   fill in the form, our team contacts you" is what an article says.
 * - An offer to call or connect somebody, as a question or as "I can", is a promise too: only the chat
 *   can keep it. "If you like, …" makes it conditional and lets it pass, and so does asking what the
 *   visitor wishes: "Would you like to talk to a person?"
 * - What is denied is no promise: "Nobody has been told."
 * - Couriers, drivers and technicians may call: they are not the people behind the chat.
 */
import type { TeamStanding } from '../answerer.ts';
import type { Language } from './language.ts';
import { LANGUAGES } from './languages/index.ts';
import { patternsOf } from './patterns.ts';
import { readingsOf } from './reading.ts';
import { triggeredBy } from './triggers.ts';
import type { Bits } from './triggers.ts';

/** Whether a whole sentence, in whatever language, is such a promise. */
export function isFalsePromise(sentence: string): boolean {
  return claimIn(sentence) !== undefined;
}

/** The language in which a sentence makes a promise; where several would do, that of `locale` first. */
export function claimIn(sentence: string, locale = ''): Language | undefined {
  let best: Language | undefined;
  let longest = 0;
  for (const reading of readingsOf(sentence)) {
    const bits = triggeredIn(reading);
    for (const [at, language] of LANGUAGES.entries()) {
      if ((bits & (1 << at)) === 0) continue;
      const length = lengthOfClaim(reading, language);
      const isTheirs = locale.slice(0, 2).toLowerCase() === language.code.slice(0, 2);
      const weight = length > 0 && isTheirs ? Infinity : length;
      if (weight > longest) {
        longest = weight;
        best = language;
      }
    }
  }
  return best;
}

/** What is true instead, by how it stands with the team. */
export function truthIn(language: Language, team: TeamStanding): string {
  const truths = language.truths.split('\n');
  return (truths[STANDINGS.indexOf(team)] ?? '').trim();
}

const STANDINGS: readonly TeamStanding[] = [
  'off',
  'available',
  'offered',
  'calling',
  'called',
  'unreachable',
];

function triggeredIn(reading: string): Bits {
  let bits = 0;
  let before = '';
  for (const word of reading.split(' ')) {
    if (word !== '') bits |= triggeredBy(word, before);
    before = word;
  }
  return bits;
}

/** How long the claim is that a reading makes in a language; 0 if it makes none. */
function lengthOfClaim(reading: string, language: Language): number {
  const { who, said, will, saidAlone, willAlone, not, when } = patternsOf(language);
  for (const clause of reading.split(/(?<= )[,;](?= )/)) {
    const length =
      longestOf(clause, saidAlone, undefined, not) || longestOf(clause, said, who, not);
    if (length > 0) return length;
    if (has(reading, when)) continue;
    const later = longestOf(clause, willAlone, undefined, not) || longestOf(clause, will, who, not);
    if (later > 0) return later;
  }
  return 0;
}

/** The length of a deed that nothing denies, and that somebody of `who` has to do with. */
function longestOf(
  clause: string,
  deed: RegExp | undefined,
  who: RegExp | undefined,
  not: RegExp | undefined,
): number {
  if (deed === undefined) return 0;
  const person = who === undefined ? 0 : endOf(clause, who);
  if (person === undefined) return 0;
  for (const match of clause.matchAll(deed)) {
    const end = Math.max(match.index + match[0].length, person);
    if (!has(`${clause.slice(0, end)} `, not)) return match[0].length;
  }
  return 0;
}

function has(text: string, pattern: RegExp | undefined): boolean {
  return pattern !== undefined && endOf(text, pattern) !== undefined;
}

function endOf(text: string, pattern: RegExp): number | undefined {
  pattern.lastIndex = 0;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
