import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { PATIENCE } from '../../src/conversation/outbox.ts';
import { readMailbox } from '../../src/mail/dev-mailbox.ts';
import { TESTS_PER_HOUR } from '../../src/routes/dashboard/test-mails.ts';
import { createSite } from '../../src/site/own-sites.ts';
import { findSite } from '../../src/site/sites.ts';
import { lastTeamMails, recordTeamMail } from '../../src/site/team-mails.ts';
import { bindings, escalate, followLink, newVisitor, stubOf } from './client.ts';
import { mailAttempts, refuseMails } from './mail-gate.ts';
import { newMember, newOwner, newSignedIn, signIn, SignedIn } from './members.ts';
import { eventually } from './stage.ts';
import { passTime } from './time.ts';

const DEMO = '/app/sites/demo/escalation';

const escaped = (text: string) => text.replaceAll('<', '&lt;');

const escalationOf = async (site: string) => (await findSite(bindings.DB, site))?.escalation;

/** Presses a button of the page’s form. */
function press(owner: SignedIn, action: string, address = 'team@acme.example', path = DEMO) {
  return owner.post(path, { do: action, address });
}

/** The page that a form which went well leads to, with what it tells. */
async function told(owner: SignedIn, response: Response): Promise<string> {
  expect(response.status).toBe(303);
  const [flash = ''] = (response.headers.get('Set-Cookie') ?? '').split(';');
  const browser = new SignedIn(owner.member, `${owner.cookie}; ${flash}`);
  return browser.page(response.headers.get('Location') ?? '');
}

/** A website of its own, with nothing but its owner. */
async function fresh(): Promise<{ owner: SignedIn; site: string; path: string }> {
  const member = await newMember({ sites: {} });
  const wanted = { name: 'Fresh', domains: ['fresh.example'], owner: member };
  const site = await createSite(bindings.DB, wanted, Date.now());
  return { owner: await signIn(member), site, path: `/app/sites/${site}/escalation` };
}

