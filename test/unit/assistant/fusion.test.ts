import { describe, expect, it } from 'vitest';
import { fuse } from '../../../src/assistant/retrieval/fusion.ts';
import type { Article } from '../../../src/assistant/retrieval/passage.ts';
import { MAX_PASSAGES, MAX_TOKENS, retrieve } from '../../../src/assistant/retrieval/retrieve.ts';
import { tokensIn } from '../../../src/assistant/prompt/tokens.ts';

describe('fused rankings', () => {
  const order = (...rankings: string[][]) => fuse(rankings, String).map(({ item }) => item);

  it('put first what stands high in both', () => {
    expect(order(['a', 'b', 'c'], ['b', 'd'])).toEqual(['b', 'a', 'd', 'c']);
  });

  it('are the one there is where the other is empty', () => {
    expect(order(['a', 'b'], [])).toEqual(['a', 'b']);
    expect(order([], ['a', 'b'])).toEqual(['a', 'b']);
    expect(order()).toEqual([]);
  });

  it('prefer the earlier ranking among equals', () => {
    expect(order(['a'], ['b'])).toEqual(['a', 'b']);
  });

  it('take the same thing once, from the first ranking that has it', () => {
    const fused = fuse(
      [[{ id: 1, from: 'words' }], [{ id: 1, from: 'meaning' }]],
      ({ id }) => `${id}`,
    );
    expect(fused.map(({ item }) => item.from)).toEqual(['words']);
  });
});

describe('what a model is given', () => {
  const article = (id: number, title: string, text: string): Article => ({ id, title, text });
  const boats = article(1, 'Boats', 'We sell every kayak there is.');
  const returns = article(2, 'Returns', 'Send it back within 60 days.');
  const near = (of: Article) => ({ article: of, text: of.text, nearness: 0.5 });

  it('holds what was found by its meaning alone, with its source', () => {
    const url = 'https://acme.example/boats';
    const found = retrieve([returns], { text: 'how do returns work' }, '', [
      near({ ...boats, url }),
    ]);
    expect(found.passages.map(({ article: id, title, url: at }) => [id, title, at])).toEqual([
      [2, 'Returns', undefined],
      [1, 'Boats', url],
    ]);
  });

  it('has no say in what is said verbatim', () => {
    const asked = { text: 'where can I buy a canoe' };
    expect(retrieve([], asked, '', [near(boats)])).toMatchObject({
      passages: [{ title: 'Boats' }],
      answer: [],
    });
    const answers = [[], [near(boats)]].map((nearest) =>
      retrieve([returns], { text: 'returns' }, '', nearest).answer.map(({ text }) => text),
    );
    expect(answers).toEqual([[returns.text], [returns.text]]);
  });

  it('holds the very passages that are said verbatim', () => {
    const found = retrieve([returns], { text: 'returns' }, '', [near(boats)]);
    expect(found.answer).toHaveLength(1);
    for (const passage of found.answer) expect(found.passages).toContain(passage);
  });

  it('names a passage that both rankings found once', () => {
    expect(retrieve([returns], { text: 'returns' }, '', [near(returns)]).passages).toHaveLength(1);
  });

  it('is ranked best first', () => {
    const { passages } = retrieve([returns, boats], { text: 'kayak' }, '', [near(boats)]);
    const scores = passages.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(passages[0]?.title).toBe('Boats');
  });

  const many = (length: number, text: string) =>
    Array.from({ length }, (_, at) => article(at, `Returns ${at}`, `Return it: ${text}`));

  it.each([
    ['as many as allowed, if they are short', 'in a day.', MAX_PASSAGES],
    ['fewer, if they are long', `${'Ж'.repeat(300)} ${'Ж'.repeat(300)}.`, MAX_PASSAGES - 1],
  ])('are %s', (_, text, most) => {
    const { passages } = retrieve(many(8, text), { text: 'return' });
    const tokens = passages.reduce((sum, passage) => sum + tokensIn(passage.text), 0);
    expect(passages.length).toBeLessThanOrEqual(most);
    expect(tokens).toBeLessThanOrEqual(MAX_TOKENS);
    expect(passages.length).toBeGreaterThan(1);
  });

  it('is kept short in scripts that cost more', () => {
    const wide = Array.from({ length: 8 }, (_, at) =>
      article(at, '退货', `退货说明。${'请保留包装'.repeat(38)}`),
    );
    const { passages } = retrieve(wide, { text: '退货' });
    const tokens = passages.reduce((sum, passage) => sum + tokensIn(passage.text), 0);
    expect(passages.length).toBeGreaterThan(2);
    expect(tokens).toBeLessThanOrEqual(MAX_TOKENS);
  });

  it('holds the best passage in any case', () => {
    const endless = article(1, 'Returns '.repeat(2_000), 'Return it.');
    expect(retrieve([endless], { text: 'return' }).passages).toHaveLength(1);
  });
});
