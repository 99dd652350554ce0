import { describe, expect, it } from 'vitest';
import { importProblem } from '../../../src/dashboard/import-words.ts';
import type { ImportFailure } from '../../../src/site/import.ts';

const REFUSALS = ['no_address', 'no_web_address', 'credentials', 'port', 'not_public'] as const;
const OTHERS = [
  'too_many_redirects',
  'unreachable',
  'too_slow',
  'too_large',
  'empty',
  'unreadable',
] as const;
const FAILURES: readonly ImportFailure[] = [
  ...REFUSALS.map((reason) => ({ reason, redirected: false })),
  ...REFUSALS.map((reason) => ({ reason, redirected: true })),
  ...OTHERS.map((reason) => ({ reason })),
  { reason: 'status', status: 404 },
  { reason: 'not_text', type: 'application/pdf' },
  { reason: 'not_text', type: 'image/png' },
  { reason: 'not_text', type: '' },
];

describe('a failed import', () => {
  it('is told in a sentence of its own', () => {
    const sentences = FAILURES.map(importProblem);
    expect(new Set(sentences).size).toBe(FAILURES.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  it('names what was found instead of a page, unless that is no name', () => {
    expect(importProblem({ reason: 'status', status: 503 })).toContain('503');
    expect(importProblem({ reason: 'not_text', type: 'image/png' })).toContain('image/png');
    expect(importProblem({ reason: 'not_text', type: 'x'.repeat(61) })).not.toContain('xxx');
  });
});
