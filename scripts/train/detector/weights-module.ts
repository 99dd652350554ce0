import type { Packed } from '../../../src/intent/table.ts';

/** The module that the Worker loads the weights from, formatted as `npm run format` would. */
export function moduleOf({ places, codes, weights, bias, known }: Packed, digest: string): string {
  return `/** Made by \`npm run train\` from scripts/train/intent; see table.ts. */
import type { Packed } from './table.ts';

/** What it was made from. */
export const DIGEST = '${digest}';

export const packed: Packed = {
  places:
    '${places}',
  codes:
    '${codes}',
  weights:
    '${weights}',
  bias: '${bias}',
  known:
    '${known}',
};
`;
}
