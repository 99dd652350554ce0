import { exports } from 'cloudflare:workers';
import { describe, expect, it, vi } from 'vitest';
import {
  FORGOTTEN_AFTER_MS,
  lastSeen,
  NOTED_EVERY_MS,
  noteSighting,
  sightingIn,
} from '../../src/site/seen.ts';
import { CLOSE } from '../../src/protocol/close-codes.ts';
import { createSite } from '../../src/site/own-sites.ts';
import { findSite } from '../../src/site/sites.ts';
import { bindings, connect, HOST, stubOf } from './client.ts';
import { newMember, newOwner, newSignedIn, type SignedIn } from './members.ts';

/** Creates a website through the form, and returns its id. */
async function create(owner: SignedIn, name: string, domains = 'shop.example'): Promise<string> {
  const response = await owner.post('/app/sites/new', { name, domains });
  const location = response.headers.get('Location') ?? '';
  const [, site] = /^\/app\/sites\/([^/]+)\/install$/.exec(location) ?? [];
  if (site === undefined) throw new Error(`not created: ${response.status}`);
  return site;
}

const rows = async (table: string, site: string) => {
  const query = bindings.DB.prepare(`SELECT count(*) AS count FROM ${table} WHERE site = ?`);
  return (await query.bind(site).first<{ count: number }>())?.count;
};

/** Resolves once a sighting is noted: the answer to whoever is seen does not wait for it. */
async function isNoted(site: string, host: string): Promise<void> {
  const query = bindings.DB.prepare('SELECT 1 FROM widget_seen WHERE site = ? AND host = ?');
  while ((await query.bind(site, host).first()) === null) await scheduler.wait(1);
}

const config = (site: string, headers: Record<string, string>) =>
  exports.default.fetch(`${HOST}/v1/sites/${site}/config`, { headers });

describe('a new website', () => {
  it('belongs to whoever creates it, with escalation off, and comes to its install page', async () => {
    const owner = await newOwner();
    const site = await create(
      owner,
      'Blue Kettle',
      'https://Kettle.example/tea\nwww.kettle.example',
    );
    expect(await findSite(bindings.DB, site)).toMatchObject({
      site: 'blue-kettle',
      name: 'Blue Kettle',
      domains: ['kettle.example', 'www.kettle.example'],
      escalation: { enabled: false, address: '' },
    });
    const page = await owner.page(`/app/sites/${site}/install`);
    expect(page).toContain('data-site=&quot;blue-kettle&quot;');
    const list = await owner.page('/app/sites');
    expect(list).toContain('Blue Kettle');
    expect(list).toContain('kettle.example, www.kettle.example');
  });

  it('gets an id of its own, even if its name is taken, reserved or has no letters of ours', async () => {
    const owner = await newOwner();
    expect(await create(owner, 'Twice')).toBe('twice');
    expect(await create(owner, 'twice!')).toBe('twice-2');
    expect(await create(owner, 'Twice')).toBe('twice-3');
    expect(await create(owner, 'New')).toBe('new-2');
    expect(await create(owner, '日本', 'tea.example')).toBe('tea-example');
  });

  it('gets something by chance behind its name once twenty have the name already', async () => {
    const wanted = { name: 'Often', domains: ['often.example'], owner: await newMember() };
    const ids: string[] = [];
    for (let at = 0; at < 22; at++) ids.push(await createSite(bindings.DB, wanted, Date.now()));
    const numbered = Array.from({ length: 19 }, (_, at) => `often-${at + 2}`);
    expect(ids.slice(0, 20)).toEqual(['often', ...numbered]);
    expect(new Set(ids).size).toBe(22);
    for (const id of ids.slice(20)) {
      expect(id).toMatch(/^often-[0-9a-f]{8}$/);
      expect(await rows('membership', id)).toBe(1);
    }
  });

  it('is one website each when two are created in the same moment', async () => {
    const owner = await newMember();
    const wanted = { name: 'Moment', domains: ['m.example'], owner };
    const now = Date.now();
    const made = await Promise.all([1, 2, 3].map(() => createSite(bindings.DB, wanted, now)));
    expect(new Set(made).size).toBe(3);
    for (const site of made) expect(await rows('membership', site)).toBe(1);
  });

  it('is refused beside the fields, with what was typed', async () => {
    const owner = await newOwner();
    const fields = { name: ' ', domains: '"><script>.example' };
    const response = await owner.post('/app/sites/new', fields);
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain('Enter a name of 1 to 60 characters.');
    expect(page).toContain('is not a domain');
    expect(page).not.toContain('"><script>.example');
    expect(page).toContain('&lt;script>.example');
  });

  it('is nobody’s to create who owns none', async () => {
    const agent = await newSignedIn();
    expect((await agent.get('/app/sites/new')).status).toBe(403);
    const fields = { name: 'Mine', domains: 'mine.example' };
    expect((await agent.post('/app/sites/new', fields)).status).toBe(403);
    expect(await agent.page('/app/sites')).not.toContain('New website');
  });
});