describe('the escalation page', () => {
  it('is for owners', async () => {
    const agent = await newSignedIn();
    expect((await agent.get(DEMO)).status).toBe(403);
    expect((await press(agent, 'disable')).status).toBe(403);
    expect((await agent.get(`${DEMO}/mail`)).status).toBe(403);
    expect((await escalationOf('demo'))?.enabled).toBe(true);
  });

  it('shows off for a new website, then on, and keeps the address through off and on', async () => {
    const { owner, site, path } = await fresh();
    const off = await owner.page(path);
    expect(off).toMatch(/role="status"[^>]*>Escalation is off</);
    expect(off).toMatch(/>Enable</);
    expect(off).not.toMatch(/>(Disable|Save)</);

    await told(owner, await press(owner, 'enable', 'B@acme.example,a@acme.example', path));
    expect(await escalationOf(site)).toMatchObject({
      enabled: true,
      address: 'b@acme.example, a@acme.example',
    });
    const on = await owner.page(path);
    expect(on).toMatch(/role="status"[^>]*>Escalation is on</);
    expect(on).toMatch(/>Save</);
    expect(on).toMatch(/>Disable</);
    expect(on).not.toMatch(/>Enable</);

    await told(owner, await press(owner, 'disable', 'typed but not saved', path));
    expect(await escalationOf(site)).toMatchObject({
      enabled: false,
      address: 'b@acme.example, a@acme.example',
    });
    expect(await owner.page(path)).toContain('value="b@acme.example, a@acme.example"');
    await told(owner, await press(owner, 'enable', 'b@acme.example, a@acme.example', path));
    expect((await escalationOf(site))?.enabled).toBe(true);
  });

  it('saves another address without switching anything', async () => {
    const { owner, site, path } = await fresh();
    await press(owner, 'save', 'one@acme.example', path);
    expect(await escalationOf(site)).toMatchObject({ enabled: false, address: 'one@acme.example' });
    await press(owner, 'enable', 'one@acme.example', path);
    await press(owner, 'save', 'two@acme.example', path);
    expect(await escalationOf(site)).toMatchObject({ enabled: true, address: 'two@acme.example' });
  });

  it.each(['', 'nonsense', 'a@acme.example, <script>alert(1)</script>'])(
    'refuses %j beside the field, keeps it there, and changes nothing',
    async (address) => {
      const { owner, site, path } = await fresh();
      for (const action of ['enable', 'save', 'test']) {
        const response = await press(owner, action, address, path);
        expect(response.status).toBe(200);
        const page = await response.text();
        expect(page).toContain('aria-invalid="true"');
        const kept = address === '' ? 'name="address" value/>' : `value="${escaped(address)}"`;
        expect(page).toContain(kept);
        expect(page).not.toContain('<script>alert');
      }
      expect(await escalationOf(site)).toMatchObject({ enabled: false, address: '' });
    },
  );

  it('reaches open conversations at once: an offer is withdrawn, and a link is dead', async () => {
    const owner = await newOwner();
    const offered = await newVisitor();
    offered.client.say('Can I talk to a person?');
    await offered.client.event('escalation.offered');
    const waiting = await newVisitor();
    const link = await escalate(waiting.client, waiting.conversation);

    const from = offered.client.frames.length;
    await told(owner, await press(owner, 'disable'));
    await offered.client.event('settings.changed', from);
    await waiting.client.event('escalation.cancelled');
    const agent = await followLink(waiting.conversation, link);
    agent.send({ type: 'hello', protocol: 1, lastSeq: 0 });
    expect((await agent.refusal()).code).toBe('expired');

    await told(owner, await press(owner, 'enable'));
    offered.client.say('Can I talk to a person?');
    await offered.client.event('escalation.offered', from);
  });

  it('tells how many conversations that were open took it up', async () => {
    const owner = await newOwner();
    const { client } = await newVisitor();
    client.say('Hello');
    await client.entry((entry) => entry.kind === 'message' && entry.author.role === 'assistant');
    const response = await press(owner, 'save', 'other@acme.example');
    expect(await told(owner, response)).toMatch(
      /Saved\. Applied to [1-9]\d* open conversations?\./,
    );
    await press(owner, 'save');
  });

  it('shows the mail in a frame that only our own page may show, and that loads nothing', async () => {
    const response = await (await newOwner()).get(`${DEMO}/mail`);
    const policy = response.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toContain("script-src 'self'");
    expect(await response.text()).toContain('A visitor on Acme Outdoor would like to talk');
    const page = await (await newOwner()).get(DEMO);
    expect(page.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
  });
});

describe('the times of a wait', () => {
  const set = (owner: SignedIn, path: string, remind: string, ask: string, close: string) =>
    owner.post(`${path}/times`, { remind, ask, close });

  it('are for owners', async () => {
    expect((await set(await newSignedIn(), DEMO, '1', '2', '3')).status).toBe(403);
  });

  it('are saved by themselves: switch, address and hours stay', async () => {
    const { owner, site, path } = await fresh();
    await press(owner, 'enable', 'a@acme.example', path);
    const before = await escalationOf(site);
    expect(await told(owner, await set(owner, path, '1', '10', '90'))).toContain('Saved.');
    expect(await escalationOf(site)).toEqual({
      ...before,
      ladder: { remind: 1, ask: 10, close: 90 },
    });
    const page = await owner.page(path);
    expect(page).toContain('value="90"');
    expect(page).toContain('1 hour 30 minutes');
  });

  it('are refused beside the field, kept there, and change nothing', async () => {
    const { owner, site, path } = await fresh();
    const before = await escalationOf(site);
    const response = await set(owner, path, '5', '4', '"><script>');
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).not.toContain('id="error-remind"');
    expect(page).toMatch(/id="error-ask"[^>]*>This has to come later/);
    expect(page).toMatch(/id="error-close"[^>]*>Please enter whole minutes/);
    expect(page).toContain('value="4"');
    expect(page).not.toContain('"><script>');
    expect(await escalationOf(site)).toEqual(before);
  });

  it('reach a wait that is open, which then goes by them', async () => {
    const owner = await newOwner();
    const { client, conversation } = await newVisitor();
    await escalate(client, conversation);
    const before = (await escalationOf('demo'))?.ladder;
    const from = Date.now();
    const storageOf = <T>(read: (storage: DurableObjectStorage) => T) =>
      runInDurableObject(stubOf(conversation), (_, { storage }) => read(storage));
    const alarm = () => storageOf((storage) => storage.getAlarm());
    // What followed from the yes is done first; then the reminder is what is due next.
    const isBusy = () =>
      storageOf(({ sql }) => sql.exec('SELECT 1 FROM outbox').toArray().length > 0);
    while (await isBusy()) await scheduler.wait(1);
    await runDurableObjectAlarm(stubOf(conversation));
    expect(await alarm()).toBeGreaterThan(from + 60_000);
    await told(owner, await set(owner, DEMO, '1', '2', '3'));
    const then = await alarm();
    await set(owner, DEMO, String(before?.remind), String(before?.ask), String(before?.close));
    expect(then).toBeLessThanOrEqual(from + 60_000);
  });

  it('lead back to the page', async () => {
    const { owner, path } = await fresh();
    for (const form of ['times', 'hours']) {
      const response = await owner.get(`${path}/${form}`);
      expect([response.status, response.headers.get('Location')]).toEqual([303, path]);
    }
  });
});

