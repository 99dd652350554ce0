import type { Table } from '../../../src/assistant/promises/score.ts';
import { packed } from './pack.ts';

/** The module that the Worker reads the weights from, formatted as `npm run format` would. */
export function moduleOf(table: Table, claim: number, claimInCharacters: number): string {
  return `/** Made by \`npm run train\` from scripts/train/promises; see table.ts. */
export const STEP = ${table.step};
export const BIAS = ${table.bias};
/** A sentence that scores more is taken for a promise; there are two kinds of scripts. */
export const CLAIM = ${claim};
export const CLAIM_IN_CHARACTERS = ${claimInCharacters};
export const PACKED =
  '${packed(table)}';
`;
}
