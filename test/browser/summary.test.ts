import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barriers } from './axe.ts';
import { Owner } from './owner.ts';
import { Agent, newPage, Visitor } from './people.ts';
import { setStage } from './stage.ts';

const stage = setStage();

const FIRST = 'How do I return a jacket?';
const LATEST = 'Do you have gift cards?';

/** A visitor who has had these answered, and waits for a person. */
async function waitingVisitor(...questions: readonly string[]): Promise<Visitor> {
  const visitor = new Visitor((await newPage(stage.browser)).page);
  await visitor.openChat(stage.server.origin);
  for (const [at, question] of questions.entries()) {
    await visitor.say(question);
    // An answer names its sources once it is complete.
    await visitor.log.getByRole('list', { name: 'Sources' }).nth(at).waitFor();
  }
  await visitor.say('Can I talk to a person?');
  await visitor.page.getByRole('button', { name: 'Yes, connect me' }).waitFor();
  await visitor.say('yes please');
  await visitor.reads(/team has been notified/);
  return visitor;
}

const inShort = (page: Page) => page.getByRole('region', { name: 'In short' });

describe('the summary for the team', () => {
  it('is in the mail, on the takeover page and in Live, and never with the visitor', async () => {
    const before = (await stage.server.mails()).length;
    const visitor = await waitingVisitor(FIRST, LATEST);
    const link = await stage.server.takeoverLink(before + 1);

    const [mail] = await stage.server.mails();
    const text = mail?.text ?? '';
    expect(text).toContain(`In short:\n- They wrote: “${FIRST}”\n- Most recently: “${LATEST}”\n- `);
    expect(text.indexOf('In short')).toBeLessThan(text.indexOf('Their last message'));

    const { page, complaints } = await newPage(stage.browser);
    await page.goto(link);
    await inShort(page).getByRole('heading', { name: 'In short' }).waitFor();
    const lines = await inShort(page).getByRole('paragraph').allInnerTexts();
    expect(lines).toEqual([
      `They wrote: “${FIRST}”`,
      `Most recently: “${LATEST}”`,
      expect.stringMatching(/^The assistant answered twice, from “.+”\.$/),
    ]);
    expect(await barriers(page)).toEqual([]);

    const live = await newPage(stage.browser);
    const owner = await Owner.signIn(live.page, stage.server);
    await owner.open('live');
    await live.page.getByRole('button', { name: 'View', exact: true }).click();
    await inShort(live.page).getByText(LATEST).waitFor();
    expect(await barriers(live.page)).toEqual([]);

    expect(await visitor.page.getByText('In short').count()).toBe(0);
    expect([...complaints, ...live.complaints]).toEqual([]);
  });

  it('leaves the composer in view on a phone, also above its keyboard, and can be folded away', async () => {
    const before = (await stage.server.mails()).length;
    const atLength = (question: string) => `${question} `.repeat(10);
    await waitingVisitor(atLength(FIRST), atLength(LATEST));
    const { page, complaints } = await newPage(stage.browser);
    await page.setViewportSize({ width: 360, height: 640 });
    const agent = new Agent(page);
    await agent.takeOver(await stage.server.takeoverLink(before + 1), 'Alex');
    const sizeOf = async (part: Locator) => {
      const box = await part.boundingBox();
      if (box === null) throw new Error('It is not shown.');
      return { bottom: box.y + box.height, height: box.height };
    };
    const composer = page.getByRole('textbox', { name: 'Message' });
    await inShort(page).getByText(LATEST).waitFor();
    expect(
      (await sizeOf(page.getByRole('button', { name: 'End conversation' }))).bottom,
    ).toBeLessThan(640);
    expect((await sizeOf(inShort(page))).height).toBeLessThan(640 / 3);
    await page.setViewportSize({ width: 360, height: 320 });
    await inShort(page).waitFor({ state: 'hidden' });
    expect((await sizeOf(composer)).bottom).toBeLessThan(320);
    await page.setViewportSize({ width: 360, height: 640 });
    await inShort(page).getByText('In short').click();
    await inShort(page).getByText(FIRST).waitFor({ state: 'hidden' });
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