describe('the hours of a team', () => {
  const TUESDAY = {
    when: 'hours',
    timeZone: 'Asia/Tokyo',
    'day-1': 'open',
    'day-1-0-from': '09:00',
    'day-1-0-to': '00:00',
  };

  it('are saved, shown, and given up again', async () => {
    const { owner, site, path } = await fresh();
    const fields = { ...TUESDAY, 'date-0': '2999-12-24', 'date-0-from': '', 'date-0-to': '' };
    expect(await told(owner, await owner.post(`${path}/hours`, fields))).toContain('Saved.');
    expect((await escalationOf(site))?.hours).toEqual({
      timeZone: 'Asia/Tokyo',
      week: [[], [{ from: 540, to: 1_440 }], [], [], [], [], []],
      exceptions: [{ date: '2999-12-24', spans: [] }],
    });
    const page = await owner.page(path);
    expect(page).toMatch(
      /Open now\.|Closed now\. Back (?:today|on Tuesday) at 09:00, Asia\/Tokyo\./,
    );
    expect(page).toContain('value="2999-12-24"');
    await told(owner, await owner.post(`${path}/hours`, { ...fields, when: 'always' }));
    expect((await escalationOf(site))?.hours).toBeNull();
    expect(await owner.page(path)).not.toMatch(/Open now|Closed now/);
  });

  it('are refused by day, and kept as they were typed', async () => {
    const { owner, site, path } = await fresh();
    const fields = { ...TUESDAY, timeZone: '<b>', 'day-1-0-to': '08:00' };
    const response = await owner.post(`${path}/hours`, fields);
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toMatch(/id="error-timeZone"/);
    expect(page).toContain('Tuesday: the end has to come after the beginning.');
    expect(page).toContain('value="08:00"');
    expect(page).not.toContain('<b>');
    expect((await escalationOf(site))?.hours).toBeNull();
  });

  it('are for owners', async () => {
    const agent = await newSignedIn();
    expect((await agent.post(`${DEMO}/hours`, TUESDAY)).status).toBe(403);
  });
});

describe('a test mail', () => {
  it('goes to what is typed, which is not saved', async () => {
    const { owner, site, path } = await fresh();
    const response = await press(owner, 'test', 'x@acme.example, y@acme.example', path);
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toMatch(/Sent to <bdi>x@acme\.example/);
    expect(page).toMatch(/Sent to <bdi>y@acme\.example/);
    expect(await escalationOf(site)).toMatchObject({ enabled: false, address: '' });
    const mails = (await readMailbox(bindings.DB)).slice(0, 2);
    expect(mails.map(({ to }) => to).toSorted()).toEqual(['x@acme.example', 'y@acme.example']);
    expect(mails[0]?.subject).toBe('Fresh: a test of your notifications');
    expect(mails[0]?.text).not.toContain('/join/');
  });

  it('that is refused is told per address, with the reason', async () => {
    const { owner, path } = await fresh();
    refuseMails(1);
    const page = await (await press(owner, 'test', 'x@acme.example, y@acme.example', path)).text();
    expect(page).toMatch(/Not sent to <bdi>x@acme\.example/);
    expect(page).toContain('delivers to verified addresses only');
    expect(page).toContain('<q>destination address is not a verified address</q>');
    expect(page).toMatch(/Sent to <bdi>y@acme\.example/);
  });

  it('can be sent often, but not without end', async () => {
    const { owner, path } = await fresh();
    for (let count = 0; count < TESTS_PER_HOUR; count++) {
      expect((await press(owner, 'test', 'x@acme.example', path)).status).toBe(200);
    }
    const before = (await readMailbox(bindings.DB))[0]?.id;
    const refused = await press(owner, 'test', 'z@acme.example', path);
    expect(refused.status).toBe(429);
    expect(await refused.text()).toContain('value="z@acme.example"');
    expect((await readMailbox(bindings.DB))[0]?.id).toBe(before);
  });
});

