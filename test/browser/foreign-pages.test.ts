import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { difference, looksOf, pictureOf } from './look.ts';
import { newPage, Visitor } from './people.ts';
import { openShop, shopPage, type ShopPage } from './shop.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();

const OLD_GLOBALS = `<script>
  // As Prototype 1.6, MooTools and their like had it, where everybody shared the prototypes.
  var more = {
    each: function (f) { for (var i = 0; i < this.length; i++) f(this[i], i); return this; },
    toArray: function () { return [].concat(this); },
    clone: function () { return [].concat(this); },
    first: function () { return this[0]; },
    last: function () { return this[this.length - 1]; },
    reduce: function () { return this.length > 1 ? this : this[0]; },
    entries: function () { return [].concat(this); },
    inspect: function () { return '[' + this + ']'; },
    toJSON: function () { return '[' + this.join(', ') + ']'; }
  };
  for (var name in more) Array.prototype[name] = more[name];
  Object.prototype.each = function () {};
  Object.prototype.toJSONString = function () { return '{}'; };
  String.prototype.toJSON = function () { return '"' + this + '"'; };
  Date.prototype.toJSON = function () { return 'new Date()'; };
  Array.from = function (list) {
    if (!list) return [];
    if (list.toArray) return list.toArray();
    var length = list.length || 0, results = new Array(length);
    while (length--) results[length] = list[length];
    return results;
  };
  Function.prototype.delay = function () {};
  Element.prototype.update = Element.prototype.show = Element.prototype.hide = function () { return this; };
  window.$ = window.$$ = window.jQuery = function () { return null; };
  var plain = JSON.stringify;
  JSON.stringify = function (value) {
    return plain(value && value.toJSON ? value.toJSON() : value);
  };
  var name = {}, status = 7, event = 1, chat = 2, root = 3, host = 4, session = 5, words = 6;
  window.Event = window.Event || {};
</script>`;

const NAMED = `<form id="Baton" name="Baton"><input name="q"></form><form name="title"></form>
<img name="referrer" alt=""><form id="chat" name="hidden"></form><div id="launcher" class="launcher panel log">x</div>`;

const FRAME_SITE = (path: string, sandbox: string) =>
  `<iframe src="${path}" ${sandbox} width="900" height="700" title="A shop in a frame"></iframe>`;

const embedIn = (origin: string) =>
  `<script async src="${origin}/widget.js" data-site="demo"></script>`;

const NONCE = 'c2hvcA';

/** A policy without `unsafe-inline`, by nonce, which trusts nothing but what a trusted script brings. */
const policyOf = (origin: string) =>
  [
    `default-src 'none'; base-uri 'none'; img-src data:; script-src 'nonce-${NONCE}' 'strict-dynamic'`,
    `connect-src ${origin} ${origin.replace('http', 'ws')}; require-trusted-types-for 'script'`,
  ].join('; ');

/** As a browser does where cookies are blocked. */
const NO_STORAGE = `<script>for (const name of ['localStorage', 'sessionStorage']) {
  Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });
}</script>`;

function pageAt(path: string): ShopPage {
  const { origin } = stage.server;
  switch (path) {
    case '/old':
      return { html: shopPage(origin, { head: OLD_GLOBALS, body: NAMED }) };
    case '/strict': {
      const headers = { 'Content-Security-Policy': policyOf(origin) };
      return { html: shopPage(origin, { script: `nonce="${NONCE}"` }), headers };
    }
    case '/forgetful':
      return { html: shopPage(origin, { head: NO_STORAGE }) };
    case '/twice':
      return { html: shopPage(origin, { body: embedIn(origin).repeat(2) }) };
    case '/opens': {
      const stub = 'window.Baton = function () { (Baton.q = Baton.q || []).push(arguments) };';
      const head = `<script>${stub} Baton('open')</script>`;
      return { html: shopPage(origin, { head, body: '<input aria-label="Search" autofocus>' }) };
    }
    case '/framed':
      return { html: FRAME_SITE('/', 'sandbox="allow-scripts allow-same-origin"') };
    case '/boxed':
      return { html: FRAME_SITE('/', 'sandbox="allow-scripts"') };
    default:
      return { html: shopPage(origin) };
  }
}

