/** Hostile words in every field that there is, one at a time: see test/hostile/fields.ts. */
import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../src/protocol/frames.ts';
import { CANARY, CORPUS } from '../hostile/corpus.ts';
import { FORMS, FRAME_FIELDS, QUERIES } from '../hostile/fields.ts';
import { shapeOf } from '../hostile/shape.ts';
import {
  bindings,
  type Client,
  connect,
  escalate,
  evict,
  followLink,
  HOST,
  newVisitor,
  upgrade,
} from './client.ts';
import { knock, send } from './knock.ts';
import { newOwner, newSignedIn, type SignedIn } from './members.ts';

/** One of each kind. */
const WORDS = CORPUS.filter(({ name }) =>
  /^(?:close-title|quote-double|header-crlf|bidi-unclosed|lone-low|null-tag)/.test(name),
).map(({ text }) => text);

/** What a field does not expect at all. */
const VALUES: readonly unknown[] = [...WORDS, '', 0, -1, 1e300, null, true, [], {}, ['say']];

interface Case {
  side: 'visitor' | 'agent';
  type: string;
  field: string;
}

const cases: Case[] = (['visitor', 'agent'] as const).flatMap((side) =>
  Object.entries(FRAME_FIELDS[side]).flatMap(([type, fields]) =>
    Object.keys(fields).map((field) => ({ side, type, field })),
  ),
);

/** Whoever may send the frames of a side, in a conversation of their own. */
async function newcomer(side: Case['side']): Promise<{ client: Client; conversation: string }> {
  const { client, conversation } = await newVisitor();
  if (side === 'visitor') return { client, conversation };
  const agent = await followLink(conversation, await escalate(client, conversation));
  await agent.hello();
  return { client: agent, conversation };
}

describe('a field of a frame', () => {
  it.each(cases)(
    'may hold anything, and it is refused in words or does what it says: $side, $type, $field',
    async ({ side, type, field }) => {
      const fields = FRAME_FIELDS[side][type];
      let { client, conversation } = await newcomer(side);
      // What ends a conversation, or takes it over, is tried where that has not happened yet.
      const isFinal = type === 'end' || type === 'erase';
      for (const value of VALUES) {
        const from = client.frames.length;
        const raw = JSON.stringify({ type, ...fields, [field]: value });
        client.raw(raw);
        if (!isFinal) continue;
        const isOver = client.closed.then(() => 'over');
        const refused = client.refusal(from).then(({ code }) => code);
        const ended = client.event('conversation.ended', from).then(() => 'over');
        if ((await Promise.race([isOver, refused, ended])) === 'over') {
          ({ client, conversation } = await newcomer(side));
        }
      }
      await client.settled();
      await evict(conversation);
      const { entries } = await client.hello();
      expect(entries.map(({ seq }) => seq)).toEqual(
        entries.map(({ seq }) => seq).toSorted(byNumber),
      );
      const refusals = client.frames.filter((frame): frame is Refusal => frame.type === 'refused');
      const codes = refusals.map(({ code, message }) => (message === '' ? 'no words' : code));
      expect(codes.filter((code) => /internal|no words/.test(code))).toEqual([]);
    },
  );

  it.each(Object.keys(FRAME_FIELDS.monitor['hello'] ?? {}))(
    'may hold anything for somebody who watches: %s',
    async (field) => {
      const { cookie } = await newOwner();
      const watcher = await connect('/v1/sites/demo/monitor', ['baton.v1'], { Cookie: cookie });
      for (const value of VALUES) {
        const from = watcher.frames.length;
        watcher.raw(JSON.stringify({ type: 'hello', protocol: 1, [field]: value }));
        expect(await watcher.refusal(from)).toMatchObject({
          code: expect.stringMatching(/^(?:unsupported_protocol|too_fast)$/),
        });
      }
    },
  );
});

const byNumber = (a: number, b: number): number => a - b;

