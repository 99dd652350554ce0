import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { identified, identitySecret } from '../../../src/site/identity.ts';

const OURS = 'a-secret-of-ours-that-is-long-enough-000';
const OLD = 'the-secret-that-was-ours-before-it-00000';

/** As a website's server does it. */
const hashOf = (text: string, secret: string) =>
  createHmac('sha256', secret).update(text).digest('hex');

describe('what a website vouches for', () => {
  it('is the id, and no more of what comes with it', async () => {
    const hash = hashOf('4711', await identitySecret('demo', OURS));
    const said = { id: '4711', email: 'ada@example.com', name: 'Ada' };
    expect(await identified('demo', { ...said, hash }, [OURS])).toEqual({
      ...said,
      verified: 'id',
    });
    expect(await identified('demo', { ...said, hash: hash.toUpperCase() }, [OURS])).toMatchObject({
      verified: 'id',
    });
  });

  it('is the address where there is no id', async () => {
    const hash = hashOf('ada@example.com', await identitySecret('demo', OURS));
    expect(await identified('demo', { email: 'ada@example.com', hash }, [OURS])).toEqual({
      email: 'ada@example.com',
      verified: 'email',
    });
    // An id in front of it is not what was signed.
    expect(
      await identified('demo', { id: '1', email: 'ada@example.com', hash }, [OURS]),
    ).not.toHaveProperty('verified');
  });

  it('is nothing with another’s hash, one of another website, one in our own name, or none', async () => {
    const secret = await identitySecret('demo', OURS);
    const hashes = [
      hashOf('4712', secret),
      hashOf('4711', await identitySecret('other', OURS)),
      hashOf('4711', OURS),
      hashOf('4711', await identitySecret('demo', OLD)),
      '0'.repeat(64),
    ];
    for (const hash of hashes) {
      expect(await identified('demo', { id: '4711', hash }, [OURS])).toEqual({ id: '4711' });
    }
    expect(await identified('demo', { id: '4711' }, [OURS])).toEqual({ id: '4711' });
    expect(await identified('demo', { name: 'Ada', hash: hashOf('', secret) }, [OURS])).toEqual({
      name: 'Ada',
    });
  });

  it('holds with the secret before while ours is rotated', async () => {
    const hash = hashOf('4711', await identitySecret('demo', OLD));
    expect(await identified('demo', { id: '4711', hash }, [OURS, OLD])).toMatchObject({
      verified: 'id',
    });
  });
});
