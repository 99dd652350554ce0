import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barriers } from './axe.ts';
import { Owner } from './owner.ts';
import { newPage, Visitor } from './people.ts';
import type { Watched } from './people.ts';
import { setStage } from './stage.ts';

const stage = setStage();

/** A wait shows within this long of the visitor’s yes. */
const SHOWS_WITHIN_MS = 1_000;

/** Somebody of the team, at the Live page. */
class Teammate {
  readonly page: Page;
  readonly complaints: string[];
  readonly cards: Locator;
  readonly #listeners = new Set<(frame: string) => void>();

  constructor({ page, complaints }: Watched) {
    this.page = page;
    this.complaints = complaints;
    this.cards = page.getByRole('list', { name: 'Open conversations' }).getByRole('listitem');
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => {
        for (const listener of this.#listeners) listener(String(payload));
      });
    });
  }

  /** Resolves once the page was sent a frame like that. */
  nextFrame(text: RegExp): Promise<void> {
    return new Promise((resolve) => {
      this.#listeners.add((frame) => {
        if (text.test(frame)) resolve();
      });
    });
  }

  card(text: string | RegExp): Locator {
    return this.cards.filter({ hasText: text });
  }

  /** A visitor’s card, whatever it says by now. */
  async cardOf({ page }: Visitor): Promise<Locator> {
    const chat = await page.evaluate(() => localStorage.getItem('baton:demo:chat'));
    return this.page.locator(`[data-conversation="${chat?.split(' ')[0]}"]`);
  }

  /** The conversation in view that says this. */
  pane(text: string | RegExp): Locator {
    return this.page
      .getByRole('region')
      .filter({ has: this.page.getByRole('log') })
      .filter({ hasText: text });
  }

  async view(text: string | RegExp): Promise<Locator> {
    await this.card(text).getByRole('button', { name: 'View', exact: true }).click();
    const pane = this.pane(text);
    await pane.waitFor();
    return pane;
  }
}

/** Tells, once a card has gone, which one it stood above: others may move until then. */
async function nextOnceGone(card: Locator): Promise<() => Promise<string>> {
  const told = await card.evaluateHandle((element) => {
    const order = () => [...(element.parentElement?.children ?? [])];
    let known = order();
    const next = new Promise<Element | undefined>((resolve) => {
      const list = element.parentElement ?? document.body;
      new MutationObserver(() => {
        if (!element.isConnected) {
          const below = known.slice(known.indexOf(element) + 1);
          resolve([...below, ...known.toReversed()].find((other) => other.isConnected));
        } else known = order();
      }).observe(list, { childList: true });
    });
    return { next };
  });
  return () =>
    told.evaluate(async ({ next }) => (await next)?.getAttribute('data-conversation') ?? '');
}

/** The demo shop’s owner, or an agent whom the owner has invited, at the Live page. */
async function teammate(name?: string): Promise<Teammate> {
  const watched = await newPage(stage.browser);
  const email = name && `${name.toLowerCase()}@acme.example`;
  if (email !== undefined && name !== undefined) await invite(email, name);
  const owner = await Owner.signIn(watched.page, stage.server, email);
  const mate = new Teammate(watched);
  await owner.open('live');
  await watched.page.getByRole('button', { name: /^All \d+/ }).waitFor();
  return mate;
}

async function invite(email: string, name: string): Promise<void> {
  const { page } = await newPage(stage.browser);
  const owner = await Owner.signIn(page, stage.server);
  await owner.open('team');
  await page.getByRole('textbox', { name: 'Email' }).fill(email);
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByRole('status').getByText(`${name} is on the team`).waitFor();
  await page.context().close();
}

/** A visitor who has said something and, where that is told, has read an answer. */
async function visitorWho(says: string, reads?: RegExp): Promise<Visitor> {
  const visitor = new Visitor((await newPage(stage.browser)).page);
  await visitor.openChat(stage.server.origin);
  await visitor.say(says);
  await visitor.isHeard();
  if (reads) await visitor.reads(reads);
  return visitor;
}

