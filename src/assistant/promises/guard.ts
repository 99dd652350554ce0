/**
 * Stands between a remote model's streamed text and the visitor, and lets no promise through that is
 * made in the team's name. Words pass as they come until the sentence begins to sound like a promise;
 * then the rest of it waits for its end, is judged whole, and passes or gives way to the truth.
 */
import type { TeamStanding } from '../answerer.ts';
import { holdFrom, isFalsePromise } from './promise.ts';
import { hidesSomething, isCharacter, wordsOf } from './reading.ts';
import { Score } from './score.ts';
import { endingOf, goesOn, isClosing } from './sentence-ends.ts';
import type { Ending } from './sentence-ends.ts';
import { table } from './table.ts';
import { tongueOf } from './tongue.ts';
import { truthIn } from './truths.ts';

export type Guarded = { type: 'text'; delta: string } | { type: 'rewritten'; text: string };

interface Guard {
  /** Takes the next piece of the model's text; returns what may be shown now, perhaps nothing. */
  push(delta: string): Guarded[];
  /** The model is done: returns the rest. */
  end(): Guarded[];
  /** How many sentences were replaced so far. */
  readonly caught: number;
}

/** Marks of quotes and lists that a line begins with; they stay when its sentence is replaced. */
const LEAD = /^\s*(?:(?:[-*•–>#]+|\d+[.)])\s+)*/;
const SPACE = /\s/;
/** Letters in the middle of a sentence, at which nothing is to be decided. */
const PLAIN = /[A-Za-z\d]+/y;

/** A guard for one answer. `locale` settles which language the truth is told in where a promise could be of several. */
export function createGuard(team: TeamStanding, locale?: string): Guard {
  const weights = table();
  /** All sentences that are judged, as they are shown. */
  let judged = '';
  /** The sentence at hand, from the white space before it on. */
  let sentence = '';
  let shown = 0;
  /** Up to here it holds nothing that could be part of a promise. */
  let safe = 0;
  let isHeld = false;
  /** What it sounds like so far. */
  let score = new Score(weights);
  /** The word at hand begins here. */
  let word = 0;
  /** The words of the text that was looked at last: mostly it is looked at again, once it is complete. */
  let looked: { text: string; words: readonly string[] } = { text: '', words: [] };
  let isFirst = true;
  let ending: Ending = 'no';
  let caught = 0;
  let out: Guarded[] = [];

  const begin = (rest: string): void => {
    sentence = rest;
    shown = 0;
    safe = 0;
    isHeld = false;
    score = new Score(weights);
    word = 0;
    isFirst = true;
    ending = 'no';
  };

  const show = (to: number): void => {
    if (to <= shown) return;
    const delta = sentence.slice(shown, to);
    const last = out.at(-1);
    if (last === undefined) out.push({ type: 'text', delta });
    else if (last.type === 'text') last.delta += delta;
    else last.text += delta;
    shown = to;
  };

  const replace = (truth: string): void => {
    caught += 1;
    const lead = LEAD.exec(sentence)?.[0] ?? '';
    const instead = caught > 1 || judged.includes(truth) ? '' : lead + truth;
    judged += instead;
    if (shown > 0) out = [{ type: 'rewritten', text: judged }];
    else {
      begin(instead);
      show(instead.length);
    }
  };

  /** The sentence ends before `end`, and the next one begins there. */
  const close = (end: number): void => {
    const rest = sentence.slice(end);
    sentence = sentence.slice(0, end);
    if (isFalsePromise(sentence)) replace(truthIn(tongueOf(judged + sentence, locale), team));
    else {
      show(end);
      judged += sentence;
    }
    begin(rest);
  };

  const wordsIn = (text: string): readonly string[] => {
    if (text !== looked.text) looked = { text, words: wordsOf(text) };
    return looked.words;
  };

  /** Takes a complete word in, which ends before `end`. */
  const read = (text: string, end: number): void => {
    if (isHeld) return;
    const words = wordsIn(text);
    score.read(words);
    isHeld = hidesSomething(text) || score.value > holdFrom(words);
    if (!isHeld) safe = end;
  };

  /** The word at hand ends before `end`. */
  const finishWord = (end: number): void => {
    if (end === word) return;
    const text = sentence.slice(word, end);
    read(text, end);
    ending = endingOf(text, isFirst);
    isFirst = false;
    word = end;
  };

  /** Whether the word at hand may be shown before it is complete. */
  const isWordSafe = (): boolean => {
    const text = sentence.slice(word);
    if (text === '' || hidesSomething(text)) return false;
    const words = wordsIn(text);
    return score.with(words) <= holdFrom(words);
  };

  /** The character at `at` is a word of its own. */
  const takeUnspaced = (at: number): void => {
    read(sentence[at] ?? '', at + 1);
    word = at + 1;
    isFirst = false;
  };

  /** Reads the character at `at`; returns where to read on. */
  const take = (at: number): number => {
    PLAIN.lastIndex = at;
    if (ending === 'no' && PLAIN.test(sentence)) return PLAIN.lastIndex;
    const character = sentence[at] ?? '';
    if (character === '\n') {
      finishWord(at);
      if (sentence.slice(0, at).trim() === '') return skip(at);
      close(at);
      return 0;
    }
    if (SPACE.test(character)) {
      finishWord(at);
      return skip(at);
    }
    const isApart = isCharacter(character);
    if (isApart) finishWord(at);
    if (ending !== 'no' && !(isClosing(character) && !SPACE.test(sentence[at - 1] ?? ''))) {
      if (!goesOn(character, ending)) {
        close(endBefore(at));
        return 0;
      }
      ending = 'no';
    }
    if (isApart) takeUnspaced(at);
    else if (isEndMark(character) && isCharacter(sentence[at - 1] ?? '')) {
      ending = 'surely';
      word = at;
    }
    return at + 1;
  };

  const skip = (at: number): number => {
    word = at + 1;
    return at + 1;
  };

  /** White space belongs to the sentence after it. */
  const endBefore = (at: number): number => sentence.slice(0, at).trimEnd().length;

  let at = 0;
  const pass = (): Guarded[] => {
    const passed = out;
    out = [];
    return passed;
  };

  return {
    push(delta) {
      sentence += delta;
      while (at < sentence.length) at = take(at);
      if (!isHeld) show(isWordSafe() ? sentence.length : safe);
      return pass();
    },
    end() {
      finishWord(sentence.length);
      close(sentence.length);
      at = 0;
      return pass();
    },
    get caught() {
      return caught;
    },
  };
}

function isEndMark(character: string): boolean {
  return /[。！？｡.!?]/.test(character);
}
