import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createArticle } from '../../src/site/articles.ts';
import { newSignedIn, type SignedIn } from './members.ts';

const PAGE = '/app/sites/words/knowledge';

let owner: SignedIn;

beforeAll(async () => {
  await env.DB.prepare(
    "INSERT INTO site (id, name, owner, created_at) VALUES ('words', 'Words', 'o@acme.example', 0)",
  ).run();
  owner = await newSignedIn({ name: 'Olive', sites: { words: 'owner' } });
});

/** Titles of articles that a word of another script finds, once nothing waits to be read. */
async function foundBy(word: string): Promise<unknown[]> {
  return vi.waitFor(async () => {
    const due = await env.DB.prepare("SELECT 1 FROM knowledge_due WHERE site = 'words'").all();
    expect(due.results).toEqual([]);
    const { results } = await env.DB.prepare(
      'SELECT knowledge.title FROM knowledge_terms JOIN knowledge ON id = knowledge_terms.rowid WHERE knowledge_terms MATCH ?',
    )
      .bind(`"${word}"`)
      .all<{ title: string }>();
    return results.map(({ title }) => title);
  });
}

describe('the words of an article in another script', () => {
  it('are read after it is written, and again after it is changed', async () => {
    await owner.post(`${PAGE}/new`, { title: '退货', url: '', text: '六十天之内可以退货。' });
    expect(await foundBy('退货')).toEqual(['退货']);
    const sql = "SELECT id FROM knowledge WHERE site = 'words'";
    const row = await env.DB.prepare(sql).first<{ id: number }>();
    await owner.post(`${PAGE}/${row?.id}`, { title: '配送', url: '', text: '两天送到。' });
    expect(await foundBy('配送')).toEqual(['配送']);
    expect(await foundBy('退货')).toEqual([]);
  });

  it('are read when the owner opens Knowledge, if they were left', async () => {
    await createArticle(env.DB, 'words', { title: '保修', url: null, text: '五年。' }, 0);
    await owner.get(PAGE);
    expect(await foundBy('保修')).toEqual(['保修']);
  });
});