/** Sends a form, and goes where it leads, as a browser would. */
async function submit(
  who: SignedIn,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<Response> {
  // Nobody signs in who is signed in already.
  const isPublic = path === '/app/sign-in';
  const from = { 'CF-Connecting-IP': `192.0.2.${Math.floor(Math.random() * 250)}` };
  const sent = await (isPublic ? send(path, fields, from) : who.post(path, fields));
  const location = sent.headers.get('Location');
  if (location === null) return sent;
  expect(new URL(location, HOST).host).toBe(new URL(HOST).host);
  const told = sent.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  const headers = { Cookie: [isPublic ? '' : who.cookie, ...told].join('; ') };
  const { pathname, search } = new URL(location, HOST);
  return knock(pathname + search, { headers });
}

describe('a field of a form', () => {
  const all = FORMS.flatMap(({ path, fields }) =>
    Object.keys(fields).map((field) => ({ path, field, fields })),
  );

  it.each(all)('may hold anything, and that is text: $path, $field', async (one) => {
    const { field, fields } = one;
    const path = one.path.startsWith('/') ? one.path : `/app/sites/demo/${one.path}`;
    const owner = await newSignedIn({ name: 'Olive', sites: { demo: 'owner' } });
    const settings = await settingsRow();
    const shape = async (value: string): Promise<string[]> => {
      const answer = await submit(owner, path, { ...fields, [field]: value });
      expect([value, answer.status < 500]).toEqual([value, true]);
      expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/);
      return shapeOf(await answer.text());
    };
    const harmless = new Set([
      ...(await shape('harmless')),
      ...(await shape('')),
      ...(await shape(fields[field] ?? '')),
      // Too much of anything.
      ...(await shape('x'.repeat(5_000))),
    ]);
    for (const words of WORDS) {
      const strange = (await shape(words.toWellFormed())).filter((tag) => !harmless.has(tag));
      expect([words, strange]).toEqual([words, []]);
    }
    await restore(settings);
  });
});

type Row = Record<string, string | number | null>;

async function settingsRow(): Promise<Row> {
  const row = await bindings.DB.prepare("SELECT * FROM site WHERE id = 'demo'").first<Row>();
  if (!row) throw new Error('no website');
  return row;
}

/** Everybody finds the website as it was. */
async function restore(row: Row): Promise<void> {
  const names = Object.keys(row);
  await bindings.DB.prepare(
    `UPDATE site SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = 'demo'`,
  )
    .bind(...names.map((name) => row[name] ?? null))
    .run();
}

describe('a word of an address', () => {
  const all = Object.entries(QUERIES).flatMap(([path, names]) =>
    names.map((name) => ({ path, name })),
  );

  it.each(all)('may be anything, and is text: $path, $name', async ({ path, name }) => {
    const owner = await newOwner();
    const isPublic = !path.startsWith('/app/sites/');
    const ask = async (words: string): Promise<string[]> => {
      const asked = `${path}?${new URLSearchParams({ [name]: words })}`;
      const answer = await (isPublic ? knock(asked) : owner.get(asked));
      expect([words, answer.status < 500]).toEqual([words, true]);
      return shapeOf(await answer.text());
    };
    const harmless = new Set([
      ...(await ask('')),
      ...(await ask('harmless')),
      // Of several words, none of which is there.
      ...(await ask('harmless words of nobody')),
      ...(await ask('x'.repeat(3_000))),
    ]);
    for (const words of WORDS) {
      const strange = (await ask(words.toWellFormed())).filter((tag) => !harmless.has(tag));
      expect([words, strange]).toEqual([words, []]);
    }
  });
});

describe('a header', () => {
  /** As much as a header can hold. */
  const BYTES = CORPUS.map(({ text }) =>
    [...text].filter((letter) => letter >= ' ' && letter <= '~').join(''),
  ).filter((text) => text.trim() !== '');

  it('may hold anything, and opens a socket or is refused in our words', async () => {
    for (const [at, text] of BYTES.entries()) {
      const headers = { 'CF-Connecting-IP': `192.0.2.${at % 200}`, 'User-Agent': text };
      for (const more of [{ Origin: text }, { Cookie: `${text}; baton=${text}` }]) {
        const answer = await upgrade('/v1/sites/demo/socket', ['baton.v1'], {
          ...headers,
          ...more,
        });
        answer.webSocket?.accept();
        answer.webSocket?.close();
        expect([text, answer.status]).toEqual([text, 'Origin' in more ? 403 : 101]);
      }
      const offers = ['baton.v1', `token.${text}`];
      expect((await upgrade('/v1/sites/demo/socket', offers, headers)).status).toBe(401);
      const strange = await knock('/v1/sites/demo/config', {
        headers: { Origin: text, Referer: text, 'Sec-Fetch-Site': text },
      });
      expect([text, strange.status, strange.headers.get('Access-Control-Allow-Origin')]).toEqual([
        text,
        200,
        '*',
      ]);
    }
    const { cookie } = await newOwner();
    const install = await knock('/app/sites/demo/install', { headers: { Cookie: cookie } });
    expect(await install.text()).not.toContain(CANARY);
  });
});
