import { describe, expect, it } from 'vitest';
import { createCredentials, DOUBT_AFTER_FAILURES } from '../../../widget/visitor/credentials.ts';
import { createMemory } from '../../../widget/visitor/storage.ts';

function setUp(isRefused: (token: string) => Promise<boolean> = async () => false) {
  const store: Record<string, string> = {};
  const asked: string[] = [];
  const tab = () =>
    createCredentials(
      createMemory(() => store, 'demo'),
      (token) => {
        asked.push(token);
        return isRefused(token);
      },
    );
  return { tab, asked, store };
}

const c1 = { conversation: 'c1', token: 't1' };
const c2 = { conversation: 'c2', token: 't2' };

/** Two tabs in one conversation, which the first of them began. */
async function inOne() {
  const { tab } = setUp();
  const [one, two] = [tab(), tab()];
  one.accept(c1);
  await two.forAttempt(0);
  two.accept(c1);
  return { one, two };
}

describe('the token', () => {
  it('of a welcome is what the next connection begins with, in every tab', async () => {
    const { tab } = setUp();
    const one = tab();
    expect(await one.forAttempt(0)).toBeNull();
    expect(one.accept(c1)).toBe('kept');
    expect(await one.forAttempt(0)).toBe('t1');
    expect(await tab().forAttempt(0)).toBe('t1');
  });

  it('is renewed by a welcome that brings another, and kept by one that brings none', async () => {
    const { tab } = setUp();
    const one = tab();
    one.accept(c1);
    await one.forAttempt(0);
    one.accept({ conversation: 'c1', token: 't1b' });
    expect(await one.forAttempt(0)).toBe('t1b');
    one.accept({ conversation: 'c1' });
    expect(await one.forAttempt(0)).toBe('t1b');
  });

  it('is asked about after some failures, not before', async () => {
    const { tab, asked } = setUp();
    const one = tab();
    one.accept(c1);
    await one.forAttempt(DOUBT_AFTER_FAILURES - 1);
    expect(asked).toEqual([]);
    expect(await one.forAttempt(DOUBT_AFTER_FAILURES)).toBe('t1');
    expect(asked).toEqual(['t1']);
  });

  it('is forgotten when the server says that it would not take it', async () => {
    const { tab, store } = setUp(async () => true);
    const one = tab();
    one.accept(c1);
    expect(await one.forAttempt(DOUBT_AFTER_FAILURES)).toBeNull();
    expect(store).toEqual({});
  });

  it('is kept when the server cannot be asked', async () => {
    const { tab } = setUp(() => Promise.reject(new Error('offline')));
    const one = tab();
    one.accept(c1);
    expect(await one.forAttempt(9)).toBe('t1');
  });
});

describe('two tabs', () => {
  it('that begin at once end up in the conversation that was stored first', async () => {
    const { tab } = setUp();
    const [one, two] = [tab(), tab()];
    await Promise.all([one.forAttempt(0), two.forAttempt(0)]);
    expect(one.accept(c1)).toBe('kept');
    expect(two.accept(c2)).toBe('superseded');
    expect(await two.forAttempt(0)).toBe('t1');
    expect(two.accept(c1)).toBe('kept');
  });

  it('hear of each other’s renewed token without leaving the conversation', async () => {
    const { tab } = setUp();
    const [one, two] = [tab(), tab()];
    one.accept(c1);
    await two.forAttempt(0);
    two.accept({ conversation: 'c1', token: 't1b' });
    expect(one.changedElsewhere()).toBe('same');
  });

  it('hear of a conversation begun anew, and of one forgotten', async () => {
    const { one, two } = await inOne();
    two.forget();
    expect(one.changedElsewhere()).toBe('forgotten');
    await two.forAttempt(0);
    two.accept(c2);
    expect(one.changedElsewhere()).toBe('another');
  });

  it('have nothing to forget before they are in a conversation', async () => {
    const { tab } = setUp();
    const [one, two] = [tab(), tab()];
    await one.forAttempt(0);
    expect(one.changedElsewhere()).toBe('same');
    two.accept(c1);
    expect(one.changedElsewhere()).toBe('another');
    await one.forAttempt(0);
    two.forget();
    expect(one.changedElsewhere()).toBe('forgotten');
  });

  it('do not forget for each other what was begun since', async () => {
    const { one, two } = await inOne();
    two.forget();
    await two.forAttempt(0);
    two.accept(c2);
    one.forget();
    expect(await one.forAttempt(0)).toBe('t2');
  });
});
