/** A visitor's page with the widget on it, whose server says what the gallery wants it to say. */
import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import type { ServerFrame, VisitorFrame } from '../../src/protocol/frames.ts';
import { CLOSE } from '../../src/protocol/close-codes.ts';
import { PROTOCOL } from '../../src/protocol/limits.ts';
import type { PublicSettings } from '../../src/protocol/public-settings.ts';
import { NOW, type Talk } from './talk.ts';
import { type Texts, TEXTS, type Tongue } from './texts.ts';

/** How a scene is looked at. */
export interface Variant {
  readonly tongue: Tongue;
  readonly scheme: 'light' | 'dark';
  readonly device: 'desktop' | 'phone';
}

/** What is on the stage. */
export interface Props {
  /** The chat as the visitor finds it. */
  talk(texts: Texts): Talk;
  /** What the server has to say once that is deleted. */
  talkAfterwards?(texts: Texts): Talk;
  readonly greets?: boolean;
  readonly hasLauncherText?: boolean;
  /** The settings cannot be fetched. */
  readonly isUnreachable?: boolean;
  /** The visitor has not seen the last of it; otherwise they have seen all. */
  readonly hasMissed?: boolean;
  readonly isTooFast?: boolean;
  readonly refusesAddress?: boolean;
}

/** Longer than any of these conversations. */
const ALL_READ = 99;
/** Of a visitor who has missed something: the number of the last entry they have seen. */
const SOME_READ = 2;

/** Wide enough for the chat to stand beside the page; the picture is of its end. */
export const SCREENS = {
  desktop: { width: 720, height: 760 },
  phone: { width: 390, height: 760 },
} as const;

/** A page of nothing else: the pictures stay small. */
const PAGE_COLORS = { light: '#eef1f2', dark: '#0c0e11' } as const;

export class Shop {
  readonly page: Page;
  readonly texts: Texts;
  readonly variant: Variant;
  readonly #props: Props;
  #talk: Talk;
  #socket: WebSocketRoute | undefined;
  #isGone = false;

  private constructor(page: Page, variant: Variant, props: Props) {
    this.page = page;
    this.variant = variant;
    this.#props = props;
    this.texts = TEXTS[variant.tongue];
    this.#talk = props.talk(this.texts);
  }

  /** Opens it in a browser profile of its own. */
  static async open(
    browser: Browser,
    origin: string,
    variant: Variant,
    props: Props,
  ): Promise<Shop> {
    const context = await browser.newContext({
      viewport: SCREENS[variant.device],
      colorScheme: variant.scheme,
      locale: variant.tongue,
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
      hasTouch: variant.device === 'phone',
    });
    const page = await context.newPage();
    const shop = new Shop(page, variant, props);
    await page.clock.setFixedTime(NOW);
    await page.route('**/gallery', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: shop.#html() }),
    );
    await page.route('**/config?*', async (route) => {
      if (props.isUnreachable) return route.abort();
      const response = await route.fetch();
      const settings: PublicSettings = await response.json();
      const { assistant, greeting } = shop.texts;
      const launcherText = props.hasLauncherText ? shop.texts.launcher : '';
      const look = { ...settings.look, '--b-text': launcherText ? 'block' : 'none' };
      const ours = { assistantName: assistant, greeting, launcherText, look };
      await route.fulfill({ json: { ...settings, ...ours } });
    });
    await page.routeWebSocket(/\/socket$/, (socket) => shop.#serve(socket));
    await page.addInitScript(
      (read) => localStorage.setItem('baton:demo:read', `${read}`),
      props.hasMissed ? SOME_READ : ALL_READ,
    );
    await page.goto(`${origin}/gallery`);
    return shop;
  }

  /** Has the server say this. */
  tell(...frames: ServerFrame[]): void {
    for (const frame of frames) this.#socket?.send(JSON.stringify(frame));
  }

  async openChat(): Promise<void> {
    await this.page.locator('.launcher').click();
    await this.page.locator('.panel').waitFor();
    await this.page.locator('.panel :is(textarea,.over)').waitFor();
  }

  async closeChat(): Promise<void> {
    await this.page.locator('.launcher').click();
    await this.page.locator('.panel').waitFor({ state: 'hidden' });
  }

  async say(text: string): Promise<void> {
    await this.page.locator('.panel textarea').fill(text);
    await this.page.keyboard.press('Enter');
  }

  async reads(text: string): Promise<void> {
    await this.page.locator('.log').getByText(text).first().waitFor();
  }

  /** The server is gone, and does not come back. */
  async hangUp(): Promise<void> {
    this.#isGone = true;
    await this.#socket?.close();
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  #serve(socket: WebSocketRoute): void {
    if (this.#isGone) return void socket.close();
    this.#socket = socket;
    socket.onMessage((message) => {
      if (message === 'ping') return socket.send('pong');
      this.#hear(socket, JSON.parse(String(message)));
    });
  }

  #hear(socket: WebSocketRoute, frame: VisitorFrame): void {
    const { entries, state } = this.#talk;
    const { isTooFast, refusesAddress, talkAfterwards } = this.#props;
    if (frame.type === 'hello') {
      this.tell({
        type: 'welcome',
        protocol: PROTOCOL,
        role: 'visitor',
        conversation: `gallery-${entries.length}`,
        token: 'gallery',
        seq: entries.length,
        state,
        entries: [...entries],
      });
    }
    // In the gallery nothing that is said is ever taken.
    if (frame.type === 'say') {
      const tooFast = { code: 'too_fast', retryAfterMs: 60_000 } as const;
      const why = isTooFast ? tooFast : ({ code: 'internal' } as const);
      this.tell({ type: 'refused', ...why, message: '', ref: frame.ref });
    }
    if (frame.type === 'leave_contact' && refusesAddress) {
      this.tell({ type: 'refused', code: 'bad_frame', message: '', ref: frame.ref });
    }
    if (frame.type === 'erase') {
      this.#talk = talkAfterwards?.(this.texts) ?? this.#talk;
      void socket.close({ code: CLOSE.gone });
    }
  }

  #html(): string {
    const { tongue, scheme } = this.variant;
    const greeting = this.#props.greets ? ` data-greeting="${this.texts.greeting}"` : '';
    return `<!doctype html><html lang="${tongue}" dir="${tongue === 'ar' ? 'rtl' : 'ltr'}"
      style="background:${PAGE_COLORS[scheme]}"><meta name="viewport" content="width=device-width">
      <title>${this.texts.shop}</title><body>
      <script src="/widget.js" data-site="demo"${greeting}></script></body></html>`;
  }
}
