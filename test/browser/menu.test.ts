import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barriers } from './axe.ts';
import { DEAD_AFTER_MS } from '../../widget/shared/heartbeat.ts';
import { tapLine } from './line.ts';
import { newPage, Visitor, watch } from './people.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();

const chat = (page: Page) => page.getByRole('dialog');
const menuButton = (page: Page) => chat(page).getByRole('button', { name: 'Menu' });
const item = (page: Page, name: string) => chat(page).getByRole('menuitem', { name });
const press = (page: Page, name: string) =>
  chat(page).getByRole('button', { name, exact: true }).click();

async function choose(page: Page, name: string): Promise<void> {
  await menuButton(page).click();
  await item(page, name).click();
}

/** What has the focus, in the chat. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const inside = document.querySelector('baton-chat')?.shadowRoot?.activeElement;
    return inside?.ariaLabel ?? inside?.textContent ?? '';
  });

/** What the widget remembers of the visitor in this browser, by its names. */
async function remembered(page: Page): Promise<Record<string, string>> {
  const stored = await page.evaluate((): Record<string, string> => ({ ...localStorage }));
  const isTheirs = ([name]: [string, string]) =>
    name.startsWith('baton:') && !/:(?:colors|labels)$/.test(name);
  const theirs = Object.entries(stored).filter(isTheirs);
  return Object.fromEntries(theirs.map(([name, value]) => [name.split(':')[2], value]));
}

async function inTalk() {
  const { page, complaints } = await newPage(stage.browser);
  const visitor = new Visitor(page);
  await visitor.openChat(stage.server.origin);
  await visitor.say('Do you repair boots?');
  await visitor.isHeard();
  await visitor.reads('Do you repair boots?');
  return { visitor, page, complaints };
}

describe('the menu', () => {
  it('is there once there is something to do with a chat, and nothing of it before somebody writes', async () => {
    const { page } = await newPage(stage.browser);
    const fetched: string[] = [];
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (/^\/(widget\.js|baton\/|v1\/)/.test(pathname)) fetched.push(pathname);
      if (!pathname.startsWith('/baton/')) return;
      if (!/^\/baton\/(chat|talk|extra)\./.test(pathname)) return;
      expect(response.headers()['cache-control']).toContain('immutable');
    });
    const visitor = new Visitor(page);
    await page.goto(`${stage.server.origin}/demo`);
    await page.getByRole('button', { name: 'Open chat' }).waitFor();
    const isOurs = (path: string) => /widget\.js|\/(chat|talk|extra)\.|config$/.test(path);
    expect(fetched.filter(isOurs)).toEqual(['/widget.js']);
    await page.getByRole('button', { name: 'Open chat' }).click();
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    expect(await menuButton(page).count()).toBe(0);
    expect(fetched.filter(isOurs)).toHaveLength(3);
    await page.getByRole('textbox', { name: 'Message' }).pressSequentially('D');
    await expect.poll(() => fetched.filter(isOurs).length).toBe(4);
    expect(fetched.filter((path) => path.includes('/talk.'))).toHaveLength(1);
    await visitor.say('Do you ship abroad?');
    await visitor.isHeard();
    await menuButton(page).click();
    await item(page, 'Download this chat').waitFor();
    await page.keyboard.press('Escape');
    await menuButton(page).click();
    await item(page, 'Download this chat').waitFor();
    expect(fetched.filter(isOurs)).toHaveLength(5);
    expect(fetched.filter((path) => path.includes('/extra.'))).toHaveLength(1);
  });

  it('goes by keyboard: round by arrows, shut by Esc, and the focus comes back', async () => {
    const { page, complaints } = await inTalk();
    await menuButton(page).focus();
    await page.keyboard.press('Enter');
    await item(page, 'Download this chat').waitFor();
    expect(await menuButton(page).getAttribute('aria-expanded')).toBe('true');
    expect(await barriers(page)).toEqual([]);
    const steps = [
      ['ArrowDown', 'Turn sound off'],
      ['ArrowDown', 'Delete this chat'],
      ['ArrowDown', 'End chat'],
      ['ArrowDown', 'Download this chat'],
      ['ArrowUp', 'End chat'],
      ['Home', 'Download this chat'],
      ['End', 'End chat'],
    ] as const;
    expect(await focused(page)).toBe('Download this chat');
    for (const [key, name] of steps) {
      await page.keyboard.press(key);
      expect(await focused(page)).toBe(name);
    }
    await page.keyboard.press('Escape');
    expect(await chat(page).getByRole('menu').count()).toBe(0);
    expect(await chat(page).isVisible()).toBe(true);
    expect(await focused(page)).toBe('Menu');
    expect(await menuButton(page).getAttribute('aria-expanded')).toBe('false');

    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('Download this chat');
    await page.keyboard.press('Tab');
    expect(await chat(page).getByRole('menu').count()).toBe(0);
    await menuButton(page).click();
    await item(page, 'End chat').waitFor();
    await menuButton(page).click();
    expect(await chat(page).getByRole('menu').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('asks before it ends the chat, and has nothing to end after that', async () => {
    const { page } = await inTalk();
    await choose(page, 'End chat');
    await chat(page).getByText('End this chat?').waitFor();
    expect(await focused(page)).toBe('Keep chatting');
    await press(page, 'Keep chatting');
    await choose(page, 'End chat');
    await press(page, 'End chat');
    await chat(page).getByText('This conversation has ended').waitFor();
    await menuButton(page).click();
    await item(page, 'Delete this chat').waitFor();
    expect(await item(page, 'End chat').count()).toBe(0);
  });

  it('says so where it cannot be fetched, and can be pressed again', async () => {
    const { page } = await newPage(stage.browser);
    const visitor = new Visitor(page);
    await page.route('**/baton/extra.*', (route) => route.abort());
    await visitor.openChat(stage.server.origin);
    await visitor.say('Do you repair boots?');
    await chat(page).getByText('Part of this chat could not be loaded.').waitFor();
    await menuButton(page).click();
    await page.unroute('**/baton/extra.*');
    await menuButton(page).click();
    await item(page, 'Delete this chat').waitFor();
    expect(await chat(page).getByText('could not be loaded').count()).toBe(0);
  });
});

describe('a chat that is downloaded', () => {
  it('holds what the visitor saw: who, when and what', async () => {
    const { visitor, page } = await inTalk();
    await visitor.say('Can I talk to a person?');
    await press(page, 'Not now');
    await visitor.reads('You are staying with Scout');
    await menuButton(page).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      item(page, 'Download this chat').click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^Acme-Outdoor-chat-\d{4}-\d\d-\d\d\.txt$/);
    const lines = (await readFile(await download.path(), 'utf8')).split('\n');
    expect(lines[0]).toMatch(/^Chat with Acme Outdoor, saved .*\d\d:?\d\d/);
    const said = lines.map((line) => line.replace(/^\[[^\]]*\d{4}[^\]]*\] /, ''));
    expect(said).toContain('You: Do you repair boots?');
    expect(said).toContain('You: Can I talk to a person?');
    expect(said.some((line) => line.startsWith('Scout: Of course.'))).toBe(true);
    expect(said).toContain('* You are staying with Scout');
    expect(lines.join('\n')).not.toMatch(/Understood as|asking for a person/);
    expect(await focused(page)).toBe('Menu');
  });
});

