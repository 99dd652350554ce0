import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { asShown, CANARY, CORPUS, ODD_ADDRESSES } from '../hostile/corpus.ts';
import { faultsOf, type Lookout, lookOut } from './lookout.ts';
import { Owner } from './owner.ts';
import { Agent, Visitor } from './people.ts';
import { setStage } from './stage.ts';
import { Wire } from './wire.ts';

const stage = setStage();

/** So many of the corpus call the team: each is a mail. */
const CALLS = 8;

/** As many as one socket may say at once. */
const AT_ONCE = 25;

const batches = Array.from({ length: Math.ceil(CORPUS.length / AT_ONCE) }, (_, at) =>
  CORPUS.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
);

const textOf = (name: string): string => CORPUS.find((one) => one.name === name)?.text ?? name;

/** What all of them say, as a page has it. */
const EVERYTHING = CORPUS.map(({ text }) => asShown(text)).toSorted();

const visitorSocket = '/v1/sites/demo/socket';

/** A visitor who is wherever the words say, and says them. */
async function newcomer(text: string): Promise<Wire> {
  const wire = await Wire.open(stage.server.origin, visitorSocket);
  const page = { url: text, title: text, referrer: text };
  wire.send({ type: 'hello', protocol: 1, lastSeq: 0, page, locale: text });
  wire.send({ type: 'say', ref: text.trim().slice(0, 60), text });
  await wire.logged(text.trim().slice(0, 60));
  return wire;
}

/** Goes to a page of ours and looks whether it is in order there. */
async function visit({ page }: Lookout, path: string): Promise<string[]> {
  await page.goto(`${stage.server.origin}${path}`);
  return faultsOf(page);
}

/** The texts of all elements that a selector finds, in shadow trees too. */
async function textsIn(page: Page, selector: string): Promise<string[]> {
  const texts = await page.locator(selector).allTextContents();
  return texts.map(asShown);
}

/** What is shown of the corpus, so often as it is shown. */
const ofCorpus = (texts: readonly string[]): string[] =>
  texts.filter((text) => EVERYTHING.includes(text)).toSorted();

/** The owner of the demo shop, seeing to it that whatever an owner types is hostile as well. */
let owner: Lookout;
/** The widget of somebody whose chat holds the whole corpus, from both sides. */
let widget: Lookout;
/** Others, each with one of the corpus. */
let crowd: Wire[];

/** Fills in a form as an owner would, and sends it. */
async function fill(path: string, fields: Readonly<Record<string, string>>, button: string) {
  await owner.page.goto(`${stage.server.origin}${path}`);
  for (const [name, value] of Object.entries(fields)) {
    await owner.page.locator(`form [name="${name}"]`).first().fill(value);
  }
  await owner.page.getByRole('button', { name: button, exact: true }).click();
  await owner.page.waitForLoadState();
}

async function signedIn(): Promise<Lookout> {
  const lookout = await lookOut(stage.browser, stage.server.origin);
  await Owner.signIn(lookout.page, stage.server);
  return lookout;
}

beforeAll(async () => {
  owner = await signedIn();
  await fill(
    '/app/sites/demo/assistant',
    {
      name: '"><img src=x onerror=__pwned(/name/)>',
      greeting: [textOf('quote-double'), textOf('bidi-unclosed'), textOf('close-script')].join(
        '\n',
      ),
      instructions: `${textOf('json-break')}\n${textOf('template-braces')}`,
      contact: `${textOf('style-attribute')} ${textOf('zero-width')}`,
    },
    'Save',
  );
  for (const [at, payloads] of batches.entries()) {
    const title = payloads[0]?.text.slice(0, 150) ?? '';
    const text = payloads.map((one) => one.text).join('\n\n');
    const url = `https://shop.example/"onmouseover="__pwned(/article/)"/${at}`;
    await fill(
      '/app/sites/demo/knowledge/new',
      { title: `${title} zeppelin`, url, text },
      'Save article',
    );
  }
  for (const [at, name] of ['<svg/onload=__pwned(/mate/)>', textOf('rtl').slice(0, 50)].entries()) {
    await fill('/app/sites/demo/team', { email: ODD_ADDRESSES[at] ?? '', name }, 'Invite');
  }

  crowd = [];
  for (const { text } of CORPUS) crowd.push(await newcomer(text));
  for (const [at, wire] of crowd.slice(-CALLS).entries()) {
    wire.send({ type: 'ask_human', ref: 'ask' });
    await wire.happened('escalation.offered');
    wire.send({ type: 'answer_offer', ref: 'yes', accept: true });
    await wire.happened('notification.sent');
    const email = ODD_ADDRESSES[at % ODD_ADDRESSES.length] ?? '';
    wire.send({ type: 'leave_contact', ref: 'contact', email });
    await wire.happened('contact.captured');
  }
});

