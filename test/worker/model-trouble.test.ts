import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KEEP_DAYS, recordTrouble, troublesSince } from '../../src/site/model-trouble.ts';
import { bindings, newVisitor } from './client.ts';
import { sceneMark } from '../models/script.ts';
import { API_KEY, PROVIDERS } from './providers.ts';
import { answerBy, answerByStage, eventually } from './stage.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = 20_000 * DAY_MS;
const { DB } = bindings;

const busy = (at: number, detail = 'Too many requests.') =>
  ({ at, reason: 'busy', model: 'acme-large', detail }) as const;

describe('what a model failed at', () => {
  it('is counted by kind and day, with the provider’s last words', async () => {
    await recordTrouble(DB, 'demo', busy(NOW));
    await recordTrouble(DB, 'demo', busy(NOW + 1, 'Still too many.'));
    await recordTrouble(DB, 'demo', { ...busy(NOW + 2), reason: 'stalled' });
    await recordTrouble(DB, 'demo', busy(NOW + DAY_MS));
    expect(await troublesSince(DB, 'demo', NOW)).toEqual([
      expect.objectContaining({ reason: 'busy', times: 1, lastAt: NOW + DAY_MS }),
      expect.objectContaining({ reason: 'stalled', times: 1 }),
      expect.objectContaining({ reason: 'busy', times: 2, detail: 'Still too many.' }),
    ]);
    expect(await troublesSince(DB, 'demo', NOW + DAY_MS)).toHaveLength(1);
  });

  it('is forgotten after two weeks', async () => {
    await recordTrouble(DB, 'demo', busy(NOW));
    await recordTrouble(DB, 'demo', busy(NOW + KEEP_DAYS * DAY_MS));
    const kept = await troublesSince(DB, 'demo', 0);
    expect(kept.some(({ lastAt }) => lastAt < NOW + DAY_MS)).toBe(true);
    await recordTrouble(DB, 'demo', busy(NOW + (KEEP_DAYS + 2) * DAY_MS));
    const left = await troublesSince(DB, 'demo', 0);
    expect(left.every(({ lastAt }) => lastAt >= NOW + 2 * DAY_MS)).toBe(true);
  });

  it('is nobody’s where there is no such website', async () => {
    await recordTrouble(DB, 'nowhere', busy(NOW));
    expect(await troublesSince(DB, 'nowhere', 0)).toEqual([]);
  });
});

describe('the owner', () => {
  beforeEach(() => answerBy(PROVIDERS['an OpenAI-compatible endpoint'], { retryMs: 1 }));
  afterEach(answerByStage);

  it('can read what the provider said, without the key that it repeats', async () => {
    const { client } = await newVisitor();
    client.say(`How long is the warranty? ${sceneMark('no entry')}`);
    await client.entry((entry) => entry.kind === 'message' && entry.author.role === 'assistant');
    const row = await eventually(async () => {
      const rows = await troublesSince(DB, 'demo', 0);
      return rows.find(({ reason, times }) => reason === 'refused' && times > 0);
    });
    expect(row.model).toBe('acme-large');
    expect(row.detail).not.toBe('');
    expect(row.detail).not.toContain(API_KEY);
  });
});
