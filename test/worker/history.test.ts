import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Conversation } from '../../src/conversation/conversation.ts';
import { forgetStatements } from '../../src/site/conversation-index.ts';
import { MAX_FOUND, PAGE_SIZE } from '../../src/site/history.ts';
import { CLOSE } from '../../src/protocol/close-codes.ts';
import { Monitor } from '../../src/monitor/monitor.ts';
import { bindings, escalate, followLink, newVisitor, stubOf } from './client.ts';
import { newId, writeIndex } from './index-entry.ts';
import { knock } from './knock.ts';
import { newOwner, newSignedIn, type SignedIn } from './members.ts';
import { openLive } from './monitor-client.ts';

const DAY_MS = 86_400_000;
const db = bindings.DB;

let owner: SignedIn;
let agent: SignedIn;

beforeAll(async () => {
  owner = await newOwner();
  agent = await newSignedIn();
});

afterEach(() => vi.restoreAllMocks());

/** A website with nothing in it, and an agent of it. */
async function newSite(): Promise<{ site: string; member: SignedIn }> {
  const site = `s-${crypto.randomUUID().slice(0, 8)}`;
  await db
    .prepare('INSERT INTO site (id, name, owner, created_at) VALUES (?, ?, ?, 0)')
    .bind(site, site, 'nobody@acme.example')
    .run();
  return { site, member: await newSignedIn({ sites: { [site]: 'agent' } }) };
}

/** Has the visitor say `line 2.`, `line 3.` … until the log has that many entries. */
async function sayUpTo(
  stub: DurableObjectStub<Conversation>,
  last: number,
  from = 2,
): Promise<void> {
  await runInDurableObject(stub, (_, { storage }) => {
    for (let seq = from; seq <= last; seq++) {
      const body = JSON.stringify({
        seq,
        at: seq,
        kind: 'message',
        author: { role: 'visitor' },
        text: `line ${seq}.`,
      });
      storage.sql.exec(
        `INSERT INTO entry (seq, at, author, ref, said, team_only, body) VALUES (?, ?, 'visitor', NULL, 1, 0, ?)`,
        seq,
        seq,
        body,
      );
    }
  });
  // What it knows by heart of its log is from before.
  await evictDurableObject(stub);
}

/** The conversations a list names, in its order. */
const listed = (html: string) =>
  [...html.matchAll(/class="conversation-first" href="[^"]*\/history\/([0-9a-f]{64})"/g)].map(
    ([, id]) => id,
  );

const pathOf = (conversation: string, site = 'demo') =>
  `/app/sites/${site}/history/${conversation}`;

const countOf = async (table: string, conversation: string) => {
  const sql = `SELECT count(*) AS n FROM ${table} WHERE conversation = ?`;
  return (await db.prepare(sql).bind(conversation).first<{ n: number }>())?.n;
};

