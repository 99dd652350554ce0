import type { Packed } from '../../../src/language/likeness.ts';

/** The module that the Worker loads the weights from, formatted as `npm run format` would. */
export function moduleOf({ groups, step }: Packed, digest: string): string {
  const lines = Object.entries(groups).flatMap(([script, group]) =>
    [`    ${script}: {`].concat(
      Object.entries(group).map(([key, text]) => property(key, text)),
      '    },',
    ),
  );
  return `/** Made by \`npm run train\` from scripts/train/tongue; see likeness.ts. */
import type { Packed } from './likeness.ts';

/** What it was made from. */
export const DIGEST = '${digest}';

export const packed: Packed = {
  groups: {
${lines.join('\n')}
  },
  step: ${step},
};
`;
}

/** A line may have so many columns. */
const COLUMNS = 100;

function property(key: string, text: string): string {
  const line = `      ${key}: '${text}',`;
  return line.length <= COLUMNS ? line : `      ${key}:\n        '${text}',`;
}