describe('a chat that is deleted', () => {
  it('is gone for good in every tab, and the next one begins', async () => {
    const { visitor: first, page, complaints } = await inTalk();
    const second = new Visitor(watch(await page.context().newPage()).page);
    await second.page.goto(`${stage.server.origin}/demo`);
    await second.page.getByRole('button', { name: /Open chat/ }).click();
    await second.reads('Do you repair boots?');
    const before = await remembered(page);
    await page.bringToFront();

    await choose(page, 'Delete this chat');
    await chat(page).getByText('Delete this chat for good?').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await focused(page)).toBe('Keep it');
    await press(page, 'Keep it');
    await second.reads('Do you repair boots?');
    await choose(page, 'Delete this chat');
    await press(page, 'Delete');

    for (const visitor of [first, second]) {
      await visitor.reads('Your chat was deleted');
      expect(await visitor.log.getByText('Do you repair boots?').count()).toBe(0);
      expect(await menuButton(visitor.page).count()).toBe(0);
    }
    expect(await focused(page)).toBe('Message');
    await first.page.getByRole('button', { name: 'Talk to a person' }).waitFor();
    await first.say('And tents?');
    await first.isHeard();
    await second.reads('And tents?');
    await second.isHeard();
    expect(await first.log.getByText('Your chat was deleted').count()).toBe(0);
    const after = await remembered(page);
    expect(after['chat']).not.toBe(before['chat']);
    const known = new Set(['chat', 'live', 'read', 'labels', 'greeted']);
    expect(Object.keys(after).filter((name) => !known.has(name))).toEqual([]);
    await second.reload();
    await second.reads('And tents?');
    expect(await second.log.getByText('Do you repair boots?').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('is not said to be gone before it is: not while nothing gets through', async () => {
    const { page } = await newPage(stage.browser);
    const visitor = new Visitor(page);
    const line = await tapLine(page);
    await page.clock.install();
    await visitor.openChat(stage.server.origin);
    await visitor.say('Before');
    await visitor.isHeard();
    await menuButton(page).click();
    line.goDead();
    await item(page, 'Delete this chat').click();
    await press(page, 'Delete');
    await chat(page).getByText('Deleting this chat…').waitFor();
    // Has the chat look whether anybody is there.
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.clock.fastForward(DEAD_AFTER_MS);
    await chat(page).getByText('Please keep this page open until the chat is deleted.').waitFor();
    await visitor.reads('Before');
    expect(await visitor.log.getByText('Your chat was deleted').count()).toBe(0);
    line.recover();
    await visitor.reads('Your chat was deleted');
    expect(await visitor.log.getByText('Before').count()).toBe(0);
  });
});
