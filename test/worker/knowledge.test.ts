import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import articles from '../../migrations/seed/knowledge.sql?raw';
import { createAnswerer } from '../../src/assistant/answer.ts';
import type { AnswerPart, Question } from '../../src/assistant/answerer.ts';
import { createArticle } from '../../src/site/articles.ts';
import { findArticles } from '../../src/site/knowledge.ts';
import { readDueArticles } from '../../src/site/terms.ts';
import { findSite } from '../../src/site/sites.ts';

beforeAll(async () => {
  await env.DB.prepare(articles.replaceAll(/^--.*$/gm, '')).run();
});

async function questionOf(text: string): Promise<Question> {
  const settings = await findSite(env.DB, 'demo');
  if (!settings) throw new Error('the demo site is missing');
  return { settings, lines: [{ role: 'visitor', text }], asked: [text], team: 'available' };
}

describe('the knowledge of a site', () => {
  it('is found in D1 by a visitor’s own words', async () => {
    const found = await findArticles(env.DB, 'demo', 'How do I send a jacket back?', 5);
    expect(found.map((article) => article.title)).toContain('Returns and refunds');
  });

  it('is nobody else’s', async () => {
    expect(await findArticles(env.DB, 'other', 'How do I send a jacket back?', 5)).toEqual([]);
  });

  it.each([
    '"',
    'a AND',
    'NEAR(',
    '* ^ : -',
    '\u0000',
    '😀',
    'title:x',
    '',
    'the of and',
    "'; DROP TABLE site",
  ])('is not harmed by %j', async (question) => {
    expect(await findArticles(env.DB, 'demo', question, 5)).toEqual(expect.any(Array));
  });

  it.each([
    ['退货与退款', '收到商品后60天内可以退货。', '怎么退货？'],
    ['การคืนสินค้า', 'คืนได้ภายในหกสิบวัน', 'คืนสินค้าได้ไหม'],
    ['Доставка', 'Доставляем за три дня.', 'сколько идёт доставка'],
    ['वापसी', 'साठ दिनों में वापस करें।', 'सामान वापस कैसे करें'],
  ])(
    'is found in any script, at once and when its words have been read: %s',
    async (title, text, question) => {
      const site = `words-${crypto.randomUUID().slice(0, 8)}`;
      await env.DB.prepare(
        "INSERT INTO site (id, name, owner, created_at) VALUES (?, 'Words', 'o@acme.example', 0)",
      )
        .bind(site)
        .run();
      await createArticle(env.DB, site, { title, url: null, text }, 0);
      const due = async () => {
        const sql = 'SELECT count(*) AS count FROM knowledge_due WHERE site = ?';
        return (await env.DB.prepare(sql).bind(site).first<{ count: number }>())?.count;
      };
      const found = async () =>
        (await findArticles(env.DB, site, question, 5)).map((article) => article.title);
      expect([await due(), await found()]).toEqual([1, [title]]);
      await readDueArticles(env.DB, site);
      expect([await due(), await found()]).toEqual([0, [title]]);
      const elsewhere = await findArticles(env.DB, 'demo', question, 5);
      expect(elsewhere.map((article) => article.title)).not.toContain(title);
    },
  );

  it('goes with its site', async () => {
    await env.DB.prepare(
      "INSERT INTO site (id, name, owner, created_at) VALUES ('gone', 'Gone', 'o@acme.example', 0)",
    ).run();
    await env.DB.prepare(
      "INSERT INTO knowledge (site, title, text, created_at, updated_at) VALUES ('gone', 'Kites', 'We sell kites.', 0, 0)",
    ).run();
    expect(await findArticles(env.DB, 'gone', 'kites', 5)).toHaveLength(1);
    await env.DB.prepare("DELETE FROM site WHERE id = 'gone'").run();
    expect(await findArticles(env.DB, 'gone', 'kites', 5)).toEqual([]);
  });
});

describe('the embedded assistant', () => {
  it('answers from it in the real runtime, streamed, with the source named', async () => {
    const answerer = createAnswerer({
      findArticles: (site, question, limit) => findArticles(env.DB, site, question, limit),
    });
    const parts: AnswerPart[] = [];
    const question = await questionOf('How do I return a jacket?');
    for await (const part of answerer(question, new AbortController().signal)) parts.push(part);
    expect(parts.filter((part) => part.type === 'text').length).toBeGreaterThan(3);
    expect(parts.at(-1)).toMatchObject({
      type: 'done',
      answered: true,
      sources: [{ title: 'Returns and refunds', url: '/demo#returns' }],
    });
  });
});
