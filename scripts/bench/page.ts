/** A page in Chromium on a slow processor: what it fetches, how busy it is, whether it jumps. */
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, CDPSession, Page, Response } from 'playwright-core';

/** As many phones are to a developer's machine. */
const SLOWED = 4;

/** Whatever a page does after it has loaded, or was clicked, is done by then. */
const AFTERMATH_MS = 1_500;

const BYTES_PER_KB = 1_000;

const CHAT = /<script async src="\/widget\.js"[^>]*><\/script>/;

/** Adds up what has moved, from the beginning, on the page's own root element. */
const WATCH_SHIFT = `
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) sum += value;
    document.documentElement.dataset.shift = String(sum);
  }).observe({ type: 'layout-shift', buffered: true });`;
const READ_SHIFT = `Number(document.documentElement.dataset.shift ?? 0)`;

/** What a page has done since it was looked at last. */
export interface Done {
  /** As a server sends them: compressed, each by itself. Their heads come on top. */
  kb: number;
  /** Of these what is code: neither settings nor the words of a language. */
  codeKb: number;
  requests: number;
  mainThreadMs: number;
  /** Of all that has happened to the page: https://web.dev/articles/cls. */
  shift: number;
}

export class SlowPage {
  readonly #page: Page;
  readonly #context: BrowserContext;
  readonly #devtools: CDPSession;
  #responses: Response[] = [];
  #busyMs = 0;

  private constructor(page: Page, devtools: CDPSession) {
    this.#page = page;
    this.#context = page.context();
    this.#devtools = devtools;
    page.on('response', (response) => this.#responses.push(response));
  }

  /** Nothing of an earlier page is in its cache. `hasChat` false: the shop as it was before it had one. */
  static async open(browser: Browser, url: string, hasChat: boolean): Promise<SlowPage> {
    const context = await browser.newContext();
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable');
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    await page.addInitScript(WATCH_SHIFT);
    await page.route(url, async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      await route.fulfill({ response, body: hasChat ? html : html.replace(CHAT, '') });
    });
    const slow = new SlowPage(page, devtools);
    await page.goto(url, { waitUntil: 'load' });
    await delay(AFTERMATH_MS);
    return slow;
  }

  /** Reaches for the launcher and presses it, as a hand does. */
  async openChat(): Promise<void> {
    const launcher = this.#page.getByRole('button', { name: 'Open chat' });
    const box = await launcher.boundingBox();
    if (!box) throw new Error('there is no launcher');
    await this.#page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await delay(AFTERMATH_MS);
    await this.#page.getByRole('textbox', { name: 'Message' }).waitFor();
  }

  async done(): Promise<Done> {
    const { metrics } = await this.#devtools.send('Performance.getMetrics');
    const busyMs = 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
    const mainThreadMs = busyMs - this.#busyMs;
    this.#busyMs = busyMs;
    const responses = this.#responses.splice(0);
    const shift = await this.#page.evaluate<number>(READ_SHIFT);
    return {
      kb: await kbOf(responses),
      codeKb: await kbOf(responses.filter(isCode)),
      requests: responses.length,
      mainThreadMs,
      shift,
    };
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}

async function kbOf(responses: readonly Response[]): Promise<number> {
  const bodies = await Promise.all(responses.map((response) => response.body()));
  return bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0) / BYTES_PER_KB;
}

const isCode = (response: Response): boolean => response.request().resourceType() === 'script';
