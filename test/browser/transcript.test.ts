import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ServerFrame } from '../../src/protocol/frames.ts';
import { barriers } from './axe.ts';
import { newPage, Visitor } from './people.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();

const chat = (page: Page) => page.getByRole('dialog');

/** Far above what the server itself will have counted to. */
const FIRST_SEQ = 1_000;

/** A visitor whose server says, besides what it says, whatever a test has it say. */
async function inTalk() {
  const { page, complaints } = await newPage(stage.browser);
  let tell: (frame: ServerFrame) => void = () => {};
  await page.routeWebSocket(/\/socket$/, (near) => {
    const far = near.connectToServer();
    near.onMessage((message) => far.send(message));
    far.onMessage((message) => near.send(message));
    tell = (frame) => near.send(JSON.stringify(frame));
  });
  const visitor = new Visitor(page);
  await visitor.openChat(stage.server.origin);
  await visitor.say('Do you repair boots?');
  await visitor.isHeard();
  // After the greeting the server's own answer, whole: while it grows, the log moves.
  await visitor.log.locator('.message.assistant:not(.draft, .typing)').nth(1).waitFor();
  let seq = FIRST_SEQ;
  return {
    visitor,
    page,
    complaints,
    draft: (text: string) => tell({ type: 'draft', turn: FIRST_SEQ, text }),
    answer(text: string) {
      const author = { role: 'assistant', name: 'Scout' } as const;
      seq += 1;
      tell({ type: 'entry', entry: { kind: 'message', seq, at: Date.now(), author, text } });
    },
  };
}

const ANSWER = `There are **two ways**:

1. Write to [our *team*](mailto:help@shop.example)
   - any time
2. See https://shop.example/help?a=b_c.

\`\`\`sh
${'long-code-'.repeat(40)}
\`\`\`

${'W'.repeat(400)} <b>no</b> [no](javascript:alert(1))`;

