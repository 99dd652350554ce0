/** What may come of a takeover link: whoever or whatever follows it, and however it was changed. */
import { listDurableObjectIds, runInDurableObject } from 'cloudflare:test';
import { beforeEach, describe, expect, it } from 'vitest';
import { CLOSE } from '../../src/protocol/close-codes.ts';
import { attach, attached } from '../../src/objects/attachments.ts';
import { findSite } from '../../src/site/sites.ts';
import { sign } from '../../src/takeover/token.ts';
import {
  bindings,
  type Client,
  escalate,
  evict,
  followLink,
  HOST,
  newVisitor,
  resumeVisitor,
  stubOf,
  upgrade,
} from './client.ts';
import { forgetMails } from './monitor-client.ts';
import { knock } from './knock.ts';

const socketOf = (conversation: string) => `/v1/conversations/${conversation}/socket`;
const secrets = [bindings.BATON_SECRET] as const;
const minute = () => Date.now() + 60_000;

/** A conversation whose visitor waits for a person, and the link that was mailed. */
async function waiting() {
  const visitor = await newVisitor();
  return { ...visitor, link: await escalate(visitor.client, visitor.conversation) };
}

/** Everything that was said and happened in a conversation, and how it stands. */
const standing = async (conversation: string) => stubOf(conversation).transcript({ after: 0 });

const take = (person: Client, ref: string, name: string) =>
  person.send({ type: 'take_over', ref, name });

/** What a socket with that link answers: 101 if it opens. */
async function knockWith(conversation: string, link: string): Promise<number> {
  const answer = await upgrade(socketOf(conversation), ['baton.v1', `takeover.${link}`]);
  answer.webSocket?.accept();
  answer.webSocket?.close();
  return answer.status;
}

/** A binding that fails the test if anybody so much as looks at it. */
function untouchable<T extends object>(binding: T): T {
  return new Proxy(binding, {
    get: (_, name) => {
      throw new Error(`something was read or woken by way of ${String(name)}`);
    },
  });
}

const SEALED = {
  DB: untouchable(bindings.DB),
  CONVERSATION: untouchable(bindings.CONVERSATION),
  MONITOR: untouchable(bindings.MONITOR),
  RATE_LIMITER: untouchable(bindings.RATE_LIMITER),
  DOORKEEPER: untouchable(bindings.DOORKEEPER),
  EMAIL: untouchable(bindings.EMAIL),
};

beforeEach(() => forgetMails('demo'));

describe('a page that was kept open until its link expired', () => {
  it('takes nothing over, as the link would not if it were opened now', async () => {
    const { conversation, link, client } = await waiting();
    const person = await followLink(conversation, link);
    await person.hello();
    const before = await standing(conversation);
    await runInDurableObject(stubOf(conversation), (_, ctx) => {
      for (const socket of ctx.getWebSockets('agent')) {
        const known: object = attached(socket);
        expect(known).toMatchObject({ linkExpiresAt: expect.any(Number) });
        attach(socket, { ...known, linkExpiresAt: Date.now() });
      }
    });
    take(person, 'late', 'Robin');
    expect(await person.refusal()).toMatchObject({ code: 'expired' });
    expect((await person.closed).code).toBe(CLOSE.linkClosed);
    await client.settled();
    expect(await standing(conversation)).toEqual(before);
  });
});

describe('a link that is only followed', () => {
  it.each<[string, RequestInit, number]>([
    ['by GET', {}, 200],
    ['by HEAD, as mail servers do', { method: 'HEAD' }, 200],
    [
      'by a program that looks for previews',
      { headers: { 'User-Agent': 'LinkScan/1.0 (bot)' } },
      200,
    ],
    [
      'by a browser ahead of time',
      { headers: { 'Sec-Purpose': 'prefetch', Purpose: 'prefetch' } },
      200,
    ],
    ['by POST', { method: 'POST', body: new URLSearchParams({ name: 'Scanner' }) }, 404],
    ['by PUT', { method: 'PUT', body: 'Scanner' }, 404],
    ['by DELETE', { method: 'DELETE' }, 404],
    ['by OPTIONS', { method: 'OPTIONS' }, 404],
  ])('%s changes nothing and wakes nobody', async (_, init, status) => {
    const { conversation, link, client } = await waiting();
    await client.settled();
    const before = await standing(conversation);
    for (const _ of [1, 2]) {
      expect((await knock(`/join/${link}`, init, SEALED)).status).toBe(status);
    }
    expect(await standing(conversation)).toEqual(before);
    expect(before?.state.phase).toBe('waiting');
  });

  it('still lets a person in afterwards, by a press and not before', async () => {
    const { conversation, link } = await waiting();
    await knock(`/join/${link}`);
    const person = await followLink(conversation, link, 'person');
    expect((await person.hello()).role).toBe('watcher');
    expect((await standing(conversation))?.state.phase).toBe('waiting');
    take(person, 'press', 'Alex');
    expect(await person.event('takeover.started')).toMatchObject({ name: 'Alex' });
  });

  it('takes nothing over by a socket that opens and greets, either', async () => {
    const { conversation, link, client } = await waiting();
    await client.settled();
    const before = await standing(conversation);
    const scanner = await followLink(conversation, link, 'scanner');
    await scanner.hello();
    take(scanner, 'nameless', '  ');
    expect(await scanner.refusal()).toMatchObject({ code: 'bad_frame' });
    scanner.close();
    await scanner.closed;
    expect(await standing(conversation)).toEqual(before);
  });
});