const shop = openShop(pageAt);

async function works(visitor: Visitor): Promise<void> {
  await visitor.say('Do you ship to Canada?');
  await visitor.reads(/Mexico/);
}

async function openAt(
  path: string,
): Promise<{ page: Page; visitor: Visitor; complaints: string[] }> {
  const { page, complaints } = await newPage(stage.browser);
  await page.goto(shop.origin + path);
  await page.getByRole('button', { name: 'Open chat' }).click();
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  return { page, visitor: new Visitor(page), complaints };
}

/** Style sheets that have been seen, and some that one hopes not to see. */
const SHEETS: Readonly<Record<string, string>> = {
  'a reset of everything': '* { all: unset !important }',
  'everything gone': 'body, body *, baton-chat { display: none !important }',
  'everything hidden': 'html, * { visibility: hidden !important; opacity: 0 !important }',
  'everything larger':
    '* { font-size: 200% !important; line-height: 3 !important; letter-spacing: 9px !important; text-transform: uppercase !important; font-weight: 900 !important; font-family: monospace !important }',
  'everything boxed':
    '* { box-sizing: content-box !important; padding: 30px !important; margin: 30px !important; border: 9px solid red !important; float: left !important; position: static !important; width: 50% !important }',
  'everything slow':
    '@keyframes spin { to { rotate: 360deg } } * { transition: all 9s !important; animation: spin 9s infinite !important }',
  'everything coloured':
    '* { color: red !important; background: yellow !important; filter: invert(1) !important; mix-blend-mode: difference !important; cursor: none !important; user-select: none !important }',
  // Chromium’s pictures are displaced where a page reaches beyond its left edge: this one must not.
  'everything untouchable':
    'html { overflow: hidden; width: 100vw; contain: size } * { pointer-events: none !important; direction: rtl !important; writing-mode: vertical-rl !important; }',
  'a backdrop': '::backdrop { background: red !important; display: block !important }',
  'a body that moves':
    'body { transform: scale(.5) translateX(90px); filter: blur(4px); contain: strict; will-change: transform; zoom: 2; overflow: hidden; height: 100% }',
  'a root that moves': 'html { transform: translate(40px, 60px) rotate(3deg); perspective: 9px }',
  'a root with filters':
    'html { filter: grayscale(1) blur(2px); opacity: .2; clip-path: inset(30%); mix-blend-mode: multiply }',
  'a root that contains':
    'html { contain: paint; overflow: hidden; height: 100%; will-change: transform; container-type: inline-size }',
  'a root in another writing': 'html { direction: rtl; text-align: right; font: 40px cursive }',
  'layers above all': '#layer { position: fixed; inset: 0; z-index: 2147483647; background: red }',
};

