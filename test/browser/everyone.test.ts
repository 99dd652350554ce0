import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Lines, Words } from '../../src/language/language.ts';
import * as ar from '../../src/language/tongues/ar.ts';
import * as en from '../../src/language/tongues/en.ts';
import * as ja from '../../src/language/tongues/ja.ts';
import { isForEveryone } from './for-everyone.ts';
import { Agent, newPage } from './people.ts';
import { openShop, shopPage } from './shop.ts';
import { setStage } from './stage.ts';

const stage = setStage();
const LANGUAGES: Readonly<Record<string, string>> = {
  '/ar': 'lang="ar" dir="rtl"',
  '/ja': 'lang="ja"',
};
const shop = openShop((path) => ({
  html: shopPage(stage.server.origin, { html: LANGUAGES[path] ?? 'lang="en"' }),
}));

/** What has the focus, in the chat. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const inside = document.querySelector('baton-chat')?.shadowRoot?.activeElement;
    return inside?.ariaLabel ?? inside?.textContent ?? '';
  });

/** Waits until that has the focus. */
const comesTo = (page: Page, name: string) => expect.poll(() => focused(page)).toBe(name);

/** Presses Tab, or Shift+Tab, until that has the focus. */
async function tabTo(page: Page, name: string, key = 'Tab'): Promise<void> {
  const most = 20;
  for (let at = 0; at < most; at++) {
    if ((await focused(page)) === name) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab never comes to ${name}`);
}

async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
}

const spoken = (text: string, values: Readonly<Record<string, string>>) =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

interface Story {
  path: string;
  words: Words;
  lines: Lines;
  question: string;
  request: string;
}

/** Opens the chat by keyboard, asks for a person, and says yes. */
async function askForPerson({ path, words, lines, question, request }: Story) {
  const { page, complaints } = await newPage(stage.browser);
  const mails = (await stage.server.mails()).length;
  await page.goto(shop.origin + path);
  await page.locator('baton-chat').waitFor({ state: 'attached' });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const box = page.getByRole('textbox', { name: words.message });
  await box.and(page.locator(':focus')).waitFor();
  await isForEveryone(page, 'assistant');
  await type(page, question);
  const log = page.getByRole('log');
  await log.getByText(question).waitFor();
  await log.locator('.assistant').nth(1).and(page.locator(':not(.draft, .typing)')).waitFor();
  await type(page, request);
  const yes = page.getByRole('button', { name: lines.accept });
  await yes.waitFor();
  await log.getByText(lines.offer).waitFor();
  await isForEveryone(page, 'offered');
  return { page, log, yes, mails, complaints };
}

/** Opens the menu and chooses, by keyboard alone. */
async function choose(page: Page, name: string): Promise<void> {
  await tabTo(page, en.words.menu, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name }).waitFor();
  await tabTo(page, name, 'ArrowDown');
  await page.keyboard.press('Enter');
}

describe('by keyboard alone', () => {
  it('the whole story: a question, a wait called off, a person, and nothing left of it', async () => {
    const { words, lines } = en;
    const { page, log, mails, complaints } = await askForPerson({
      path: '/en',
      words,
      lines,
      question: 'Do you ship to Canada?',
      request: 'Can I talk to a person?',
    });
    await tabTo(page, lines.accept, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText(words.waiting).waitFor();
    // The button is gone: the focus went on to where the visitor writes.
    expect(await focused(page)).toBe(words.message);
    await log.getByText('team has been notified').waitFor();
    await isForEveryone(page, 'waiting');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const moving = await page.evaluate(
      () => document.querySelector('baton-chat')?.shadowRoot?.getAnimations().length,
    );
    expect(moving).toBe(0);

    await tabTo(page, words.cancel, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await log.getByText(lines.cancelled).waitFor();
    await comesTo(page, words.message);
    await tabTo(page, words.talk);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: lines.accept }).waitFor();
    // Nobody says yes by pressing the same key once more.
    await comesTo(page, words.message);
    await tabTo(page, lines.accept, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText(words.waiting).waitFor();

    const agent = new Agent((await newPage(stage.browser)).page);
    await agent.takeOver(await stage.server.takeoverLink(mails + 2), 'Robin');
    await log.getByText('Robin joined').waitFor();
    await agent.say('How can I help?');
    await log.getByText('How can I help?').waitFor();
    await type(page, 'My zip broke');
    await agent.reads('My zip broke');
    await isForEveryone(page, 'human');

    await tabTo(page, words.menu, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: words.erase }).waitFor();
    await isForEveryone(page, 'menu');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText(words.endQuestion).waitFor();
    expect(await focused(page)).toBe(words.keep);
    await isForEveryone(page, 'question');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText(words.over).waitFor();
    expect(await focused(page)).toBe(words.fresh);
    await isForEveryone(page, 'ended');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe(words.open);
    await isForEveryone(page, 'closed');

    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await comesTo(page, words.fresh);
    await choose(page, words.erase);
    await page.getByRole('alert').getByText(words.eraseQuestion).waitFor();
    await comesTo(page, words.keepIt);
    await page.keyboard.press('Enter');
    await comesTo(page, words.fresh);
    await choose(page, words.erase);
    await page.keyboard.press('Tab');
    await comesTo(page, words.eraseIt);
    await page.keyboard.press('Enter');
    await log.getByText(words.erased).waitFor();
    await comesTo(page, words.message);
    await isForEveryone(page, 'deleted');
    await type(page, 'And tents?');
    await log.getByText('And tents?').waitFor();
    expect(complaints).toEqual([]);
  });

  it('where the chat covers the page Tab goes round in it, and the focus comes back to what opened it', async () => {
    const { page } = await newPage(stage.browser);
    await page.setViewportSize({ width: 640, height: 400 });
    await page.goto(shop.origin);
    await page.evaluate(() => {
      const link = document.body.appendChild(document.createElement('button'));
      link.textContent = 'Chat with us';
      link.addEventListener('click', () => globalThis.Baton?.('open'));
      link.focus();
    });
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Message' }).and(page.locator(':focus')).waitFor();
    await page.locator('[aria-modal=true]').waitFor();
    const names = new Set<string>();
    for (let at = 0; at < 8; at++) {
      names.add(await focused(page));
      await page.keyboard.press('Tab');
    }
    expect(names.has('')).toBe(false);
    expect(names.has('Close chat')).toBe(true);
    await tabTo(page, 'Message');

    await page.route(/\/baton\/(extra|talk)\./, (route) => route.abort());
    await type(page, 'Do you repair boots?');
    await page.getByRole('alert').getByText('Part of this chat could not be loaded.').waitFor();
    await isForEveryone(page, 'error');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Chat with us');
  });
});

/** On which side of the rest of its line a name stands that the line begins with. */
function sideOf(name: string, line: Locator): Promise<string> {
  return line.evaluate((element, { length }) => {
    const xOf = (from: number, to: number) => {
      const range = document.createRange();
      const text = element.firstChild ?? element;
      range.setStart(text, from);
      range.setEnd(text, to);
      return range.getBoundingClientRect().x;
    };
    const end = element.textContent?.length ?? 0;
    return xOf(0, length) > xOf(length + 1, end) ? 'right' : 'left';
  }, name);
}

describe.each<Story & { language: string; direction: string }>([
  {
    language: 'ar',
    direction: 'rtl',
    path: '/ar',
    ...ar,
    question: 'هل تشحنون إلى كندا؟',
    request: 'أريد التحدث مع موظف',
  },
  {
    language: 'ja',
    direction: 'ltr',
    path: '/ja',
    ...ja,
    question: 'カナダに発送できますか？',
    request: '担当者と話したいです',
  },
])('in $language', (story) => {
  it('the story is told in that language, and laid out its way', async () => {
    const { words, lines, language, direction } = story;
    const { page, log, yes, mails, complaints } = await askForPerson(story);
    const dialog = page.getByRole('dialog');
    const place = dialog.locator('..');
    expect(await place.getAttribute('lang')).toBe(language);
    expect(await place.getAttribute('dir')).toBe(direction);
    // What stands at the side where reading begins, and what at the other one.
    const middle = async (selector: string) => {
      const box = await page.locator(selector).first().boundingBox();
      return (box?.x ?? 0) + (box?.width ?? 0) / 2;
    };
    const sign = direction === 'rtl' ? -1 : 1;
    const isBefore = async (one: string, other: string) =>
      expect((await middle(other)) * sign, `${one} before ${other}`).toBeGreaterThan(
        (await middle(one)) * sign,
      );
    await isBefore('.avatar', '.who');
    await isBefore('.who', '.menu');
    await isBefore('.assistant p', '.visitor p');
    await isBefore('textarea', '.composer .icon');
    await isBefore('.choices .primary', '.choices button + button');
    await isBefore('h1', '.panel');

    await yes.press('Enter');
    await page.getByRole('status').getByText(words.waiting).waitFor();
    await log.getByText(spoken(lines.notified, { assistant: 'Scout' })).waitFor();
    await page.getByRole('button', { name: words.cancel }).waitFor();
    const agent = new Agent((await newPage(stage.browser)).page);
    await agent.takeOver(await stage.server.takeoverLink(mails + 1), 'Robin');
    const joined = log.getByText(spoken(lines.joined, { name: 'Robin' }));
    await joined.waitFor();
    expect(await sideOf('Robin', joined)).toBe(direction === 'rtl' ? 'right' : 'left');
    await page.getByRole('status').getByText(words.person).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: words.open }).waitFor();
    expect(complaints).toEqual([]);
  });
});