describe('an answer', () => {
  it('shows no marks while it is written, and stays within its bounds when it is whole', async () => {
    const { visitor, page, complaints, draft, answer } = await inTalk();
    for (const part of [
      'There are **tw',
      'There are **two ways*',
      'There are **two ways**:\n\n1',
    ]) {
      draft(part);
      const shown = visitor.log.locator('.draft');
      await shown.locator('strong', { hasText: /^two? ?w?/ }).waitFor();
      expect(await shown.innerText()).not.toMatch(/\*|1$/);
      expect(await shown.getAttribute('aria-live')).toBe('off');
    }
    answer(ANSWER);
    const said = visitor.log.locator('.message', { hasText: 'any time' });
    await said.locator('ol > li > ul > li').waitFor();
    expect(await visitor.log.locator('.draft').count()).toBe(0);
    expect(await said.getAttribute('aria-live')).toBeNull();
    const links = await said
      .locator('a')
      .evaluateAll((all) =>
        all.map((a) => ['href', 'rel', 'target'].map((name) => a.getAttribute(name))),
      );
    expect(links).toEqual([
      ['mailto:help@shop.example', 'noopener noreferrer', '_blank'],
      ['https://shop.example/help?a=b_c', 'noopener noreferrer', '_blank'],
    ]);
    expect(await said.getByText('<b>no</b> [no](javascript:alert(1))').count()).toBe(1);
    const wide = await visitor.log.evaluate((log) =>
      [log, ...log.querySelectorAll('*')]
        .filter((box) => box.clientWidth > 1 && box.scrollWidth > box.clientWidth)
        .map(({ tagName }) => tagName),
    );
    expect(wide).toEqual([]);
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe('what is new', () => {
  it('is marked for those who were away, until they leave again', async () => {
    const { visitor, page, answer } = await inTalk();
    const mark = visitor.log.getByRole('separator', { name: 'New messages' });
    answer('Seen at once');
    await visitor.reads('Seen at once');
    expect(await mark.count()).toBe(0);
    await page.keyboard.press('Escape');
    answer('Missed');
    answer('Missed, too');
    await page.getByRole('button', { name: 'Open chat' }).click();
    await visitor.reads('Missed, too');
    const texts = await visitor.log
      .locator('.message, .mark')
      .evaluateAll((all) =>
        all.slice(-4).map((box) => (box.querySelector('p') ?? box).textContent),
      );
    expect(texts).toEqual(['Seen at once', 'New messages', 'Missed', 'Missed, too']);
    answer('Seen as well');
    await visitor.reads('Seen as well');
    expect(await mark.count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Open chat' }).click();
    await visitor.reads('Seen as well');
    expect(await mark.count()).toBe(0);
  });

  it('is marked, too, for those whose page was behind another while the chat was open', async () => {
    const { visitor, page, complaints, answer } = await inTalk();
    /** As if the visitor went to another tab, or came back: a browser without a screen never does. */
    const look = (state: DocumentVisibilityState) =>
      page.evaluate((now) => {
        const seen = { visibilityState: now, hidden: now === 'hidden' };
        for (const [name, value] of Object.entries(seen)) {
          Object.defineProperty(document, name, { configurable: true, value });
        }
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      }, state);
    const mark = visitor.log.getByRole('separator', { name: 'New messages' });
    const afterMark = visitor.log.locator('.news + .message');
    answer('Seen at once');
    await visitor.reads('Seen at once');
    await look('hidden');
    answer('Missed');
    answer('Missed, too');
    await visitor.reads('Missed, too');
    expect(await mark.count()).toBe(0);
    await look('visible');
    await afterMark.getByText('Missed', { exact: true }).waitFor();
    answer('Seen as well');
    await visitor.reads('Seen as well');
    expect(await mark.count()).toBe(1);
    // Of the next absence another line tells, and of one without news none.
    await look('hidden');
    answer('Missed again');
    await visitor.reads('Missed again');
    await look('visible');
    await afterMark.getByText('Missed again').waitFor();
    expect(await mark.count()).toBe(1);
    await look('hidden');
    await look('visible');
    await mark.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('is a press away for those who read further up', async () => {
    const { visitor, page, answer } = await inTalk();
    const more = chat(page).getByRole('button', { name: 'New messages' });
    const fromEnd = () =>
      visitor.log.evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight);
    answer(`${'a line\n\n'.repeat(60)}the last one`);
    await visitor.reads('the last one');
    await expect.poll(fromEnd).toBeLessThan(2);
    expect(await more.count()).toBe(0);
    await visitor.log.evaluate(async (log) => {
      const scrolled = new Promise((done) => log.addEventListener('scroll', done, { once: true }));
      log.scrollTo(0, 0);
      await scrolled;
    });
    answer('Further down');
    await more.waitFor();
    expect(await fromEnd()).toBeGreaterThan(100);
    expect(await barriers(page)).toEqual([]);
    await more.click();
    await expect.poll(fromEnd).toBeLessThan(2);
    await more.waitFor({ state: 'detached' });
    expect(await visitor.log.evaluate((log) => log.matches(':focus'))).toBe(true);
  });
});

describe('a conversation whose part of the code cannot be fetched', () => {
  it('shows what is said all the same, and goes on as it should once it can', async () => {
    const { page } = await newPage(stage.browser);
    const visitor = new Visitor(page);
    await page.clock.install();
    await page.route('**/baton/talk.*', (route) => route.abort());
    await visitor.openChat(stage.server.origin);
    await visitor.say('Do you repair boots?');
    await chat(page).getByText('Part of this chat could not be loaded.').waitFor();
    await visitor.reads('Do you repair boots?');
    await expect.poll(() => visitor.log.locator('.message').count()).toBeGreaterThan(2);
    const [own] = await visitor.log.locator('.visitor').elementHandles();
    await page.unroute('**/baton/talk.*');
    await page.getByRole('textbox', { name: 'Message' }).pressSequentially('And te');
    await page.clock.runFor(6_000);
    await chat(page).getByRole('button', { name: 'Menu' }).waitFor();
    await page.keyboard.type('nts?');
    expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('And tents?');
    expect(await own?.evaluate((box) => box.isConnected)).toBe(true);
    expect(await visitor.log.getByText('Do you repair boots?').count()).toBe(1);
    expect(await chat(page).getByText('could not be loaded').count()).toBe(0);
  });
});
