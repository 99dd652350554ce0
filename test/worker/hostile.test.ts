import { runInDurableObject } from 'cloudflare:test';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { MAX_UNHEEDED, MAX_UNHEEDED_AGAIN } from '../../src/conversation/gate.ts';
import { VISITOR_RATE } from '../../src/objects/rate.ts';
import type { ServerFrame } from '../../src/protocol/frames.ts';
import { readMailbox } from '../../src/mail/dev-mailbox.ts';
import {
  BAD_ADDRESSES,
  CORPUS,
  FOREIGN,
  HEADERS,
  ODD_ADDRESSES,
  type Payload,
} from '../hostile/corpus.ts';
import { BAD_FRAMES, type HostileFrame, ODD_FRAMES } from '../hostile/frames.ts';
import { shapeOf } from '../hostile/shape.ts';
import {
  bindings,
  type Client,
  connect,
  escalate,
  evict,
  followLink,
  newVisitor,
  resumeVisitor,
  stubOf,
  upgrade,
} from './client.ts';
import { knock } from './knock.ts';
import { newOwner } from './members.ts';
import { answerTo, DONE, holdNextAnswer, text as words } from './stage.ts';

/** As many as a socket may send in one go, with room for what a test sends between them. */
const AT_ONCE = 10;

function inBatches<T>(all: readonly T[], size = AT_ONCE): [number, readonly T[]][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => [
    at + 1,
    all.slice(at * size, (at + 1) * size),
  ]);
}

/** What a conversation's object knows of it. What it still has to do comes and goes by itself. */
function rowsOf(conversation: string): Promise<string> {
  return runInDurableObject(stubOf(conversation), (_, ctx) =>
    JSON.stringify(
      ['entry', 'conversation', 'turn', 'summary'].map((table) =>
        ctx.storage.sql.exec(`SELECT * FROM ${table}`).toArray(),
      ),
    ),
  );
}

/** Sends a frame and then a greeting, which is answered: what came between them is the answer to the first. */
async function answersTo(client: Client, raw: string) {
  const from = client.frames.length;
  client.raw(raw);
  await client.hello();
  return client.frames.slice(from, -1);
}

async function isRefusedAndForgotten(client: Client, frames: readonly HostileFrame[]) {
  for (const { name, raw } of frames) {
    const answers = await answersTo(client, raw);
    expect([name, answers]).toEqual([
      name,
      [
        expect.objectContaining({
          type: 'refused',
          code: expect.stringMatching(/^(?:bad_frame|too_long|unsupported_protocol)$/),
          message: expect.stringMatching(/^[\w ,.0-9]{1,80}$/),
        }),
      ],
    ]);
  }
}

describe('a frame that means harm', () => {
  it.each(inBatches(BAD_FRAMES))(
    'is refused, one by one, and leaves neither row nor mark: batch %i, from a visitor',
    async (_, frames) => {
      const { client, conversation } = await newVisitor();
      const before = await rowsOf(conversation);
      await isRefusedAndForgotten(client, frames);
      expect(await rowsOf(conversation)).toBe(before);
      client.say('Still here?');
      await client.message(answerTo('Still here?'));
    },
  );

  it.each(inBatches(BAD_FRAMES))(
    'is refused, one by one, and leaves neither row nor mark: batch %i, from the team',
    async (_, frames) => {
      const { client, conversation } = await newVisitor();
      const agent = await followLink(conversation, await escalate(client, conversation));
      await agent.hello();
      const before = await rowsOf(conversation);
      await isRefusedAndForgotten(agent, frames);
      expect(await rowsOf(conversation)).toBe(before);
      agent.send({ type: 'take_over', ref: 'take', name: 'Robin' });
      await agent.event('takeover.started');
    },
  );

  it.each(inBatches(BAD_FRAMES))(
    'is refused, one by one, to somebody who watches a website: batch %i',
    async (_, frames) => {
      const { cookie } = await newOwner();
      const watcher = await connect('/v1/sites/demo/monitor', ['baton.v1'], { Cookie: cookie });
      watcher.raw('{"type":"hello","protocol":1}');
      // Of a greeting there, everything but the protocol is ignored.
      for (const { name, raw } of frames.filter((frame) => !frame.raw.includes('"protocol":1,'))) {
        const from = watcher.frames.length;
        watcher.raw(raw);
        expect([name, (await watcher.refusal(from)).type]).toEqual([name, 'refused']);
      }
    },
  );

  it('is taken for what the protocol reads in it, and for nothing else', async () => {
    const { client, conversation } = await newVisitor();
    const before = await rowsOf(conversation);
    for (const { name, raw } of ODD_FRAMES) {
      expect([name, await answersTo(client, raw)]).toEqual([name, []]);
    }
    expect(await rowsOf(conversation)).toBe(before);
    expect({}).not.toHaveProperty('greeted');
  });
});