describe('the history', () => {
  it('says so while there is nothing, and counts a visit without a word as nothing', async () => {
    const { site, member } = await newSite();
    await writeIndex({ site, messages: 0, asked: 0, firstLine: '', lastLine: '' });
    const html = await member.page(`/app/sites/${site}/history`);
    expect(html).toContain('No conversations yet');
    expect(listed(html)).toEqual([]);
  });

  it('lists the newest activity first, of this website only', async () => {
    const { site, member } = await newSite();
    const other = await newSite();
    await writeIndex({ site: other.site });
    const old = await writeIndex({ site, startedAt: 5, lastAt: 10 });
    const newest = await writeIndex({ site, startedAt: 1, lastAt: 30 });
    const middle = await writeIndex({ site, startedAt: 7, lastAt: 20 });
    expect(listed(await member.page(`/app/sites/${site}/history`))).toEqual(
      [newest, middle, old].map(({ conversation }) => conversation),
    );
  });

  it('turns its pages without leaving out or doubling one, even of the same instant', async () => {
    const { site, member } = await newSite();
    const all: string[] = [];
    for (let index = 0; index < 2 * PAGE_SIZE + 1; index++) {
      const entry = await writeIndex({ site, lastAt: 1000 + Math.floor(index / 40) });
      all.unshift(entry.conversation);
    }
    const seen: (string | undefined)[] = [];
    let path: string | undefined = `/app/sites/${site}/history`;
    let pages = 0;
    while (path !== undefined) {
      const html: string = await member.page(path);
      seen.push(...listed(html));
      pages += 1;
      path = /href="([^"]*before=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(pages).toBe(3);
    expect(seen).toEqual(all);
  });

  it('narrows down by outcome', async () => {
    const { site, member } = await newSite();
    const now = Date.now();
    const at = (second: number) => now - DAY_MS + second * 1000;
    const offeredOnly = await writeIndex({ site, lastAt: at(1), phase: 'ended', offeredAt: 1 });
    const waiting = await writeIndex({ site, lastAt: at(2), phase: 'waiting', requestedAt: 1 });
    const inVain = await writeIndex({ site, lastAt: at(3), phase: 'assistant', requestedAt: 1 });
    const taken = await writeIndex({
      site,
      lastAt: at(5),
      phase: 'ended',
      requestedAt: 1,
      takenAt: 2,
    });
    const givenUp = await writeIndex({
      site,
      lastAt: at(4),
      phase: 'ended',
      requestedAt: 1,
      givenUpAt: 2,
    });
    const unasked = await writeIndex({ site, lastAt: at(6), phase: 'human', takenAt: 2 });
    const under = async (outcome: string) =>
      listed(await member.page(`/app/sites/${site}/history?outcome=${outcome}`));
    const ids = (...entries: { conversation: string }[]) =>
      entries.map(({ conversation }) => conversation);

    expect(await under('ai')).toEqual(ids(offeredOnly));
    expect(await under('escalated')).toEqual(ids(taken, givenUp, inVain, waiting));
    expect(await under('taken_over')).toEqual(ids(unasked, taken));
    expect(await under('nobody_came')).toEqual(ids(inVain));
    expect(await under('open')).toEqual(ids(unasked, inVain, waiting));
    expect(await under('nonsense')).toHaveLength(6);
    expect(await member.page(`/app/sites/${site}/history`)).toContain('Called off');
  });

  it('finds by the beginnings of words said, in any order, script and case', async () => {
    const { site, member } = await newSite();
    const tent = await writeIndex({ site, lastAt: 4 }, 'Größe of the Tent, please. Élan?');
    const fee = await writeIndex({ site, lastAt: 3 }, '海外への送料はいくらですか');
    const egypt = await writeIndex({ site, lastAt: 2 }, 'هل تشحنون إلى مصر؟');
    const sleep = await writeIndex({ site, lastAt: 1 }, 'tarp and bivvy');
    const search = async (words: string) =>
      listed(await member.page(`/app/sites/${site}/history?q=${encodeURIComponent(words)}`));

    expect(await search('ten')).toEqual([tent.conversation]);
    expect(await search('PLEASE ten')).toEqual([tent.conversation]);
    expect(await search('elan')).toEqual([tent.conversation]);
    expect(await search('größe')).toEqual([tent.conversation]);
    expect(await search('ent')).toEqual([]);
    expect(await search('tent tarp')).toEqual([]);
    expect(await search('送料')).toEqual([fee.conversation]);
    expect(await search('料送')).toEqual([]);
    expect(await search('تشحن')).toEqual([egypt.conversation]);
    expect(await search('bivvy')).toEqual([sleep.conversation]);
  });

  it('finds by part of the email address left, taken literally', async () => {
    const { site, member } = await newSite();
    const mia = await writeIndex({ site, lastAt: 2, contact: 'Mia_100%@Example.com' }, 'x');
    await writeIndex({ site, lastAt: 1, contact: 'mia@elsewhere.example' }, 'y');
    const search = async (words: string) =>
      listed(await member.page(`/app/sites/${site}/history?q=${encodeURIComponent(words)}`));
    expect(await search('mia_100%@example')).toEqual([mia.conversation]);
    expect(await search('MIA_1')).toEqual([mia.conversation]);
    expect(await search('a_1')).toEqual([mia.conversation]);
    expect(await search('a%1')).toEqual([]);
    expect(await search('"a_1')).toEqual([]);
    expect(await search('_1')).toEqual([]);
    expect(await search('%%')).toEqual([]);
  });

  it('finds by the address as it is now, of this website only', async () => {
    const { site, member } = await newSite();
    const other = await newSite();
    const search = async (words: string) =>
      listed(await member.page(`/app/sites/${site}/history?q=${encodeURIComponent(words)}`));
    const contact = 'ada@acme.example';
    const entry = await writeIndex({ site, contact: null }, 'x');
    await writeIndex({ site: other.site, contact }, 'x');
    await writeIndex({ site: `${site}-2`, contact }, 'x');
    expect(await search('da@ac')).toEqual([]);
    await writeIndex({ ...entry, contact }, 'x');
    expect(await search('da@ac')).toEqual([entry.conversation]);
    await writeIndex({ ...entry, contact: 'ben@acme.example' }, 'x');
    expect(await search('da@ac')).toEqual([]);
    expect(await search('en@ac')).toEqual([entry.conversation]);
    await db.batch(forgetStatements(db, entry.conversation));
    expect(await search('en@ac')).toEqual([]);
  });

  it('keeps nothing of an address once its conversation is deleted', async () => {
    const { site } = await newSite();
    const blocks = db.prepare(
      `SELECT count(*) AS n FROM contact_search_data WHERE instr(block, CAST('zqx' AS BLOB)) > 0`,
    );
    await writeIndex({ site, contact: 'kept@acme.example' }, 'x');
    const { conversation } = await writeIndex({ site, contact: 'Zqxjv@acme.example' }, 'x');
    expect((await blocks.first<{ n: number }>())?.n).toBeGreaterThan(0);
    await db.batch(forgetStatements(db, conversation));
    expect(await blocks.first()).toEqual({ n: 0 });
  });

  it('lists those that began last of very many that have a word, and says so', async () => {
    const { site, member } = await newSite();
    const write = async (from: number, to: number) => {
      const numbers = `WITH RECURSIVE n (n) AS (SELECT ${from} UNION ALL SELECT n + 1 FROM n WHERE n < ${to})`;
      await db.batch([
        db
          .prepare(
            `INSERT INTO conversation_index
               (conversation, site, phase, started_at, last_at, messages, asked, first_line, last_line)
             ${numbers} SELECT ?1 || n, ?1, 'ended', n, n, 1, 1, 'Line ' || n, '' FROM n`,
          )
          .bind(site),
        db
          .prepare(
            `INSERT INTO conversation_search (rowid, site, text)
             SELECT id, site, iif(started_at = 1, 'tent pole', 'tent') FROM conversation_index
             WHERE site = ? AND started_at >= ?`,
          )
          .bind(site, from),
      ]);
    };
    const search = (more: string) => member.page(`/app/sites/${site}/history?q=${more}`);
    await write(1, MAX_FOUND);
    expect(await search('tent&to=1970-01-02')).not.toContain('One more word finds older ones');
    await write(MAX_FOUND + 1, MAX_FOUND + 2);
    const html = await search('tent');
    expect(html).toContain('the 1,000 that began last');
    expect(html).toContain(`Line ${MAX_FOUND + 2}<`);
    expect(await search('tent&from=2000-01-01')).toContain('One more word finds older ones');
    const older = await search('tent+pole');
    expect(older).toContain('Line 1<');
    expect(older).not.toContain('One more word finds older ones');
  });

  it('takes for open what had something happen in the last days, so that no row is open for ever', async () => {
    const { site, member } = await newSite();
    const now = Date.now();
    const open = await writeIndex({ site, lastAt: now - DAY_MS });
    await writeIndex({ site, lastAt: now - 4 * DAY_MS });
    expect(listed(await member.page(`/app/sites/${site}/history?outcome=open`))).toEqual([
      open.conversation,
    ]);
  });

  it.each(['"', `' OR 1=1 --`, 'text:', 'a* NEAR/2 b)', '\0', '\ud800', 'x'.repeat(5000), '-'])(
    'takes %j for words and not for an error',
    async (words) => {
      const response = await agent.get(
        `/app/sites/demo/history?q=${encodeURIComponent(words.toWellFormed())}`,
      );
      expect(response.status).toBe(200);
    },
  );

  it('keeps to the days asked for, both included', async () => {
    const { site, member } = await newSite();
    const day = (n: number, ms = 0) => Date.UTC(2026, 0, n) + ms;
    await writeIndex({ site, lastAt: day(2, -1) });
    const first = await writeIndex({ site, lastAt: day(2) });
    const last = await writeIndex({ site, lastAt: day(4, -1) });
    await writeIndex({ site, lastAt: day(4) });
    const html = await member.page(`/app/sites/${site}/history?from=2026-01-02&to=2026-01-03`);
    expect(listed(html)).toEqual([last.conversation, first.conversation]);
  });

  it('says beside the field when the days are the wrong way round, and keeps them', async () => {
    const { site, member } = await newSite();
    await writeIndex({ site });
    const response = await member.get(
      `/app/sites/${site}/history?from=2026-01-03&to=2026-01-02&q=tent`,
    );
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('The last day is before the first.');
    expect(html).toMatch(/name="to" value="2026-01-02"[^>]* aria-invalid="true"/);
    expect(html).toContain('value="tent"');
  });

  it('shows whatever a visitor sent as text', async () => {
    const { site, member } = await newSite();
    const hostile = '</a><script>alert(1)</script><img src=x onerror=alert(2)>';
    const { conversation } = await writeIndex({
      site,
      firstLine: hostile,
      lastLine: hostile,
      pageTitle: hostile,
      contact: hostile,
      agent: hostile,
      country: hostile,
    });
    const html = await member.page(`/app/sites/${site}/history`);
    expect(listed(html)).toEqual([conversation]);
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img');
  });

  it('is for the website’s own team', async () => {
    const { site } = await newSite();
    expect((await agent.get(`/app/sites/${site}/history`)).status).toBe(403);
  });
});