describe('a website', () => {
  it('is renamed and moved by its owners only', async () => {
    const owner = await newOwner();
    const site = await create(owner, 'Old name');
    const path = `/app/sites/${site}/website`;
    const agent = await newSignedIn({ sites: { [site]: 'agent' } });
    const fields = { name: 'New name', domains: '127.0.0.1', retention: '30' };
    expect((await agent.get(path)).status).toBe(403);
    expect((await agent.post(path, fields)).status).toBe(403);
    expect((await agent.post(`${path}/delete`, { confirm: 'Old name' })).status).toBe(403);
    const before = await findSite(bindings.DB, site);
    expect(before?.name).toBe('Old name');
    expect((await owner.post(path, fields)).status).toBe(303);
    expect(await findSite(bindings.DB, site)).toMatchObject({
      name: 'New name',
      domains: ['127.0.0.1'],
      retentionDays: 30,
      version: (before?.version ?? 0) + 1,
    });
  });

  it.each([
    ['0', 200],
    ['1', 303],
    ['3650', 303],
    ['3651', 200],
    ['', 200],
    ['1.5', 200],
    ['ten', 200],
  ])('that is to be kept for %j days answers %i', async (retention, status) => {
    const owner = await newOwner();
    const site = await create(owner, 'Keeper');
    const fields = { name: 'Keeper', domains: 'shop.example', retention };
    expect((await owner.post(`/app/sites/${site}/website`, fields)).status).toBe(status);
  });

  it('is deleted only by its name', async () => {
    const owner = await newOwner();
    const site = await create(owner, 'Short Lived');
    const path = `/app/sites/${site}/website/delete`;
    const refused = await owner.post(path, { confirm: 'short lived' });
    expect(refused.status).toBe(200);
    expect(await refused.text()).toContain('That is not its name.');
    expect(await findSite(bindings.DB, site)).not.toBeNull();
    expect((await owner.post(path, { confirm: ' Short  Lived ' })).status).toBe(303);
    expect(await findSite(bindings.DB, site)).toBeNull();
  });

  it('leaves nothing in D1 when it is deleted, and its members where they were', async () => {
    const owner = await newOwner();
    const site = await create(owner, 'Leaves nothing');
    const now = Date.now();
    const { DB } = bindings;
    await DB.batch([
      DB.prepare(
        'INSERT INTO knowledge (site, title, text, created_at, updated_at) VALUES (?, ?, ?, 0, 0)',
      ).bind(site, 'Vanishing', 'words'),
      DB.prepare(
        `INSERT INTO unanswered (conversation, seq, site, fold, question, at) VALUES ('c', 1, ?, '', '', 0)`,
      ).bind(site),
      DB.prepare(
        `INSERT INTO team_mail (conversation, kind, number, site, at, status, address) VALUES ('c', 'call', 1, ?, 0, 'sent', '')`,
      ).bind(site),
    ]);
    await noteSighting(DB, { site, domains: [] }, { host: 'a.example', isAllowed: false }, now);
    const tables = ['knowledge', 'membership', 'team_mail', 'unanswered', 'widget_seen'];
    for (const table of tables) expect([table, await rows(table, site)]).toEqual([table, 1]);
    await owner.post(`/app/sites/${site}/website/delete`, { confirm: 'Leaves nothing' });
    for (const table of tables) expect([table, await rows(table, site)]).toEqual([table, 0]);
    const found = await DB.prepare(
      `SELECT count(*) AS count FROM knowledge_search WHERE knowledge_search MATCH 'vanishing'`,
    ).first('count');
    expect(found).toBe(0);
    expect((await owner.get('/app/sites')).status).toBe(200);
  });
});

describe('a conversation', () => {
  it('is erased with its website, and its visitor let go', async () => {
    const owner = await newOwner();
    const site = await create(owner, 'Ends with a chat');
    const client = await connect(`/v1/sites/${site}/socket`, ['baton.v1']);
    const { conversation } = await client.hello();
    client.say('Hello?');
    await client.entry((entry) => entry.kind === 'message' && entry.author.role === 'assistant');
    await owner.post(`/app/sites/${site}/website/delete`, { confirm: 'Ends with a chat' });
    expect((await client.closed).code).toBe(CLOSE.gone);
    expect(await stubOf(conversation).siteOf()).toBeNull();
    expect(await rows('conversation_index', site)).toBe(0);
  });
});

