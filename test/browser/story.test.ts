import { describe, expect, it } from 'vitest';
import { tapLine } from './line.ts';
import { Agent, newPage, Visitor, watch } from './people.ts';
import { setStage } from './stage.ts';

const stage = setStage();

const HOSTILE =
  '<img src=x onerror="window.hacked=1"></script><script>window.hacked=1</script> \u202Eמה נשמע ${alert(1)}';

describe('the whole story, through the real pages and the real mailbox', () => {
  it('goes from a question to a person and back to the assistant', async () => {
    const visitorPage = await newPage(stage.browser);
    const agentPage = await newPage(stage.browser);
    const visitor = new Visitor(visitorPage.page);
    const agent = new Agent(agentPage.page);

    await visitor.openChat(stage.server.origin);
    await visitor.say('How do I return a jacket?');
    await visitor.reads(/60 days/);

    await visitor.say('Can I talk to a person?');
    await visitor.page.getByRole('button', { name: 'Yes, connect me' }).click();
    await visitor.page.getByRole('status').getByText('Waiting for a team member…').waitFor();
    await visitor.reads(/team has been notified/);
    expect(await visitor.page.getByRole('button', { name: 'Yes, connect me' }).count()).toBe(0);

    await visitor.say('Do you have gift cards?');
    await visitor.reads(/gift card/i);

    await agent.takeOver(await stage.server.takeoverLink(), 'Alex');
    await visitor.reads(/Alex joined/);
    await agent.say('Hi, Alex here. I can help.');
    await visitor.reads('Hi, Alex here. I can help.');
    await visitor.say(HOSTILE);
    await agent.reads('window.hacked=1');
    await visitor.reads('window.hacked=1');
    expect(await visitor.page.getByRole('button', { name: 'Talk to a person' }).count()).toBe(0);

    const late = new Agent((await newPage(stage.browser)).page);
    await late.page.goto(await stage.server.takeoverLink());
    await late.reads(/Alex has this conversation/);

    await agent.page.getByRole('button', { name: 'Hand back to AI' }).click();
    await visitor.reads(/Alex handed you back/);
    await visitor.say('What are your opening hours?');
    await visitor.reads(/Monday/);
    await agent.reads('Take over');

    for (const { page, complaints } of [visitorPage, agentPage]) {
      expect(complaints).toEqual([]);
      expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
    }
  });

  it('ends when the agent ends it, and a new chat can be started', async () => {
    const visitor = new Visitor((await newPage(stage.browser)).page);
    const agent = new Agent((await newPage(stage.browser)).page);
    const before = (await stage.server.mails()).length;
    await visitor.openChat(stage.server.origin);
    await visitor.page.getByRole('button', { name: 'Talk to a person' }).click();
    await visitor.page.getByRole('button', { name: 'Yes, connect me' }).click();
    await agent.takeOver(await stage.server.takeoverLink(before + 1), 'Robin');
    await agent.page.getByRole('button', { name: 'End conversation' }).click();
    await agent.page.getByRole('button', { name: 'End conversation' }).last().click();
    await visitor.page.getByText('This conversation has ended').waitFor();
    await visitor.page.getByRole('button', { name: 'Start a new chat' }).click();
    await visitor.say('Do you ship abroad?');
    await visitor.reads('Do you ship abroad?');
    expect(await visitor.log.getByText('Robin').count()).toBe(0);
  });

  it('lets a cancelled wait close the link that was already mailed', async () => {
    const visitor = new Visitor((await newPage(stage.browser)).page);
    const agent = new Agent((await newPage(stage.browser)).page);
    const before = (await stage.server.mails()).length;
    await visitor.openChat(stage.server.origin);
    await visitor.say('Human please');
    await visitor.page.getByRole('button', { name: 'Yes, connect me' }).waitFor();
    await visitor.say('yes please');
    const link = await stage.server.takeoverLink(before + 1);
    await visitor.page.getByRole('button', { name: 'Cancel' }).click();
    await visitor.page.getByRole('button', { name: 'Talk to a person' }).waitFor();
    await agent.page.goto(link);
    await agent.reads('This link is no longer open');
    expect(await agent.page.getByRole('button', { name: 'Take over' }).count()).toBe(0);
  });
});

