import { beforeEach, describe, expect, it } from 'vitest';
import type { IndexEntry } from '../../src/site/conversation-index.ts';
import { DAY_MS, readStats } from '../../src/site/stats.ts';
import { bindings } from './client.ts';
import { writeIndex } from './index-entry.ts';
import { newSignedIn, type SignedIn } from './members.ts';

/** Noon of a day, so that its bounds are twelve hours off. */
const NOW = Date.UTC(2026, 10, 23, 12);
const TODAY = Date.UTC(2026, 10, 23);

let site: string;
let member: SignedIn;

beforeEach(async () => {
  site = `s-${crypto.randomUUID().slice(0, 8)}`;
  await bindings.DB.prepare('INSERT INTO site (id, name, owner, created_at) VALUES (?, ?, ?, 0)')
    .bind(site, 'Acme', 'nobody@acme.example')
    .run();
  member = await newSignedIn({ sites: { [site]: 'agent' } });
});

const write = (startedAt: number, changes: Partial<IndexEntry> = {}) =>
  writeIndex({ site, startedAt, lastAt: startedAt + 1000, phase: 'ended', ...changes });

const read = (range: 7 | 30 | 90 = 7) => readStats(bindings.DB, site, range, NOW);

describe('the numbers of a website', () => {
  it('count from midnight UTC of the first day to the end of today', async () => {
    await write(TODAY - 6 * DAY_MS - 1);
    await write(TODAY - 6 * DAY_MS);
    await write(TODAY - 1);
    await write(TODAY);
    await write(TODAY + DAY_MS - 1);
    await write(TODAY + DAY_MS);
    const { days, total } = await read(7);
    expect(days.map(({ conversations }) => conversations)).toEqual([1, 0, 0, 0, 0, 1, 2]);
    expect(days.at(-1)?.day).toBe(TODAY);
    expect(total.conversations).toBe(4);
    expect((await read(30)).total.conversations).toBe(5);
    expect((await read(90)).days).toHaveLength(90);
  });

  it('leave out visits without a word, and other websites', async () => {
    await write(TODAY, { messages: 0 });
    await write(TODAY, { site: 'demo' });
    expect((await read()).total.conversations).toBe(0);
  });

  it('tell offers, yeses, mails, takeovers and what the assistant did alone', async () => {
    await write(TODAY);
    await write(TODAY, { offeredAt: 1 });
    await write(TODAY, { offeredAt: 1, requestedAt: 2, notifiedAt: 3 });
    await write(TODAY, { offeredAt: 1, requestedAt: 2, phase: 'waiting' });
    await write(TODAY, {
      offeredAt: 1,
      requestedAt: 2,
      notifiedAt: 3,
      takenAt: 4,
      takeoverMs: 60_000,
    });
    await write(TODAY, { takenAt: 4 });
    await write(TODAY, { offeredAt: 1, requestedAt: 2, givenUpAt: 3 });
    const { total, aiShare } = await read();
    expect(total).toEqual({
      conversations: 7,
      offered: 5,
      accepted: 4,
      notified: 2,
      outcomes: { ai: 2, nobody_came: 1, waiting: 1, taken_over: 2, given_up: 1 },
      median: 60_000,
      p95: 60_000,
    });
    expect(aiShare).toBe(2 / 7);
  });

  it('time only takeovers that a yes came before, exactly', async () => {
    for (const takeoverMs of [30, 10, 20]) {
      await write(TODAY, { requestedAt: 1, takenAt: 2, takeoverMs });
    }
    await write(TODAY, { takenAt: 2 });
    await write(TODAY - DAY_MS, { requestedAt: 1, takenAt: 2, takeoverMs: 1000 });
    const { days, total } = await read();
    expect([total.median, total.p95]).toEqual([20, 1000]);
    expect([days.at(-1)?.median, days.at(-1)?.p95]).toEqual([20, 30]);
    expect(days.at(-3)?.median).toBeNull();
  });
});

describe('the overview', () => {
  const path = (query = '') => `/app/sites/${site}/overview${query}`;

  it('says so while there is nothing', async () => {
    const html = await member.page(path());
    expect(html).toContain('No conversations in the last 30 days');
    expect(html).not.toContain('<canvas');
  });

  it.each([
    ['?days=7', 7],
    ['?days=90', 90],
    ['', 30],
    ['?days=8', 30],
    ['?days=7%20', 30],
  ])('%s lists %d days', async (query, days) => {
    await write(Date.now());
    const html = await member.page(path(query));
    expect(html.match(/<th scope="row">/g)).toHaveLength(days);
    expect(html).toContain(`aria-current="true">${days} days`);
  });

  it('brings the numbers of the table along for the charts', async () => {
    await write(Date.now(), { requestedAt: 1, takenAt: 2, takeoverMs: 90_000 });
    await write(Date.now());
    const html = await member.page(path('?days=7'));
    const data = JSON.parse(
      (/data-charts="([^"]*)"/.exec(html)?.[1] ?? '')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&'),
    );
    expect(data.days).toHaveLength(7);
    expect(data.stacks.map(({ values }: { values: number[] }) => values.at(-1))).toEqual([
      1, 1, 0, 0, 0,
    ]);
    expect(data.lines[0].values.at(-1)).toBe(90_000);
    expect(data.lines[0].words.at(-1)).toBe('1 min 30 s');
    expect(html).toContain('<td>1 min 30 s</td>');
  });

  it('has nothing to draw where nobody was met, and says so', async () => {
    await write(Date.now());
    const html = await member.page(path());
    expect(html).toContain('data-chart="conversations"');
    expect(html).not.toContain('data-chart="takeovers"');
    expect(html).toContain('Nobody who wanted a person has met one');
  });

  it('is for the website’s own team', async () => {
    const stranger = await newSignedIn();
    expect((await stranger.get(path())).status).toBe(403);
  });
});
