import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '../../src/protocol/entry.ts';
import { asShown, BAD_ADDRESSES, CANARY, CORPUS, ODD_ADDRESSES } from '../hostile/corpus.ts';
import { mailboxOfHarm } from './hostile-mails.ts';
import { ANSWERS, ASKED } from './hostile-model.ts';
import { setHostileStage } from './hostile-stage.ts';
import { faultsOf, type Lookout, lookOut } from './lookout.ts';
import { Owner } from './owner.ts';
import { Agent, Visitor } from './people.ts';
import { turnPage } from './turn-page.ts';
import { Wire } from './wire.ts';

const stage = setHostileStage();

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

/** A visitor who is wherever the words say, says them, and is answered by others. */
async function newcomer(text: string): Promise<Wire> {
  const wire = await Wire.open(stage.origin, visitorSocket);
  const page = { url: text, title: text, referrer: text };
  wire.send({ type: 'hello', protocol: 1, lastSeq: 0, page, locale: text });
  wire.send({ type: 'say', ref: text.trim().slice(0, 60), text });
  await wire.answered();
  return wire;
}

/** What takes longer than this has lost its connection: these clients do not come back by themselves. */
const LOST_MS = 25_000;
const TRIES = 3;

/** Tries again with another connection where one was lost. */
async function surely<T>(attempt: () => Promise<T>, tries = TRIES): Promise<T> {
  const lost = Promise.withResolvers<'lost'>();
  const timer = setTimeout(() => lost.resolve('lost'), LOST_MS);
  const end = await Promise.race([attempt().then((value) => ({ value })), lost.promise]);
  clearTimeout(timer);
  if (end !== 'lost') return end.value;
  if (tries <= 1) throw new Error('nothing came of it');
  return surely(attempt, tries - 1);
}

/** Goes through the corpus, so many at a time. The last ones wait for a person. */
async function newcomers(): Promise<Wire[]> {
  const all: Wire[] = [];
  for (const payloads of batches) {
    all.push(...(await Promise.all(payloads.map(({ text }) => surely(() => newcomer(text))))));
  }
  const callers = CORPUS.slice(-CALLS).map(async ({ text }, at) =>
    surely(async () => {
      const wire = await newcomer(text);
      await call(wire, ODD_ADDRESSES[at % ODD_ADDRESSES.length] ?? '');
      return wire;
    }),
  );
  return [...all.slice(0, -CALLS), ...(await Promise.all(callers))];
}

/** Waits for a person, and leaves an address. */
async function call(wire: Wire, email: string): Promise<void> {
  wire.send({ type: 'ask_human', ref: 'ask' });
  await wire.happened('escalation.offered');
  wire.send({ type: 'answer_offer', ref: 'yes', accept: true });
  await wire.happened('notification.sent');
  wire.send({ type: 'leave_contact', ref: 'contact', email });
  await wire.happened('contact.captured');
}

/** Goes to a page of ours and looks whether it is in order there. */
async function visit({ page }: Lookout, path: string): Promise<string[]> {
  await page.goto(`${stage.origin}${path}`);
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
  await owner.page.goto(`${stage.origin}${path}`);
  for (const [name, value] of Object.entries(fields)) {
    await owner.page.locator(`form [name="${name}"]`).first().fill(value);
  }
  const send = owner.page.getByRole('button', { name: button, exact: true });
  await turnPage(owner.page, () => send.click());
}

async function signedIn(): Promise<Lookout> {
  const lookout = await lookOut(stage.browser, stage.origin);
  await Owner.signIn(lookout.page, stage);
  return lookout;
}

beforeAll(async () => {
  [crowd] = await Promise.all([newcomers(), furnish()]);
});