describe('what was said', () => {
  it('is there once, in order, after the server was killed in the middle of a busy talk', async () => {
    const visitor = new Visitor((await newPage(stage.browser)).page);
    const agent = new Agent((await newPage(stage.browser)).page);
    const before = (await stage.server.mails()).length;
    await visitor.openChat(stage.server.origin);
    await visitor.page.getByRole('button', { name: 'Talk to a person' }).click();
    await visitor.page.getByRole('button', { name: 'Yes, connect me' }).click();
    await agent.takeOver(await stage.server.takeoverLink(before + 1), 'Kim');
    for (let at = 1; at <= 3; at++) {
      await visitor.say(`question ${at}`);
      await agent.say(`reply ${at}`);
    }
    const restarted = stage.server.killAndRestart();
    for (let at = 4; at <= 6; at++) {
      await visitor.say(`question ${at}`);
      await agent.say(`reply ${at}`);
    }
    await restarted;
    for (let at = 1; at <= 6; at++) {
      await agent.reads(`question ${at}`);
      await visitor.reads(`reply ${at}`);
    }
    await visitor.reload();
    await visitor.reads('reply 6');
    const shown = (await visitor.log.innerText()).match(/(question|reply) \d/g) ?? [];
    for (const who of ['question', 'reply']) {
      const lines = shown.filter((line) => line.startsWith(who));
      expect(lines).toEqual([1, 2, 3, 4, 5, 6].map((at) => `${who} ${at}`));
    }
  });

  it('shows in every tab of the visitor', async () => {
    const { page } = await newPage(stage.browser);
    const first = new Visitor(page);
    await first.openChat(stage.server.origin);
    await first.say('Do you repair boots?');
    await first.reads('Do you repair boots?');
    const second = new Visitor(watch(await page.context().newPage()).page);
    await second.page.goto(`${stage.server.origin}/demo`);
    await second.page.getByRole('button', { name: /Open chat/ }).click();
    await second.reads('Do you repair boots?');
    await second.say('And tents?');
    await first.reads('And tents?');
    expect(await first.log.getByText('And tents?').count()).toBe(1);
  });

  it('is there again when the page is loaded anew before it was sent', async () => {
    const { page } = await newPage(stage.browser);
    const visitor = new Visitor(page);
    await visitor.openChat(stage.server.origin);
    await visitor.say('Do you ship to Canada?');
    await visitor.reads(/Mexico/);
    const box = page.getByRole('textbox', { name: 'Message' });
    await box.fill('And to Green');
    await visitor.reload();
    await page.waitForFunction(
      () => document.querySelector('baton-chat')?.shadowRoot?.querySelector('textarea')?.value,
    );
    expect(await box.inputValue()).toBe('And to Green');
    await page.getByRole('button', { name: 'Send message' }).click();
    await visitor.reads('And to Green');
    await visitor.isHeard();
    await visitor.reload();
    await visitor.reads('And to Green');
    expect(await box.inputValue()).toBe('');
  });

  it('leaves once although it was written on a dead connection and the page was reloaded', async () => {
    const { page } = await newPage(stage.browser);
    const visitor = new Visitor(page);
    const line = await tapLine(page);
    await visitor.openChat(stage.server.origin);
    await visitor.say('Before');
    await visitor.isHeard();
    line.goDead();
    await visitor.say('Into the void');
    await visitor.log.getByText('Sending…').waitFor();
    line.recover();
    await visitor.reload();
    await visitor.reads('Into the void');
    await visitor.isHeard();
    await visitor.reload();
    await visitor.reads('Into the void');
    expect(await visitor.log.getByText('Into the void').count()).toBe(1);
  });
});
