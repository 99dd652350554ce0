import { createHmac } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Post } from '../receiver/provided.ts';
import { type Receiver, startReceiver } from '../receiver/server.ts';
import { barriers } from './axe.ts';
import { Owner } from './owner.ts';
import { newPage, Visitor } from './people.ts';
import { setStage } from './stage.ts';
import { turnPage } from './turn-page.ts';

const stage = setStage();
let receiver: Receiver;
beforeAll(async () => {
  receiver = await startReceiver();
});
afterAll(() => receiver.close());

const press = (page: Page, name: string) => page.getByRole('button', { name }).first().click();
const posts = async (url: string): Promise<Post[]> => (await fetch(url)).json();

describe('the webhooks page', () => {
  it('has a server told what happens in open chats, signed, and sends again what failed', async () => {
    const inbox = `${receiver.url}/inbox/story`;
    const { page, complaints } = await newPage(stage.browser);
    const owner = await Owner.signIn(page, stage.server);
    await owner.open('live');
    await page.getByRole('link', { name: 'Webhooks', exact: true }).click();
    await page.getByRole('heading', { name: 'Nobody is told yet' }).waitFor();
    expect(await barriers(page)).toEqual([]);

    const visitor = new Visitor((await newPage(stage.browser)).page);
    await visitor.openChat(stage.server.origin);
    await page.getByRole('link', { name: 'Add a webhook' }).click();
    const url = page.getByRole('textbox', { name: 'URL' });
    await url.fill('ftp://acme.example');
    await press(page, 'Add webhook');
    await page.getByText('Please enter a web address: it begins with https://').waitFor();
    expect(await url.getAttribute('aria-invalid')).toBe('true');
    expect(await barriers(page)).toEqual([]);
    await url.fill(inbox);
    await page.getByRole('checkbox', { name: 'A person is offered' }).check();
    await press(page, 'Add webhook');
    await page.getByText('Added. Applied to 1 open conversation.').waitFor();
    const secret = await page.getByText(/^whsec_/).textContent();
    expect(await barriers(page)).toEqual([]);

    await press(page, 'Send a test');
    await page.getByRole('status').getByText('The test was delivered.').waitFor();
    expect(await page.getByText(/^whsec_/).count()).toBe(0);
    expect(await barriers(page)).toEqual([]);

    await fetch(inbox, { method: 'PUT', body: '[410]' });
    await visitor.page.getByRole('button', { name: 'Talk to a person' }).click();
    await visitor.page.getByRole('button', { name: 'Yes, connect me' }).click();
    await expect.poll(async () => (await posts(inbox)).length).toBe(3);
    const [test, offered, requested] = await posts(inbox);
    expect(test?.headers['baton-event']).toBe('ping');
    expect(offered?.headers['baton-event']).toBe('escalation.offered');
    expect(requested?.headers['baton-event']).toBe('escalation.requested');
    const [, seconds, mac] =
      /^t=(\d+),v1=(\w+)$/.exec(requested?.headers['baton-signature'] ?? '') ?? [];
    const signed = createHmac('sha256', secret ?? '').update(`${seconds}.${requested?.body}`);
    expect(mac).toBe(signed.digest('hex'));

    await page.getByRole('link', { name: 'Webhooks', exact: true }).click();
    await page.getByText('Not delivered').waitFor();
    expect(await barriers(page)).toEqual([]);
    await press(page, 'Retry');
    await page.getByRole('status').getByText('Delivered.').waitFor();
    const last = (await posts(inbox)).at(-1);
    expect(last?.headers['baton-delivery']).toBe(offered?.headers['baton-delivery']);

    await page.getByRole('link', { name: inbox }).click();
    await page.getByRole('link', { name: 'Reveal secret' }).click();
    expect(await page.getByText(/^whsec_/).textContent()).toBe(secret);
    await press(page, 'Make a new secret');
    await page.getByRole('status').getByText('This is the new secret.').waitFor();
    expect(await page.getByText(/^whsec_/).textContent()).not.toBe(secret);
    await turnPage(page, () => page.getByRole('link', { name: 'Remove…' }).click());
    expect(await barriers(page)).toEqual([]);
    await press(page, 'Remove webhook');
    await page.getByRole('status').getByText('The webhook is removed.').waitFor();
    await page.getByRole('heading', { name: 'Nobody is told yet' }).waitFor();
    expect(complaints).toEqual([]);
  });
});