/** Has an owner fill in whatever there is to be filled in. */
async function furnish(): Promise<void> {
  owner = await signedIn();
  await fill('/app/sites/demo/website', { name: '<svg/onload=__pwned(/shop/)>' }, 'Save');
  await fill(
    '/app/sites/demo/assistant',
    {
      name: '"><img src=x onerror=__pwned(/name/)>',
      launcher: '<svg/onload=__pwned()>',
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
  const marks = { title: textOf('pile-of-marks').slice(0, 150), text: 'Marks without an end.' };
  await fill('/app/sites/demo/knowledge/new', marks, 'Save article');
  for (const [at, name] of ['<svg/onload=__pwned(/mate/)>', textOf('rtl').slice(0, 50)].entries()) {
    await fill('/app/sites/demo/team', { email: ODD_ADDRESSES[at] ?? '', name }, 'Invite');
  }
}

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
    const mails = await stage.mails();
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

/** Has the model say all that it has to say, to a visitor who asks for it. */
async function haveAnswered(origin: string, token: string): Promise<void> {
  const wire = await Wire.open(origin, visitorSocket, `token.${token}`);
  wire.send({ type: 'hello', protocol: 1, lastSeq: 0 });
  const { letters, marks, tools, promise, part } = ASKED;
  const asked = [...ANSWERS.map((_, at) => part(at)), letters, marks, tools, promise];
  for (const [at, text] of asked.entries()) {
    wire.send({ type: 'say', ref: text, text });
    await wire.answered(at + 1);
  }
  wire.close();
}

/** What the model said and is not shown as the text it is; what it promised, if that is shown; nothing, if all is well. */
async function untold(
  page: Page,
  selector: string,
  as: (text: string) => string = (text) => text,
): Promise<string[]> {
  const texts = await textsIn(page, selector);
  const shown = texts.map(as);
  const isShown = (words: string) => shown.some((text) => text.includes(as(words)));
  // What claims that somebody has come is taken out, wherever it stands.
  const missing = CORPUS.filter(({ name }) => name !== 'own-words')
    .filter(({ text }) => !isShown(asShown(text)))
    .map(({ name }) => name);
  const longest = Math.max(...texts.map(({ length }) => length));
  return [
    ...missing,
    ...(isShown('</tool_call> Done with tools.') ? [] : ['tools']),
    ...(isShown('called Robin') || isShown('has been notified') ? ['a promise'] : []),
    ...(longest > 6_001 ? [`${longest} characters`] : []),
  ];
}

/** What becomes of an answer whose marks are not shown: its letters, whatever stands between them. */
const bare = (text: string): string => text.replaceAll(/[\s*_`~#>+\-\d.()[\]\\]/g, '');

/** Its address is where it leads: what stands in the chat is the link's name. */
const LINKED = ['markdown-image'];

const NAME = `"><img src onerror=${CANARY}(/who/)>`;

it('what runs, is fetched or breaks a page is seen: otherwise nothing here would be worth a thing', async () => {
  const { page, harm, context } = await lookOut(stage.browser, stage.origin);
  for (const name of ['img-onerror', 'svg-onload', 'img-fetch', 'iframe-srcdoc']) {
    await page.setContent(`<p>${textOf(name)}</p>`);
    await expect.poll(() => harm.join(' ')).toContain(name);
  }
  await page.goto(`${stage.origin}/demo`);
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
  expect((await faultsOf(page, 50)).join('\n')).toMatch(
    /leads to[^]*direction goes on[^]*too wide/,
  );
  await context.close();
});

/** The mailbox with all mails open, of which there are more than so many. */
async function mailbox(mails: number): Promise<string[]> {
  const { page } = owner;
  await page.goto(`${stage.origin}/dev/mailbox`);
  await page.evaluate(() => {
    for (const mail of document.querySelectorAll('details')) mail.open = true;
  });
  expect(await page.locator('iframe').count()).toBeGreaterThan(mails);
  return faultsOf(page);
}

/** Not too long for a name, and all that a page could take for its own. */
const SIGNS = `"'><img src onerror=${CANARY}(/form/)>\u202e \u2067`;

/** Runs in the page. Fills in whatever takes words, and says what that is called. */
function fillAll(form: Element, words: string): string[] {
  const fields = [
    ...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'textarea, input:not([type]), input:is([type="text"], [type="email"], [type="url"], [type="search"])',
    ),
  ];
  for (const field of fields) field.value = words;
  return fields.map(({ name }) => name);
}

/** Runs in the page. Sends a form without asking its fields or its script. */
function send(form: Element): void {
  if (form instanceof HTMLFormElement) HTMLFormElement.prototype.submit.call(form);
}

/** How the line of a card begins that says this. */
const shownInLine = (text: string): string =>
  asShown(text.replaceAll(/\s+/g, ' ').trim().slice(0, 30)).slice(0, 20);

/** One more visitor waits: what the Live page says of it in its title, aloud and by a notification. */
async function isTold(page: Page): Promise<void> {
  const { notices } = owner;
  const before = await page.title();
  const at = CORPUS.findIndex(({ name }) => name === 'bidi-unclosed');
  const [wire] = crowd.slice(at);
  if (!wire) throw new Error('nobody there');
  wire.send({
    type: 'say',
    ref: 'again',
    text: `${textOf('img-onerror')}\n\n${textOf('header-crlf')}`,
  });
  await wire.answered(2);
  await call(wire, '__proto__@constructor.example');
  await expect.poll(() => notices.length).toBe(1);
  expect(notices[0]).toMatch(/^A visitor is waiting\n[^\n]*\n[^\n]*(?:\n[^\n]*)?$/);
  await expect.poll(() => page.title()).not.toBe(before);
  expect(await page.title()).toMatch(/^\(\d+\) Live · <svg\/onload=__pwned\(\/shop\/\)> · Baton$/);
  const aloud = page.locator('.live-page [aria-live="polite"]');
  expect(await aloud.textContent()).toMatch(/^A visitor is waiting for a person(?: \([^()]+\))?$/);
}

describe('hostile words, from every field in every place', () => {
  it('are text to the visitor and to whoever takes over, as they come and as they are read again', async () => {
    const { origin } = stage;
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
    await haveAnswered(origin, token);
    await expect
      .poll(() => untold(widget.page, 'baton-chat .message.assistant .rich', bare))
      .toEqual(LINKED);
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
    const heard = () => textsIn(desk.page, '.said:is(.visitor, .agent) .said-text');
    expect(await untold(desk.page, '.said.assistant .said-text')).toEqual([]);
    const both = [...EVERYTHING, ...replies].toSorted();
    await expect.poll(async () => ofCorpus(await heard())).toEqual(both);

    expect([...(await faultsOf(widget.page)), ...(await faultsOf(desk.page))]).toEqual([]);
    await Promise.all([visitor.reload(), desk.page.reload()]);
    await expect.poll(async () => ofCorpus(await said())).toEqual(EVERYTHING);
    await expect.poll(async () => ofCorpus(await replied())).toEqual(replies);
    await expect.poll(async () => ofCorpus(await heard())).toEqual(both);
    expect([...(await faultsOf(widget.page)), ...(await faultsOf(desk.page))]).toEqual([]);
    const note = `${textOf('style-import')} ${textOf('bidi-unclosed')}`;
    colleague.send({ type: 'hand_back', ref: 'back', note });
    await colleague.logged('back');
    await expect.poll(() => desk.page.getByText('@import').count()).toBeGreaterThan(0);
    expect(await faultsOf(desk.page)).toEqual([]);
    expect([...widget.harm, ...desk.harm]).toEqual([]);
    await desk.context.close();
  });

  it('are text to the team: live, in the history, and in what is downloaded', async () => {
    const { origin } = stage;
    const { page, harm } = owner;
    const [conversation] = await visitOf(widget.page);
    await page.goto(`${origin}/app/sites/demo/live`);
    const card = (id: string) => page.locator(`[data-conversation="${id}"]`);
    await card(conversation).waitFor();
    await expect
      .poll(() => page.locator('[data-conversation]').count())
      .toBeGreaterThan(CORPUS.length);
    expect(await faultsOf(page)).toEqual([]);
    const lines = new Set(
      (await textsIn(page, '.convo-line > bdi')).map((line) => line.slice(0, 20)),
    );
    const answers = CORPUS.filter(({ text }) => lines.has(shownInLine(text)));
    expect(answers.length).toBeGreaterThan(CORPUS.length / 2);
    await isTold(page);
    await card(conversation).getByRole('button', { name: 'View', exact: true }).click();
    const both = [...EVERYTHING, ...EVERYTHING, asShown(textOf('mutation-math'))].toSorted();
    const people = '.said:is(.visitor, .agent) .said-text';
    await expect.poll(async () => ofCorpus(await textsIn(page, people))).toEqual(both);
    expect(await untold(page, '.said.assistant .said-text')).toEqual([]);
    expect(await faultsOf(page)).toEqual([]);

    const base = `/app/sites/demo/history/${conversation}`;
    expect(await visit(owner, base)).toEqual([]);
    expect(ofCorpus(await textsIn(page, '.said:is(.by-visitor, .by-agent) .said-text'))).toEqual(
      both,
    );
    expect(await untold(page, '.said.by-assistant .said-text')).toEqual([]);
    const file = async (name: string) =>
      (await page.request.get(`${origin}${base}/${name}`)).text();
    const text = (await file('transcript.txt')).split('\n');
    expect(text.filter((line) => /^\s*[=+\-@]|[^\P{Cc}]/u.test(line))).toEqual([]);
    const { entries }: { entries: Entry[] } = JSON.parse(await file('transcript.json'));
    const spoken = entries.flatMap((entry) =>
      entry.kind === 'message' && entry.author.role !== 'assistant' ? [asShown(entry.text)] : [],
    );
    expect(ofCorpus(spoken)).toEqual(both);

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
    await page.goto(`${stage.origin}/app/sites/demo/knowledge`);
    await page.getByRole('textbox', { name: 'Question' }).fill(`zeppelin ${textOf('img-onerror')}`);
    await turnPage(page, () => page.getByRole('button', { name: 'Ask' }).click());
    faults.push(...(await faultsOf(page)));

    faults.push(...(await mailbox(2 * CALLS)));
    // The same page with mails that would take an hour, and many visitors, to come by.
    await page.route('**/dev/mailbox', async (route) => {
      await route.fulfill({ response: await route.fetch(), body: mailboxOfHarm(stage.origin) });
    });
    faults.push(...(await mailbox(10)));
    await page.unroute('**/dev/mailbox');
    expect(faults).toEqual([]);
    expect(harm).toEqual([]);
  });

  it('are text in every form that is sent, taken or not', async () => {
    const { page, harm } = owner;
    const faults: string[] = [];
    const sent: string[] = [];
    const site = '/app/sites/demo';
    for (const path of [
      ...['website', 'assistant', 'knowledge', 'knowledge/new', 'knowledge/import', 'team'].map(
        (section) => `${site}/${section}`,
      ),
      `${site}/escalation`,
      `${site}/webhooks/new`,
      '/app/sites/new',
      '/app/account',
    ]) {
      await page.goto(stage.origin + path);
      const forms = page.locator('form[method="post"]:has(textarea, input:not([type="hidden"]))');
      const count = await forms.count();
      for (let at = 0; at < count; at++) {
        if (at > 0) await page.goto(stage.origin + path);
        const words = [SIGNS, BAD_ADDRESSES[at] ?? '', textOf('close-textarea')][at % 3] ?? '';
        sent.push(...(await forms.nth(at).evaluate(fillAll, words)));
        await turnPage(page, () => forms.nth(at).evaluate(send));
        faults.push(...(await faultsOf(page)));
      }
    }
    faults.push(...(await visit(owner, `${site}/webhooks`)));
    expect(faults).toEqual([]);
    expect(sent.length).toBeGreaterThan(20);
    expect(harm).toEqual([]);
  });

  it('are text in every answer to an address', async () => {
    const stranger = await lookOut(stage.browser, stage.origin);
    const faults: string[] = [];
    const visits = async (who: Lookout, paths: readonly string[]) => {
      for (const path of paths) faults.push(...(await visit(who, path)));
    };
    const names = [
      `${textOf('close-title')}${textOf('quote-double')}`,
      `${textOf('close-textarea')}${textOf('mutation-math')}`,
      `${textOf('url-javascript')} ${textOf('bidi-unclosed')}`,
    ].map(encodeURIComponent);
    await Promise.all([
      visits(
        stranger,
        names.flatMap((words) => [`/join/${words}`, `/app/sign-in?next=${words}&email=${words}`]),
      ),
      visits(
        owner,
        names
          .flatMap((words) => [
            `history?q=${words}&outcome=${words}&from=${words}`,
            `knowledge?q=${words}&search=${words}`,
            `knowledge/new?title=${words}`,
            words,
          ])
          .map((path) => `/app/sites/demo/${path}`),
      ),
    ]);
    await stranger.page.goto(
      `${stage.origin}/app/sign-in?next=${encodeURIComponent(textOf('url-javascript'))}`,
    );
    await stranger.page.getByRole('textbox', { name: 'Email' }).fill('owner@acme.example');
    const ask = stranger.page.getByRole('button', { name: 'Email me a sign-in link' });
    await turnPage(stranger.page, () => ask.click());
    faults.push(...(await faultsOf(stranger.page)));
    expect(faults).toEqual([]);
    expect([...stranger.harm, ...owner.harm, ...widget.harm]).toEqual([]);
  });
});