describe('hostile words', () => {
  it.each(inBatches(CORPUS, 25))(
    'of a visitor are kept to the letter, over hibernation too, and are said once under one stamp: batch %i',
    async (_, payloads) => {
      const { client, conversation, token } = await newVisitor();
      for (const { name, text } of payloads) client.say(text, `<${name}>`);
      const kept = payloads.map(({ text }) => text.trim());
      for (const text of kept) await client.message(text);
      await evict(conversation);
      const again = await resumeVisitor(token);
      const { entries } = await again.hello();
      const said = entries.flatMap((entry) =>
        entry.kind === 'message' && entry.author.role === 'visitor' ? [entry.text] : [],
      );
      expect(said).toEqual(kept);
    },
  );

  it.each(inBatches(CORPUS, 25))(
    'of whoever takes over are kept to the letter: batch %i',
    async (_, payloads) => {
      const { client, conversation } = await newVisitor();
      const agent = await followLink(conversation, await escalate(client, conversation));
      await agent.hello();
      agent.send({ type: 'take_over', ref: 'take', name: 'Robin' });
      await agent.event('takeover.started');
      for (const { text } of payloads) agent.say(text);
      for (const { text } of payloads) {
        expect(await client.message(text.trim())).toMatchObject({ author: { role: 'agent' } });
      }
    },
  );

  it('of a model are kept as the text they are', async () => {
    const { client } = await newVisitor();
    const answer = holdNextAnswer();
    client.say('What do you say?');
    await answer.asked();
    const said = CORPUS.map(({ text }) => text.toWellFormed())
      .join('\n')
      .slice(0, 3_000);
    answer.push(words(said), DONE);
    const entry = await client.entry(
      ({ kind, ...more }) =>
        kind === 'message' && 'author' in more && more.author.role === 'assistant',
    );
    expect(entry).toMatchObject({ text: said.trim() });
  });

  it.each(inBatches(CORPUS, 20))(
    'that a browser says about itself are kept, cut to size, and refuse nobody: batch %i',
    async (_, payloads) => {
      const { client, conversation } = await newVisitor();
      for (const { name, text } of payloads) {
        const page = { url: text, title: text, referrer: text };
        const from = client.frames.length;
        client.send({ type: 'hello', protocol: 1, lastSeq: 0, page, locale: text });
        await client.until((frame) => frame.type === 'welcome' || undefined, from);
        const about = (await stubOf(conversation).transcript({ after: 0 }))?.about;
        const shown = JSON.parse(JSON.stringify(about ?? {}));
        expect([name, shown.page?.url]).toEqual([name, text.slice(0, 2_000)]);
        expect([name, shown.page?.title]).toEqual([name, text.slice(0, 300)]);
        expect([name, shown.locale]).toEqual([name, text.slice(0, 35)]);
      }
    },
  );

  it('are no name of several lines, or one that turns the words around it', async () => {
    const { client, conversation } = await newVisitor();
    const agent = await followLink(conversation, await escalate(client, conversation));
    await agent.hello();
    agent.send({ type: 'take_over', ref: 'take', name: 'Eve\r\nBcc: x\u202e\u2028y' });
    const { agent: shown } = await client.until((frame) =>
      frame.type === 'state' && frame.state.phase === 'human' ? frame.state : undefined,
    );
    expect(shown?.name).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u);
  });
});

describe('an address that a visitor leaves', () => {
  it.each(BAD_ADDRESSES)('is refused where it is none: %j', async (email) => {
    const { client, conversation } = await newVisitor();
    const from = client.frames.length;
    client.send({ type: 'leave_contact', ref: 'contact', email });
    expect(await client.refusal(from)).toMatchObject({ code: 'bad_frame', ref: 'contact' });
    expect(await rowsOf(conversation)).not.toContain(JSON.stringify(email).slice(1, -1));
  });

  it.each(ODD_ADDRESSES)(
    'is the one that an answer goes to, and never a recipient: %s',
    async (email) => {
      const { client, conversation } = await newVisitor();
      for (const { text } of HEADERS) client.say(text);
      await escalate(client, conversation);
      client.send({ type: 'leave_contact', ref: 'contact', email });
      await client.event('contact.captured');
      const mail = await eventuallyAbout(conversation, email);
      expect(mail.to).toEqual([{ address: 'team@acme.example', name: '' }]);
      expect(mail.replyTo).toEqual([{ address: email, name: '' }]);
      expect([mail.cc, mail.bcc]).toEqual([undefined, undefined]);
      expect(mail.headers.filter(({ value }) => value.includes(FOREIGN))).toEqual([]);
    },
  );
});

/** The mail that names the address which the visitor of a conversation left. */
async function eventuallyAbout(conversation: string, email: string) {
  for (;;) {
    const mails = await readMailbox(bindings.DB);
    const mail = mails.find(({ text }) => text.includes(conversation) && text.includes(email));
    if (mail) return PostalMime.parse(mail.raw);
    await scheduler.wait(1);
  }
}

