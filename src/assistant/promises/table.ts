/** The weights that `npm run train` has made, unpacked when the first model's answer needs them. */
import type { Table } from './score.ts';
import { BIAS, PACKED, STEP } from './weights.ts';

let unpacked: Table | undefined;

/** The table. Unpacking takes a few milliseconds, once. */
export function table(): Table {
  unpacked ??= { weights: unpack(PACKED), step: STEP, bias: BIAS };
  return unpacked;
}

/** Two weights to a byte, the first in its upper half, each 8 more than it is. */
function unpack(text: string): Int8Array {
  const bytes = atob(text);
  const weights = new Int8Array(bytes.length * 2);
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes.charCodeAt(at);
    weights[2 * at] = (byte >> 4) - 8;
    weights[2 * at + 1] = (byte & 15) - 8;
  }
  return weights;
}
