import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { barriers } from './axe.ts';
import { Owner } from './owner.ts';
import { Agent, newPage, Visitor } from './people.ts';
import { setStage } from './stage.ts';

const stage = setStage();

const WORDS = 'Is the <b>marmalade</b> tent in stock?\n=SUM(A1)';

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Words said, or an email address' }).fill(words);
  await page.getByRole('button', { name: 'Search' }).click();
}

/** Presses a link that downloads, and reads what came. */
async function download(page: Page, name: RegExp): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).click(),
  ]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

it('shows a conversation, finds it, hands it out as files, and deletes it for good', async () => {
  const { server, browser } = stage;
  const { page, complaints } = await newPage(browser);
  const owner = await Owner.signIn(page, server);
  await owner.open('history');
  await page.getByRole('heading', { name: 'No conversations yet' }).waitFor();
  expect(await barriers(page)).toEqual([]);

  const theirs = await newPage(browser);
  const visitor = new Visitor(theirs.page);
  await visitor.openChat(server.origin);
  await visitor.say(WORDS);
  await visitor.isHeard();
  await theirs.page.getByRole('button', { name: 'Talk to a person' }).click();
  await theirs.page.getByRole('button', { name: 'Yes, connect me' }).click();
  const colleague = await newPage(browser);
  const robin = new Agent(colleague.page);
  await robin.takeOver(await server.takeoverLink(), 'Robin');
  await robin.say('It is. Shall I put one aside?');
  await visitor.reads('It is. Shall I put one aside?');

  // What a person's arrival changes is in the list as soon as the outbox has run.
  const line = page.getByRole('link', { name: /marmalade/ });
  await expect
    .poll(async () => {
      await owner.open('history?outcome=taken_over');
      return line.count();
    })
    .toBe(1);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('link', { name: 'AI only' }).click();
  await page.getByRole('heading', { name: 'Nothing found' }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('link', { name: 'All', exact: true }).click();
  await search(page, 'no-such-word');
  await page.getByRole('heading', { name: 'Nothing found' }).waitFor();
  await search(page, 'MARMA stock');
  await line.click();

  const log = page.getByRole('region', { name: 'Transcript' });
  await log.getByText('Is the <b>marmalade</b> tent in stock?').waitFor();
  await log.getByText('Robin took over').waitFor();
  await log.getByText('It is. Shall I put one aside?').waitFor();
  await log.getByText('Nothing to act on').first().click();
  await log.getByText('% sure').first().waitFor();
  await log.getByText(/^Times are those of /).waitFor();
  await page
    .getByRole('complementary')
    .getByText(/^Robin took over after/)
    .waitFor();
  await page.getByRole('link', { name: 'Open in Live' }).waitFor();
  expect(await barriers(page)).toEqual([]);

  const text = await download(page, /^Text/);
  expect(text.name).toMatch(/^demo-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.txt$/);
  expect(text.text).toContain(`    Is the <b>marmalade</b> tent in stock?\n    '=SUM(A1)\n`);
  expect(text.text).toContain('* Robin took over');
  const json = await download(page, /^JSON/);
  expect(JSON.parse(json.text).entries).toContainEqual(expect.objectContaining({ text: WORDS }));

  await page.getByRole('link', { name: 'Delete…' }).click();
  await page.getByRole('heading', { name: 'Delete this conversation?' }).waitFor();
  await page.getByText('It is still open: the visitor’s chat will start over, empty.').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await page.getByRole('status').getByText('The conversation is deleted for good.').waitFor();
  await page.getByRole('heading', { name: 'No conversations yet' }).waitFor();
  // The team's page says so, and the visitor's chat begins anew: nothing of the old one is in it.
  await robin.reads('This conversation is gone');
  await visitor.log.getByText('marmalade').waitFor({ state: 'detached' });

  for (const { complaints: all } of [theirs, colleague]) expect(all).toEqual([]);
  expect(complaints).toEqual([]);
});

it('reads without a script, in UTC', async () => {
  const { server, browser } = stage;
  const theirs = await newPage(browser);
  const visitor = new Visitor(theirs.page);
  await visitor.openChat(server.origin);
  await visitor.say('Do you repair zips?');
  await visitor.isHeard();

  const signedIn = await newPage(browser);
  await Owner.signIn(signedIn.page, server);
  const state = await signedIn.page.context().storageState();
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: state });
  const page = await plain.newPage();
  const line = page.getByRole('link', { name: 'Do you repair zips?' });
  await expect
    .poll(async () => {
      await page.goto(`${server.origin}/app/sites/demo/history`);
      return line.count();
    })
    .toBe(1);
  await line.click();
  await page.getByText('Times are UTC.').waitFor();
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });
  await page.getByText(day.format(Date.now())).waitFor();
  await page.getByRole('link', { name: 'Delete…' }).click();
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await page.getByText('The conversation is deleted for good.').waitFor();
  await plain.close();
});