describe('the install page', () => {
  it('is for owners', async () => {
    expect((await (await newSignedIn()).get('/app/sites/demo/install')).status).toBe(403);
  });

  it('tells where the widget was seen, and where it may not run', async () => {
    const owner = await newOwner();
    const site = await create(owner, 'Seen');
    const path = `/app/sites/${site}/install`;
    expect(await owner.page(path)).toContain('Not seen yet');
    await config(site, { Origin: 'https://www.shop.example' });
    await config(site, { Origin: 'https://elsewhere.example' });
    await isNoted(site, 'www.shop.example');
    await isNoted(site, 'elsewhere.example');
    const page = await owner.page(path);
    expect(page).toMatch(/Last seen on <b>www\.shop\.example<\/b> <time[^>]*>just now/);
    expect(page).toMatch(/Someone tried the chat on <b>elsewhere\.example<\/b>/);
    const added = await owner.post(`${path}/domains`, { host: 'elsewhere.example' });
    expect(added.status).toBe(303);
    expect((await findSite(bindings.DB, site))?.domains).toEqual([
      'shop.example',
      'elsewhere.example',
    ]);
    expect(await owner.page(path)).not.toContain('Someone tried the chat');
  });
});

describe('a sighting', () => {
  const demo = { site: 'demo', domains: ['shop.example'] };
  const seenBy = (headers: Record<string, string>, url = `${HOST}/v1/sites/demo/config`) =>
    sightingIn(new Request(url, { headers }), demo);

  it.each([
    [{ Origin: 'https://shop.example' }, { host: 'shop.example', isAllowed: true }],
    [{ Origin: 'https://a.shop.example:8443' }, { host: 'a.shop.example', isAllowed: true }],
    [{ Origin: 'https://evil.example' }, { host: 'evil.example', isAllowed: false }],
    [{ Referer: 'https://shop.example/x?y' }, { host: 'shop.example', isAllowed: true }],
    [{ Origin: HOST }, { host: 'baton.test', isAllowed: true }],
    [{ 'Sec-Fetch-Site': 'same-origin' }, { host: 'baton.test', isAllowed: true }],
  ])('is read from %o', (headers, sighting) => {
    expect(seenBy(headers)).toEqual(sighting);
  });

  it.each([
    [{}],
    [{ Origin: 'null' }],
    [{ Origin: 'null', Referer: 'https://shop.example/' }],
    [{ Origin: 'file://' }],
    [{ Origin: 'chrome-extension://abcdefgh' }],
    [{ Referer: 'nonsense' }],
    [{ 'Sec-Fetch-Site': 'cross-site' }],
  ])('is nothing to be read from %o', (headers) => {
    expect(seenBy(headers)).toBeNull();
  });

  it('is noted once a minute per host, and at once if it is judged otherwise', async () => {
    const site = await create(await newOwner(), 'Minute');
    const note = (host: string, isAllowed: boolean, at: number) =>
      noteSighting(bindings.DB, { site, domains: [] }, { host, isAllowed }, at);
    const at = async () => (await lastSeen(bindings.DB, { site, domains: [] }, ''))[0]?.at;
    const now = Date.now();
    await note('a.example', true, now);
    await note('a.example', true, now + NOTED_EVERY_MS - 1);
    expect(await at()).toBe(now);
    await note('a.example', true, now + NOTED_EVERY_MS);
    expect(await at()).toBe(now + NOTED_EVERY_MS);
    await note('a.example', false, now + NOTED_EVERY_MS + 1);
    expect(await at()).toBe(now + NOTED_EVERY_MS + 1);
  });

  it('is asked about in D1 once a minute, and at once after D1 had failed', async () => {
    const site = await create(await newOwner(), 'Remembered');
    const now = Date.now();
    const note = (at: number) =>
      noteSighting(bindings.DB, { site, domains: [] }, { host: 'a.example', isAllowed: true }, at);
    const failing = vi.spyOn(bindings.DB, 'prepare').mockImplementationOnce(() => {
      throw new Error('D1 is away');
    });
    await expect(note(now)).rejects.toThrow('D1 is away');
    failing.mockRestore();
    await note(now);
    expect(await rows('widget_seen', site)).toBe(1);
    await bindings.DB.prepare('DELETE FROM widget_seen WHERE site = ?').bind(site).run();
    await note(now + NOTED_EVERY_MS - 1);
    expect(await rows('widget_seen', site)).toBe(0);
    await note(now + NOTED_EVERY_MS);
    expect(await rows('widget_seen', site)).toBe(1);
  });

  it('finds room for 20 hosts, for a listed domain always, and for others again in time', async () => {
    const site = await create(await newOwner(), 'Crowded');
    const now = Date.now();
    const note = (host: string, isAllowed: boolean, at = now) =>
      noteSighting(bindings.DB, { site, domains: ['shop.example'] }, { host, isAllowed }, at);
    for (let number = 0; number < 15; number++) {
      await note(`forged${number}.example`, false);
      await note(`s${number}.shop.example`, true);
    }
    expect(await rows('widget_seen', site)).toBe(20);
    await note('shop.example', true);
    expect(await rows('widget_seen', site)).toBe(21);
    await note('early.example', false, now + FORGOTTEN_AFTER_MS - 1);
    expect(await rows('widget_seen', site)).toBe(21);
    await note('late.example', false, now + FORGOTTEN_AFTER_MS);
    expect(await rows('widget_seen', site)).toBe(1);
  });
});
