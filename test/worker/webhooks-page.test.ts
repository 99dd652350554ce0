import { afterEach, describe, expect, it } from 'vitest';
import { FORM_TOKEN } from '../../src/dashboard/form.tsx';
import { SENDINGS_PER_MINUTE } from '../../src/routes/dashboard/webhook-sending.ts';
import { createSite } from '../../src/site/own-sites.ts';
import { MAX_WEBHOOKS, type Webhook, webhooksOf } from '../../src/site/webhooks.ts';
import type { HookEvent } from '../../src/webhook/events.ts';
import { bindings, HOST, newVisitor, stubOf } from './client.ts';
import { hookUp, Inbox, isLogged, logged, read, unhookAll } from './inbox.ts';
import { knock, send } from './knock.ts';
import { newMember, newOwner, newSignedIn, type SignedIn } from './members.ts';

const { DB } = bindings;
const PAGE = '/app/sites/demo/webhooks';

afterEach(unhookAll);

/** Sends the form of a webhook as a browser would: a field for every event. */
async function save(
  owner: SignedIn,
  path: string,
  url: string,
  events: readonly HookEvent[],
  format = 'json',
): Promise<Response> {
  const body = new URLSearchParams({ url, format, [FORM_TOKEN]: await owner.formToken() });
  for (const event of events) body.append('events', event);
  const headers = { Origin: HOST, 'Sec-Fetch-Site': 'same-origin' };
  return owner.fetch(path, { method: 'POST', headers, body });
}

/** The page a form leads to, with what it was told. */
async function follow(owner: SignedIn, response: Response): Promise<string> {
  expect(response.status).toBe(303);
  const cookie = response.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  const path = response.headers.get('Location')?.split('#')[0] ?? '';
  const headers = { Cookie: `${owner.cookie}; ${cookie}` };
  return (await knock(path, { headers })).text();
}

async function added(owner: SignedIn, inbox: Inbox, events: HookEvent[]): Promise<Webhook> {
  expect((await save(owner, `${PAGE}/new`, inbox.url, events)).status).toBe(303);
  const webhook = (await webhooksOf(DB, 'demo')).find(({ url }) => url === inbox.url);
  if (!webhook) throw new Error('it was not added');
  return webhook;
}

describe('the webhooks page', () => {
  it('and everything below it is closed to agents, strangers and whoever is not signed in', async () => {
    const webhook = await hookUp(new Inbox(), ['escalation.offered']);
    const site = await createSite(
      DB,
      { name: 'Tea', domains: ['tea.example'], owner: await newMember() },
      Date.now(),
    );
    const agent = await newSignedIn();
    const stranger = await newSignedIn({ sites: { [site]: 'owner' } });
    const one = `${PAGE}/${webhook.id}`;
    for (const who of [agent, stranger]) {
      for (const path of [PAGE, `${PAGE}/new`, one, `${one}?reveal`, `${one}/remove`]) {
        expect((await who.get(path)).status).toBe(403);
      }
      for (const path of [`${PAGE}/new`, `${PAGE}/again`, one, `${one}/test`, `${one}/secret`]) {
        expect((await who.post(path)).status).toBe(403);
      }
      expect((await who.post(`${one}/remove`)).status).toBe(403);
    }
    expect((await knock(PAGE)).headers.get('Location')).toContain('/app/sign-in');
    expect((await send(`${one}/remove`)).headers.get('Location')).toBe('/app/sign-in');
    expect(await webhooksOf(DB, 'demo')).toEqual([webhook]);
    // Nor is it another website’s by being asked for there.
    const foreign = `/app/sites/${site}/webhooks/${webhook.id}`;
    expect((await stranger.get(foreign)).status).toBe(404);
    expect((await stranger.post(`${foreign}/remove`)).status).toBe(404);
    expect(await webhooksOf(DB, 'demo')).toHaveLength(1);
  });

  it('adds one, which open conversations know at once, and shows its secret', async () => {
    const owner = await newOwner();
    expect(await owner.page(PAGE)).toContain('Nobody is told yet');
    const { client } = await newVisitor();
    const inbox = new Inbox();
    const response = await save(owner, `${PAGE}/new`, inbox.url, ['escalation.offered']);
    const page = await follow(owner, response);
    const [webhook] = await webhooksOf(DB, 'demo');
    expect(page).toContain(webhook?.secret);
    expect(page).toMatch(/Added\. Applied to \d+ open conversation/);
    client.send({ type: 'ask_human', ref: 'ask' });
    await inbox.arrived(1);
    expect(await owner.page(PAGE)).toContain('escalation.offered');
  });

  it('shows a secret to whoever asks for it, and to nobody else', async () => {
    const owner = await newOwner();
    const webhook = await added(owner, new Inbox(), ['escalation.offered']);
    const path = `${PAGE}/${webhook.id}`;
    expect(await owner.page(PAGE)).not.toContain(webhook.secret);
    expect(await owner.page(path)).not.toContain(webhook.secret);
    const revealed = await owner.get(`${path}?reveal`);
    expect(revealed.headers.get('Cache-Control')).toBe('no-store');
    expect(await revealed.text()).toContain(webhook.secret);
    const page = await follow(owner, await owner.post(`${path}/secret`));
    const [rotated] = await webhooksOf(DB, 'demo');
    expect(rotated?.secret).not.toBe(webhook.secret);
    expect(page).toContain(rotated?.secret);
  });

  it('says beside the field what is wrong, keeps what was typed, and saves nothing', async () => {
    const owner = await newOwner();
    const response = await save(owner, `${PAGE}/new`, 'ftp://"><script>', ['takeover.lost']);
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('id="error-url"');
    expect(page).toContain('ftp://&quot;>&lt;script>');
    expect(page).toMatch(/value="takeover.lost" checked/);
    const none = await save(owner, `${PAGE}/new`, 'https://acme.example', []);
    expect(await none.text()).toContain('Please choose at least one event.');
    expect(await webhooksOf(DB, 'demo')).toEqual([]);
  });

  it('takes no more than it may', async () => {
    const owner = await newOwner();
    for (let count = 0; count < MAX_WEBHOOKS; count++) {
      await added(owner, new Inbox(), ['escalation.expired']);
    }
    const response = await save(owner, `${PAGE}/new`, 'https://acme.example', ['takeover.lost']);
    expect(await response.text()).toContain(`up to ${MAX_WEBHOOKS} webhooks`);
    expect(await webhooksOf(DB, 'demo')).toHaveLength(MAX_WEBHOOKS);
    expect(await owner.page(PAGE)).not.toContain('Add a webhook');
  });

  it('changes one and removes one, together with its log', async () => {
    const owner = await newOwner();
    const webhook = await added(owner, new Inbox(), ['escalation.offered']);
    const path = `${PAGE}/${webhook.id}`;
    const other = new Inbox();
    await save(owner, path, other.url, ['takeover.started'], 'slack');
    expect(await webhooksOf(DB, 'demo')).toEqual([
      { ...webhook, url: other.url, format: 'slack', events: ['takeover.started'] },
    ]);
    await owner.post(`${path}/test`);
    expect(await logged(webhook)).toHaveLength(1);
    expect(await owner.page(`${path}/remove`)).toContain('Remove webhook');
    await owner.post(`${path}/remove`);
    expect(await webhooksOf(DB, 'demo')).toEqual([]);
    expect(await logged(webhook)).toEqual([]);
    expect((await owner.get(path)).status).toBe(404);
  });
});

