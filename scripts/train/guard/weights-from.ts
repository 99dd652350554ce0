import { TABLE_BITS } from '../../../src/assistant/promises/features.ts';
import type { Sentence } from './corpus.ts';
import { type Curve, crossValidate, type Point, thresholdFor } from './curve.ts';
import { examplesOf } from './examples.ts';
import { fit } from './fit.ts';
import { quantize } from './pack.ts';
import { moduleOf } from './weights-module.ts';

/**
 * Of the innocent sentences that it has not seen, so many may be taken for promises. They were written to
 * be mistaken for one: of ordinary answers it is far fewer.
 */
const FALSE_ALARMS = 0.03;

interface Trained {
  /** The module with the weights. */
  text: string;
  curve: Curve;
  /** For scripts with spaces, and for those without. */
  chosen: Point;
  chosenInCharacters: Point;
}

/** Learns from these sentences. The same ones, in the same order, give the same text. */
export function weightsFrom(corpus: readonly Sentence[]): Trained {
  const examples = examplesOf(corpus);
  const size = 2 ** TABLE_BITS;
  const curve = crossValidate(examples, size);
  const chosen = thresholdFor(curve.of(false), FALSE_ALARMS);
  const chosenInCharacters = thresholdFor(curve.of(true), FALSE_ALARMS);
  const table = quantize(fit(examples, size));
  const text = moduleOf(table, chosen.threshold, chosenInCharacters.threshold);
  return { text, curve, chosen, chosenInCharacters };
}
