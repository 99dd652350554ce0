/** Team members in a real browser. */
import type { Page } from 'playwright-core';

const SEE_OTHER = 303;

/** Where a Baton is. */
interface Place {
  readonly origin: string;
}

/** Somebody who is signed in to the dashboard. */
export class Owner {
  readonly page: Page;
  readonly #origin: string;

  constructor(page: Page, origin: string) {
    this.page = page;
    this.#origin = origin;
  }

  /**
   * Signs a page in by a one-time link: as the demo shop’s owner, or as the member with that address. The
   * link is pressed without the page going there, which would take most of the time of many a test.
   */
  static async signIn(page: Page, server: Place, email?: string): Promise<Owner> {
    const link = await Owner.linkFor(server, email);
    const headers = { Origin: server.origin };
    const pressed = await page.context().request.post(link, { headers, maxRedirects: 0 });
    if (pressed.status() !== SEE_OTHER) throw new Error(`not signed in: ${pressed.status()}`);
    return new Owner(page, server.origin);
  }

  /** A one-time link that nobody has followed yet. */
  static async linkFor(server: Place, email?: string): Promise<string> {
    const query = email === undefined ? '' : `?email=${encodeURIComponent(email)}`;
    const answer = await fetch(`${server.origin}/dev/sign-in${query}`, { method: 'POST' });
    if (!answer.ok) throw new Error(`no sign-in link: ${answer.status}`);
    const { url }: { url: string } = await answer.json();
    return url;
  }

  /** Follows a sign-in link and presses its one button. */
  static async follow(page: Page, server: Place, link: string): Promise<Owner> {
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
