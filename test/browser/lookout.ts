/** Sees what hostile words achieve in a page: what they run, fetch, open or break. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { CANARY, CANARY_PATH } from '../hostile/corpus.ts';

const TELL = '__tell';
const NOTICE = '__notice';

export interface Lookout {
  context: BrowserContext;
  page: Page;
  /** What words have run, fetched, opened or been kept from by nothing but the page's policy. */
  harm: string[];
  /** What notifications would have said, title first. */
  notices: string[];
}

/** A fresh browser profile in which nothing that is not ours runs, or goes anywhere, unseen. */
export async function lookOut(browser: Browser, origin: string): Promise<Lookout> {
  const context = await browser.newContext({ viewport: WIDE });
  const harm: string[] = [];
  const notices: string[] = [];
  await context.exposeFunction(TELL, (what: string) => harm.push(what));
  await context.exposeFunction(NOTICE, (what: string) => notices.push(what));
  await context.addInitScript(
    ([canary, tell, notice]) => {
      const tellIt = (name: string, what: string) => {
        const teller: unknown = Reflect.get(globalThis, name);
        if (typeof teller === 'function') teller(what);
      };
      const told = (what: string) => tellIt(tell, what);
      // A browser without a screen shows no notifications, and thinks that somebody looks at all its pages.
      Document.prototype.hasFocus = () => false;
      const Notice = class extends EventTarget {
        static readonly permission = 'granted';
        constructor(title: string, { body = '' }: NotificationOptions = {}) {
          super();
          tellIt(notice, `${title}\n${body}`);
        }
        close(): void {}
      };
      Reflect.set(globalThis, 'Notification', Notice);
      Reflect.set(globalThis, canary, (what: unknown) => told(`ran: ${String(what)}`));
      document.addEventListener('securitypolicyviolation', (event) => {
        told(`refused by policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    },
    [CANARY, TELL, NOTICE] as const,
  );
  context.on('request', (request) => {
    const url = new URL(request.url());
    const isOurs = url.origin === origin && !url.pathname.includes(CANARY_PATH);
    const isHarmless = url.protocol === 'data:' && request.resourceType() === 'image';
    const isAskedFor = request.isNavigationRequest() && url.origin === origin;
    if (!isOurs && !isHarmless && !isAskedFor) harm.push(`fetched: ${request.url()}`);
  });
  context.on('dialog', (dialog) => {
    harm.push(`said: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('weberror', (error) => harm.push(`broke: ${error.error().message}`));
  context.on('console', (message) => {
    const text = message.text();
    // A page that is not there, as some of these addresses are.
    if (message.type() === 'error' && !text.startsWith('Failed to load resource')) {
      harm.push(`complained: ${text}`);
    }
  });
  const page = await context.newPage();
  context.on('page', (other) => harm.push(`opened: ${other.url()}`));
  return { context, page, harm, notices };
}

const SETTLES_MS = 1_000;

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 390, height: 844 };

/**
 * What is wrong with a page as it is now, on a computer and on a phone; nothing, if all is well.
 *
 * @param settlesMs how long it may take to fit into another window
 */
export async function faultsOf(page: Page, settlesMs = SETTLES_MS): Promise<string[]> {
  const faults = await page.evaluate(faultsInPage);
  for (const size of [NARROW, WIDE]) {
    await page.setViewportSize(size);
    let out = await page.evaluate(stickingOut, size);
    if (out !== null) {
      // What a script draws follows the window a little later.
      await page.waitForFunction(fits, size, { timeout: settlesMs }).catch(() => undefined);
      out = await page.evaluate(stickingOut, size);
    }
    if (out !== null) faults.push(`${out} of ${size.width} px`);
  }
  return faults.map((fault) => `${new URL(page.url()).pathname}: ${fault}`);
}

interface Size {
  width: number;
}

/** Runs in the page. A step back that a wider window makes needless is not left under way either. */
function fits({ width }: Size): boolean {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth <= clientWidth && (width < 1_000 || history.state !== 'baton.open');
}

/** Runs in the page. By how much it is wider than its window, and because of what; null if it fits. */
function stickingOut({ width }: Size): string | null {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (width > 1_000 && history.state === 'baton.open') return 'a step back is under way';
  // Source texts, fields, rows of tabs, and a chart of many days.
  const DESIGNED = 'pre, textarea, input, .strip, .side-nav, .by-day-room';
  const inner = [...innerOf(document)];
  if (inner.length > 0) return `more than fits into ${[...new Set(inner)].join(' and ')}`;
  if (scrollWidth <= clientWidth) return null;
  const wide = [...document.querySelectorAll('body *')].filter(
    (one) => one.getBoundingClientRect().right > clientWidth || one.scrollWidth > clientWidth,
  );
  const names = wide.map(({ localName, className }) => `${localName}.${String(className)}`);
  return `${scrollWidth - clientWidth} px too wide (${[...new Set(names)].join(' ')})`;

  /** What has to be scrolled sideways although nobody meant it to. */
  function* innerOf(root: Document | ShadowRoot): Generator<string> {
    for (const one of root.querySelectorAll('*')) {
      if (one.shadowRoot) yield* innerOf(one.shadowRoot);
      if (one instanceof HTMLIFrameElement && one.contentDocument) {
        yield* innerOf(one.contentDocument);
      }
      if (one === document.documentElement || one.scrollWidth <= one.clientWidth + 1) continue;
      const isScrolled = /auto|scroll/.test(getComputedStyle(one).overflowX);
      const isFrame = one === root.firstElementChild;
      if ((isScrolled || isFrame) && !one.matches(DESIGNED)) {
        yield `${one.localName}.${String(one.className)}`;
      }
    }
  }
}

/** Runs in the page. Shadow trees and the mails in frames are looked through as well. */
function faultsInPage(): string[] {
  const NO_WORDS = /^(?:SCRIPT|STYLE|TITLE|TEXTAREA|NOSCRIPT)$/;
  const faults = new Set<string>();
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (element instanceof HTMLIFrameElement && element.contentDocument) {
        roots.push(element.contentDocument);
      }
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on')) faults.add(`a handler ${name} of <${element.localName}>`);
        if (!['href', 'src', 'action', 'formaction', 'data', 'poster', 'xlink:href'].includes(name))
          continue;
        if (!URL.canParse(value, document.baseURI)) {
          faults.add(`<${element.localName}> leads nowhere: ${value}`);
          continue;
        }
        const { protocol, origin } = new URL(value, document.baseURI);
        const isLink = element.localName === 'a';
        const leads = isLink ? ['http:', 'https:', 'mailto:'] : ['http:', 'https:', 'data:'];
        if (!leads.includes(protocol)) faults.add(`<${element.localName}> leads to ${value}`);
        if (!isLink && protocol !== 'data:' && origin !== location.origin)
          faults.add(`<${element.localName}> takes ${value}`);
      }
    }
    lookAtDirections(root);
  }
  return [...faults];

  /** What turns the direction of words may turn none but those it came with. */
  function lookAtDirections(root: Document | ShadowRoot): void {
    const texts = document.createNodeIterator(root, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      if (!parent || NO_WORDS.test(parent.tagName)) continue;
      // Where line breaks are kept, a direction ends with its line.
      const words = text.textContent ?? '';
      const lines = /^(?:pre|break)/.test(getComputedStyle(parent).whiteSpace)
        ? words.split('\n')
        : [words];
      const turned = /[\u202a-\u202e\u2066-\u2069]([^\u202a-\u202e\u2066-\u2069]*)$/u.exec(
        lines.at(-1) ?? '',
      );
      if (!turned) continue;
      const around = isolateOf(parent);
      const isTheirs =
        /^ and never closed|^ end|^gnp|^.{0,40}…/u.test(turned[1] ?? '') ||
        !/\w/.test(turned[1] ?? '');
      const after = document.createRange();
      after.setStartAfter(text);
      if (around?.lastChild) after.setEndAfter(around.lastChild);
      const rest = around ? after.toString().trim() : '';
      if (!isTheirs || rest !== '')
        faults.add(
          `a direction goes on: ${JSON.stringify(`${words.slice(0, 60)} | ${rest.slice(0, 60)}`)}`,
        );
    }
  }

  /** The nearest element that keeps directions to itself. */
  function isolateOf(element: Element | null): Element | null {
    for (let one = element; one; one = one.parentElement) {
      const { display, unicodeBidi } = getComputedStyle(one);
      if (/isolate|plaintext/.test(unicodeBidi) || !/^(?:inline|contents)$/.test(display))
        return one;
    }
    return null;
  }
}
