import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barriers } from './axe.ts';
import { Owner } from './owner.ts';
import { newPage, type Watched } from './people.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();

/** Asks for a link on the sign-in page and follows the one that lands in the mailbox. */
async function signInByMail({ page }: Watched, email?: string): Promise<void> {
  if (email !== undefined) await page.getByRole('textbox', { name: 'Email' }).fill(email);
  await page.getByRole('button', { name: 'Email me a sign-in link' }).click();
  await page.getByRole('heading', { name: 'Check your mail' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('link', { name: 'Open the mailbox' }).click();
  const link = page.getByRole('link', { name: 'Open sign-in link' });
  await link.waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.goto((await link.getAttribute('href')) ?? '');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Resolves once the server has said something over a socket that the page opens from now on. */
function heard(page: Page): Promise<void> {
  return new Promise((resolve) => {
    page.once('websocket', (socket) => socket.once('framereceived', () => resolve()));
  });
}

describe('signing in and the team, through the real pages and the real mailbox', () => {
  it('invites an agent, who signs in, and throws them out at once', async () => {
    const { server, browser } = stage;
    const owner = await newPage(browser);
    const agent = await newPage(browser);

    await owner.page.goto(`${server.origin}/app/sites/demo/team`);
    expect(await barriers(owner.page)).toEqual([]);
    await signInByMail(owner, 'owner@acme.example');
    await owner.page.getByRole('heading', { name: 'Team', exact: true }).waitFor();
    await owner.page.getByRole('heading', { name: 'Just you so far' }).waitFor();
    expect(await barriers(owner.page)).toEqual([]);

    await owner.page.getByRole('textbox', { name: 'Email' }).fill('kim@acme.example');
    await owner.page.getByRole('textbox', { name: 'Name' }).fill('Kim');
    await owner.page.getByRole('button', { name: 'Invite', exact: true }).click();
    await owner.page.getByRole('status').getByText('Kim is on the team').waitFor();
    expect(await barriers(owner.page)).toEqual([]);

    await agent.page.goto(`${server.origin}/dev/mailbox`);
    const invitation = agent.page.getByRole('link', { name: 'Open invitation' });
    await agent.page.goto((await invitation.getAttribute('href')) ?? '');
    expect(await agent.page.getByRole('textbox', { name: 'Email' }).inputValue()).toBe(
      'kim@acme.example',
    );
    await signInByMail(agent);
    await agent.page.waitForURL(/\/app\/sites\/demo\/live$/);
    const team = await agent.page.request.get(`${server.origin}/app/sites/demo/team`);
    expect(team.status()).toBe(403);

    await agent.page.goto(`${server.origin}/app/account`);
    await agent.page.getByRole('textbox', { name: 'Name' }).fill('Kim Lee');
    await agent.page.getByRole('button', { name: 'Save' }).click();
    await agent.page.getByRole('status').getByText('Visitors will know you as Kim Lee').waitFor();
    expect(await barriers(agent.page)).toEqual([]);
    const isLive = heard(agent.page);
    await agent.page.goto(`${server.origin}/app`);
    await isLive;

    await owner.page.reload();
    await owner.page.getByRole('link', { name: 'Remove Kim Lee' }).click();
    await owner.page.getByRole('heading', { name: 'Remove Kim Lee?' }).waitFor();
    expect(await barriers(owner.page)).toEqual([]);
    await owner.page.getByRole('button', { name: 'Remove from team' }).click();
    await owner.page.getByRole('status').getByText('Kim Lee is no longer on the team').waitFor();

    // Their inbox says so by itself.
    await agent.page.getByRole('alert').getByRole('link', { name: 'Sign in' }).click();
    await agent.page.getByRole('button', { name: 'Email me a sign-in link' }).waitFor();
    for (const { complaints } of [owner, agent]) expect(complaints).toEqual([]);
  });

  it('signs out everywhere, in both browsers', async () => {
    const { server, browser } = stage;
    const here = await newPage(browser);
    const there = await newPage(browser);
    await Owner.signIn(here.page, server);
    await Owner.signIn(there.page, server);
    await here.page.goto(`${server.origin}/app/account`);
    expect(await here.page.getByText('Another browser').count()).toBeGreaterThan(0);
    expect(await barriers(here.page)).toEqual([]);
    await here.page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await here.page.getByRole('heading', { name: 'Sign in to Baton' }).waitFor();
    await there.page.goto(`${server.origin}/app/account`);
    await there.page.getByRole('heading', { name: 'Sign in to Baton' }).waitFor();
    for (const { complaints } of [here, there]) expect(complaints).toEqual([]);
  });

  it('works without any script', async () => {
    const { server, browser } = stage;
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    const owner = await Owner.follow(page, server, await Owner.linkFor(server));
    await owner.open('team');
    await page.getByRole('button', { name: 'Invite', exact: true }).click();
    await page.getByText('Please enter an email address').waitFor();
    expect(await page.getByRole('textbox', { name: 'Email' }).getAttribute('aria-invalid')).toBe(
      'true',
    );
    await page.goto(`${server.origin}/app/account`);
    await page.getByRole('button', { name: 'Sign out here' }).click();
    await page.getByRole('heading', { name: 'Sign in to Baton' }).waitFor();
  });

  it('says kindly that a link was used, and gets a new one', async () => {
    const { server, browser } = stage;
    const url = await Owner.linkFor(server);
    await Owner.follow((await newPage(browser)).page, server, url);
    const { page } = await newPage(browser);
    await page.goto(url);
    await page.getByRole('heading', { name: 'This link no longer works' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Get a new link' }).click();
    await page.getByRole('textbox', { name: 'Email' }).waitFor();
  });
});
