import { describe, expect, it } from 'vitest';
import { retrieve } from '../../../src/assistant/retrieval/retrieve.ts';
import { wordCount } from '../../../src/assistant/retrieval/split.ts';
import { find, openDatabase, SEED } from './demo-shop.ts';
import { ANSWERABLE, UNANSWERABLE } from './questions.ts';

const db = openDatabase();
db.exec(SEED);

/** As an answer does it: candidates from the index, then the ranking. */
function ask(question: string, before?: string) {
  const articles = find(db, 'demo', `${question}\n${before ?? ''}`);
  const asked = before === undefined ? { text: question } : { text: question, before };
  return retrieve(articles, asked, 'Acme Outdoor').answer;
}

describe('on the demo shop’s question set', () => {
  it('answers at least 97 % of the answerable from the right article', () => {
    const wrong = ANSWERABLE.filter(
      ({ question, before, about }) => !about.includes(ask(question, before)[0]?.title ?? ''),
    );
    expect(ANSWERABLE.length).toBeGreaterThanOrEqual(40);
    expect(wrong).toSatisfy((list: unknown[]) => list.length <= 0.03 * ANSWERABLE.length);
  });

  it('says that it does not have at least 92 % of the unanswerable', () => {
    const answered = UNANSWERABLE.filter((question) => ask(question).length > 0);
    expect(UNANSWERABLE.length).toBeGreaterThanOrEqual(25);
    expect(answered).toSatisfy((list: unknown[]) => list.length <= 0.08 * UNANSWERABLE.length);
  });

  it('never answers with more than a reader takes in at a glance', () => {
    const tooLong = ANSWERABLE.filter(({ question, before }) => {
      const text = ask(question, before).map((passage) => passage.text);
      return wordCount(text.join(' ')) > 120;
    });
    expect(tooLong).toEqual([]);
  });
});

describe('an answer', () => {
  it('is the passage that speaks of the question, not merely its article', () => {
    expect(ask('do you ship to Canada?')[0]?.text).toContain('Canada');
    expect(ask('when do I get my refund?')[0]?.text).toContain('5 working days');
  });

  it('has a second passage when the question has a second part', () => {
    const titles = ask('What are your opening hours, and do you accept PayPal?').map(
      ({ title }) => title,
    );
    expect(titles.sort()).toEqual(['Opening hours', 'Payment']);
  });

  it('has one passage when one says it all', () => {
    expect(ask('Do gift cards expire?')).toHaveLength(1);
  });

  it('leans on the line before only when the question does not stand alone', () => {
    expect(ask('and how much does it cost?', 'Do you repair tents?')[0]?.title).toBe('Repairs');
    expect(ask('and how much does it cost?', 'Do you ship abroad?')[0]?.title).toBe('Shipping');
    expect(ask('How do I wash a tent?', 'Do you have gift cards?')[0]?.title).toContain('Caring');
    expect(ask('how much?')[0]?.title).not.toBe('Repairs');
  });

  it('does not take the website’s own name for a topic', () => {
    expect(ask('Is Acme Outdoor on the moon?')).toEqual([]);
  });

  it('says of a thing it never heard of what it says of all things', () => {
    expect(ask('can I return my kettle?')[0]?.title).toBe('Returns and refunds');
  });

  it('is none without articles, and none without a question', () => {
    expect(retrieve([], { text: 'returns' })).toEqual({ passages: [], answer: [] });
    const articles = [{ id: 1, title: 'Returns', text: 'Within 60 days.' }];
    const texts = ['', ' ', '?', 'the', '\0', '🦓', '\ud800'];
    expect(texts.flatMap((text) => retrieve(articles, { text }).answer)).toEqual([]);
  });

  it('ranks best first and carries title, address and score', () => {
    const { passages } = retrieve(find(db, 'demo', 'return policy'), { text: 'return policy' });
    const scores = passages.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(passages[0]).toMatchObject({ title: 'Returns and refunds', url: '/demo#returns' });
    expect(find(db, 'demo', 'parking').flatMap(({ url }) => url ?? [])).not.toContain('null');
  });
});

describe('a message made to be expensive', () => {
  it.each([
    ['the same word again and again', '1 '.repeat(40_000)],
    ['ever new words', Array.from({ length: 15_000 }, (_, at) => `w${at.toString(36)}`).join(' ')],
    ['phrases without end', 'money back gift card opening hours '.repeat(2_500)],
    ['one word without end', 'x'.repeat(80_000)],
  ])('costs no more than a long one does: %s', (_, text) => {
    expect(retrieve(find(db, 'demo', text), { text, before: text }, 'Acme Outdoor')).toEqual({
      passages: expect.any(Array),
      answer: expect.any(Array),
    });
  });
});