/** Other bytes for one of a token: a neighbour, the other case, what ends parts, and what is no part of tokens. */
function othersOf(byte: string): string[] {
  const neighbour = String.fromCharCode(byte.charCodeAt(0) ^ 1);
  const swapped = byte === byte.toLowerCase() ? byte.toUpperCase() : byte.toLowerCase();
  const all = [neighbour, swapped, '.', '0', 'A', '_', '', `${byte}${byte}`, '=', ' ', '\0', 'é'];
  return [...new Set(all)].filter((other) => other !== byte);
}

function tampered(link: string): string[] {
  const all = [...link].flatMap((byte, at) =>
    othersOf(byte).map((other) => link.slice(0, at) + other + link.slice(at + 1)),
  );
  return [...new Set(all)];
}

/** What a header may carry. */
const isHeaderSafe = (text: string) => /^[\x21-\x2b\x2d-\x7e]*$/.test(text);

describe('a link that was tampered with', () => {
  it('opens no page, whichever byte it is: the answer is the one that a made-up link gets', async () => {
    const { link } = await waiting();
    const answerTo = async (token: string) => {
      const answer = await knock(`/join/${encodeURIComponent(token)}`, {}, SEALED);
      return { status: answer.status, page: await answer.text() };
    };
    const madeUp = await answerTo('made.up');
    expect(madeUp.status).toBe(401);
    const links = tampered(link);
    expect(links.length).toBeGreaterThan(8 * link.length);
    for (const other of links) expect([other, await answerTo(other)]).toEqual([other, madeUp]);
    expect((await knock(`/join/${link}`)).status).toBe(200);
  });

  it('opens no socket, whichever byte it is, and nothing is read or woken for it', async () => {
    const { conversation, link } = await waiting();
    const answerTo = async (token: string) => {
      const protocols = `baton.v1, takeover.${token}`;
      const headers = { Upgrade: 'websocket', 'Sec-WebSocket-Protocol': protocols };
      const answer = await knock(socketOf(conversation), { headers }, SEALED);
      return { status: answer.status, said: await answer.text() };
    };
    const madeUp = await answerTo('made.up');
    expect(madeUp.status).toBe(401);
    const objects = (await listDurableObjectIds(bindings.CONVERSATION)).length;
    for (const other of tampered(link).filter(isHeaderSafe)) {
      expect([other, await answerTo(other)]).toEqual([other, madeUp]);
    }
    expect(await listDurableObjectIds(bindings.CONVERSATION)).toHaveLength(objects);
    expect(await knockWith(conversation, link)).toBe(101);
  });

  it('is answered as any other if it is no token at all', async () => {
    const odd = [
      '%',
      '%zz',
      '%00',
      '%2e%2e%2f',
      '..%2F..%2Fapp',
      '%F0%9F%92%A5',
      'a'.repeat(8_000),
    ];
    for (const path of odd) {
      const answer = await knock(`/join/${path}`, {}, SEALED);
      expect([path, answer.status]).toEqual([path, 401]);
      expect(await answer.text()).toContain('This link isn’t valid');
    }
  });

  it('has a visitor’s token refused in the same way, before the website is even looked up', async () => {
    const { token } = await newVisitor();
    for (const other of tampered(token).filter(isHeaderSafe)) {
      const protocols = `baton.v1, token.${other}`;
      const headers = { Upgrade: 'websocket', 'Sec-WebSocket-Protocol': protocols };
      const answer = await knock('/v1/sites/demo/socket', { headers }, SEALED);
      expect([other, answer.status]).toEqual([other, 401]);
    }
  });
});

