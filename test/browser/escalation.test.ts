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

  it('has the times of a wait, tells what they come to, and keeps what was typed', async () => {
    const { page, complaints } = await openPage();
    const close = page.getByRole('textbox', { name: 'Stop waiting after' });
    const course = page.getByRole('list', { name: 'What will happen' });
    await close.fill('90');
    await course.getByText('After 1 hour 30 minutes').waitFor();
    await close.fill('soon');
    await course.getByText('After …').waitFor();
    await press(page, 'Set times');
    await page.locator('#error-close').waitFor();
    expect(await close.inputValue()).toBe('soon');
    expect(await barriers(page)).toEqual([]);
    await close.fill('90');
    await press(page, 'Set times');
    await reads(page, /Saved\./);
    expect(await close.inputValue()).toBe('90');
    await stands(page, 'Escalation is on');
    expect(complaints).toEqual([]);
  });

  it('has the hours of the team, on a phone in the dark too', async () => {
    const { page, complaints } = await openPage();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 375, height: 800 });
    await page.getByRole('radio', { name: 'In business hours' }).check();
    const zone = page.getByRole('combobox', { name: 'Time zone' });
    expect(await zone.inputValue()).not.toBe('');
    await zone.selectOption('Europe/Paris');
    const monday = page.getByRole('group', { name: 'Monday' });
    await monday.getByLabel('Monday: from').fill('10:00');
    await monday.getByLabel('Monday: to').fill('09:00');
    await press(page, 'Set hours');
    await reads(page, 'Monday: the end has to come after the beginning.');
    expect(await monday.getByLabel('Monday: to').inputValue()).toBe('09:00');
    expect(await barriers(page)).toEqual([]);

    await monday.getByLabel('Monday: to').fill('12:30');
    await monday.getByText('Second span').click();
    await monday.getByLabel('Monday, second: from').fill('14:00');
    await monday.getByLabel('Monday, second: to').fill('00:00');
    await press(page, 'Copy Monday to the other weekdays');
    await page.getByRole('checkbox', { name: 'Friday' }).uncheck();
    await press(page, 'Add a date');
    await page.getByLabel('Exception 3: date').fill('2999-12-24');
    await press(page, 'Set hours');
    await reads(page, /Saved\./);
    await reads(page, /Open now\.|Closed now\. Back .*, Europe\/Paris\./);
    expect(await page.getByLabel('Thursday, second: to').inputValue()).toBe('00:00');
    expect(await page.getByRole('checkbox', { name: 'Friday' }).isChecked()).toBe(false);
    expect(await page.getByLabel('Exception 1: date').inputValue()).toBe('2999-12-24');
    const isWide = () => document.documentElement.scrollWidth > window.innerWidth;
    expect(await page.evaluate(isWide)).toBe(false);
    expect(await barriers(page)).toEqual([]);

    await page.getByRole('radio', { name: 'Always' }).check();
    await press(page, 'Set hours');
    await reads(page, /Saved\./);
    await zone.waitFor({ state: 'hidden' });
    await stands(page, 'Escalation is on');
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
    await page.getByRole('radio', { name: 'In business hours' }).check();
    await press(page, 'Set hours');
    await reads(page, 'Please choose a time zone.');
    await page.getByRole('combobox', { name: 'Time zone' }).selectOption('UTC');
    await press(page, 'Set hours');
    await reads(page, /Open now\.|Closed now\. Back .*, UTC\./);
    await page.getByRole('radio', { name: 'Always' }).check();
    await press(page, 'Set hours');
    await reads(page, /Saved\./);
    await context.close();
  });
});
