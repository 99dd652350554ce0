import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barriers } from './axe.ts';
import { Owner } from './owner.ts';
import { newPage, Visitor } from './people.ts';
import { setStage } from './stage.ts';
import { turnPage } from './turn-page.ts';

const stage = setStage();

const HOSTILE = '<script>globalThis.broken = true</script><b>bold</b>';

/** The demo shop's owner, on its knowledge page. */
async function openKnowledge() {
  const { page, complaints } = await newPage(stage.browser);
  const owner = await Owner.signIn(page, stage.server);
  await owner.open('knowledge');
  return { page, complaints };
}

async function writeArticle(page: Page, title: string, text: string): Promise<void> {
  await page.getByRole('link', { name: 'New article' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  await page.getByRole('textbox', { name: 'Text' }).fill(text);
  await page.getByRole('button', { name: 'Save article' }).click();
  await page.getByRole('status').getByText('Saved. The assistant answers from it now.').waitFor();
}

async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Question' }).fill(question);
  await page.getByRole('button', { name: 'Ask' }).click();
}

describe('the knowledge page', () => {
  it('has the assistant answer visitors from an article as soon as it is saved', async () => {
    const { page, complaints } = await openKnowledge();
    expect(await barriers(page)).toEqual([]);
    await ask(page, 'Do you rent out kayaks?');
    await page.getByText('Not answered').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Write an article that answers it' }).click();
    expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe(
      'Do you rent out kayaks?',
    );
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Cancel' }).click();
    await writeArticle(page, 'Renting kayaks', 'Kayaks are rented out for $30 a day.');

    await ask(page, 'Do you rent out kayaks?');
    await page.getByText('Answered', { exact: true }).waitFor();
    const used = page.getByRole('listitem').filter({ hasText: 'Used' });
    await used.getByRole('link', { name: 'Renting kayaks' }).waitFor();
    await used.getByText('Kayaks are rented out for $30 a day.').waitFor();
    expect(await barriers(page)).toEqual([]);

    const visitor = new Visitor((await newPage(stage.browser)).page);
    await visitor.openChat(stage.server.origin);
    await visitor.say('Do you rent out kayaks?');
    await visitor.reads('Kayaks are rented out for $30 a day.');

    await page.getByRole('searchbox', { name: 'Search articles' }).fill('kayak');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByText('1 article found').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Renting kayaks' }).click();
    await page.getByRole('textbox', { name: 'Text' }).fill('Kayaks cost $45 a day.');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('status').getByText('Saved.').waitFor();
    await visitor.say('What does it cost to rent kayaks?');
    await visitor.reads('Kayaks cost $45 a day.');

    await page.getByRole('link', { name: 'Renting kayaks' }).click();
    await turnPage(page, () => page.getByRole('link', { name: 'Delete…' }).click());
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Delete article' }).click();
    await page.getByRole('status').getByText('The article is deleted.').waitFor();
    expect(await page.getByRole('link', { name: 'Renting kayaks' }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('says what is wrong beside each field, and keeps what was typed', async () => {
    const { page, complaints } = await openKnowledge();
    await page.getByRole('link', { name: 'New article' }).click();
    await page.getByRole('textbox', { name: 'Web address' }).fill('javascript:alert(1)');
    await page.getByRole('textbox', { name: 'Text' }).fill('Kept.');
    await page.getByRole('button', { name: 'Save article' }).click();
    const title = page.getByRole('textbox', { name: 'Title' });
    await page.getByText('Please give the article a title').waitFor();
    expect(await title.getAttribute('aria-invalid')).toBe('true');
    expect(await title.getAttribute('aria-describedby')).toContain('error-title');
    expect(await page.getByRole('textbox', { name: 'Text' }).inputValue()).toBe('Kept.');
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('shows whatever an article says as text', async () => {
    const { page, complaints } = await openKnowledge();
    await writeArticle(page, `${HOSTILE} zeppelins`, `${HOSTILE} Zeppelins fly at noon.`);
    await ask(page, 'When do zeppelins fly?');
    await page.getByText('Zeppelins fly at noon.').first().waitFor();
    await page
      .getByRole('link', { name: `${HOSTILE} zeppelins` })
      .first()
      .click();
    await page.getByRole('link', { name: 'Delete…' }).click();
    await page.getByText(`${HOSTILE} zeppelins`).waitFor();
    await turnPage(page, () => page.getByRole('button', { name: 'Delete article' }).click());
    expect(await page.evaluate(() => 'broken' in globalThis)).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('refuses to import a private address in a clear line, and keeps it', async () => {
    const { page, complaints } = await openKnowledge();
    await turnPage(page, () => page.getByRole('link', { name: 'Import a page' }).click());
    expect(await barriers(page)).toEqual([]);
    const address = page.getByRole('textbox', { name: 'Address of the page' });
    await address.fill(`${stage.server.origin}/demo`);
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByText('That address isn’t on the public web').waitFor();
    expect(await address.inputValue()).toBe(`${stage.server.origin}/demo`);
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