describe('a token', () => {
  it('of another conversation opens this one to nobody', async () => {
    const [one, other] = [await waiting(), await waiting()];
    expect(await knockWith(one.conversation, other.link)).toBe(401);
    expect(await knockWith(one.conversation, one.link)).toBe(101);
  });

  it('of another website opens nothing, not even with the right conversation in it', async () => {
    const { conversation, link } = await waiting();
    const claim = {
      purpose: 'takeover',
      conversation,
      escalation: 1,
      expiresAt: minute(),
    } as const;
    const foreign = await sign({ ...claim, site: 'nowhere' }, secrets);
    expect(await knockWith(conversation, foreign)).toBe(401);
    expect(await knockWith(conversation, link)).toBe(101);
    const visit = { purpose: 'visit', conversation, expiresAt: minute() } as const;
    const visitor = await sign({ ...visit, site: 'nowhere' }, secrets);
    const answer = await upgrade('/v1/sites/demo/socket', ['baton.v1', `token.${visitor}`]);
    expect(answer.status).toBe(401);
  });

  it('of a visitor is no takeover link, and a takeover link is no visitor’s token', async () => {
    const { conversation, link, token } = await waiting();
    expect(await knockWith(conversation, token)).toBe(401);
    expect((await knock(`/join/${token}`)).status).toBe(401);
    const asVisitor = await upgrade('/v1/sites/demo/socket', ['baton.v1', `token.${link}`]);
    expect(asVisitor.status).toBe(401);
    const resumable = await knock('/v1/sites/demo/resumable', { method: 'POST', body: link });
    expect(await resumable.json()).toEqual({ resumable: false });
  });

  it('that has expired opens neither page nor socket, to the millisecond', async () => {
    const { conversation } = await waiting();
    const claim = { purpose: 'takeover', site: 'demo', conversation, escalation: 1 } as const;
    const old = await sign({ ...claim, expiresAt: Date.now() }, secrets);
    expect((await knock(`/join/${old}`)).status).toBe(401);
    expect(await knockWith(conversation, old)).toBe(401);
    const young = await sign({ ...claim, expiresAt: minute() }, secrets);
    expect((await knock(`/join/${young}`)).status).toBe(200);
    expect(await knockWith(conversation, young)).toBe(101);
  });

  it('outlives one rotation of the secret, and not two', async () => {
    const { conversation, link } = await waiting();
    const [before, after] = [
      bindings.BATON_SECRET,
      'another-secret-of-48-characters-0000000000000000',
    ];
    const third = 'a-third-secret-of-48-characters-0000000000000000';
    const once = { BATON_SECRET: after, BATON_SECRET_PREVIOUS: before };
    const twice = { BATON_SECRET: third, BATON_SECRET_PREVIOUS: after };
    const protocols = `baton.v1, takeover.${link}`;
    const headers = { Upgrade: 'websocket', 'Sec-WebSocket-Protocol': protocols };
    const opened = await knock(socketOf(conversation), { headers }, once);
    opened.webSocket?.accept();
    opened.webSocket?.close();
    expect(opened.status).toBe(101);
    expect((await knock(socketOf(conversation), { headers }, twice)).status).toBe(401);
    expect((await knock(`/join/${link}`, {}, once)).status).toBe(200);
    expect((await knock(`/join/${link}`, {}, twice)).status).toBe(401);
    const claim = { purpose: 'takeover', site: 'demo', conversation, escalation: 1 } as const;
    const signedAfter = await sign({ ...claim, expiresAt: minute() }, [after, before]);
    expect((await knock(`/join/${signedAfter}`, {}, once)).status).toBe(200);
    expect((await knock(`/join/${signedAfter}`)).status).toBe(401);
  });
});

type Waiting = Awaited<ReturnType<typeof waiting>>;

