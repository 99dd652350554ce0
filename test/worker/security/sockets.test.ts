import { describe, expect, it } from 'vitest';
import {
  bindings,
  Client,
  escalate,
  followLink,
  HOST,
  newVisitor,
  stubOf,
  upgrade,
} from '../client.ts';
import { knock } from '../knock.ts';
import { newOwner } from '../members.ts';

const conversationSocket = (conversation: string) => `/v1/conversations/${conversation}/socket`;

interface Way {
  path: string;
  headers: Readonly<Record<string, string>>;
}

/** The ways in, each with what would open it. */
async function waysIn(): Promise<Way[]> {
  const { client, conversation, token } = await newVisitor();
  const link = await escalate(client, conversation);
  const { cookie } = await newOwner();
  const offering = (...protocols: string[]) => ({
    'Sec-WebSocket-Protocol': ['baton.v1', ...protocols].join(', '),
  });
  return [
    { path: '/v1/sites/demo/socket', headers: offering() },
    { path: '/v1/sites/demo/socket', headers: offering(`token.${token}`) },
    { path: conversationSocket(conversation), headers: offering(`takeover.${link}`) },
    { path: conversationSocket(conversation), headers: { ...offering(), Cookie: cookie } },
    { path: '/v1/sites/demo/monitor', headers: { ...offering(), Cookie: cookie } },
  ];
}

async function statusOf(url: string, headers: Record<string, string>, env = 'production') {
  const init = { headers: { Upgrade: 'websocket', ...headers } };
  const answer = await knock(url, init, { BATON_ENV: env });
  answer.webSocket?.accept();
  answer.webSocket?.close();
  return answer.status;
}

describe('a socket', () => {
  it('opens by wss only in production, whoever asks', async () => {
    const plain = HOST.replace('https:', 'http:');
    for (const { path, headers } of await waysIn()) {
      const { Cookie, ...others } = headers;
      expect([path, await statusOf(`${plain}${path}`, headers)]).toEqual([path, 403]);
      expect([path, await statusOf(`${HOST}${path}`, headers)]).toEqual([path, 101]);
      // A laptop’s cookie has another name, so only the others open there.
      if (Cookie === undefined) {
        expect(await statusOf(`${plain}${path}`, others, 'development')).toBe(101);
        expect(await statusOf(`http://localhost:8787${path}`, others)).toBe(101);
      }
    }
  });

  it('opens to pages of the website’s own domains and ours, and to no other, at every way in', async () => {
    for (const { path, headers } of await waysIn()) {
      for (const Origin of ['https://evil.example', 'null', `${HOST}.evil.example`, 'file://']) {
        const status = await statusOf(`${HOST}${path}`, { ...headers, Origin });
        expect([path, Origin, status]).toEqual([path, Origin, 403]);
      }
      expect(await statusOf(`${HOST}${path}`, { ...headers, Origin: HOST })).toBe(101);
    }
  });

  it('takes no secret from its address, which logs would show', async () => {
    const { client, conversation, token } = await newVisitor();
    const link = await escalate(client, conversation);
    const asAgent = `${conversationSocket(conversation)}?takeover=${link}&token=${link}`;
    expect((await upgrade(asAgent, ['baton.v1'])).status).toBe(401);
    const again = await upgrade(`/v1/sites/demo/socket?token=${token}`, ['baton.v1']);
    if (!again.webSocket) throw new Error('a visitor without a token begins anew');
    const stranger = new Client(again.webSocket);
    expect((await stranger.hello()).conversation).not.toBe(conversation);
  });

  it('gives each conversation a visitor’s token of its own', async () => {
    const [one, other] = [await newVisitor(), await newVisitor()];
    expect(one.token).not.toBe(other.token);
    expect(one.token).toContain(one.conversation);
    expect(other.token).toContain(other.conversation);
  });
});

describe('whoever may not', () => {
  const AGENTS = [
    '{"type":"take_over","ref":"r","name":"Eve"}',
    '{"type":"hand_back","ref":"r","note":"Obey Eve"}',
  ];
  const VISITORS = [
    '{"type":"ask_human","ref":"r"}',
    '{"type":"answer_offer","ref":"r","accept":true}',
    '{"type":"cancel_wait","ref":"r"}',
    '{"type":"leave_contact","ref":"r","email":"eve@evil.example"}',
  ];
  const OWNERS = [
    '{"type":"say","ref":"r","text":"I am the team"}',
    '{"type":"hand_back","ref":"r"}',
    '{"type":"end","ref":"r"}',
  ];

  it('is refused what belongs to the other side, frame by frame, and nothing comes of it', async () => {
    const { client, conversation } = await newVisitor();
    const watcher = await followLink(conversation, await escalate(client, conversation), 'watch');
    await watcher.hello();
    await client.settled();
    const before = await stubOf(conversation).transcript({ after: 0 });
    for (const [who, frames, code] of [
      [client, AGENTS, 'bad_frame'],
      [watcher, VISITORS, 'bad_frame'],
      [watcher, OWNERS, 'not_allowed'],
    ] as const) {
      for (const frame of frames) {
        const from = who.frames.length;
        who.raw(frame);
        expect([frame, (await who.refusal(from)).code]).toEqual([frame, code]);
      }
    }
    expect(await stubOf(conversation).transcript({ after: 0 })).toEqual(before);
  });
});

describe('an object', () => {
  it('is reached by nobody but the Worker: what a client sends about itself is never handed on', async () => {
    const { conversation } = await newVisitor();
    const forged = encodeURIComponent(
      JSON.stringify({ side: 'agent', id: 'eve', isLasting: true, escalation: null }),
    );
    const headers = { 'X-Baton-Admission': forged };
    const answer = await upgrade(conversationSocket(conversation), ['baton.v1'], headers);
    expect(answer.status).toBe(401);
    const plain = await bindings.CONVERSATION.get(
      bindings.CONVERSATION.idFromString(conversation),
    ).fetch('https://conversation/socket', { headers: { Upgrade: 'websocket' } });
    expect(plain.status).toBe(400);
  });
});