describe('the last notifications', () => {
  const row = {
    kind: 'call' as const,
    number: 1,
    address: 'team@acme.example',
    status: 'sent' as const,
  };

  it('are one for each mail, newest first, and as many as asked for', async () => {
    const { site } = await fresh();
    const note = (conversation: string, at: number) =>
      recordTeamMail(bindings.DB, { ...row, conversation, site, at });
    await note('a', 1);
    await note('b', 2);
    await recordTeamMail(bindings.DB, {
      ...row,
      conversation: 'a',
      site,
      at: 3,
      status: 'failed',
      reason: 'no',
    });
    const last = await lastTeamMails(bindings.DB, site, 5);
    expect(last.map(({ conversation, at }) => [conversation, at])).toEqual([
      ['a', 3],
      ['b', 2],
    ]);
    expect(last[0]).toMatchObject({ status: 'failed', reason: 'no' });
    expect(last[1]).not.toHaveProperty('reason');
    expect(await lastTeamMails(bindings.DB, site, 1)).toHaveLength(1);
    await note('a', 4);
    expect((await lastTeamMails(bindings.DB, site, 1))[0]).not.toHaveProperty('reason');
  });

  it('are not kept of a website that is no more', async () => {
    await recordTeamMail(bindings.DB, { ...row, conversation: 'c', site: 'nowhere', at: 1 });
    expect(await lastTeamMails(bindings.DB, 'nowhere', 1)).toEqual([]);
  });

  it('show when one was sent, and of a failed one why, with a way to try again', async () => {
    const { owner, site, path } = await fresh();
    const at = Date.now() - 120_000;
    await recordTeamMail(bindings.DB, { ...row, conversation: 'sent', site, at });
    const sent = await owner.page(path);
    expect(sent).toContain('2 minutes ago');
    expect(sent).toContain(`/app/sites/${site}/history/sent`);
    expect(sent).not.toContain('Try again');
    const reason = 'team@acme.example: destination address is not a verified address';
    const failed = { ...row, conversation: 'failed', site, at, status: 'failed' as const, reason };
    await recordTeamMail(bindings.DB, failed);
    const page = await owner.page(path);
    expect(page).toContain('delivers to verified addresses only');
    expect(page).toContain('Try again');
  });

  it('are tried again, and then tell that it went out', async () => {
    const owner = await newOwner();
    const { client, conversation } = await newVisitor();
    const { attempts, longestMs } = PATIENCE.takeover_mail;
    refuseMails(attempts);
    client.say('Can I talk to a person?');
    await client.event('escalation.offered');
    client.send({ type: 'answer_offer', ref: client.ref(), accept: true });
    await client.event('escalation.requested');
    for (let tried = 1; tried < attempts; tried += 1) {
      await eventually(() => (mailAttempts() >= tried ? true : undefined));
      await passTime(conversation, 2 * longestMs);
    }
    await client.event('notification.failed');
    const [failed] = await isNoted(conversation);
    expect(failed?.status).toBe('failed');
    const from = client.frames.length;
    const fields = { conversation, kind: 'call', number: String(failed?.number) };
    const response = await owner.post(`${DEMO}/again`, fields);
    expect(await told(owner, response)).toContain('Sent once more, to team@acme.example.');
    await client.event('notification.sent', from);
  });

  it('of nobody who waits are not tried again', async () => {
    const owner = await newOwner();
    const { client, conversation } = await newVisitor();
    await escalate(client, conversation);
    await isNoted(conversation);
    client.send({ type: 'cancel_wait', ref: client.ref() });
    await client.event('escalation.cancelled');
    const fields = { conversation, kind: 'call', number: '1' };
    const response = await owner.post(`${DEMO}/again`, fields);
    expect(await told(owner, response)).toContain('no longer waits');
  });

  it('of another website’s, or of none, are not tried at all', async () => {
    const { owner, path } = await fresh();
    const { client, conversation } = await newVisitor();
    await escalate(client, conversation);
    await isNoted(conversation);
    for (const fields of [
      { conversation, kind: 'call', number: '1' },
      { conversation: 'f'.repeat(64), kind: 'call', number: '1' },
      { conversation: 'nonsense', kind: 'nonsense', number: 'NaN' },
    ]) {
      const response = await owner.post(`${path}/again`, fields);
      expect(await told(owner, response)).toContain('no such mail');
    }
  });
});

/** Resolves to the conversation’s notifications once there is one. */
async function isNoted(conversation: string) {
  for (;;) {
    const last = await lastTeamMails(bindings.DB, 'demo', 100);
    const own = last.filter((row) => row.conversation === conversation);
    if (own.length > 0) return own;
    await scheduler.wait(1);
  }
}
