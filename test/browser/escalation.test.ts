import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { barriers } from './axe.ts';
import { Owner } from './owner.ts';
import { newPage, Visitor, type Watched } from './people.ts';
import { setStage } from './stage.ts';

const stage = setStage();

/** The demo shop’s owner on its escalation page. */
async function openPage(): Promise<Watched> {
  const watched = await newPage(stage.browser);
  const owner = await Owner.signIn(watched.page, stage.server);
  await owner.open('escalation');
  return watched;
}

const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
const reads = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const address = (page: Page) => page.getByRole('textbox', { name: 'Notification email' });

/** Waits until the page’s one status says so, to the letter. */
async function stands(page: Page, status: 'Escalation is on' | 'Escalation is off') {
  await page.getByText(status, { exact: true }).waitFor();
  expect(await page.getByRole('status').allTextContents()).toEqual([status]);
}

async function newVisitor(): Promise<{ visitor: Visitor; complaints: string[] }> {
  const { page, complaints } = await newPage(stage.browser);
  const visitor = new Visitor(page);
  await visitor.openChat(stage.server.origin);
  return { visitor, complaints };
}

/** Runs in the page: measures how long an element of the open chat goes on being there, from now on. */
function lifeOf(button: Element): Promise<number> {
  const from = Date.now();
  return new Promise((resolve) => {
    const look = () => {
      if (!button.isConnected) resolve(Date.now() - from);
      else requestAnimationFrame(look);
    };
    look();
  });
}

describe('the escalation page', () => {
  it('takes effect in open chats: an offer goes, a link is dead, and on again all is as before', async () => {
    const { page, complaints } = await openPage();
    await stands(page, 'Escalation is on');
    expect(await address(page).inputValue()).toBe('team@acme.example');
    expect(await barriers(page)).toEqual([]);

    const { visitor: waiting } = await newVisitor();
    await waiting.page.getByRole('button', { name: 'Talk to a person' }).click();
    await waiting.page.getByRole('button', { name: 'Yes, connect me' }).click();
    const link = await stage.server.takeoverLink();
    const { visitor: offered, complaints: theirs } = await newVisitor();
    await offered.say('Can I talk to a person?');
    const yes = offered.page.getByRole('button', { name: 'Yes, connect me' });
    await yes.waitFor();

    const life = yes.evaluate(lifeOf);
    await press(page, 'Disable');
    expect(await life).toBeLessThan(1_000);
    await stands(page, 'Escalation is off');
    await reads(page, /Switched off\. Applied to 2 open conversations\./);
    expect(await barriers(page)).toEqual([]);
    await offered.reads('Team members cannot join chats at the moment');
    await waiting.reads('Team members cannot join chats at the moment');
    await offered.page
      .getByRole('button', { name: 'Talk to a person' })
      .waitFor({ state: 'hidden' });

    const { page: late } = await newPage(stage.browser);
    await late.goto(link);
    await reads(late, /no longer open/);

    expect(await address(page).inputValue()).toBe('team@acme.example');
    await press(page, 'Enable');
    await stands(page, 'Escalation is on');
    await reads(page, /Switched on\. Applied to 2 open conversations\./);
    await offered.page.getByRole('button', { name: 'Talk to a person' }).click();
    await offered.page.getByRole('button', { name: 'Yes, connect me' }).click();
    await offered.reads(/The team has been notified/);
    await page.reload();
    await reads(page, 'Last notifications');
    expect(await page.locator('.notifications li').count()).toBe(2);
    expect(await barriers(page)).toEqual([]);
    expect([...complaints, ...theirs]).toEqual([]);
  });

  it('sends the next call to the address that was just saved', async () => {
    const { page, complaints } = await openPage();
    await address(page).fill('desk@acme.example, Night <night@acme.example>');
    await press(page, 'Save');
    await reads(page, /Saved\./);
    expect(await address(page).inputValue()).toBe('desk@acme.example, night@acme.example');
    const before = (await stage.server.mails()).length;
    const { visitor } = await newVisitor();
    await visitor.page.getByRole('button', { name: 'Talk to a person' }).click();
    await visitor.page.getByRole('button', { name: 'Yes, connect me' }).click();
    await visitor.reads(/The team has been notified/);
    const mails = (await stage.server.mails()).slice(0, -before);
    expect(mails.map(({ to }) => to).toSorted()).toEqual([
      'desk@acme.example',
      'night@acme.example',
    ]);
    expect(complaints).toEqual([]);
  });

  it('says what is wrong with an address beside it, and keeps what was typed', async () => {
    const { page, complaints } = await openPage();
    for (const typed of ['', 'team', 'a@acme.example, <b>@acme.example']) {
      await address(page).fill(typed);
      await press(page, 'Save');
      await page.locator('#error-address').waitFor();
      expect(await address(page).inputValue()).toBe(typed);
      expect(await address(page).getAttribute('aria-describedby')).toContain('error-address');
    }
    expect(await barriers(page)).toEqual([]);
    await stands(page, 'Escalation is on');
    expect(complaints).toEqual([]);
  });

  it('sends a test mail to what is typed, without saving it', async () => {
    const { page, complaints } = await openPage();
    const saved = await address(page).inputValue();
    await address(page).fill('try@acme.example');
    await press(page, 'Send a test email');
    await reads(page, /Sent to try@acme\.example/);
    const [mail] = await stage.server.mails();
    expect(mail).toMatchObject({
      to: 'try@acme.example',
      subject: 'Acme Outdoor: a test of your notifications',
    });
    expect(await barriers(page)).toEqual([]);
    await page.goto(page.url());
    expect(await address(page).inputValue()).toBe(saved);
    expect(complaints).toEqual([]);
  });

  it('shows the mail that the team gets, in a frame without rights', async () => {
    const { page, complaints } = await openPage();
    const frame = page.frameLocator('iframe');
    await frame.getByText('Take over the conversation').waitFor();
    await frame.getByText('Can I talk to a person?').waitFor();
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('');
    expect(complaints).toEqual([]);
  });

  it('works without script', async () => {
    const context = await stage.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const owner = await Owner.signIn(page, stage.server);
    await owner.open('escalation');
    await press(page, 'Disable');
    await stands(page, 'Escalation is off');
    await press(page, 'Enable');
    await stands(page, 'Escalation is on');
    expect(await address(page).inputValue()).not.toBe('');
    await context.close();
  });
});
