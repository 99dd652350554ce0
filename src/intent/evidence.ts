/** Which words decided: a few in a row that would have been taken for the same on their own. Pure. */

/** A range of words. */
export interface Span {
  from: number;
  to: number;
}

/** What is left must speak for the label nearly as much as all of it did. */
const ENOUGH = 0.95;
/** A message that is longer is looked at in stretches of this many words, each half on the one before. */
const STRETCH = 24;

/**
 * Narrows a range of words down: first to a stretch, then word by word from whichever end leaves more, for as
 * long as what is left speaks for the label.
 *
 * @param scoreOf how much a range speaks for the label by itself, 0 to 1; 0 if it would not be taken for it
 */
export function evidenceIn(range: Span, scoreOf: (span: Span) => number): Span {
  const enough = ENOUGH * scoreOf(range);
  let span = stretchIn(range, enough, scoreOf);
  while (span.to - span.from > 1) {
    const { from, to } = span;
    const [left, right] = [
      { from: from + 1, to },
      { from, to: to - 1 },
    ] as const;
    const [ofLeft, ofRight] = [scoreOf(left), scoreOf(right)];
    if (Math.max(ofLeft, ofRight) < enough) break;
    // Of two that are as good, the one that keeps the beginning.
    span = ofLeft > ofRight ? left : right;
  }
  return span;
}

function stretchIn(range: Span, enough: number, scoreOf: (span: Span) => number): Span {
  if (range.to - range.from <= STRETCH) return range;
  for (let { from } = range; from < range.to; from += STRETCH / 2) {
    const stretch = { from, to: Math.min(range.to, from + STRETCH) };
    if (scoreOf(stretch) >= enough) return stretch;
  }
  return range;
}
