/**
 * Whether somebody is losing patience over several messages, none of which need say so: they come back to
 * what they asked, in the same or in fewer words, and are not better answered; they raise their voice. The
 * weights are those of a logistic regression over whole dialogues: docs/detection.md. Pure.
 */
import { fold, isUnspaced } from './fold.ts';

/** One message of a conversation, as far as patience goes. */
export interface Turn {
  role: 'visitor' | 'assistant' | 'agent';
  text: string;
  /** The assistant had no answer, or not its own. */
  isUnanswered?: boolean;
}

/** What speaks for impatience, each 0 to 1. */
interface Signs {
  /** How like the assistant's last two replies are to each other. */
  sameAnswer: number;
  /** Its last reply was no answer. */
  unanswered: number;
  /** Neither were its last two. */
  unansweredTwice: number;
  /** How much of the message the visitor has said before. */
  askedAgain: number;
  /** Capitals, or marks in a row, that were not there before. */
  louder: number;
}

/** From here on a person is offered, 0 to 1. */
export const STRAINED_FROM = 0.5;

const CALM = -4.4;
const WEIGHT = {
  sameAnswer: 2.9,
  unanswered: 1,
  unansweredTwice: 1.4,
  askedAgain: 2.3,
  louder: 2.2,
} as const satisfies Record<keyof Signs, number>;
/** Asking again, or louder, tells more where the last reply was no better than the one before. */
const AFTER_SAME_ANSWER = { askedAgain: 1.6, louder: 0.9 } as const;
const AFTER_NO_ANSWER = { askedAgain: 0.8, louder: 1 } as const;
/** How much it counts that the message itself sounds a little like impatience. */
const SOUND = 2;

/** So far back, in messages of the visitor, a question is remembered. */
const REMEMBERED = 3;
/** Replies that are less alike are two answers. */
const ALIKE = 0.4;
/** A short reply, such as a greeting, may well come twice. */
const MIN_ANSWER_WORDS = 4;

/**
 * How likely it is that a person had better be offered, 0 to 1, given what was said before, oldest first.
 * What was said before somebody of the team last spoke is over.
 *
 * @param sound how much the message by itself sounds like impatience, 0 to 1
 */
export function strainOf(turns: readonly Turn[], text: string, sound = 0): number {
  const since = turns.slice(turns.findLastIndex(({ role }) => role === 'agent') + 1);
  const signs = signsOf(since, text);
  if (!signs) return 0;
  const { sameAnswer, unanswered, unansweredTwice, askedAgain, louder } = signs;
  const isSame = sameAnswer > 0;
  const again =
    WEIGHT.askedAgain +
    (isSame ? AFTER_SAME_ANSWER.askedAgain : 0) +
    unanswered * AFTER_NO_ANSWER.askedAgain;
  const loud =
    WEIGHT.louder + (isSame ? AFTER_SAME_ANSWER.louder : 0) + unanswered * AFTER_NO_ANSWER.louder;
  const sum =
    CALM +
    WEIGHT.sameAnswer * sameAnswer +
    WEIGHT.unanswered * unanswered +
    WEIGHT.unansweredTwice * unansweredTwice +
    again * askedAgain +
    loud * louder +
    SOUND * sound;
  return 1 / (1 + Math.exp(-sum));
}

/** The signs; none before the assistant has said anything. */
export function signsOf(turns: readonly Turn[], text: string): Signs | null {
  const [last, before] = turns.filter(({ role }) => role === 'assistant').toReversed();
  if (last === undefined) return null;
  const said = turns
    .slice(0, turns.lastIndexOf(last))
    .filter(({ role }) => role === 'visitor')
    .map((turn) => turn.text);
  const words = wordsOf(text);
  const again = said.slice(-REMEMBERED).map((earlier) => shareOf(words, wordsOf(earlier)));
  const isLouder = isLoud(text) && !said.some(isLoud);
  return {
    sameAnswer: before === undefined ? 0 : likenessOf(last.text, before.text),
    unanswered: last.isUnanswered ? 1 : 0,
    unansweredTwice: last.isUnanswered && before?.isUnanswered ? 1 : 0,
    askedAgain: Math.max(0, ...again),
    louder: isLouder ? 1 : 0,
  };
}

/** Dice's coefficient over weighted words; nothing if it is less than {@link ALIKE}. */
function likenessOf(reply: string, other: string): number {
  const words = wordsOf(reply);
  const others = wordsOf(other);
  if (words.size < MIN_ANSWER_WORDS) return 0;
  const likeness = (2 * shared(words, others)) / (sum(words) + sum(others));
  return likeness > ALIKE ? likeness : 0;
}

/** How much of what a message says is in another, by weight. */
function shareOf(words: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  return words.size === 0 ? 0 : shared(words, other) / sum(words);
}

const MIN_LOUD_LETTERS = 6;
const MIN_LOUD_WORDS = 2;

/** Capitals, or marks in a row. */
function isLoud(text: string): boolean {
  if (/[!?！？]{2}/u.test(text)) return true;
  const letters = text.match(/\p{Lu}|\p{Ll}/gu) ?? [];
  const isAllLoud = text === text.toUpperCase() && text !== text.toLowerCase();
  if (letters.length >= MIN_LOUD_LETTERS && isAllLoud) return true;
  return (text.match(/\p{Lu}{3,}/gu) ?? []).length >= MIN_LOUD_WORDS;
}

const STEM_LETTERS = 5;
/** What a short word counts against a long one: most of them only hold a sentence together. */
const SHORT_WORD = 0.3;

/** A message's words by their beginnings, characters in pairs; each with what it counts. */
function wordsOf(text: string): Map<string, number> {
  const words = new Map<string, number>();
  let before = '';
  for (const { text: word } of fold(text)) {
    const isCharacter = isUnspaced(word);
    if (isCharacter && before !== '') words.set(before + word, 1);
    else if (/[\p{L}\p{N}]/u.test(word) && !isCharacter) {
      const isLong = word.length >= STEM_LETTERS || /\d/.test(word);
      words.set(word.slice(0, STEM_LETTERS), isLong ? 1 : SHORT_WORD);
    }
    before = isCharacter ? word : '';
  }
  return words;
}

function shared(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const [word, weight] of a) if (b.has(word)) total += weight;
  return total;
}

function sum(words: ReadonlyMap<string, number>): number {
  return [...words.values()].reduce((total, weight) => total + weight, 0);
}
