/**
 * Whether a sentence promises in the team's name what only the chat itself can know: that somebody was
 * called or told, is being fetched or connected, will call, write or come, or is here. What an article
 * says of the company in general, what happens once the visitor does something, what couriers do, and
 * what is denied, is no such promise. Which is which was learned: docs/decisions/0009.
 */
import { isCharacter, readingsOf, wordsOf } from './reading.ts';
import { scoreOf } from './score.ts';
import { table } from './table.ts';
import { CLAIM, CLAIM_IN_CHARACTERS } from './weights.ts';

/**
 * What comes this near to a claim is held back: farther, and more innocent sentences come in one piece;
 * nearer, and more of a claim is seen before it is taken back.
 */
const HOLD_WITHIN = 0.35;

/** A sentence without end is also read in stretches, so that length cannot drown a promise. In words. */
const STRETCH = 30;
const STRIDE = 15;

/** Whether a whole sentence, in whatever language, is such a promise. */
export function isFalsePromise(sentence: string): boolean {
  return readingsOf(sentence).some((reading) => stretchesOf(wordsOf(reading)).some(isClaim));
}

function isClaim(words: readonly string[]): boolean {
  return scoreOf(words, table()) > claimFrom(words);
}

/** From which score on such words make a claim. */
function claimFrom(words: readonly string[]): number {
  return words.some(isCharacter) ? CLAIM_IN_CHARACTERS : CLAIM;
}

/** From which score on they wait for the end of their sentence. */
export function holdFrom(words: readonly string[]): number {
  return claimFrom(words) - HOLD_WITHIN;
}

function stretchesOf(words: readonly string[]): (readonly string[])[] {
  const stretches: (readonly string[])[] = [words];
  if (words.length <= STRETCH + STRIDE) return stretches;
  for (let at = 0; at + STRIDE < words.length; at += STRIDE) {
    stretches.push(words.slice(at, at + STRETCH));
  }
  return stretches;
}
