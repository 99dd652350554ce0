import { afterEach, describe, expect, it, vi } from 'vitest';
import { logEvent } from '../../../src/log.ts';
import { bindings, Client, escalate, followLink, HOST, newVisitor, upgrade } from '../client.ts';
import { knock, send } from '../knock.ts';
import { refuseMails } from '../mail-gate.ts';
import { newMember, newOwner } from '../members.ts';
import { mailsTo } from '../mailbox.ts';
import { answerTo } from '../stage.ts';

afterEach(() => vi.restoreAllMocks());

/** Collects what is written to the log, by whatever way. */
function listen(): () => string {
  const lines: unknown[][] = [];
  for (const way of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, way).mockImplementation((...words: unknown[]) => {
      lines.push(words);
    });
  }
  return () => JSON.stringify(lines);
}

const ADDRESS = '203.0.113.77';

describe('the log', () => {
  it('says what happened in a handoff, and nothing of what was said, by whom, from where or with which token', async () => {
    const heard = listen();
    const opened = await upgrade('/v1/sites/demo/socket', ['baton.v1'], {
      'CF-Connecting-IP': ADDRESS,
      'User-Agent': 'Very-Own-Browser/1.0',
    });
    if (!opened.webSocket) throw new Error('the upgrade was refused');
    const client = new Client(opened.webSocket);
    const { conversation, token = '' } = await client.hello();
    client.say('My PIN is 94711');
    await client.message(answerTo('My PIN is 94711'));
    // A provider that refuses is logged, too.
    refuseMails(1);
    const link = await escalate(client, conversation);
    client.send({ type: 'leave_contact', ref: 'mail', email: 'dana@private.example' });
    await client.event('contact.captured');
    const agent = await followLink(conversation, link, 'secret-seat');
    await agent.hello();
    agent.send({ type: 'take_over', ref: 'take', name: 'Quentin' });
    await agent.event('takeover.started');
    agent.say('Your code is 55512');
    await client.message('Your code is 55512');
    await client.settled();

    const log = heard();
    expect(log).toContain('team.notified');
    expect(log).toContain(conversation);
    for (const secret of [
      '94711',
      '55512',
      'PIN',
      'dana@private.example',
      'team@acme.example',
      'Quentin',
      token,
      link,
      link.slice(-43),
      'secret-seat',
      ADDRESS,
      'Very-Own-Browser',
      bindings.BATON_SECRET,
    ]) {
      expect([secret, log.includes(secret)]).toEqual([secret, false]);
    }
  });

  it('holds no address, link, cookie or form of somebody who signs in', async () => {
    const heard = listen();
    const { email } = await newMember();
    await send('/app/sign-in', { email });
    const link = /\/app\/sign-in\/([\w-]{43})/.exec((await mailsTo(email))[0]?.text ?? '')?.[1];
    if (link === undefined) throw new Error('no sign-in link was mailed');
    const entered = await send(`/app/sign-in/${link}`);
    const cookie = entered.headers.getSetCookie()[0]?.split(/[=;]/)[1] ?? '';
    expect(cookie).toHaveLength(43);
    const owner = await newOwner();
    await owner.post('/app/sites/demo/team/invite', {
      email: 'new@private.example',
      role: 'agent',
    });
    const log = heard();
    expect(log).toContain('sign_in.mailed');
    for (const secret of [email, link, cookie, 'new@private.example', await owner.formToken()]) {
      expect([secret, log.includes(secret)]).toEqual([secret, false]);
    }
  });

  it('names no token where a page breaks whose address is the secret, and neither does the answer', async () => {
    const heard = listen();
    const { conversation, client } = await newVisitor();
    const link = await escalate(client, conversation);
    const signIn = 'x'.repeat(43);
    const DB = new Proxy(bindings.DB, {
      get: () => {
        throw new Error('D1 is out of reach');
      },
    });
    for (const [path, broken] of [
      [`/join/${link}`, { BATON_SECRET: '' }],
      [`/app/sign-in/${signIn}`, { DB }],
    ] as const) {
      const answer = await knock(path, {}, broken);
      expect(answer.status).toBe(500);
      expect(await answer.text()).not.toMatch(/D1|BATON_SECRET|at \w+/);
    }
    const log = heard();
    expect(log.match(/request\.failed/g)).toHaveLength(2);
    expect(log).not.toContain(link);
    expect(log).not.toContain(signIn);
  });

  it('leaves out email addresses wherever they stand in a fact', () => {
    const heard = listen();
    logEvent('test', { reason: 'to <kim@acme.example>: no such user kim@acme.example' });
    expect(heard()).not.toContain('kim@');
  });
});

describe('an error', () => {
  it('reaches a program without a word of what broke', async () => {
    const heard = listen();
    const DB = new Proxy(bindings.DB, {
      get: () => {
        throw new Error('secret inner workings');
      },
    });
    const answer = await knock(`${HOST}/v1/sites/demo/config`, {}, { DB });
    expect(answer.status).toBe(500);
    const said = await answer.text();
    expect(said).not.toContain('inner workings');
    const [, id = 'none'] = /\(([\w-]{36})\)/.exec(said) ?? [];
    expect(heard()).toContain(id);
  });
});
