/** Takes out of a model's text what is meant for us: source numbers, "I do not know", leaked reasoning. */
import { markAt } from './mark-at.ts';
import { createThoughtFilter } from './thoughts.ts';

export { citedBy } from './cited-by.ts';

interface Marks {
  /** The next piece of a model's text, without marks: what may go on. Holds back what may be the beginning of a mark. */
  push(delta: string): string;
  /** The rest, and what the marks said. */
  end(): {
    rest: string;
    /** Numbers of passages, from 1, in the order of their first mention, each once. */
    cited: readonly number[];
    /** False if the reply began with the mark for not knowing, or has one and names no passage. */
    knows: boolean;
  };
}

/** What may stand between two marks and goes with them: "[1], [2]". */
const SEPARATOR = /[,;、，]/;

/** What closes up to the word before it; the second kind may stand apart, as in French. */
const CLOSING = /[.,)\]”。、，！？）】]/;
const HALF_CLOSING = /[;:!?»]/;

const SPACE = /\s/;

/**
 * A filter for one reply to a prompt with that many passages. However the text comes in pieces, the result
 * is the same; text without marks comes back to the letter. What is held back meanwhile is white space
 * and at most a few characters after a bracket, or of a line's first word.
 */
export function createMarks(passages: number): Marks {
  const thoughts = createThoughtFilter();
  const cited = new Set<number>();
  let held = '';
  /** White space that waits for what comes after it. */
  let space = '';
  /** The white space before the last mark, when nothing but white space came since. */
  let before: string | null = null;
  let last = '';
  let saysUnknown = false;
  let beganUnknown = false;

  /** The white space to go where marks were taken out of it. */
  function closedUp(next: string): string {
    if (before === null) return space;
    if (last === '') return '';
    if (SEPARATOR.test(space)) return (before.includes('\n') ? before : '') + space.trimStart();
    if (before.includes('\n') || space.includes('\n')) {
      return breaksIn(before) >= breaksIn(space) ? before : space;
    }
    if (CLOSING.test(next)) return '';
    if (HALF_CLOSING.test(next)) return space;
    return space || before;
  }

  function release(text: string): string {
    const out = closedUp(text) + text;
    space = '';
    before = null;
    last = out.at(-1) ?? last;
    return out;
  }

  function read(isAll: boolean): string {
    let out = '';
    let at = 0;
    for (; at < held.length; at++) {
      const sign = held[at] ?? '';
      if (SPACE.test(sign)) {
        space += sign;
        continue;
      }
      const isLinkable = before !== null && space === '';
      const link = isLinkable ? linkAt(held, at) : null;
      if (link !== null && (link !== 'open' || !isAll)) {
        if (link === 'open') break;
        at = link - 1;
        continue;
      }
      const startsLine = last === '' || last === '\n' || `${before ?? ''}${space}`.includes('\n');
      const mark = markAt(held, at, passages, startsLine);
      if (mark === 'open' && !isAll) break;
      if (mark !== null && mark !== 'open') {
        for (const number of mark.cited) cited.add(number);
        saysUnknown ||= mark.isUnknown;
        beganUnknown ||= mark.isUnknown && last === '';
        before ??= space;
        space = '';
        at = mark.end - 1;
      } else if (before !== null && SEPARATOR.test(sign) && !SEPARATOR.test(space)) space += sign;
      else {
        const word = wordAt(held, at);
        out += release(word);
        at += word.length - 1;
      }
    }
    held = held.slice(at);
    return out;
  }

  return {
    push(delta) {
      held += thoughts.push(delta);
      return read(false);
    },
    end() {
      held += thoughts.end();
      let rest = read(true);
      // A separator was no mark's after all; white space around the last mark has nothing to part.
      if (before === null) rest += space;
      else if (SEPARATOR.test(space)) rest += space.trim();
      const knows = !(beganUnknown || (saysUnknown && cited.size === 0));
      return { rest, cited: [...cited], knows };
    },
  };
}

/** A sign that is no mark's, and the letters after it: no mark begins at those. */
const WORD = /[^][A-Za-z\d]*/y;

function wordAt(text: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0] ?? '';
}

function breaksIn(space: string): number {
  return space.split('\n').length;
}

/** A web address in round brackets, as in "[1](https://…)": where it ends; `open` if that is still to come. */
function linkAt(text: string, at: number): number | 'open' | null {
  LINK.lastIndex = at;
  const [link] = LINK.exec(text) ?? [];
  if (link === undefined) {
    const rest = text.slice(at, at + LINK_STARTS[0].length);
    const isAll = at + rest.length === text.length;
    return isAll && LINK_STARTS.some((start) => start.startsWith(rest)) ? 'open' : null;
  }
  const end = at + link.length;
  if (text[end] === ')') return end + 1;
  return end === text.length && link.length < MAX_LINK_CHARS ? 'open' : null;
}

const MAX_LINK_CHARS = 400;
const LINK_STARTS = ['(https://', '(http://', '(/', '(#'] as const;
const LINK = /\((?:https?:\/\/|\/|#)[^\s()]{0,390}/y;
