/**
 * Stands between a remote model's streamed text and the visitor, and lets no promise through that is
 * made in the team's name. Words pass as they come until one could be part of a promise; then the
 * rest of the sentence waits for its end, is judged whole, and passes or gives way to the truth. What
 * counts as a promise is told in claim.ts.
 */
import type { TeamStanding } from '../answerer.ts';
import { claimIn, isFalsePromise, truthIn } from './claim.ts';
import { isUnspaced, wordsOf } from './reading.ts';
import { endingOf, goesOn, isClosing } from './sentence-ends.ts';
import type { Ending } from './sentence-ends.ts';
import {
  LONGEST_WITHIN,
  mayTrigger,
  prepareTriggers,
  triggeredBy,
  triggeredWithin,
  unfinishedIn,
} from './triggers.ts';

export { isFalsePromise };

export type Guarded = { type: 'text'; delta: string } | { type: 'rewritten'; text: string };

export interface Guard {
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
const INVISIBLE = /\p{Cf}/u;

/** A guard for one answer. `locale` settles which language the truth is told in where a promise could be of several. */
export function createGuard(team: TeamStanding, locale?: string): Guard {
  prepareTriggers();
  /** All sentences that are judged, as they are shown. */
  let judged = '';
  /** The sentence at hand, from the white space before it on. */
  let sentence = '';
  let shown = 0;
  /** Up to here it holds nothing that could be part of a promise. */
  let safe = 0;
  let isHeld = false;
  /** The word at hand begins here, and the one before it was this. */
  let word = 0;
  let before = '';
  let isFirst = true;
  let ending: Ending = 'no';
  let caught = 0;
  let out: Guarded[] = [];

  const begin = (rest: string): void => {
    sentence = rest;
    shown = 0;
    safe = 0;
    isHeld = false;
    word = 0;
    before = '';
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
    const language = isHeld ? claimIn(sentence, locale) : undefined;
    if (language === undefined) {
      show(end);
      judged += sentence;
    } else replace(truthIn(language, team));
    begin(rest);
  };

  /** The word at hand ends before `end`. */
  const finishWord = (end: number): void => {
    if (end === word) return;
    const text = sentence.slice(word, end);
    if (!isHeld) {
      isHeld = INVISIBLE.test(text);
      for (const folded of wordsOf(text)) {
        if (triggeredBy(folded, before) !== 0) isHeld = true;
        before = folded;
      }
      if (!isHeld) safe = end;
    }
    ending = endingOf(text, isFirst);
    isFirst = false;
    word = end;
  };

  /** Whether the word at hand, however it goes on, is none that a promise is made of. */
  const isWordSafe = (): boolean => {
    const text = sentence.slice(word);
    const folded = wordsOf(text);
    const last = folded.pop();
    if (last === undefined || INVISIBLE.test(text)) return false;
    let previous = before;
    for (const one of folded) {
      if (triggeredBy(one, previous) !== 0) return false;
      previous = one;
    }
    return !mayTrigger(last, previous);
  };

  /** The character at `at` is a word of its own. */
  const takeUnspaced = (at: number): void => {
    word = at + 1;
    isFirst = false;
    if (isHeld) return;
    const stretch = sentence.slice(Math.max(0, at + 1 - LONGEST_WITHIN), at + 1).normalize('NFKC');
    isHeld = triggeredWithin(stretch) !== 0;
    if (!isHeld) safe = Math.max(safe, at + 1 - unfinishedIn(stretch));
  };

  /** Reads the character at `at`; returns where to read on. */
  const take = (at: number): number => {
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
    const isApart = isUnspaced(character);
    if (isApart) finishWord(at);
    if (ending !== 'no' && !(isClosing(character) && !SPACE.test(sentence[at - 1] ?? ''))) {
      if (!goesOn(character, ending)) {
        close(endBefore(at));
        return 0;
      }
      ending = 'no';
    }
    if (isApart) takeUnspaced(at);
    else if (isEndMark(character) && isUnspaced(sentence[at - 1] ?? '')) {
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
