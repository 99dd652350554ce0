import { describe, expect, it } from 'vitest';
import { remarksOn } from '../../scripts/deploy/remarks.ts';

const READY = 'MAIL_FROM = "Baton <chat@shop.test>"\nOWNER_EMAIL = "me@shop.test"\n';

describe('what a deployed Baton still needs', () => {
  it('is nothing once it has a sender and an owner', () => {
    expect(remarksOn(READY)).toEqual([]);
  });

  it('is a sender of one’s own', () => {
    const config = READY.replace('shop.test>', 'acme.example>');
    expect(remarksOn(config)).toEqual([expect.stringContaining('MAIL_FROM')]);
  });

  it.each(['OWNER_EMAIL = ""', 'OWNER_EMAIL = " "', '# OWNER_EMAIL = "me@shop.test"', ''])(
    'is an owner, with `%s`',
    (line) => {
      const config = READY.replace(/^OWNER_EMAIL.*$/m, line);
      expect(remarksOn(config)).toEqual([expect.stringContaining('OWNER_EMAIL')]);
    },
  );
});
