/** Puts messages to the detector, to its first version and to a list of keywords. */
import { isUnsure } from '../../src/intent/decide.ts';
import type { Scores } from '../../src/intent/scores.ts';
import type { Context, Detect } from '../../src/intent/verdict.ts';
import type { Label, Tier } from '../../src/protocol/entry.ts';
import { firstVersion } from './first-version/detect.ts';
import { looksLikeOffer } from './first-version/offer.ts';
import { byKeywords } from './keywords.ts';

/** A message whose meaning is known. */
export interface Row {
  text: string;
  context: Context;
  expected: Label;
  language: string;
  source: string;
}

/** What everybody made of it. */
export interface Result {
  row: Row;
  label: Label;
  score: number;
  tier: Tier;
  scores: Scores;
  isUnsure: boolean;
  micros: number;
  /** What the first version and the keywords took it for. */
  first: Label;
  keywords: Label;
}

/** So many messages are read before time is taken, as in a Worker that has been up for a while. */
const WARM_UP = 1_000;

/** The results, in the order of the rows. */
export function evaluate(rows: readonly Row[], detect: Detect): Result[] {
  for (const { text, context } of rows.slice(0, WARM_UP)) detect(text, context);
  return rows.map((row) => {
    const { text, context } = row;
    const begun = performance.now();
    const { label, score, tier, scores } = detect(text, context);
    const micros = (performance.now() - begun) * 1000;
    const line = context.turns?.at(-1)?.text ?? '';
    return {
      row,
      label,
      score,
      tier,
      scores,
      isUnsure: isUnsure(scores, false),
      micros,
      first: firstVersion(text, looksLikeOffer(line)),
      keywords: byKeywords(text),
    };
  });
}
