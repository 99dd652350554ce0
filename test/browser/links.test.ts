import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { Agent, newPage, Visitor } from './people.ts';
import { shareStage } from './stage.ts';

const stage = shareStage();

/** Everything that was said or happened in a chat, as its visitor sees it. */
const linesOf = (visitor: Visitor): Promise<string[]> => visitor.log.locator('p').allInnerTexts();

/** Submits every form of a page, in shadow trees too, without typing anything. Answers how many there were. */
function submitForms(page: Page): Promise<number> {
  return page.evaluate(() => {
    const formsIn = (root: Document | ShadowRoot): HTMLFormElement[] => [
      ...root.querySelectorAll('form'),
      ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
        shadowRoot ? formsIn(shadowRoot) : [],
      ),
    ];
    const forms = formsIn(document);
    for (const form of forms) form.requestSubmit();
    return forms.length;
  });
}

/** The server has answered the page’s greeting once this is there. */
const pressOf = (page: Page) => page.getByRole('button', { name: 'Take over' });

it('a scanner that runs scripts and submits every form takes nothing over, and the link is still good for a person', async () => {
  const { page } = await newPage(stage.browser);
  const visitor = new Visitor(page);
  const mails = (await stage.server.mails()).length;
  await visitor.openChat(stage.server.origin);
  await visitor.say('Can I talk to a person?');
  await page.getByRole('button', { name: 'Yes, connect me' }).click();
  await visitor.reads(/team has been notified/);
  const link = await stage.server.takeoverLink(mails + 1);
  const before = await linesOf(visitor);
  expect(before.join('\n')).toMatch(/team has been notified/);

  for (const _ of ['one scanner', 'and another']) {
    const scanner = await newPage(stage.browser);
    await scanner.page.goto(link, { waitUntil: 'networkidle' });
    await pressOf(scanner.page).waitFor();
    expect(await submitForms(scanner.page)).toBeGreaterThan(0);
    await scanner.page.getByText('Please tell the visitor your name.').waitFor();
    expect(await submitForms(scanner.page)).toBeGreaterThan(0);
    await pressOf(scanner.page).waitFor();
    expect(scanner.page.url()).toBe(link);
    expect(scanner.complaints).toEqual([]);
    // A browser that nobody has taken over with remembers nobody’s name.
    expect(await scanner.page.evaluate(() => localStorage.getItem('baton.name'))).toBeNull();
    await scanner.page.context().close();
  }

  // What was still under way would be there before the answer to this.
  await visitor.say('Do you have gift cards?');
  await visitor.reads(/gift card/i);
  await page.getByRole('status').getByText('Waiting for a team member…').waitFor();
  expect((await linesOf(visitor)).slice(0, before.length)).toEqual(before);
  expect(await visitor.log.getByText(/joined/).count()).toBe(0);

  const agent = new Agent((await newPage(stage.browser)).page);
  await agent.takeOver(link, 'Alex');
  await visitor.reads(/Alex joined/);
});

it('the link that was mailed to sign in is not used up by a browser that merely loads it', async () => {
  const asked = await fetch(`${stage.server.origin}/dev/sign-in`, { method: 'POST' });
  const answer: { url: string } = await asked.json();
  const scanner = await newPage(stage.browser);
  await scanner.page.goto(answer.url, { waitUntil: 'networkidle' });
  expect(await scanner.page.context().cookies()).toEqual([]);
  await scanner.page.context().close();
  const owner = await newPage(stage.browser);
  await owner.page.goto(answer.url);
  await owner.page.getByRole('button', { name: /sign in/i }).click();
  await owner.page.getByRole('link', { name: 'Live' }).first().waitFor();
});