/** Every place of an address where words of others stand. */
const ADDRESSES_WITH: Readonly<Record<string, (words: string) => string>> = {
  'the token of a link': (at) => `/join/${at}`,
  'the token of a sign-in': (at) => `/app/sign-in/${at}`,
  'where a sign-in goes on': (at) => `/app/sign-in?next=${at}`,
  'whose sign-in it is': (at) => `/app/sign-in?email=${at}`,
  'a website of the dashboard': (at) => `/app/sites/${at}/live`,
  'a website of the widget': (at) => `/v1/sites/${at}/config`,
  'a search in the history': (at) => `/app/sites/demo/history?q=${at}&from=${at}&outcome=${at}`,
  'a search in the knowledge': (at) => `/app/sites/demo/knowledge?q=${at}&search=${at}&page=${at}`,
  'the title of a new article': (at) => `/app/sites/demo/knowledge/new?title=${at}&answers=${at}`,
  'a conversation': (at) => `/app/sites/demo/history/${at}`,
  'a page that is not there': (at) => `/${at}`,
};

describe.each(Object.entries(ADDRESSES_WITH))('hostile words in an address: %s', (_, pathOf) => {
  it('become no header, lead nowhere else, and are no part of the page’s making', async () => {
    const { cookie } = await newOwner();
    const ask = async ({ text }: Payload) => {
      const path = pathOf(encodeURIComponent(text.toWellFormed().slice(0, 500)));
      return knock(path, { headers: { Cookie: cookie } });
    };
    // With something found, and without.
    const harmless: string[] = [];
    for (const text of ['', 'a', 'harmless']) {
      harmless.push(...shapeOf(await (await ask({ name: 'harmless', text })).text()));
    }
    for (const payload of CORPUS) {
      const answer = await ask(payload);
      const where = answer.headers.get('Location') ?? '/';
      expect([payload.name, answer.status < 500]).toEqual([payload.name, true]);
      expect([payload.name, new URL(where, 'https://baton.test').host]).toEqual([
        payload.name,
        'baton.test',
      ]);
      expect(answer.headers.get('Set-Cookie') ?? '').not.toContain(FOREIGN);
      if (!answer.headers.get('Content-Type')?.startsWith('text/html')) continue;
      const shape = shapeOf(await answer.text());
      const strange = shape.filter((tag) => !harmless.includes(tag));
      expect([payload.name, strange]).toEqual([payload.name, []]);
    }
  });
});

describe('a flood', () => {
  const isRefusal = ({ type }: ServerFrame) => type === 'refused';

  const TYPING = '{"type":"typing"}';

  it('is refused without being read, each frame under its stamp, and nothing of it is kept', async () => {
    const { client, conversation } = await newVisitor();
    for (let at = 0; at < VISITOR_RATE.burst; at++) client.raw(TYPING);
    const before = await rowsOf(conversation);
    client.say('In a hurry', 'hurried');
    client.raw('{"ref":"broken');
    client.raw(new ArrayBuffer(8));
    const refusal = await client.until((frame) =>
      frame.type === 'refused' && frame.ref !== undefined ? frame : undefined,
    );
    expect(refusal).toMatchObject({ code: 'too_fast', ref: 'hurried' });
    expect(await rowsOf(conversation)).toBe(before);
  });

  it('that heeds no refusal is hung up on, and its network has to wait, but nobody else', async () => {
    const from = (address: string) => ({ 'CF-Connecting-IP': address });
    const arrive = (address: string, ...offers: string[]) =>
      upgrade('/v1/sites/demo/socket', ['baton.v1', ...offers], from(address));
    const client = await connect('/v1/sites/demo/socket', ['baton.v1'], from('198.51.100.7'));
    const { token = '', conversation } = await client.hello();
    const accomplice = await connect('/v1/sites/demo/socket', ['baton.v1'], from('198.51.100.7'));
    await accomplice.hello();
    const other = await newVisitor();
    for (let at = 0; at < VISITOR_RATE.burst + MAX_UNHEEDED + 50; at++) client.raw(TYPING);
    other.client.say('I can wait');
    await other.client.message(answerTo('I can wait'));
    expect((await client.closed).code).toBe(1008);
    expect(client.frames.filter(isRefusal).length).toBeLessThanOrEqual(MAX_UNHEEDED);

    for (const offers of [[], [`token.${token}`]]) {
      const refused = await arrive('198.51.100.7', ...offers);
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(50);
    }
    expect((await arrive('198.51.100.8')).status).toBe(101);
    // A further flood from there ends sooner, one from elsewhere does not.
    const few = VISITOR_RATE.burst + MAX_UNHEEDED - 1;
    for (let at = 0; at < few; at++) accomplice.raw(TYPING);
    expect((await accomplice.closed).code).toBe(1008);
    expect(accomplice.frames.filter(isRefusal).length).toBeLessThan(MAX_UNHEEDED - 1);
    for (let at = 0; at < few; at++) other.client.raw(TYPING);
    const refused = () => other.client.frames.filter(isRefusal).length;
    await other.client.until(() => refused() > MAX_UNHEEDED_AGAIN || undefined);
    // The conversation is as good as ever, from wherever its visitor may come.
    const back = await connect(
      '/v1/sites/demo/socket',
      ['baton.v1', `token.${token}`],
      from('198.51.100.8'),
    );
    expect((await back.hello()).conversation).toBe(conversation);
    back.say('Sorry');
    await back.message('Sorry');
  });
});