describe('the Live page', () => {
  it('shows a wait within a second, and lets one of two take it over', async () => {
    const [ann, ben] = [await teammate(), await teammate('Ben')];
    await ann.page.getByText('Nobody is in the chat right now').waitFor();
    expect(await barriers(ann.page)).toEqual([]);

    const visitor = await visitorWho('Do you have gift cards?');
    await ann.card(/gift card/i).waitFor();
    await visitor.page.getByRole('button', { name: 'Talk to a person' }).click();
    const yes = visitor.page.getByRole('button', { name: 'Yes, connect me' });
    await yes.waitFor();
    const shown = ann.card('Waiting').getByRole('timer').waitFor({ timeout: SHOWS_WITHIN_MS });
    await Promise.all([shown, yes.click()]);
    await ann.page.waitForFunction(() => document.title.startsWith('(1) Live'));
    expect(await ann.page.getByRole('status').allInnerTexts()).toContainEqual(
      expect.stringMatching(/^A visitor is waiting for a person/),
    );
    expect(await barriers(ann.page)).toEqual([]);

    // Watching is nobody’s business but the watcher’s.
    const pane = await ann.view('Waiting');
    await visitor.say('Are you open on Sunday?');
    await pane.getByRole('log').getByText('Are you open on Sunday?').waitFor();
    await pane.getByText('Nothing to act on').first().waitFor();
    await visitor.page.getByRole('status').getByText('Waiting for a team member…').waitFor();
    expect(await pane.getByRole('textbox').count()).toBe(0);
    expect(await barriers(ann.page)).toEqual([]);

    const presses = [ann, ben].map(({ page }) =>
      page.getByRole('listitem').getByRole('button', { name: 'Take over', exact: true }).click(),
    );
    await Promise.all(presses);
    await visitor.reads(/joined the chat/);
    const has = await Promise.all(
      [ann, ben].map(({ page }) =>
        Promise.race([
          page
            .getByRole('textbox', { name: 'Message' })
            .waitFor()
            .then(() => true),
          page
            .getByRole('button', { name: /^Take it from / })
            .waitFor()
            .then(() => false),
        ]),
      ),
    );
    expect(has.toSorted()).toEqual([false, true]);
    const [winner, loser] = has[0] ? [ann, ben] : [ben, ann];
    await winner.card('You').waitFor();
    const name = has[0] ? /has this conversation/ : /^Ben has this conversation/;
    await loser.page.getByText(name).waitFor();
    await winner.page.waitForFunction(() => document.title.startsWith('Live'));
    expect(await visitor.log.getByText(/joined the chat/).count()).toBe(1);
    expect(await barriers(winner.page)).toEqual([]);
    expect(await barriers(loser.page)).toEqual([]);

    await winner.page.getByRole('textbox', { name: 'Message' }).fill('Hello, how can I help?');
    await winner.page.getByRole('button', { name: 'Send message' }).click();
    await visitor.reads('Hello, how can I help?');
    await loser.page.getByRole('button', { name: /^Take it from / }).click();
    await loser.page.getByRole('textbox', { name: 'Message' }).waitFor();
    await winner.page.getByText(/took over from you/).waitFor();
    await visitor.page.context().close();
    expect([...ann.complaints, ...ben.complaints]).toEqual([]);
  });

  it('keeps a draft for each of several conversations, through a switch and a reload', async () => {
    const ann = await teammate();
    const visitors = [
      await visitorWho('How do I return a jacket?', /60 days/),
      await visitorWho('What are your opening hours?', /Monday/),
    ];
    for (const [at, answer] of [/60 days/, /Monday/].entries()) {
      const take = ann.card(answer).getByRole('button', { name: 'Take over', exact: true });
      await take.click();
      await ann.pane(answer).getByRole('textbox', { name: 'Message' }).fill(`Draft ${at}`);
    }
    const strip = ann.page.getByRole('group', { name: 'Open here' });
    const draft = () => ann.page.getByRole('textbox', { name: 'Message' }).inputValue();
    await strip.getByRole('button', { name: /return a jacket/ }).click();
    await ann.pane(/60 days/).waitFor();
    expect(await draft()).toBe('Draft 0');
    await visitors[1]?.say('Still there?');
    await strip.getByRole('button', { name: /Still there\?.*1 unread/ }).click();
    await ann.pane(/Monday/).waitFor();
    expect(await draft()).toBe('Draft 1');
    await ann.page.reload();
    await ann
      .pane(/Monday/)
      .getByRole('textbox', { name: 'Message' })
      .waitFor();
    expect(await draft()).toBe('Draft 1');
    await strip.getByRole('button', { name: /return a jacket/ }).click();
    await ann.pane(/60 days/).waitFor();
    expect(await draft()).toBe('Draft 0');
    expect(await barriers(ann.page)).toEqual([]);
    for (const { page } of visitors) await page.context().close();
    expect(ann.complaints).toEqual([]);
  });

  it('moves nothing from under a pointer that is down', async () => {
    const ann = await teammate();
    const first = await visitorWho('How long is the warranty?', /5 years/);
    const second = await visitorWho('How can I pay?', /PayPal/);
    await ann.card(/PayPal/).waitFor();
    await ann
      .card(/5 years/)
      .getByRole('button', { name: 'View', exact: true })
      .hover();
    const top = () => ann.cards.first().innerText();
    await ann.page.mouse.down();
    await second.page.getByRole('button', { name: 'Talk to a person' }).click();
    const told = ann.nextFrame(/"phase":"waiting"/);
    await second.page.getByRole('button', { name: 'Yes, connect me' }).click();
    await told;
    expect(await top()).not.toContain('Waiting');
    await ann.page.mouse.up();
    await ann.pane(/5 years/).waitFor();
    await ann.cards.first().filter({ hasText: 'Waiting' }).waitFor();
    for (const { page } of [first, second]) await page.context().close();
    expect(ann.complaints).toEqual([]);
  });

  it('lets a card go when its visitor leaves, and keeps an open view and the place in the list', async () => {
    const ann = await teammate();
    const [below, gone, above] = [
      await visitorWho('Do you ship to Canada?', /Mexico/),
      await visitorWho('How long is the warranty?', /5 years/),
      await visitorWho('How can I pay?', /PayPal/),
    ];
    const card = await ann.cardOf(gone);
    for (const one of [below, gone, above]) await (await ann.cardOf(one)).waitFor();
    await card.getByRole('button', { name: 'View', exact: true }).click();
    const pane = ann.pane(/5 years/);
    await pane.waitFor();
    await ann.page.mouse.move(0, 0);
    await ann.page.keyboard.press('Escape');
    await card.and(ann.page.locator(':focus')).waitFor();
    const next = await nextOnceGone(card);
    await gone.page.context().close();
    await card.waitFor({ state: 'detached' });
    // Next to where it was, and not at the top.
    const last = ann.page.locator(`[data-conversation="${await next()}"]`);
    await last.and(ann.page.locator(':focus')).waitFor();
    expect(await last.getAttribute('tabindex')).toBe('0');
    await pane.getByText('The visitor has left').waitFor();
    await pane.getByRole('button', { name: 'Close', exact: true }).press('Enter');
    await pane.waitFor({ state: 'detached' });
    await last.and(ann.page.locator(':focus')).waitFor();
    for (const { page } of [below, above]) await page.context().close();
    expect(ann.complaints).toEqual([]);
  });

  it('is moved about in by keyboard', async () => {
    const ann = await teammate();
    const visitor = await visitorWho('Do you sell maps?', /don’t have that/);
    const card = await ann.cardOf(visitor);
    await card.waitFor();
    const focused = () => ann.page.evaluate(() => document.activeElement?.tagName);
    const isThere = () => card.evaluate((each) => each === document.activeElement);
    await ann.page.keyboard.press('j');
    expect(await focused()).toBe('LI');
    const most = await ann.cards.count();
    for (let at = 1; at < most && !(await isThere()); at++) {
      await ann.page.keyboard.press('ArrowDown');
    }
    expect(await isThere()).toBe(true);
    await ann.page.keyboard.press('Enter');
    await ann.pane(/sell maps/i).waitFor();
    expect(await focused()).toBe('SECTION');
    await ann.page.keyboard.press('Escape');
    expect(await isThere()).toBe(true);
    await ann.page.keyboard.press('?');
    await ann.page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    expect(await barriers(ann.page)).toEqual([]);
    await ann.page.keyboard.press('Escape');
    await ann.page.getByRole('dialog').waitFor({ state: 'detached' });
    await visitor.page.context().close();
    expect(ann.complaints).toEqual([]);
  });

  it('says so when the session is over, and does not try again', async () => {
    const ann = await teammate();
    await ann.page.getByRole('button', { name: 'Sign out' }).evaluate((button) => {
      // In another tab, so to say: this one stays where it is.
      if (button instanceof HTMLButtonElement && button.form) button.form.target = '_blank';
    });
    await ann.page.getByRole('button', { name: 'Sign out' }).click();
    const alert = ann.page.getByRole('alert');
    await alert.getByText('You are signed out').waitFor();
    await alert.getByRole('link', { name: 'Sign in' }).click();
    await ann.page.getByRole('textbox', { name: 'Email' }).waitFor();
    expect(new URL(ann.page.url()).searchParams.get('next')).toBe('/app/sites/demo/live');
  });
});

describe('on a phone', () => {
  it('a conversation takes the whole screen, and nothing sticks out', async () => {
    const ann = await teammate();
    await ann.page.setViewportSize({ width: 390, height: 844 });
    const visitor = await visitorWho(`Do you repair tents? ${'W'.repeat(200)}`);
    const sticksOut = () =>
      ann.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    const pane = await ann.view(/repair tents/i);
    expect(await pane.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    expect(await sticksOut()).toBe(0);
    expect(await barriers(ann.page)).toEqual([]);
    await pane.getByRole('button', { name: 'Back to the list' }).click();
    await pane.waitFor({ state: 'hidden' });
    expect(await sticksOut()).toBe(0);
    await visitor.page.context().close();
    expect(ann.complaints).toEqual([]);
  });
});
