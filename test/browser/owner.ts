/** Team members in a real browser, signed in through the real pages. */
import type { Page } from 'playwright-core';
import type { Server } from './server.ts';

/** Somebody who is signed in to the dashboard. */
export class Owner {
  readonly page: Page;
  readonly #origin: string;

  constructor(page: Page, origin: string) {
    this.page = page;
    this.#origin = origin;
  }

  /** Signs a page in by a one-time link: as the demo shop’s owner, or as the member with that address. */
  static async signIn(page: Page, server: Server, email?: string): Promise<Owner> {
    const query = email === undefined ? '' : `?email=${encodeURIComponent(email)}`;
    const answer = await fetch(`${server.origin}/dev/sign-in${query}`, { method: 'POST' });
    if (!answer.ok) throw new Error(`no sign-in link: ${answer.status}`);
    const { url }: { url: string } = await answer.json();
    return Owner.follow(page, server, url);
  }

  /** Follows a sign-in link and presses its one button. */
  static async follow(page: Page, server: Server, link: string): Promise<Owner> {
    await page.goto(link);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/app/sign-in'));
    return new Owner(page, server.origin);
  }

  /** Opens a page of the demo shop’s, such as `team`. */
  async open(section: string, site = 'demo'): Promise<void> {
    await this.page.goto(`${this.#origin}/app/sites/${site}/${section}`);
  }
}