describe('a test', () => {
  it('is posted once, signed, and says how it went', async () => {
    const owner = await newOwner();
    const inbox = new Inbox();
    const webhook = await added(owner, inbox, ['escalation.expired']);
    const test = () => owner.post(`${PAGE}/${webhook.id}/test`);
    expect(await follow(owner, await test())).toContain(
      'The test was delivered. Answered with 200.',
    );
    const [post] = await inbox.posts();
    expect(read(post)).toEqual({
      id: post?.headers['baton-delivery'],
      type: 'ping',
      createdAt: expect.any(String),
      site: { id: 'demo', name: 'Acme Outdoor' },
    });
    expect(post?.headers['baton-signature']).toMatch(/^t=\d+,v1=[0-9a-f]{64}$/);
    await inbox.answers(500);
    const page = await follow(owner, await test());
    expect(page).toContain('The test was not delivered. Answered with 500.');
    expect(page).toContain('&lt;b>No&lt;/b>, thanks');
    expect(await inbox.posts()).toHaveLength(2);
    expect((await logged(webhook)).map(({ status }) => status)).toEqual(['delivered', 'failed']);
  });

  it('is not sent as often as anybody likes', async () => {
    const owner = await newOwner();
    const inbox = new Inbox();
    const webhook = await added(owner, inbox, ['escalation.expired']);
    for (let count = 0; count <= SENDINGS_PER_MINUTE; count++) {
      await owner.post(`${PAGE}/${webhook.id}/test`);
    }
    expect(await inbox.posts()).toHaveLength(SENDINGS_PER_MINUTE);
  });
});

describe('what failed', () => {
  it('is sent once more under the same id by a press', async () => {
    const owner = await newOwner();
    const inbox = new Inbox();
    await inbox.answers(410, 500);
    const webhook = await added(owner, inbox, ['escalation.offered']);
    const { client } = await newVisitor();
    client.send({ type: 'ask_human', ref: 'ask' });
    const { id } = await isLogged(webhook, { status: 'failed' });
    expect(await owner.page(PAGE)).toContain('Answered with 410');
    const again = () => owner.post(`${PAGE}/again`, { delivery: id });
    expect(await follow(owner, await again())).toContain('Not delivered. Answered with 500.');
    expect(await follow(owner, await again())).toContain('Delivered.');
    expect(await follow(owner, await again())).toContain('It has been delivered meanwhile.');
    const ids = (await inbox.posts()).map(({ headers }) => headers['baton-delivery']);
    expect(ids).toEqual([id, id, id]);
  });

  it('is not there any more once its conversation is erased', async () => {
    const owner = await newOwner();
    const inbox = new Inbox();
    await inbox.answers(410);
    const webhook = await added(owner, inbox, ['escalation.offered']);
    const { client, conversation } = await newVisitor();
    client.send({ type: 'ask_human', ref: 'ask' });
    const { id } = await isLogged(webhook, { status: 'failed' });
    await stubOf(conversation).erase();
    const response = await owner.post(`${PAGE}/again`, { delivery: id });
    expect(await follow(owner, response)).toContain('There is no such delivery any more.');
  });
});
