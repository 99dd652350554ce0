/**
 * "I don't want to talk to a human" holds every word of a wish for one. What was learned weighs words one
 * by one and cannot tell, so that what decided is looked at again: does somebody say that they do not want
 * it? Pure.
 */
import {
  ABSENT,
  ASKING,
  BOTS,
  FILLERS,
  MACHINES,
  NOT_WITHOUT,
  OPENERS,
  TURNS,
  WISHES,
} from './denial-scope.ts';
import { DENIED_AFTER, DENIED_AT_START, DENIED_BEFORE, WITHOUT } from './denial-words.ts';
import type { Span } from './evidence.ts';
import { fold, isUnspaced, type Word } from './fold.ts';
import { finderOf } from './phrases.ts';

let fillers: ReadonlySet<string> | undefined;
const isFiller = (word: string): boolean => {
  fillers ??= new Set(
    FILLERS.split(/\s+/).flatMap((written) => fold(written).map(({ text }) => text)),
  );
  return fillers.has(word);
};

const deniedBefore = finderOf(DENIED_BEFORE, isFiller);
const deniedAfter = finderOf(DENIED_AFTER, isFiller);
const deniedAtStart = finderOf(DENIED_AT_START);
const without = finderOf(WITHOUT);
const bots = finderOf(BOTS);
const machines = finderOf(`${BOTS}|${MACHINES}`);
const turns = finderOf(`${WISHES}|${TURNS}`);
const asking = finderOf(ASKING);
const absent = finderOf(ABSENT);
const notWithout = finderOf(NOT_WITHOUT);
const openers = finderOf(OPENERS);

/** So many words, or characters where words are not spaced, from what decided, a denial still holds. */
const REACH = 6;
const REACH_UNSPACED = 12;
/** "Without having to talk to a person". */
const REACH_WITHOUT = 4;
/** "Not an actual person". */
const REACH_AT_START = 2;
/** A denial that comes after ends the clause, but for so many words. */
const TAIL = 2;
const TAIL_UNSPACED = 8;

/** Whether what decided is denied by what stands around it in its clause. */
export function isDenied(words: readonly Word[], text: string, decided: Span): boolean {
  const texts = words.map((word) => word.text);
  const clause = clauseAround(words, text, decided);
  if (isWithout(texts, clause, decided)) return true;
  if (texts[clause.to] === '?') return false;
  return (
    isDeniedBefore(texts, clause, decided) ||
    isDeniedAfter(texts, clause, decided) ||
    isDeniedAtStart(texts, clause, decided)
  );
}

/** The clause that says that no bot is wanted, which is to say that a person is; `null` if none does. */
export function botDenied(words: readonly Word[], text: string): Span | null {
  const texts = words.map((word) => word.text);
  const refusing = clausesIn(words, text).find((clause) => {
    if (texts[clause.to] === '?' || !bots.isIn(texts, clause)) return false;
    const isDenial = (denial: Span, bot: Span): boolean =>
      bots.isIn(texts, bot) && !isAsked(texts, clause, denial);
    return (
      deniedBefore
        .allIn(texts, clause)
        .some((denial) => isDenial(denial, { from: denial.from, to: clause.to })) ||
      deniedAfter
        .allIn(texts, clause)
        .some((denial) => isDenial(denial, { from: clause.from, to: denial.to }))
    );
  });
  return refusing ?? null;
}

/** What stands between the marks, commas among them, around a range of words. */
export function clauseAround(words: readonly Word[], text: string, { from, to }: Span): Span {
  const clause = { from, to };
  while (clause.from > 0 && !isParted(words, text, clause.from)) clause.from -= 1;
  while (clause.to < words.length && !isParted(words, text, clause.to)) clause.to += 1;
  return clause;
}

/** All clauses, in order. */
export function clausesIn(words: readonly Word[], text: string): Span[] {
  const clauses: Span[] = [];
  for (let from = 0; from < words.length; from = clauses.at(-1)?.to ?? words.length) {
    clauses.push(clauseAround(words, text, { from, to: from + 1 }));
  }
  return clauses;
}

const MARKS = /[,،、，;；:：—–(]/;

/** Whether a clause ends before the word at `at`. */
function isParted(words: readonly Word[], text: string, at: number): boolean {
  const [one, two] = [words[at - 1], words[at]];
  if (one === undefined || two === undefined) return true;
  if (isMark(one.text) || isMark(two.text)) return true;
  return MARKS.test(text.slice(one.end, two.start));
}

function isMark(word: string): boolean {
  return word === '.' || word === '?';
}

function isDeniedBefore(texts: readonly string[], clause: Span, decided: Span): boolean {
  return deniedBefore.allIn(texts, clause).some((denial) => {
    if (denial.to >= decided.to && denial.from > decided.from) return false;
    if (decided.from - denial.to > reach(texts, decided)) return false;
    return (
      !turns.isIn(texts, { from: decided.from, to: denial.from }) &&
      !turns.isIn(texts, { from: denial.to, to: decided.to }) &&
      !machines.isIn(texts, { from: denial.from, to: clause.to }) &&
      !isAsked(texts, clause, denial)
    );
  });
}

function isDeniedAfter(texts: readonly string[], clause: Span, decided: Span): boolean {
  return deniedAfter.allIn(texts, clause).some((denial) => {
    if (denial.from < decided.from || denial.from - decided.to > reach(texts, decided))
      return false;
    if (clause.to - denial.to > (isUnspacedAt(texts, decided) ? TAIL_UNSPACED : TAIL)) return false;
    return (
      !turns.isIn(texts, { from: decided.from, to: denial.from }) &&
      !turns.isIn(texts, { from: denial.to, to: clause.to }) &&
      !machines.isIn(texts, clause) &&
      !isAsked(texts, clause, denial)
    );
  });
}

/** "Not a person, please". */
function isDeniedAtStart(texts: readonly string[], clause: Span, decided: Span): boolean {
  let { from } = clause;
  while (from < decided.from && openers.isIn(texts, { from, to: from + 1 })) from += 1;
  return deniedAtStart.allIn(texts, { from, to: decided.to }).some((denial) => {
    if (denial.from !== from || decided.from - denial.to > REACH_AT_START) return false;
    return (
      clause.to - decided.to <= TAIL &&
      !machines.isIn(texts, { from, to: clause.to }) &&
      !absent.isIn(texts, { from: decided.to, to: clause.to })
    );
  });
}

/** "Without a person", unless nothing goes without one. */
function isWithout(texts: readonly string[], clause: Span, decided: Span): boolean {
  return without.allIn(texts, { from: clause.from, to: decided.to }).some((denial) => {
    if (denial.to > decided.from + 1 || decided.from - denial.to > REACH_WITHOUT) return false;
    return (
      !turns.isIn(texts, { from: denial.to, to: decided.to }) &&
      !machines.isIn(texts, { from: denial.to, to: clause.to }) &&
      !notWithout.isIn(texts, { from: clause.from, to: denial.from })
    );
  });
}

/** "Why don't you transfer me": no denial. */
function isAsked(texts: readonly string[], clause: Span, denial: Span): boolean {
  return asking
    .allIn(texts, { from: clause.from, to: denial.to })
    .some(({ from }) => from < denial.from);
}

function reach(texts: readonly string[], decided: Span): number {
  return isUnspacedAt(texts, decided) ? REACH_UNSPACED : REACH;
}

function isUnspacedAt(texts: readonly string[], { from }: Span): boolean {
  return isUnspaced(texts[from] ?? '');
}
