import { env } from 'cloudflare:workers';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { allow } from '../../src/limits/rate-limiter.ts';
import { IMPORTS_PER_MINUTE } from '../../src/routes/dashboard/articles.ts';
import { TESTS_PER_MINUTE } from '../../src/routes/dashboard/knowledge.ts';
import { PAGE_SIZE } from '../../src/site/articles.ts';
import { dismissQuestion, openQuestions, unansweredStatements } from '../../src/site/unanswered.ts';
import { newOwner, newSignedIn, type SignedIn } from './members.ts';

const PAGE = '/app/sites/shop/knowledge';
const HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(1)>';

let owner: SignedIn;

beforeAll(async () => {
  await env.DB.prepare(
    "INSERT INTO site (id, name, owner, created_at) VALUES ('shop', 'Kite shop', 'o@acme.example', 0), ('other', 'Other', 'o@acme.example', 0)",
  ).run();
  owner = await newSignedIn({ name: 'Olive', sites: { shop: 'owner', other: 'owner' } });
});

beforeEach(async () => {
  await env.DB.batch([
    env.DB.prepare('DELETE FROM knowledge'),
    env.DB.prepare('DELETE FROM unanswered'),
  ]);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

interface Row {
  id: number;
  title: string;
  url: string | null;
  text: string;
}

async function articles(): Promise<Row[]> {
  const rows = await env.DB.prepare(
    'SELECT id, title, url, text FROM knowledge ORDER BY id',
  ).all<Row>();
  return rows.results;
}

async function write(title: string, text: string, url = ''): Promise<void> {
  const response = await owner.post(`${PAGE}/new`, { title, url, text });
  expect(response.status).toBe(303);
}

async function onlyArticle(): Promise<Row> {
  const [article] = await articles();
  if (!article) throw new Error('there is no article');
  return article;
}

/** An owner who may do something once more within the minute. */
async function nearlyTooFast(what: 'import' | 'test', perWindow: number): Promise<SignedIn> {
  const hasty = await newSignedIn({ name: 'Hasty', sites: { shop: 'owner' } });
  const limit = { key: `${what}:${hasty.member.id}`, perWindow, windowMs: 60_000 };
  for (let at = 1; at < perWindow; at++) await allow(env.RATE_LIMITER, limit, Date.now());
  return hasty;
}

async function leaveUnanswered(conversation: string, ...questions: string[]): Promise<void> {
  const asked = questions.map((question, at) => ({ seq: at + 2, question, at: 1_000 + at }));
  const statements = unansweredStatements(env.DB, 'shop', conversation, asked);
  if (statements.length > 0) await env.DB.batch(statements);
}

const open = async (limit = 10) =>
  (await openQuestions(env.DB, 'shop', limit)).map(({ question, conversations }) => [
    question,
    conversations,
  ]);

describe('the knowledge page', () => {
  it('is for owners', async () => {
    const agent = await newSignedIn({ sites: { shop: 'agent' } });
    const stranger = await newOwner();
    for (const path of [PAGE, `${PAGE}/new`, `${PAGE}/import`, `${PAGE}/1`]) {
      expect((await agent.get(path)).status).toBe(403);
      expect((await stranger.get(path)).status).toBe(403);
    }
    expect((await agent.post(`${PAGE}/new`, { title: 'a', text: 'b' })).status).toBe(403);
    expect(await articles()).toEqual([]);
  });

  it('helps while there is nothing to answer from', async () => {
    const html = await owner.page(PAGE);
    expect(html).toContain('Nothing to answer from yet');
    expect(html).toContain(`href="${PAGE}/new"`);
    expect(html).toContain(`href="${PAGE}/import"`);
  });

  it('keeps what is written, and has it found by the assistant’s search', async () => {
    await write('Kites', 'We sell kites.\r\n\r\nIn all colours.', 'https://acme.example/kites');
    expect(await articles()).toMatchObject([
      {
        title: 'Kites',
        url: 'https://acme.example/kites',
        text: 'We sell kites.\n\nIn all colours.',
      },
    ]);
    expect(await owner.page(PAGE)).toContain('1 article<');
  });

  it('says what is wrong beside the field and keeps what was typed', async () => {
    const response = await owner.post(`${PAGE}/new`, {
      title: ' ',
      url: 'javascript:alert(1)',
      text: 'Kept text',
    });
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).toContain('id="error-title"');
    expect(html).toContain('id="error-url"');
    expect(html).not.toContain('id="error-text"');
    expect(html).toContain('Kept text');
    expect(html).toContain('value="javascript:alert(1)"');
    expect(await articles()).toEqual([]);
  });

  it('changes an article', async () => {
    await write('Kites', 'We sell kites.');
    const { id } = await onlyArticle();
    expect(await owner.page(`${PAGE}/${id}`)).toContain('We sell kites.');
    const wrong = await owner.post(`${PAGE}/${id}`, { title: '', text: 'New' });
    expect(wrong.status).toBe(200);
    expect((await onlyArticle()).text).toBe('We sell kites.');
    await owner.post(`${PAGE}/${id}`, { title: 'Dragons', text: 'We sell dragons.' });
    expect(await articles()).toEqual([
      { id, title: 'Dragons', url: null, text: 'We sell dragons.' },
    ]);
    expect(await owner.page(`${PAGE}?q=dragons`)).toContain('1 article found');
    expect(await owner.page(`${PAGE}?q=kites`)).toContain('No article holds all of');
  });

  it('deletes an article on a second press, and nothing by being looked at', async () => {
    await write('Kites', 'We sell kites.');
    const { id } = await onlyArticle();
    expect(await owner.page(`${PAGE}/${id}/delete`)).toContain('Delete article');
    expect(await articles()).toHaveLength(1);
    expect((await owner.post(`${PAGE}/${id}/delete`)).status).toBe(303);
    expect(await articles()).toEqual([]);
    expect((await owner.get(`${PAGE}/${id}`)).status).toBe(404);
    expect((await owner.post(`${PAGE}/${id}/delete`)).status).toBe(404);
  });

  it('offers what was typed anew when a colleague has deleted the article meanwhile', async () => {
    const response = await owner.post(`${PAGE}/999999`, { title: 'Kites', text: 'Long work' });
    expect(response.status).toBe(409);
    const html = await response.text();
    expect(html).toContain('Long work');
    expect(html).toContain(`action="${PAGE}/new"`);
  });

  it('reaches no other website’s articles', async () => {
    await write('Kites', 'We sell kites.');
    const { id } = await onlyArticle();
    const path = `/app/sites/other/knowledge/${id}`;
    expect((await owner.get(path)).status).toBe(404);
    expect((await owner.post(path, { title: 'Mine', text: 'Mine' })).status).toBe(409);
    expect((await owner.post(`${path}/delete`)).status).toBe(404);
    expect((await onlyArticle()).title).toBe('Kites');
  });

  it('shows hostile text as text, wherever it stands', async () => {
    await write(HOSTILE, HOSTILE);
    const { id } = await onlyArticle();
    await leaveUnanswered('c1', HOSTILE);
    const asked = await owner.post(`${PAGE}/ask`, { question: HOSTILE });
    const pages = [
      await owner.page(PAGE),
      await owner.page(`${PAGE}?q=${encodeURIComponent(HOSTILE)}`),
      await owner.page(`${PAGE}/${id}`),
      await owner.page(`${PAGE}/${id}/delete`),
      await owner.page(`${PAGE}/new?title=${encodeURIComponent(HOSTILE)}`),
      await asked.text(),
    ];
    for (const html of pages) {
      expect(html).toContain('&lt;script>alert(1)');
      expect(html).not.toContain('<script>alert');
      expect(html).not.toContain('<img');
    }
  });
});

describe('the search for articles', () => {
  beforeEach(async () => {
    await write('Größentabelle', 'Unsere Jacken fallen groß aus.');
    await write('送料', '送料は全国一律です。');
    await write('100% cotton', 'Size M_L fits most.');
  });

  const found = async (q: string) => {
    const html = await owner.page(`${PAGE}?q=${encodeURIComponent(q)}`);
    return ['Größentabelle', '送料', '100% cotton'].filter((title) =>
      html.includes(`>${title}</a>`),
    );
  };

  it.each([
    ['größe', ['Größentabelle']],
    ['GROSS', []],
    ['jacken groß', ['Größentabelle']],
    ['jack', ['Größentabelle']],
    ['jacken cotton', []],
    ['全国', ['送料']],
    ['M_L', ['100% cotton']],
    ['0%', ['100% cotton']],
    ['%', ['100% cotton']],
    ['most', ['100% cotton']],
    ['" OR site : *', []],
    ['NEAR(', []],
    ['x'.repeat(5_000), []],
  ])('finds by all words, or letter by letter: %s', async (q, titles) => {
    expect(await found(q)).toEqual(titles);
  });

  it('finds everything by nothing', async () => {
    expect(await found('  ')).toHaveLength(3);
  });
});

describe('the pages of the list', () => {
  const fill = async (count: number) => {
    const insert = env.DB.prepare(
      "INSERT INTO knowledge (site, title, text, created_at, updated_at) VALUES ('shop', ?, 'Kite', ?, ?)",
    );
    const rows = Array.from({ length: count }, (_, at) => insert.bind(`No ${at}.`, at, at));
    await env.DB.batch(rows);
  };
  const listed = async (query: string) =>
    [...(await owner.page(`${PAGE}${query}`)).matchAll(/>(No \d+\.)<\/a>/g)].map(
      ([, title]) => title,
    );

  it('are one up to fifty articles', async () => {
    await fill(PAGE_SIZE);
    expect(await listed('')).toHaveLength(PAGE_SIZE);
    expect(await owner.page(PAGE)).not.toContain('Page 1 of');
  });

  it('are two from fifty-one on, the latest article first', async () => {
    await fill(PAGE_SIZE + 1);
    expect((await listed(''))[0]).toBe(`No ${PAGE_SIZE}.`);
    expect(await listed('?page=2')).toEqual(['No 0.']);
    expect(await owner.page(`${PAGE}?q=kite`)).toContain(
      `href="${PAGE}?q=kite&amp;page=2#articles"`,
    );
    expect(await listed('?q=kite&page=2')).toEqual(['No 0.']);
  });

  it.each(['99', '0', '-1', 'x', '1e9', '1.5'])('never run out: page %s', async (page) => {
    await fill(PAGE_SIZE + 1);
    const response = await owner.get(`${PAGE}?page=${page}`);
    expect(response.status).toBe(200);
    expect((await listed(`?page=${page}`)).length).toBeGreaterThan(0);
  });
});

describe('a test question', () => {
  it('is answered by the real assistant, with the passages it went by', async () => {
    await write('Kites', 'Our kites fly from 8 km/h of wind on.\n\nEvery kite has a spare line.');
    const { id } = await onlyArticle();
    const response = await owner.post(`${PAGE}/ask`, { question: 'Do kites have a spare line?' });
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).toContain('>Answered<');
    expect(html).toMatch(/class="test-text"[^>]*>Every kite has a spare line\./);
    expect(html).toContain('Named as its source');
    expect(html).toMatch(new RegExp(`class="used">.*?href="${PAGE}/${id}"`));
    expect(html).toContain('value="Do kites have a spare line?"');
  });

  it('goes by what is saved now', async () => {
    await write('Kites', 'Every kite has a spare line.');
    const { id } = await onlyArticle();
    await owner.post(`${PAGE}/${id}`, { title: 'Kites', text: 'Kites have no spare line.' });
    const response = await owner.post(`${PAGE}/ask`, { question: 'Do kites have a spare line?' });
    expect(await response.text()).toMatch(/class="test-text"[^>]*>Kites have no spare line\./);
  });

  it('that has no answer says so, and offers to write one', async () => {
    await write('Kites', 'Every kite has a spare line.');
    const response = await owner.post(`${PAGE}/ask`, { question: 'Do you rent snowmobiles?' });
    const html = await response.text();
    expect(html).toContain('>Not answered<');
    expect(html).toContain(`href="${PAGE}/new?title=Do+you+rent+snowmobiles%3F"`);
    expect(html).not.toContain('class="used"');
  });

  it('that is only a greeting uses no passage', async () => {
    await write('Hello kites', 'Hello, every kite has a spare line.');
    const html = await (await owner.post(`${PAGE}/ask`, { question: 'Hello' })).text();
    expect(html).toContain('>Answered<');
    expect(html).not.toContain('class="used"');
  });

  it.each([
    ['', true],
    ['  ', true],
    [`${'x'.repeat(999)}?`, false],
    [`${'x'.repeat(1_000)}?`, true],
  ])('is of some length', async (question, isWrong) => {
    await write('Kites', 'Every kite has a spare line.');
    const response = await owner.post(`${PAGE}/ask`, { question });
    expect((await response.text()).includes('id="error-question"')).toBe(isWrong);
  });

  it('is not asked by a link, and not too often', async () => {
    expect((await owner.get(`${PAGE}/ask?question=kites`)).status).toBe(303);
    const hasty = await nearlyTooFast('test', TESTS_PER_MINUTE);
    const ask = async (who: SignedIn) =>
      (await who.post(`${PAGE}/ask`, { question: 'Kites?' })).status;
    expect([await ask(hasty), await ask(hasty), await ask(owner)]).toEqual([200, 429, 200]);
  });
});

