/** Pages of others that mean harm, and what becomes of them as knowledge: for the owner, and for visitors. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MAX_TEXT_CHARS, MAX_TITLE_CHARS } from '../../src/site/articles.ts';
import { importPage } from '../../src/site/import.ts';
import { CORPUS, FOREIGN, type Payload } from '../hostile/corpus.ts';
import { shapeOf } from '../hostile/shape.ts';
import { isAnswer } from './asking.ts';
import { bindings, newVisitor } from './client.ts';
import { newOwner, type SignedIn } from './members.ts';

const ADDRESS = 'https://acme.example/zeppelins';
const PAGE = '/app/sites/demo/knowledge';

afterEach(() => {
  vi.unstubAllGlobals();
});

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A page that says it in every place that is read, as markup or as the text of it. */
function pageSaying(words: string): string {
  return `<!doctype html><html><head><title>${words}</title>
<meta property="og:title" content="${words}"><base href="https://${FOREIGN}/"></head>
<body><h1>${words}</h1><main><p>Zeppelins fly at noon.</p><p>${words}</p>
<a href="${words}">${words}</a><!-- ${words} --></main></body></html>`;
}

const html = (body: string) =>
  new Response(body, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });

const imported = (page: string) =>
  importPage(ADDRESS, () => Promise.resolve(html(page)), new AbortController().signal);

describe('a page that means harm', () => {
  it.each(CORPUS)(
    'becomes a title of one line and a text, or is refused: $name',
    async ({ text }) => {
      for (const words of [text.toWellFormed(), escaped(text.toWellFormed())]) {
        const read = await imported(pageSaying(words));
        if (!read.ok) {
          expect(read.failure.reason).toMatch(/^(?:empty|unreadable)$/);
          continue;
        }
        const { page } = read;
        expect(page.url).toBe(ADDRESS);
        expect(page.title).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect(page.title.length).toBeLessThanOrEqual(MAX_TITLE_CHARS);
        expect(page.text).not.toContain('\0');
        expect(page.text.isWellFormed()).toBe(true);
        expect(page.text.length).toBeLessThanOrEqual(MAX_TEXT_CHARS);
      }
    },
  );

  it('is given up where it is nothing but tags that begin', async () => {
    const read = await imported('<'.repeat(1_900_000));
    expect(read).toEqual({ ok: false, failure: { reason: 'unreadable' } });
  });

  it('is bounded, however it is blown up', async () => {
    for (const page of [
      `<title>${'a'.repeat(500_000)}</title><p>${'a\u0335'.repeat(400_000)}`,
      `<title>x</title>${'<div>'.repeat(100_000)}deep`,
      `<title>x</title><p>${'&amp;'.repeat(300_000)}`,
      `<title>x</title><main>${'<p>x'.repeat(300_000)}</main>`,
      `<p ${'a=b '.repeat(300_000)}>x</p>`,
    ]) {
      const read = await imported(page);
      if (!read.ok) continue;
      expect(read.page.title.length).toBeLessThanOrEqual(MAX_TITLE_CHARS);
      expect(read.page.text.length).toBeLessThanOrEqual(MAX_TEXT_CHARS);
    }
  });
});

const KINDS =
  /^(?:close-t|quote-double|entities$|null-tag|bidi-unclosed|url-data|header-crlf|cdata)/;

describe('a page that means harm, imported through the form', () => {
  /** Takes it in as an owner would: import, look, save, open, delete. What the pages are made of. */
  async function takeIn(owner: SignedIn, words: string): Promise<string[]> {
    vi.stubGlobal('fetch', () => Promise.resolve(html(pageSaying(escaped(words)))));
    const preview = await (await owner.post(`${PAGE}/import`, { address: ADDRESS })).text();
    vi.unstubAllGlobals();
    const read = await imported(pageSaying(escaped(words)));
    if (!read.ok) throw new Error('nothing to read');
    const { title, url, text } = read.page;
    expect((await owner.post(`${PAGE}/new`, { title, url, text })).status).toBe(303);
    const row = await bindings.DB.prepare('SELECT MAX(id) AS id FROM knowledge').first<{
      id: number;
    }>();
    const pages = [preview];
    for (const path of [PAGE, `${PAGE}/${row?.id}`, `${PAGE}/${row?.id}/delete`]) {
      pages.push(await owner.page(path));
    }
    pages.push(
      await (await owner.post(`${PAGE}/ask`, { question: 'When do zeppelins fly?' })).text(),
    );
    return pages.flatMap(shapeOf);
  }

  it.each(CORPUS.filter(({ name }) => KINDS.test(name)))(
    'is text on every page that shows it, and a source that leads to where it was found: $name',
    async ({ text }: Payload) => {
      await bindings.DB.prepare('DELETE FROM knowledge').run();
      const harmless = await takeIn(await newOwner(), 'harmless');
      await bindings.DB.prepare('DELETE FROM knowledge').run();
      const shape = await takeIn(await newOwner(), text.toWellFormed());
      expect(shape.filter((tag) => !harmless.includes(tag))).toEqual([]);

      const { client } = await newVisitor();
      client.say('When do zeppelins fly?');
      const answer = await client.entry(isAnswer);
      if (!isAnswer(answer)) throw new Error('no answer');
      for (const { url } of answer.sources ?? []) expect(url).toBe(ADDRESS);
    },
  );
});
