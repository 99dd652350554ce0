import { describe, expect, it } from 'vitest';
import { Agent, newPage, Visitor } from './people.ts';
import { shareStage } from './stage.ts';

declare global {
  var heard: string[];
}

const stage = shareStage();

/** Runs in the page: notes from now on what a screen reader is told of a log. */
function listen(log: Element): void {
  globalThis.heard = [];
  const hear = (node: Node) => {
    const element = node instanceof Element ? node : node.parentElement;
    if (element?.closest('[aria-live=off], [aria-hidden=true]')) return;
    globalThis.heard.push(node.textContent ?? '');
  };
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'characterData') hear(target);
      else for (const node of addedNodes) hear(node);
    }
  }).observe(log, { childList: true, characterData: true, subtree: true });
}

/** A visitor and somebody of the team, in one conversation. */
async function inTalk(): Promise<{ visitor: Visitor; agent: Agent; complaints: () => string[] }> {
  const ours = await newPage(stage.browser);
  const theirs = await newPage(stage.browser);
  const visitor = new Visitor(ours.page);
  const agent = new Agent(theirs.page);
  const before = (await stage.server.mails()).length;
  await visitor.openChat(stage.server.origin);
  await visitor.page.getByRole('button', { name: 'Talk to a person' }).click();
  await visitor.page.getByRole('button', { name: 'Yes, connect me' }).click();
  await agent.takeOver(await stage.server.takeoverLink(before + 1), 'Kim');
  await visitor.reads(/Kim joined/);
  return { visitor, agent, complaints: () => [...ours.complaints, ...theirs.complaints] };
}

describe('to a screen reader', () => {
  it('a question is told once, and its streamed answer once it is whole', async () => {
    const visitor = new Visitor((await newPage(stage.browser)).page);
    await visitor.openChat(stage.server.origin);
    await visitor.log.evaluate(listen);
    await visitor.say('How do I return a jacket?');
    await visitor.log.getByRole('link', { name: 'Returns and refunds' }).waitFor();
    const heard = await visitor.page.evaluate(() => globalThis.heard);
    expect(heard).toHaveLength(2);
    expect(heard[0]).toMatch(/^You: How do I return a jacket\?/);
    expect(heard[1]).toMatch(/^Scout.*60 days.*post office\./);
  });

  it('what two people say to each other is told once on either side', async () => {
    const { visitor, agent } = await inTalk();
    await visitor.log.evaluate(listen);
    await agent.page.getByRole('log').evaluate(listen);
    await agent.say('How can I help?');
    await visitor.reads('How can I help?');
    await visitor.say('My zip broke');
    await agent.reads('My zip broke');
    await visitor.isHeard();
    for (const { page } of [visitor, agent]) {
      const heard = await page.evaluate(() => globalThis.heard);
      expect(heard.filter((text) => text.includes('How can I help?'))).toHaveLength(1);
      expect(heard.filter((text) => text.includes('My zip broke'))).toHaveLength(1);
    }
  });
});

describe('by keyboard', () => {
  it('whoever hands back goes on where they could take over again', async () => {
    const { agent } = await inTalk();
    await agent.page.getByRole('button', { name: 'Hand back to AI' }).press('Enter');
    const name = agent.page.getByRole('textbox', { name: 'Your name' });
    await name.waitFor();
    expect(await agent.page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
    await agent.page.keyboard.press('Tab');
    expect(await name.evaluate((element) => element.matches(':focus'))).toBe(true);
  });
});

const HOSTILE = [
  '😀'.repeat(4_000),
  'W'.repeat(4_000),
  'before \u202Etxt.exe',
  'a NUL: \0.',
  '</script><script>window.hacked=1</script><img src=x onerror="window.hacked=1">',
  'Hello\r\nBcc: victim@shop.example\r\n\r\nBody',
  Array.from({ length: 200 }, (_, line) => `line ${line}`).join('\n'),
];

describe('whatever somebody types', () => {
  it('is shown to the letter on both sides, within its bounds', async () => {
    const { visitor, agent, complaints } = await inTalk();
    for (const text of HOSTILE) {
      // Not typed: a text box would make other line ends of it.
      await visitor.page.evaluate((words) => {
        Reflect.apply(globalThis.Baton ?? (() => {}), undefined, ['send', words]);
      }, text);
    }
    // What the page has said comes by way of a part that is fetched first.
    const said = visitor.log.locator('.visitor p');
    await expect.poll(() => said.count()).toBe(HOSTILE.length);
    await visitor.say('That was all');
    await agent.reads('That was all');
    await visitor.isHeard();

    const expected = [...HOSTILE, 'That was all'];
    expect(await said.allTextContents()).toEqual(expected);
    expect(await agent.page.locator('.theirs .said-text').allTextContents()).toEqual(expected);
    for (const { page } of [visitor, agent]) {
      const log = page.getByRole('log');
      expect(await log.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
      expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
    }
    expect(complaints()).toEqual([]);
  });

  it('never scrolls the header out of the chat', async () => {
    const { visitor } = await inTalk();
    await visitor.say(HOSTILE.at(-1) ?? '');
    await visitor.say('That was all');
    await visitor.isHeard();
    await visitor.log.evaluate((log) =>
      Promise.all(log.getAnimations({ subtree: true }).map(({ finished }) => finished)),
    );
    await visitor.log.getByText('line 0').evaluate((message) => message.scrollIntoView());
    const dialog = visitor.page.getByRole('dialog');
    expect(await dialog.evaluate((panel) => panel.scrollTop)).toBe(0);
    expect(await dialog.evaluate((panel) => panel.scrollHeight - panel.clientHeight)).toBe(0);
  });
});

describe('a chat that cannot be reached', () => {
  it.each([404, 0])('says so beside the launcher, until it can (%i)', async (status) => {
    const { page } = await newPage(stage.browser);
    await page.route('**/config?*', (route) =>
      status === 0 ? route.abort() : route.fulfill({ status, json: {} }),
    );
    await page.goto(`${stage.server.origin}/demo`);
    await page.getByRole('button', { name: 'Open chat' }).click();
    const alert = page.getByRole('alert').getByText('the chat can’t be reached');
    await alert.waitFor();
    await page.unroute('**/config?*');
    await page.getByRole('button', { name: 'Open chat' }).click();
    await page.getByRole('textbox', { name: 'Message' }).waitFor();
    expect(await alert.count()).toBe(0);
  });
});