describe('importing through the form', () => {
  const IMPORT = `${PAGE}/import`;

  it('shows the text to be checked, and stores nothing', async () => {
    const page = `<title>Kites &amp; lines</title><main><p>Every kite</p><p>has a line. ${HOSTILE}</p></main>`;
    vi.stubGlobal('fetch', () =>
      Promise.resolve(new Response(page, { headers: { 'Content-Type': 'text/html' } })),
    );
    const response = await owner.post(IMPORT, { address: 'acme.example/kites' });
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).toContain('Nothing is saved yet');
    expect(html).toContain('value="Kites &amp; lines"');
    expect(html).toContain('value="https://acme.example/kites"');
    expect(html).toMatch(/<textarea[^>]*>Every kite\n\nhas a line\.<\/textarea>/);
    expect(html).toContain(`action="${PAGE}/new"`);
    expect(await articles()).toEqual([]);
  });

  it.each([
    ['http://localhost:8787/admin', 'public web'],
    ['http://[::ffff:a00:1]/', 'public web'],
    ['file:///etc/passwd', 'https://'],
    ['', 'Please enter the address'],
  ])('refuses %s in a clear line, and keeps it', async (address, words) => {
    vi.stubGlobal('fetch', () => Promise.reject(new Error('nothing is to be fetched')));
    const response = await owner.post(IMPORT, { address });
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).toMatch(new RegExp(`id="error-address">[^<]*${words}`));
    expect(html).toMatch(/name="address" value/);
    expect(html).toContain(address);
    expect(await articles()).toEqual([]);
  });

  it('refuses a PDF in words', async () => {
    vi.stubGlobal('fetch', () =>
      Promise.resolve(new Response('%PDF', { headers: { 'Content-Type': 'application/pdf' } })),
    );
    const html = await (await owner.post(IMPORT, { address: 'acme.example/a.pdf' })).text();
    expect(html).toMatch(/id="error-address">That is a PDF/);
  });

  it('is not done too often', async () => {
    const hasty = await nearlyTooFast('import', IMPORTS_PER_MINUTE);
    const take = async () => (await hasty.post(IMPORT, { address: 'http://localhost/' })).status;
    expect([await take(), await take()]).toEqual([200, 429]);
  });
});