describe('whatever a page’s style sheets say', () => {
  it('the chat looks the same, and works', async () => {
    const { page, visitor, complaints } = await openAt('/');
    await page.evaluate(() => {
      const layer = document.documentElement.appendChild(document.createElement('div'));
      layer.id = 'layer';
      document.head.appendChild(document.createElement('style')).id = 'theirs';
    });
    const dialog = page.getByRole('dialog');
    await page.mouse.move(0, 0);
    // The last part to come: what the server has to say is there.
    await page.getByRole('button', { name: 'Talk to a person' }).waitFor();
    const looks = await looksOf(page);
    const pictures = [await pictureOf(page, '.panel'), await pictureOf(page, '.launcher')];
    expect(looks.length).toBeGreaterThan(15);
    for (const [name, sheet] of Object.entries(SHEETS)) {
      await page.locator('#theirs').evaluate((style, text) => {
        style.textContent = text;
      }, sheet);
      expect
        .soft(
          (await looksOf(page)).filter((look) => !looks.includes(look)),
          name,
        )
        .toEqual([]);
      for (const [at, selector] of ['.panel', '.launcher'].entries()) {
        const share = async () =>
          difference(page, pictures[at] ?? '', await pictureOf(page, selector));
        // A picture may be taken of a frame that is half drawn; what comes to rest is what counts.
        await expect
          .poll(share, { message: `${name}, ${selector}`, timeout: 10_000 })
          .toBeLessThan(0.001);
      }
    }
    await page.locator('#theirs').evaluate((style, text) => {
      style.textContent = text;
    }, Object.values(SHEETS).join('\n'));
    await works(visitor);
    await page.locator('#theirs').evaluate((style) => {
      style.textContent = 'html { zoom: 2 }';
    });
    // Larger like the page, and not beyond it.
    expect((await dialog.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.getByRole('button', { name: 'Close chat' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
  });
});

describe('whatever a page’s scripts do', () => {
  it('its visitor goes on writing where they were, also where it opens the chat by itself', async () => {
    const { page, complaints } = await newPage(stage.browser);
    await page.goto(`${shop.origin}/opens`);
    const search = page.getByRole('textbox', { name: 'Search' });
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    expect(await search.evaluate((box) => document.activeElement === box)).toBe(true);
    expect(complaints).toEqual([]);
  });

  it.each([
    ['globals and prototypes of another age', '/old'],
    ['a policy with a nonce, and trusted types', '/strict'],
    ['no storage', '/forgetful'],
    ['the script again and again', '/twice'],
  ])('the chat works: %s', async (_, path) => {
    const { page, visitor, complaints } = await openAt(path);
    expect(await page.locator('baton-chat').count()).toBe(1);
    await works(visitor);
    await visitor.isHeard();
    expect(complaints).toEqual([]);
  });

  it('the chat goes on while a page swaps its body, redraws it and changes its address', async () => {
    const { page, visitor, complaints } = await openAt('/');
    await visitor.say('Do you repair boots?');
    await visitor.isHeard();
    await page.evaluate((script) => {
      // As Turbo does: a new body, whose scripts run, under a new address.
      history.pushState({ turbo: 1 }, '', '/boots');
      const next = document.createElement('body');
      next.append(document.createRange().createContextualFragment(`<h1>Boots</h1>${script}`));
      document.documentElement.replaceChild(next, document.body);
      // As frameworks do that draw into the body.
      document.body.replaceChildren(document.createElement('main'));
      document.head.querySelector('script')?.remove();
    }, embedIn(stage.server.origin));
    await visitor.reads('Do you repair boots?');
    expect(await page.locator('baton-chat').count()).toBe(1);
    await works(visitor);
    await page.goBack();
    await visitor.say('And tents?');
    await visitor.isHeard();
    expect(complaints).toEqual([]);
  });
});

describe('in a frame', () => {
  it('the chat works where the frame may be of its own origin', async () => {
    const { page, complaints } = await newPage(stage.browser);
    await page.goto(`${shop.origin}/framed`);
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: 'Open chat' }).click();
    await frame.getByRole('textbox', { name: 'Message' }).fill('Do you ship to Canada?');
    await page.keyboard.press('Enter');
    await frame
      .getByRole('log')
      .getByText(/Mexico/)
      .waitFor();
    expect(complaints).toEqual([]);
  });

  it('the chat says that it is not available where the frame is of nobody’s origin, and tries nothing', async () => {
    const { page, complaints } = await newPage(stage.browser);
    let sockets = 0;
    page.on('websocket', () => (sockets += 1));
    const warned: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'warning') warned.push(message.text());
    });
    await page.goto(`${shop.origin}/boxed`);
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: 'Open chat' }).click();
    await frame.getByRole('status').getByText('This chat is not available on this page.').waitFor();
    await frame.getByRole('button', { name: 'Close chat' }).click();
    await frame.getByRole('button', { name: 'Open chat' }).click();
    await frame.getByRole('dialog').waitFor();
    expect(warned).toEqual([expect.stringMatching(/sandboxed frame.*domains/)]);
    expect(await frame.getByRole('textbox').count()).toBe(0);
    expect([sockets, complaints]).toEqual([0, []]);
  });
});