/** The conversation of a browser's widget, and the token that lets its visitor in. */
async function visitOf(page: Page): Promise<[conversation: string, token: string]> {
  const stored = await page.evaluate(() => Object.values(localStorage).map(String));
  const [conversation, token] =
    stored.find((value) => /^[0-9a-f]{64} /.test(value))?.split(' ') ?? [];
  if (!conversation || !token) throw new Error('the widget remembers no conversation');
  return [conversation, token];
}

/** The token of the link that was mailed about a conversation. */
async function linkTo(conversation: string): Promise<string> {
  const looks = new RegExp(`/join/(\\S*${conversation}\\S*)`);
  for (;;) {
    const mails = await stage.server.mails();
    const found = mails.map(({ text }) => looks.exec(text)?.[1]).find(Boolean);
    if (found) return found;
    await delay(50);
  }
}

/** Says the whole corpus, on as many sockets as that takes. */
async function sayEverything(open: () => Promise<Wire>): Promise<void> {
  for (const payloads of batches) {
    const wire = await open();
    for (const { name, text } of payloads) wire.send({ type: 'say', ref: name, text });
    await Promise.all(payloads.map(({ name }) => wire.logged(name)));
    wire.close();
  }
}

const NAME = `"><img src onerror=${CANARY}(/who/)>`;

it('what runs, is fetched or breaks a page is seen: otherwise nothing here would be worth a thing', async () => {
  const { page, harm, context } = await lookOut(stage.browser, stage.server.origin);
  for (const name of ['img-onerror', 'svg-onload', 'img-fetch', 'iframe-srcdoc']) {
    await page.setContent(`<p>${textOf(name)}</p>`);
    await expect.poll(() => harm.join(' ')).toContain(name);
  }
  await page.goto(`${stage.server.origin}/demo`);
  await page.evaluate((script) => {
    const inline = document.createElement('script');
    inline.textContent = script;
    document.body.append(inline);
  }, `${CANARY}(/policy/)`);
  await expect.poll(() => harm.join(' ')).toContain('refused by policy: script-src');
  expect(await faultsOf(page)).toEqual([]);
  await page.evaluate((words) => {
    const link = document.createElement('a');
    link.href = 'javascript:void 0';
    const line = document.createElement('p');
    line.append(words, link, ' and what we say after it');
    line.style.whiteSpace = 'nowrap';
    document.body.append(line, document.createElement('hr'));
    line.style.width = '3000px';
  }, textOf('bidi-unclosed'));
  expect((await faultsOf(page)).join('\n')).toMatch(/leads to[^]*direction goes on[^]*too wide/);
  await context.close();
});

