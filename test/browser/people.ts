/** Visitors and team members in a real browser, by what they see and press. */
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { findChromium } from './chromium.ts';

declare global {
  var Baton: ((command: string) => void) | undefined;
}

export async function openBrowser(): Promise<Browser> {
  const { executablePath, args } = await findChromium();
  return chromium.launch({ executablePath, args });
}

/** A page whose errors fail the test that looks at them. */
export interface Watched {
  page: Page;
  /** What the page complained about on its console, network failures of a killed server left out. */
  complaints: string[];
}

/** A fresh browser profile with one page. */
export async function newPage(browser: Browser): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  return watch(await context.newPage());
}

/** Collects a page's complaints from now on. */
export function watch(page: Page): Watched {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const isOffline = /ERR_CONNECTION|WebSocket connection/.test(message.text());
    if (message.type() === 'error' && !isOffline) complaints.push(message.text());
  });
  return { page, complaints };
}

/** A visitor of the demo shop. */
export class Visitor {
  readonly page: Page;
  readonly log: Locator;

  constructor(page: Page) {
    this.page = page;
    this.log = page.getByRole('log');
  }

  async openChat(origin: string): Promise<void> {
    await this.page.goto(`${origin}/demo`);
    await this.page.getByRole('button', { name: 'Open chat' }).click();
    await this.page.getByRole('textbox', { name: 'Message' }).waitFor();
  }

  /** Loads the page once more and has the chat open again, whether or not it does so by itself. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.page.evaluate(() => globalThis.Baton?.('open'));
    await this.page.getByRole('textbox', { name: 'Message' }).waitFor();
  }

  async say(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Message' }).fill(text);
    await this.page.getByRole('button', { name: 'Send message' }).click();
  }

  /** Waits until the server has confirmed everything that was said. */
  async isHeard(): Promise<void> {
    await this.log.getByText('Sending…').first().waitFor({ state: 'detached' });
  }

  /** Waits until the log shows that text. */
  async reads(text: string | RegExp): Promise<void> {
    await this.log.getByText(text).first().waitFor();
  }
}

/** Somebody of the team who follows a takeover link. */
export class Agent {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async takeOver(link: string, name: string): Promise<void> {
    await this.page.goto(link);
    await this.page.getByRole('textbox', { name: 'Your name' }).fill(name);
    await this.page.getByRole('button', { name: 'Take over' }).click();
    await this.page.getByRole('textbox', { name: 'Message' }).waitFor();
  }

  async say(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Message' }).fill(text);
    await this.page.getByRole('button', { name: 'Send message' }).click();
  }

  async reads(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }
}
