import { describe, expect, it } from 'vitest';
import { FORM_TOKEN } from '../../src/dashboard/form.tsx';
import { findSite } from '../../src/site/sites.ts';
import { bindings, HOST, newVisitor } from './client.ts';
import { newOwner, newSignedIn, type SignedIn } from './members.ts';

const PAGE = '/app/sites/demo/assistant';
const HOSTILE = '"><script>alert(1)</script>';

const FIELDS = {
  name: 'Juniper',
  greeting: 'Welcome to Acme.\r\nAsk away.',
  color: '#AA3300',
  picked: '#aa3300',
  tone: 'formal',
  instructions: 'Recommend the Ridge 2.',
  contact: 'Call 555 0100.',
} as const;

const settings = async () => {
  const found = await findSite(bindings.DB, 'demo');
  if (!found) throw new Error('the demo site is missing');
  return found;
};

/** Sends the form with several boxes checked, as a browser does. */
async function postLanguages(owner: SignedIn, ...languages: string[]): Promise<Response> {
  const body = new URLSearchParams({ ...FIELDS, [FORM_TOKEN]: await owner.formToken() });
  for (const code of languages) body.append('languages', code);
  const headers = { Origin: HOST, 'Sec-Fetch-Site': 'same-origin' };
  return owner.fetch(PAGE, { method: 'POST', headers, body });
}

describe('the assistant page', () => {
  it('is for owners', async () => {
    const before = await settings();
    const agent = await newSignedIn();
    expect((await agent.get(PAGE)).status).toBe(403);
    expect((await agent.post(PAGE, FIELDS)).status).toBe(403);
    expect(await settings()).toEqual(before);
  });

  it('shows what is saved', async () => {
    const html = await (await newOwner()).page(PAGE);
    const { assistantName, greeting, color } = await settings();
    for (const saved of [assistantName, greeting, color]) expect(html).toContain(saved);
    expect(html).toContain('src="/baton/assistant.js"');
  });

  it('saves all of it, and nothing else', async () => {
    const owner = await newOwner();
    const before = await settings();
    const response = await postLanguages(owner, 'de', 'en', 'klingon');
    expect(response.status).toBe(303);
    expect(response.headers.get('Location')).toBe(PAGE);
    expect(await settings()).toEqual({
      ...before,
      version: before.version + 1,
      assistantName: 'Juniper',
      greeting: 'Welcome to Acme.\nAsk away.',
      color: '#aa3300',
      tone: 'formal',
      languages: ['en', 'de'],
      instructions: 'Recommend the Ridge 2.',
      contact: 'Call 555 0100.',
    });
    const html = await owner.page(PAGE);
    expect(html).toMatch(/value="de" checked/);
    expect(html).not.toMatch(/value="fr" checked/);
    expect(html).toMatch(/<option value="formal" selected/);
  });

  it('has no languages when none is checked', async () => {
    const owner = await newOwner();
    await postLanguages(owner, 'de');
    await postLanguages(owner);
    expect((await settings()).languages).toEqual([]);
  });

  it('says how many open conversations took it up', async () => {
    const { client } = await newVisitor();
    const owner = await newOwner();
    client.say('Hello');
    await client.entry((entry) => entry.kind === 'message' && entry.author.role === 'assistant');
    const response = await owner.post(PAGE, FIELDS);
    expect(response.status).toBe(303);
    const flash = decodeURIComponent(response.headers.getSetCookie().join());
    expect(flash).toMatch(/Saved\. (Applied to \d+ open conversations?|No conversation was open)/);
  });

  it('keeps what was typed when something is wrong, and saves none of it', async () => {
    const owner = await newOwner();
    const before = await settings();
    const response = await owner.post(PAGE, {
      ...FIELDS,
      name: '',
      color: 'teal',
      greeting: 'x'.repeat(301),
      contact: HOSTILE,
      languages: 'fr',
    });
    expect(response.status).toBe(200);
    const html = await response.text();
    for (const field of ['name', 'color', 'greeting'])
      expect(html).toContain(`id="error-${field}"`);
    for (const field of ['contact', 'tone', 'instructions'])
      expect(html).not.toContain(`id="error-${field}"`);
    expect(html).toContain('value="teal"');
    expect(html).toContain('x'.repeat(301));
    expect(html).toContain('Recommend the Ridge 2.');
    expect(html).toMatch(/value="fr" checked/);
    expect(html).not.toContain('<script>alert');
    expect(await settings()).toEqual(before);
  });

  it('shows hostile settings as text', async () => {
    const owner = await newOwner();
    await owner.post(PAGE, { ...FIELDS, name: HOSTILE, greeting: HOSTILE, instructions: HOSTILE });
    const html = await owner.page(PAGE);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script>alert(1)');
    await owner.post(PAGE, FIELDS);
  });

  it('is saved by no other website’s form', async () => {
    const owner = await newOwner();
    const before = await settings();
    const body = new URLSearchParams(FIELDS);
    expect((await owner.fetch(PAGE, { method: 'POST', body })).status).toBe(403);
    expect(await settings()).toEqual(before);
  });
});
