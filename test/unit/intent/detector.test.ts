import { beforeEach, describe, expect, it, vi } from 'vitest';

/** The module as an isolate has it that has just begun. */
let fresh: typeof import('../../../src/intent/detector.ts');

beforeEach(async () => {
  vi.resetModules();
  fresh = await import('../../../src/intent/detector.ts');
});

describe('the detector', () => {
  it('is not ready before it was loaded, nor while it is', async () => {
    expect(fresh.detectorIfReady()).toBeUndefined();
    const loading = fresh.loadDetector();
    expect(fresh.detectorIfReady()).toBeUndefined();
    await loading;
  });

  it('is ready once it was loaded', async () => {
    const detect = await fresh.loadDetector();
    expect(fresh.detectorIfReady()).toBe(detect);
    expect(detect('Can I talk to a person?').label).toBe('ask_human');
  });

  it('is loaded once, also by two who ask at the same time', async () => {
    const [one, two] = await Promise.all([fresh.loadDetector(), fresh.loadDetector()]);
    expect(one).toBe(two);
    expect(await fresh.loadDetector()).toBe(one);
  });
});