describe('a conversation of the history', () => {
  it('is to be read with everything that happened', async () => {
    const { client, conversation } = await newVisitor();
    client.say('Do you sell <b>tents</b>?');
    const link = await escalate(client, conversation);
    const robin = await followLink(conversation, link, 'robin');
    await robin.hello();
    robin.send({ type: 'take_over', ref: robin.ref(), name: 'Robin' });
    await client.event('takeover.started');
    const html = await agent.page(pathOf(conversation));
    expect(html).toContain('Do you sell &lt;b>tents&lt;/b>?');
    expect(html).toContain('Wants a person');
    expect(html).toContain('The team was notified by email');
    expect(html).toContain('Robin took over');
    expect(html).toContain(`/live?open=${conversation}"`);
    expect(html).not.toContain('/delete');
  });

  it('shows a thousand entries at a time, the latest first', async () => {
    const { conversation, stub } = await newVisitor();
    await sayUpTo(stub, 1501);
    const latest = await agent.page(pathOf(conversation));
    expect(latest).toContain('line 1501.');
    expect(latest).toContain('line 502.');
    expect(latest).not.toContain('line 501.');
    expect(latest).toContain('?before=502"');
    const earlier = await agent.page(`${pathOf(conversation)}?before=502`);
    expect(earlier).toContain('line 501.');
    expect(earlier).toContain('line 2.');
    expect(earlier).not.toContain('line 502.');
    expect(earlier).not.toContain('Show earlier');
    expect(earlier).toContain('Show the latest');
    expect(latest).not.toContain('Show the latest');
    expect(latest).toContain('1,501 entries in all, 1,000 on');
  });

  it('is looked for without being read', async () => {
    const { client, conversation } = await newVisitor();
    client.say('Hello');
    await client.settled();
    const reads = vi.spyOn(Conversation.prototype, 'transcript');
    const head = async (path: string) => {
      const response = await agent.fetch(path, { method: 'HEAD' });
      return [response.status, await response.text()];
    };
    const { conversation: gone } = await writeIndex();
    const paths = [conversation, gone, newId(), 'short'].map((id) => pathOf(id));
    const answers = [
      [200, ''],
      [410, ''],
      [404, ''],
      [404, ''],
    ];
    expect(await Promise.all(paths.map(head))).toEqual(answers);
    const files = ['txt', 'json'].map((as) => `${pathOf(conversation)}/transcript.${as}`);
    expect(await Promise.all(files.map(head))).toEqual([
      [200, ''],
      [200, ''],
    ]);
    expect(reads).not.toHaveBeenCalled();
    await agent.page(pathOf(conversation));
    expect(reads).toHaveBeenCalledOnce();
  });

  it('links to nothing but the web', async () => {
    const { client, conversation } = await newVisitor();
    const url = 'javascript:alert(1)';
    client.send({
      type: 'hello',
      protocol: 1,
      lastSeq: 0,
      page: { url, title: 'Sale', referrer: 'data:text/html,x' },
    });
    await client.settled();
    const html = await agent.page(pathOf(conversation));
    expect(html).not.toMatch(/href="(?!https?:|mailto:|\/|#|data:image\/svg)/);
  });

  it.each(['', '/transcript.txt', '/transcript.json', '/delete'])(
    'is not to be had through another website, nor under a made-up id: %s',
    async (suffix) => {
      const { conversation } = await newVisitor();
      const { site } = await newSite();
      const stranger = await newSignedIn({ sites: { [site]: 'owner' } });
      const madeUp = ['0'.repeat(64), 'F'.repeat(64), 'short', conversation.slice(1), newId()];
      for (const id of [conversation, ...madeUp]) {
        expect((await stranger.get(pathOf(id, site) + suffix)).status).toBe(404);
      }
      expect((await stranger.get(pathOf(conversation) + suffix)).status).toBe(403);
    },
  );
});

describe('a download', () => {
  it('is an attachment that nothing takes for a page', async () => {
    const { client, conversation } = await newVisitor();
    client.say('=HYPERLINK("https://evil.example")\n@x');
    await client.settled();
    const text = await agent.get(`${pathOf(conversation)}/transcript.txt`);
    expect(text.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
    expect(text.headers.get('Content-Disposition')).toMatch(
      /^attachment; filename="demo-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.txt"$/,
    );
    expect(text.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(text.headers.get('Cache-Control')).toBe('no-store');
    expect(await text.text()).toContain(`\n    '=HYPERLINK("https://evil.example")\n    '@x\n`);
  });

  it('as JSON is the log to the letter', async () => {
    const { client, conversation } = await newVisitor();
    client.say('=1\n"2"');
    await client.settled();
    const json = await agent.get(`${pathOf(conversation)}/transcript.json`);
    expect(json.headers.get('Content-Disposition')).toMatch(/\.json"$/);
    const { entries } = (await stubOf(conversation).transcript({ after: 0 })) ?? {};
    expect(await json.json()).toMatchObject({ conversation, entries, about: { site: 'demo' } });
    expect(entries).toContainEqual(expect.objectContaining({ text: '=1\n"2"' }));
  });
});

describe('a download of a long conversation', () => {
  it('is whole, read page by page, and ends where the log did when it began', async () => {
    const { conversation, stub } = await newVisitor();
    await sayUpTo(stub, 2500);
    const reads = vi.spyOn(Conversation.prototype, 'transcript');
    const json = await agent.get(`${pathOf(conversation)}/transcript.json`);
    expect(reads.mock.calls).toEqual([[{ after: 0 }]]);
    await sayUpTo(stub, 2501, 2501);
    const { entries } = await json.json<{ entries: { seq: number }[] }>();
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 2500 }, (_, at) => at + 1));
    expect(reads.mock.calls).toEqual([[{ after: 0 }], [{ after: 1000 }], [{ after: 2000 }]]);
    const text = await (await agent.get(`${pathOf(conversation)}/transcript.txt`)).text();
    expect(text).toContain('\n    line 2.\n');
    expect(text).toContain('\n    line 2501.\n');
  });

  it.each(['txt', 'json'])('breaks off if the conversation goes away meanwhile: %s', async (as) => {
    const { conversation, stub } = await newVisitor();
    await sayUpTo(stub, 1001);
    const response = await agent.get(`${pathOf(conversation)}/transcript.${as}`);
    expect(response.status).toBe(200);
    await stub.erase();
    await expect(response.text()).rejects.toThrow('went away while it was read');
  });
});

/** Presses the button, and reads the page it leads to. */
async function deleted(conversation: string): Promise<string> {
  const answer = await owner.post(`${pathOf(conversation)}/delete`);
  const flash = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const next = answer.headers.get('Location') ?? '';
  return (await knock(next, { headers: { Cookie: `${owner.cookie}; ${flash}` } })).text();
}

describe('deleting a conversation for good', () => {
  it('leaves nothing in object, list, search, mails or Live, and tells the open chat', async () => {
    const { client, conversation, stub } = await newVisitor();
    client.say('My name is Zebulon');
    await escalate(client, conversation);
    await writeIndex(
      { conversation, lastAt: Date.now() + DAY_MS, firstLine: 'My name is Zebulon' },
      'Zebulon',
    );
    await db
      .prepare("INSERT OR IGNORE INTO team_mail VALUES (?, 'call', 9, ?, 5, ?, ?, NULL)")
      .bind(conversation, 'demo', 'sent', 'team@acme.example')
      .run();
    await db
      .prepare('INSERT INTO unanswered VALUES (?, 3, ?, ?, ?, 5)')
      .bind(conversation, 'demo', 'zebulon', 'Zebulon?')
      .run();
    expect(listed(await owner.page('/app/sites/demo/history?q=zebulon'))).toEqual([conversation]);
    const live = await openLive('demo', agent);
    expect((await live.hello()).map((card) => card.conversation)).toContain(conversation);

    const confirm = await owner.page(`${pathOf(conversation)}/delete`);
    expect(confirm).toContain('My name is Zebulon');
    expect(await stub.siteOf()).toBe('demo');

    const response = await owner.post(`${pathOf(conversation)}/delete`);
    expect(response.status).toBe(303);
    expect(response.headers.get('Location')).toBe('/app/sites/demo/history');
    expect((await client.closed).code).toBe(CLOSE.gone);
    await live.gone(conversation);
    expect(await stub.siteOf()).toBeNull();
    expect(listed(await owner.page('/app/sites/demo/history?q=zebulon'))).toEqual([]);
    for (const table of ['conversation_index', 'team_mail', 'unanswered']) {
      expect([table, await countOf(table, conversation)]).toEqual([table, 0]);
    }
    const mails = await db
      .prepare('SELECT count(*) AS n FROM dev_mail WHERE instr(text, ?) > 0')
      .bind(conversation)
      .first<{ n: number }>();
    expect(mails?.n).toBe(0);
    expect((await owner.get(pathOf(conversation))).status).toBe(404);
  });

  it('that cannot be finished at once closes it at once, and says that it goes on', async () => {
    const { client, conversation, stub } = await newVisitor();
    client.say('Hello');
    await client.settled();
    await writeIndex({ conversation, lastAt: Date.now() + DAY_MS }, 'Yolanda');
    vi.spyOn(Monitor.prototype, 'gone').mockRejectedValueOnce(new Error('away'));
    const told = await deleted(conversation);
    expect(told).toContain('is closed and being deleted');
    expect(told).not.toContain('try again');
    expect(listed(told)).not.toContain(conversation);
    expect((await client.closed).code).toBe(CLOSE.gone);
    expect(await stub.siteOf()).toBeNull();
    expect(await countOf('conversation_index', conversation)).toBe(0);
  });

  it('that could not even begin says so, and leaves it to be tried again', async () => {
    const { conversation, stub } = await newVisitor();
    await writeIndex({ conversation, lastAt: Date.now() + DAY_MS });
    vi.spyOn(Conversation.prototype, 'erase').mockRejectedValueOnce(new Error('away'));
    const told = await deleted(conversation);
    expect(told).toContain('Please try again');
    expect(listed(told)).toContain(conversation);
    expect(await stub.siteOf()).toBe('demo');
    expect(await deleted(conversation)).toContain('is deleted for good');
    expect(await stub.siteOf()).toBeNull();
  });

  it('is for owners, and for a form of theirs', async () => {
    const { client, conversation } = await newVisitor();
    client.say('Hello');
    await client.settled();
    const path = `${pathOf(conversation)}/delete`;
    expect((await agent.get(path)).status).toBe(403);
    expect((await agent.post(path)).status).toBe(403);
    expect((await owner.fetch(path, { method: 'POST' })).status).toBe(403);
    expect((await owner.get(path)).status).toBe(200);
    expect(await stubOf(conversation).siteOf()).toBe('demo');
  });

  it('takes no conversation of another website’s along', async () => {
    const { conversation } = await newVisitor();
    const { site } = await newSite();
    const stranger = await newSignedIn({ sites: { [site]: 'owner' } });
    expect((await stranger.post(`${pathOf(conversation, site)}/delete`)).status).toBe(404);
    expect(await stubOf(conversation).siteOf()).toBe('demo');
    const line = await writeIndex({ site: 'demo' });
    expect((await stranger.post(`${pathOf(line.conversation, site)}/delete`)).status).toBe(404);
    expect(await countOf('conversation_index', line.conversation)).toBe(1);
  });

  it('offers to remove the line of one that has erased itself', async () => {
    const { conversation } = await writeIndex();
    const page = await owner.get(pathOf(conversation));
    const html = await page.text();
    expect(page.status).toBe(410);
    expect(html).toContain('This conversation is gone');
    expect(html).toContain('Remove the line');
    expect(await agent.page(pathOf(conversation))).not.toContain('Remove the line');
    expect((await owner.get(`${pathOf(conversation)}/transcript.txt`)).status).toBe(404);
    expect((await owner.post(`${pathOf(conversation)}/delete`)).status).toBe(303);
    expect((await owner.get(pathOf(conversation))).status).toBe(404);
  });
});
