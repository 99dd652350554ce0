/** Weights as they travel: four bits each. Pure. */
import type { Table } from '../../../src/assistant/promises/score.ts';
import type { Fit } from './fit.ts';

/** As many steps to either side. */
const STEPS = 7;
/** Of the largest weight; what lies beyond counts as this much. Most are far smaller, and need the finer steps. */
const REACH = 0.3;

/** The weights in steps. */
export function quantize({ weights, bias }: Fit): Table {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const step = (largest * REACH) / STEPS || 1;
  const inSteps = Int8Array.from(weights, (weight) =>
    Math.max(-STEPS, Math.min(STEPS, Math.round(weight / step))),
  );
  return { weights: inSteps, step: rounded(step), bias: rounded(bias) };
}

/** Two to a byte, base64; src/assistant/promises/table.ts unpacks it. */
export function packed({ weights }: Table): string {
  const bytes = new Uint8Array(weights.length / 2);
  for (let at = 0; at < bytes.length; at++) {
    bytes[at] = ((weights[2 * at] ?? 0) + 8) * 16 + ((weights[2 * at + 1] ?? 0) + 8);
  }
  return Buffer.from(bytes).toString('base64');
}

function rounded(number: number): number {
  return Number(number.toPrecision(6));
}
