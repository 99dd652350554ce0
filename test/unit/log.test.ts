import { afterEach, expect, it, vi } from 'vitest';
import { logEvent } from '../../src/log.ts';

afterEach(() => vi.restoreAllMocks());

it('is one JSON line that names nobody’s address, whatever a provider says', () => {
  const log = vi.spyOn(console, 'log').mockReturnValue();
  const error =
    'Error: <kim.o+x@mail.acme.example> is not verified\n    at node_modules/@acme/mail.js';
  logEvent('mail.failed', { error, tries: 3, isLast: true });
  expect(log.mock.calls).toEqual([
    [
      JSON.stringify({
        event: 'mail.failed',
        error: 'Error: <…@…> is not verified\n    at node_modules/@acme/mail.js',
        tries: 3,
        isLast: true,
      }),
    ],
  ]);
});