describe('questions without an answer', () => {
  it('are counted by conversations, whatever they look like, most frequent first', async () => {
    await leaveUnanswered('c1', 'Do you rent kites?', 'do you rent kites', 'Is there parking?');
    await leaveUnanswered('c2', 'Is there any parking?', 'PARKING?!');
    await leaveUnanswered('c3', 'Hi, is there parking?', 'Who flies them?');
    expect(await open()).toEqual([
      [expect.stringMatching(/parking/i), 3],
      ['Who flies them?', 1],
      ['do you rent kites', 1],
    ]);
    expect(await open(1)).toHaveLength(1);
    const html = await owner.page(PAGE);
    expect(html).toContain('Asked in 3 conversations');
    expect(html).toContain('Asked in 1 conversation,');
  });

  it('are kept once, shortened, and only if they hold a word', async () => {
    const long = `Parking ${'x'.repeat(400)}?`;
    for (let times = 0; times < 2; times++) await leaveUnanswered('c1', long, '???', '👍');
    expect(await open()).toEqual([[long.slice(0, 300), 1]]);
  });

  it('leave the list when an article is written for them, not before', async () => {
    await leaveUnanswered('c1', 'Is there parking?', 'Do you rent kites?');
    const [question] = await openQuestions(env.DB, 'shop', 1);
    const fold = question?.fold ?? '';
    const form = await owner.page(`${PAGE}/new?${new URLSearchParams({ answers: fold })}`);
    expect(form).toContain(`value="${question?.question}"`);
    expect(form).toContain(`name="answers" value="${fold}"`);
    const wrong = await owner.post(`${PAGE}/new`, { title: 'Parking', text: '', answers: fold });
    expect(await wrong.text()).toContain(`name="answers" value="${fold}"`);
    expect(await open()).toHaveLength(2);
    await owner.post(`${PAGE}/new`, { title: 'Parking', text: 'Behind us.', answers: fold });
    expect(await open()).toHaveLength(1);
  });

  it('are dismissed, and stay so when their conversation is noted again', async () => {
    await leaveUnanswered('c1', 'Is there parking?');
    const [question] = await openQuestions(env.DB, 'shop', 1);
    const response = await owner.post(`${PAGE}/dismiss`, { fold: question?.fold ?? '' });
    expect(response.status).toBe(303);
    expect(await open()).toEqual([]);
    await leaveUnanswered('c1', 'Is there parking?');
    expect(await open()).toEqual([]);
    await leaveUnanswered('c2', 'Is there parking?');
    expect(await open()).toEqual([['Is there parking?', 1]]);
  });

  it('are nobody else’s to see or to dismiss', async () => {
    await leaveUnanswered('c1', 'Is there parking?');
    expect(await openQuestions(env.DB, 'other', 10)).toEqual([]);
    const [question] = await openQuestions(env.DB, 'shop', 1);
    await dismissQuestion(env.DB, 'other', question?.fold ?? '');
    expect(await open()).toHaveLength(1);
  });
});
