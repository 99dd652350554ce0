import { afterAll, describe, expect, it } from 'vitest';
import { retrieve } from '../../../src/assistant/retrieval/retrieve.ts';
import { find } from './demo-shop.ts';
import { HOTELS } from './hotels.ts';
import { SHOPS, type Shop } from './languages.ts';
import { databaseOf, hashedLetters, QUESTION_SETS, recallOf, type Recall } from './recall.ts';

/** Shown with `--silent=false`. */
const table: Record<string, string | number>[] = [];
afterAll(() => console.table(table));

const percent = (count: number, { asked }: Recall) => Math.round((100 * count) / asked);
const shown = (recall: Recall) =>
  [recall.at1, recall.at3, recall.at6].map((count) => percent(count, recall)).join(' / ');

const OTHER_WORDS = 'demo shop, other words';

describe('the passages for a model', () => {
  it.each(QUESTION_SETS)('are of the right article: $name', (set) => {
    const words = recallOf(set);
    const fused = recallOf(set, hashedLetters);
    table.push({ set: set.name, asked: words.asked, words: shown(words), fused: shown(fused) });
    expect(words.asked).toBeGreaterThanOrEqual(7);
    const least = set.name === OTHER_WORDS ? 0.25 : 0.85;
    expect(words.at1).toBeGreaterThanOrEqual(least * words.asked);
    // Even a second ranking that knows no meanings takes next to nothing from the first.
    expect(fused.at3).toBeGreaterThanOrEqual(words.at3);
    expect(fused.at6).toBeGreaterThanOrEqual(words.at6);
    expect(fused.at1).toBeGreaterThanOrEqual(words.at1 - 1);
  });

  it('are found more often with a second ranking where the words differ', () => {
    const set = QUESTION_SETS.find(({ name }) => name === OTHER_WORDS);
    if (!set) throw new Error('the set is gone');
    expect(recallOf(set, hashedLetters).at6).toBeGreaterThan(1.2 * recallOf(set).at6);
  });
});

/** What becomes of a shop's questions where no model is asked. */
function tallyOf({ articles, answerable, unanswerable }: Shop) {
  const db = databaseOf(articles);
  const titleFor = (text: string) =>
    retrieve(find(db, 'demo', text), { text }, 'Acme').answer[0]?.title;
  const titles = answerable.map(([at, text]) => [articles[at]?.[0], titleFor(text)] as const);
  return {
    asked: titles.length,
    right: titles.filter(([about, title]) => title === about).length,
    wrong: titles.filter(([about, title]) => title !== undefined && title !== about),
    madeUp: unanswerable.filter((text) => titleFor(text) !== undefined),
  };
}

describe.each([
  { kind: 'shops', places: SHOPS, least: 0.95 },
  { kind: 'hotels', places: HOTELS, least: 0.7 },
])('without a model, $kind in languages without a stemmer', ({ places, least }) => {
  const tallies = places.map(tallyOf);

  it('are answered for by the right article', () => {
    const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
    const asked = sum(tallies.map((tally) => tally.asked));
    expect(sum(tallies.map(({ right }) => right))).toBeGreaterThanOrEqual(least * asked);
    for (const { right, asked: all } of tallies) expect(right).toBeGreaterThanOrEqual(0.6 * all);
  });

  it('never have another article speak for the right one', () => {
    expect(tallies.flatMap(({ wrong }) => wrong)).toEqual([]);
  });

  it('own up to what their articles do not say', () => {
    expect(tallies.flatMap(({ madeUp }) => madeUp)).toEqual([]);
  });
});
