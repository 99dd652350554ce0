import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadOnce } from '../../src/load-once.ts';

describe('what is loaded once', () => {
  it('is not loaded before it is asked for, and then once for all who ask', async () => {
    const load = vi.fn<() => Promise<object>>(async () => ({}));
    const get = loadOnce(load);
    expect(load).not.toHaveBeenCalled();
    const [one, two] = await Promise.all([get(), get()]);
    expect(one).toBe(two);
    expect(await get()).toBe(one);
    expect(load).toHaveBeenCalledOnce();
  });

  it('is tried again after a failure that all who waited heard of', async () => {
    const load = vi
      .fn<() => Promise<string>>(async () => 'here')
      .mockRejectedValueOnce(new Error('not there'));
    const get = loadOnce(load);
    const [one, two] = await Promise.allSettled([get(), get()]);
    expect([one.status, two.status]).toEqual(['rejected', 'rejected']);
    expect(load).toHaveBeenCalledOnce();
    expect(await get()).toBe('here');
    expect(await get()).toBe('here');
    expect(load).toHaveBeenCalledTimes(2);
  });
});

/** What an isolate loads when it needs it, and the module without which it cannot. */
const LOADED = [
  {
    what: 'the detector',
    without: '../../src/intent/weights.ts',
    load: async () => (await import('../../src/intent/detector.ts')).loadDetector,
  },
  {
    what: 'the languages',
    without: '../../src/language/all-tongues.ts',
    load: async () => (await import('../../src/language/speech.ts')).loadSpeech,
  },
  {
    what: 'all that it takes to understand a visitor',
    without: '../../src/language/written-in.ts',
    load: async () => (await import('../../src/conversation/understanding.ts')).loadUnderstanding,
  },
];

describe('an isolate', () => {
  beforeEach(() => vi.resetModules());
  afterEach(() => vi.resetModules());

  it.each(LOADED)('that could not load $what tries again', async ({ without, load }) => {
    const get = await load();
    vi.doMock(without, () => {
      throw new Error('not there');
    });
    // What Vitest says of a module that throws.
    await expect(get()).rejects.toThrow(/mock/);
    vi.doUnmock(without);
    await get();
  });
});