describe('hostile words, from every field in every place', () => {
  it('are text to the visitor and to whoever takes over, as they come and as they are read again', async () => {
    const { origin } = stage.server;
    widget = await lookOut(stage.browser, origin);
    const visitor = new Visitor(widget.page);
    const at = `/demo?x=${encodeURIComponent(textOf('close-script'))}#${textOf('img-onerror')}`;
    await widget.page.goto(origin + at);
    await widget.page.getByRole('button', { name: 'Open chat' }).waitFor();
    await widget.page.evaluate(
      ([title, email]) => {
        document.title = title;
        const baton: unknown = Reflect.get(globalThis, 'Baton');
        if (typeof baton !== 'function') throw new Error('no widget');
        baton('identify', JSON.parse(JSON.stringify({ email, name: title })));
        baton('identify', JSON.parse('{"__proto__":{"email":"x"},"email":{"toString":1}}'));
        baton(title, title);
        baton('on', '__proto__', title);
        baton('open', title);
      },
      [textOf('close-title'), textOf('quote-handler')] as const,
    );
    await visitor.say(NAME);
    await visitor.isHeard();
    const [conversation, token] = await visitOf(widget.page);
    await sayEverything(async () => {
      const wire = await Wire.open(origin, visitorSocket, `token.${token}`);
      wire.send({ type: 'hello', protocol: 1, lastSeq: 0 });
      return wire;
    });
    const said = () => textsIn(widget.page, 'baton-chat .message.visitor p');
    await expect.poll(async () => ofCorpus(await said())).toEqual(EVERYTHING);

    const wire = await Wire.open(origin, visitorSocket, `token.${token}`);
    wire.send({ type: 'hello', protocol: 1, lastSeq: 0 });
    wire.send({ type: 'ask_human', ref: 'ask' });
    wire.send({ type: 'answer_offer', ref: 'yes', accept: true });
    const link = await linkTo(conversation);
    const desk = await lookOut(stage.browser, origin);
    const agent = new Agent(desk.page);
    await agent.takeOver(`${origin}/join/${link}`, NAME);
    await agent.say(textOf('mutation-math'));
    const other = async () => {
      const path = `/v1/conversations/${conversation}/socket`;
      const colleague = await Wire.open(origin, path, `takeover.${link}`, `seat.${'k'.repeat(32)}`);
      colleague.send({ type: 'hello', protocol: 1, lastSeq: 0 });
      return colleague;
    };
    const colleague = await other();
    colleague.send({ type: 'take_over', ref: 'take', name: textOf('bidi-unclosed'), force: true });
    await colleague.logged('take');
    await sayEverything(other);
    const replied = () => textsIn(widget.page, 'baton-chat .message.agent p');
    const replies = [...EVERYTHING, asShown(textOf('mutation-math'))].toSorted();
    await expect.poll(async () => ofCorpus(await replied())).toEqual(replies);
    const heard = () => textsIn(desk.page, '.said-text');
    const both = [...EVERYTHING, ...replies].toSorted();
    await expect.poll(async () => ofCorpus(await heard())).toEqual(both);

    expect([...(await faultsOf(widget.page)), ...(await faultsOf(desk.page))]).toEqual([]);
    await Promise.all([visitor.reload(), desk.page.reload()]);
    await expect.poll(async () => ofCorpus(await said())).toEqual(EVERYTHING);
    await expect.poll(async () => ofCorpus(await replied())).toEqual(replies);
    await expect.poll(async () => ofCorpus(await heard())).toEqual(both);
    expect([...(await faultsOf(widget.page)), ...(await faultsOf(desk.page))]).toEqual([]);
    colleague.send({ type: 'hand_back', ref: 'back', note: textOf('style-import') });
    await colleague.logged('back');
    expect([...widget.harm, ...desk.harm]).toEqual([]);
    await desk.context.close();
  });

  it('are text to the team: live, in the history, and in what is downloaded', async () => {
    const { origin } = stage.server;
    const { page, harm } = owner;
    const [conversation] = await visitOf(widget.page);
    await page.goto(`${origin}/app/sites/demo/live`);
    const card = (id: string) => page.locator(`[data-conversation="${id}"]`);
    await card(conversation).waitFor();
    await expect
      .poll(() => page.locator('[data-conversation]').count())
      .toBeGreaterThan(CORPUS.length);
    expect(await faultsOf(page)).toEqual([]);
    await card(conversation).getByRole('button', { name: 'View', exact: true }).click();
    const both = [...EVERYTHING, ...EVERYTHING, asShown(textOf('mutation-math'))].toSorted();
    await expect.poll(async () => ofCorpus(await textsIn(page, '.said-text'))).toEqual(both);
    expect(await faultsOf(page)).toEqual([]);

    const base = `/app/sites/demo/history/${conversation}`;
    expect(await visit(owner, base)).toEqual([]);
    expect(ofCorpus(await textsIn(page, '.said-text'))).toEqual(both);
    const file = async (name: string) =>
      (await page.request.get(`${origin}${base}/${name}`)).text();
    const lines = (await file('transcript.txt')).split('\n');
    expect(lines.filter((line) => /^\s*[=+\-@]|[^\P{Cc}]/u.test(line))).toEqual([]);
    const { entries }: { entries: { text?: string }[] } = JSON.parse(await file('transcript.json'));
    expect(ofCorpus(entries.map(({ text = '' }) => asShown(text)))).toEqual(both);

    const faults: string[] = [];
    faults.push(...(await visit(owner, `${base}/delete`)));
    faults.push(...(await visit(owner, '/app/sites/demo/history')));
    await expect
      .poll(async () => {
        await page.reload();
        return page.getByRole('link', { name: 'Older' }).count();
      })
      .toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Older' }).first().click();
    faults.push(...(await faultsOf(page)));
    // Those who came from an address that is none, and those whose words turn others around.
    for (const [at, { name }] of CORPUS.entries()) {
      if (!/^(?:url|bidi|rtl|long)/.test(name)) continue;
      const welcome = crowd[at]?.frames.find((frame) => frame.type === 'welcome');
      if (welcome?.type !== 'welcome') throw new Error('nobody was greeted');
      faults.push(...(await visit(owner, `/app/sites/demo/history/${welcome.conversation}`)));
    }
    expect(faults).toEqual([]);
    expect(harm).toEqual([]);
  });

  it('are text on every page of the dashboard, and in the mails', async () => {
    const { page, harm } = owner;
    const faults: string[] = [];
    for (const path of [
      'overview',
      'escalation',
      'escalation/mail',
      'assistant',
      'team',
      'install',
    ]) {
      faults.push(...(await visit(owner, `/app/sites/demo/${path}`)));
    }
    for (const path of ['/app', '/app/account', '/docs/', '/demo']) {
      faults.push(...(await visit(owner, path)));
    }
    faults.push(...(await visit(owner, '/app/sites/demo/knowledge')));
    const articles = page.getByRole('link', { name: /zeppelin$/ });
    const links = await articles.evaluateAll((all) =>
      all.map((one) => one.getAttribute('href') ?? ''),
    );
    expect(links).toHaveLength(batches.length);
    for (const link of links.slice(0, 2)) {
      faults.push(...(await visit(owner, link)), ...(await visit(owner, `${link}/delete`)));
    }
    await page.goto(`${stage.server.origin}/app/sites/demo/knowledge`);
    await page.getByRole('textbox', { name: 'Question' }).fill(`zeppelin ${textOf('img-onerror')}`);
    await page.getByRole('button', { name: 'Ask' }).click();
    await page.waitForLoadState();
    faults.push(...(await faultsOf(page)));

    await page.goto(`${stage.server.origin}/dev/mailbox`);
    await page.evaluate(() => {
      for (const mail of document.querySelectorAll('details')) mail.open = true;
    });
    expect(await page.locator('iframe').count()).toBeGreaterThan(2 * CALLS);
    faults.push(...(await faultsOf(page)));
    expect(faults).toEqual([]);
    expect(harm).toEqual([]);
  });

  it('are text in every answer to an address', async () => {
    const stranger = await lookOut(stage.browser, stage.server.origin);
    const faults: string[] = [];
    const query = (name: string) => encodeURIComponent(textOf(name).toWellFormed());
    for (const name of [
      'close-title',
      'quote-double',
      'close-textarea',
      'mutation-math',
      'bidi-unclosed',
      'url-javascript',
    ]) {
      for (const path of [
        `/join/${query(name)}`,
        `/app/sign-in?next=${query(name)}&email=${query(name)}`,
      ]) {
        faults.push(...(await visit(stranger, path)));
      }
      for (const path of [
        `history?q=${query(name)}&outcome=${query(name)}&from=${query(name)}`,
        `knowledge?q=${query(name)}&search=${query(name)}`,
        `knowledge/new?title=${query(name)}`,
        query(name),
      ]) {
        faults.push(...(await visit(owner, `/app/sites/demo/${path}`)));
      }
    }
    await stranger.page.goto(`${stage.server.origin}/app/sign-in?next=${query('url-javascript')}`);
    await stranger.page.getByRole('textbox', { name: 'Email' }).fill('owner@acme.example');
    await stranger.page.getByRole('button', { name: 'Email me a sign-in link' }).click();
    await stranger.page.waitForLoadState();
    faults.push(...(await faultsOf(stranger.page)));
    expect(faults).toEqual([]);
    expect([...stranger.harm, ...owner.harm, ...widget.harm]).toEqual([]);
  });
});
