import { describe, expect, it } from 'vitest';
import { barriers } from './axe.ts';
import { Owner } from './owner.ts';
import { newPage, Visitor, watch } from './people.ts';
import { setStage } from './stage.ts';

const stage = setStage();

async function openAssistant() {
  const { page, complaints } = await newPage(stage.browser);
  const owner = await Owner.signIn(page, stage.server);
  const asked: string[] = [];
  await owner.open('assistant');
  page.on('request', (request) => asked.push(request.url()));
  page.on('websocket', (socket) => asked.push(socket.url()));
  return { page, complaints, preview: page.locator('#preview-stage'), asked };
}

describe('the assistant page', () => {
  it('has a preview that follows what is typed, and asks no server', async () => {
    const { page, complaints, preview, asked } = await openAssistant();
    await preview.getByText('Not now').waitFor();
    expect(await barriers(page)).toEqual([]);

    await page.getByRole('textbox', { name: 'Name' }).fill('Juniper <b>');
    await preview.getByText('Juniper <b>', { exact: true }).first().waitFor();
    await page.getByRole('textbox', { name: 'Greeting' }).fill('Good day.');
    await preview.getByText('Good day.', { exact: true }).waitFor();
    const bubble = preview.locator('.visitor p').first();
    const ground = () => bubble.evaluate((node) => getComputedStyle(node).backgroundColor);
    await page.getByRole('textbox', { name: 'Colour', exact: true }).fill('#aa3300');
    expect(await ground()).toBe('rgb(170, 51, 0)');
    expect(await page.getByLabel('Pick a colour').inputValue()).toBe('#aa3300');
    await page.getByRole('textbox', { name: 'Colour', exact: true }).fill('#aa33');
    expect(await ground()).toBe('rgb(170, 51, 0)');
    await page.getByLabel('Pick a colour').fill('#0033aa');
    expect(await page.getByRole('textbox', { name: 'Colour', exact: true }).inputValue()).toBe(
      '#0033aa',
    );
    expect(await ground()).toBe('rgb(0, 51, 170)');

    const panel = preview.locator('.panel');
    const surface = () => panel.evaluate((node) => getComputedStyle(node).backgroundColor);
    await page.getByRole('radio', { name: 'Light' }).check();
    const light = await surface();
    await page.getByRole('radio', { name: 'Dark' }).check();
    expect(await surface()).not.toBe(light);
    expect(await barriers(page)).toEqual([]);
    expect(asked).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('takes nobody into the preview by keyboard', async () => {
    const { page } = await openAssistant();
    await page.getByRole('radio', { name: 'Light' }).focus();
    const isInside = () =>
      page.evaluate(() =>
        document.querySelector('#preview-stage')?.contains(document.activeElement),
      );
    await page.keyboard.press('Tab');
    expect(await isInside()).toBe(false);
  });

  it('saves, and has the next visitor meet who was saved', async () => {
    const { page, complaints } = await openAssistant();
    await page.getByRole('textbox', { name: 'Name' }).fill('Juniper');
    await page.getByRole('textbox', { name: 'Greeting' }).fill('Welcome to the shop.');
    await page.getByRole('combobox', { name: 'Tone' }).selectOption('formal');
    await page.getByRole('checkbox', { name: 'German' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('status').getByText('Saved.').waitFor();
    expect(await page.getByRole('checkbox', { name: 'German' }).isChecked()).toBe(true);
    expect(await page.getByRole('checkbox', { name: 'French' }).isChecked()).toBe(false);
    expect(await barriers(page)).toEqual([]);

    const visitor = new Visitor((await newPage(stage.browser)).page);
    await visitor.openChat(stage.server.origin);
    await visitor.page.getByRole('dialog', { name: 'Juniper' }).waitFor();
    await visitor.reads('Welcome to the shop.');
    expect(complaints).toEqual([]);
  });

  it('says what is wrong beside the field and keeps what was typed', async () => {
    const { page, complaints } = await openAssistant();
    await page.getByRole('textbox', { name: 'Name' }).fill(' ');
    await page.getByRole('textbox', { name: 'Colour', exact: true }).fill('teal');
    await page.getByRole('textbox', { name: 'Instructions' }).fill('Be brief.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Please give the assistant a name.').waitFor();
    await page.getByText('Please enter a colour such as').waitFor();
    expect(await page.getByRole('textbox', { name: 'Colour', exact: true }).inputValue()).toBe(
      'teal',
    );
    expect(await page.getByRole('textbox', { name: 'Instructions' }).inputValue()).toBe(
      'Be brief.',
    );
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('tells which model answers, and tries it without losing what was typed', async () => {
    const { page, complaints } = await openAssistant();
    const model = page.locator('#model');
    await page.getByRole('link', { name: 'See which one it is' }).click();
    await model.getByRole('heading', { name: 'Language model' }).waitFor();
    await model.getByText('Built in: no language model').waitFor();
    const greeting = page.getByRole('textbox', { name: 'Greeting' });
    await greeting.fill('Not saved yet.');
    await model.getByRole('button', { name: 'Try it' }).click();
    await model.getByRole('status').getByText('No model is asked.').waitFor();
    await model.getByText('Works', { exact: true }).waitFor();
    // The page comes with its result in view, as soon as the browser has gone there.
    await page.waitForFunction(() => {
      const status = document.querySelector('#model [role=status]');
      return status !== null && status.getBoundingClientRect().bottom <= window.innerHeight;
    });
    expect(await greeting.inputValue()).toBe('Not saved yet.');
    expect(await barriers(page)).toEqual([]);

    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('status').getByText('Saved.').waitFor();
    expect(await greeting.inputValue()).toBe('Not saved yet.');
    await model.getByRole('link', { name: 'Ask a test question' }).click();
    await page.getByRole('textbox', { name: 'Question' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('works without script, and has no preview then', async () => {
    const context = await stage.browser.newContext({ javaScriptEnabled: false });
    const { page } = watch(await context.newPage());
    const owner = await Owner.signIn(page, stage.server);
    await owner.open('assistant');
    expect(await page.locator('#preview').isVisible()).toBe(false);
    await page.getByLabel('Pick a colour').fill('#123456');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('status').getByText('Saved.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Colour', exact: true }).inputValue()).toBe(
      '#123456',
    );
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByText('No model is asked.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Colour', exact: true }).inputValue()).toBe(
      '#123456',
    );
  });
});