/** Whatever ends the escalation that a link was mailed for. */
const ENDINGS: Readonly<Record<string, (of: Waiting) => Promise<unknown>>> = {
  'cancelled by the visitor': ({ client }) => {
    client.send({ type: 'cancel_wait', ref: 'cancel' });
    return client.event('escalation.cancelled');
  },
  'switched off by the owner': async ({ client, conversation }) => {
    const settings = await findSite(bindings.DB, 'demo');
    if (!settings) throw new Error('no demo site');
    const escalation = { ...settings.escalation, enabled: false };
    const version = settings.version + 1;
    await stubOf(conversation).applySettings({ ...settings, version, escalation });
    return client.event('escalation.cancelled');
  },
  'over because the visitor ended the conversation': ({ client }) => {
    client.send({ type: 'end', ref: 'end' });
    return client.event('conversation.ended');
  },
  'followed by a newer one': async ({ client, conversation }) => {
    client.send({ type: 'cancel_wait', ref: 'cancel' });
    await client.event('escalation.cancelled');
    const from = client.frames.length;
    client.send({ type: 'ask_human', ref: 'again' });
    await client.event('escalation.offered', from);
    client.send({ type: 'answer_offer', ref: 'yes', accept: true });
    await client.event('notification.sent', from);
    expect((await standing(conversation))?.state.phase).toBe('waiting');
  },
};

describe('the link of an escalation that is', () => {
  it.each(Object.entries(ENDINGS))(
    '%s lets nobody in any more, and nobody act who was there before',
    async (_, end) => {
      const call = await waiting();
      const { conversation, link, client } = call;
      const early = await followLink(conversation, link, 'early');
      await early.hello();
      await end(call);
      await evict(conversation);
      await client.settled();
      const before = await standing(conversation);
      const late = await followLink(conversation, link, 'late');
      late.send({ type: 'hello', protocol: 1, lastSeq: 0 });
      const { code } = await late.refusal();
      expect(code).toBe(before?.state.phase === 'ended' ? 'ended' : 'expired');
      expect((await late.closed).code).toBe(CLOSE.linkClosed);
      if (before?.state.phase === 'ended') {
        take(early, 'press', 'Early');
        expect(await early.refusal()).toMatchObject({ code: 'ended', ref: 'press' });
      } else {
        expect((await early.closed).code).toBe(CLOSE.linkClosed);
      }
      expect(await standing(conversation)).toEqual(before);
    },
  );
});

const PEOPLE = 50;

describe('fifty people who press at once', () => {
  it('make one owner, and everybody else reads whose it is', async () => {
    const { client, conversation, link } = await waiting();
    const people = await Promise.all(
      Array.from({ length: PEOPLE }, (_, at) => followLink(conversation, link, `person${at}`)),
    );
    await Promise.all(people.map((person) => person.hello()));
    for (const [at, person] of people.entries()) take(person, `press${at}`, `Agent ${at}`);
    const outcomes = await Promise.all(
      people.map((person, at) =>
        person.until((frame) => {
          if (frame.type === 'refused') return { code: frame.code, agent: frame.agent };
          if (frame.type !== 'entry' || frame.entry.ref !== `press${at}`) return undefined;
          return { code: 'owner', agent: `Agent ${at}` };
        }),
      ),
    );
    const owners = outcomes.filter(({ code }) => code === 'owner');
    expect(owners).toHaveLength(1);
    const others = outcomes.filter(({ code }) => code !== 'owner');
    const taken = { code: 'already_taken', agent: owners[0]?.agent };
    expect(others).toEqual(Array.from({ length: PEOPLE - 1 }, () => taken));

    await evict(conversation);
    await client.settled();
    const now = await standing(conversation);
    expect(now?.state).toMatchObject({ phase: 'human', agent: { name: owners[0]?.agent } });
    const takeovers = now?.entries.filter(
      (entry) => entry.kind === 'event' && entry.event === 'takeover.started',
    );
    expect(takeovers).toHaveLength(1);
  });
});

describe('the page behind a link', () => {
  it('is asked for again over https in production: its address is a secret', async () => {
    const { link } = await waiting();
    const plain = `${HOST.replace('https:', 'http:')}/join/${link}`;
    const answer = await knock(plain, {}, { BATON_ENV: 'production' });
    expect(answer.status).toBe(308);
    expect(answer.headers.get('Location')).toBe(`${HOST}/join/${link}`);
    expect((await knock(plain)).status).toBe(200);
  });

  it('has no way back for the address: no referrer, no cache, no frame, no search engine', async () => {
    const { link } = await waiting();
    const answer = await knock(`/join/${link}`);
    const headers = Object.fromEntries(answer.headers);
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['set-cookie']).toBeUndefined();
    expect(await answer.text()).toContain('<meta name="robots" content="noindex"');
  });

  it('is no way in for the visitor, whose own chat goes on meanwhile', async () => {
    const { conversation, token } = await waiting();
    expect(await knockWith(conversation, token)).toBe(401);
    const again = await resumeVisitor(token);
    expect(await again.hello()).toMatchObject({ role: 'visitor', conversation });
  });
});
