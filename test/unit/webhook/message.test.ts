import { describe, expect, it } from 'vitest';
import { isTeamOnly } from '../../../src/protocol/entry.ts';
import { webhookJobs } from '../../../src/conversation/webhook-jobs.ts';
import { EVENT_GROUPS, EVENT_WORDS } from '../../../src/dashboard/webhook-words.ts';
import {
  DEFAULT_EVENTS,
  HOOK_EVENTS,
  type HookEntry,
  isHookEntry,
  readEvents,
} from '../../../src/webhook/events.ts';
import { type HookMessage, jsonBody } from '../../../src/webhook/message.ts';
import { escaped, slackBody } from '../../../src/webhook/slack.ts';

const HEAD = { seq: 4, at: 1_795_395_085_310, kind: 'event' } as const;
const LIVE = 'https://baton.example/app/sites/demo/live?open=c1';
const HISTORY = 'https://baton.example/app/sites/demo/history/c1';

const messageOf = (entry: HookEntry | null, name = 'Acme Outdoor'): HookMessage => ({
  id: 'd1',
  at: HEAD.at,
  site: { id: 'demo', name },
  origin: 'https://baton.example',
  about: entry && { conversation: 'c1', entry },
});

const slack = (entry: HookEntry | null, name?: string): string => {
  const { text }: { text: string } = JSON.parse(slackBody(messageOf(entry, name)));
  return text;
};

describe('the message', () => {
  it('holds the event as the log has it, and where to read the conversation', () => {
    const entry = { ...HEAD, event: 'escalation.requested', reason: 'asked', ref: 'r1' } as const;
    expect(JSON.parse(jsonBody(messageOf(entry)))).toEqual({
      id: 'd1',
      type: 'escalation.requested',
      createdAt: '2026-11-23T00:51:25.310Z',
      site: { id: 'demo', name: 'Acme Outdoor' },
      conversation: { id: 'c1', url: HISTORY },
      event: entry,
    });
  });

  it('of a test is about no conversation', () => {
    expect(JSON.parse(jsonBody(messageOf(null)))).toEqual({
      id: 'd1',
      type: 'ping',
      createdAt: '2026-11-23T00:51:25.310Z',
      site: { id: 'demo', name: 'Acme Outdoor' },
    });
  });
});

describe('the text for Slack', () => {
  it('says what happened and leads to where something can be done about it', () => {
    expect(slack({ ...HEAD, event: 'escalation.requested', reason: 'asked' })).toBe(
      `A visitor of Acme Outdoor is waiting for a person. <${LIVE}|Open it in Live>`,
    );
    expect(slack({ ...HEAD, event: 'contact.captured', email: 'kim@acme.example' })).toBe(
      `A visitor of Acme Outdoor left an email address: kim@acme.example <${HISTORY}|Read the conversation>`,
    );
    expect(slack({ ...HEAD, event: 'takeover.started', name: 'Kim', from: 'Lee' })).toContain(
      'Kim took over a conversation on Acme Outdoor from Lee.',
    );
    expect(slack(null)).toContain('This is a test');
  });

  it('takes whatever people call themselves for text', () => {
    const name = '<!channel> & <https://evil.example|Kim>';
    expect(slack({ ...HEAD, event: 'takeover.started', name }, '<@U1>')).toBe(
      `&lt;!channel&gt; &amp; &lt;https://evil.example|Kim&gt; took over a conversation on &lt;@\u2060U1&gt;. <${HISTORY}|Read the conversation>`,
    );
    expect(slack(null, '<!here>')).not.toContain('<');
    expect(escaped('&lt;')).toBe('&amp;lt;');
  });

  it.each(['@channel', 'Kim @here', '(@all)', 'x-@all.example', '@@channel'])(
    'mentions nobody where an “@” is enough for that: %s',
    (name) => {
      const text = slack({ ...HEAD, event: 'takeover.started', name });
      expect(text).not.toMatch(/@(?:all|channel|here)/);
      expect(text.replaceAll('\u2060', '')).toContain(name);
    },
  );

  it('leaves an email address as it is, to be copied', () => {
    for (const email of ['kim@acme.example', 'kim.o+shop@acme.example', 'jörg@acme.example'])
      expect(escaped(email)).toBe(email);
  });
});

describe('what a webhook may be told of', () => {
  it('is everything that happens but what is for the team alone', () => {
    expect(HOOK_EVENTS.filter(isTeamOnly)).toEqual([]);
    expect(new Set(Object.keys(EVENT_WORDS))).toEqual(new Set(HOOK_EVENTS));
    expect(DEFAULT_EVENTS.every((event) => HOOK_EVENTS.includes(event))).toBe(true);
  });

  it('is listed once each, in groups', () => {
    const listed = EVENT_GROUPS.flatMap(({ events }) => events);
    expect(listed.toSorted()).toEqual([...HOOK_EVENTS].toSorted());
  });

  it('is no message', () => {
    const author = { role: 'visitor' } as const;
    expect(isHookEntry({ seq: 2, at: 1, kind: 'message', author, text: 'Hi' })).toBe(false);
    expect(isHookEntry({ ...HEAD, event: 'note.left', name: 'Kim', note: 'VIP' })).toBe(false);
  });

  it('is read from names, in our order, without what is none', () => {
    expect(readEvents(['takeover.started', 'intent.decided', '', 'escalation.offered'])).toEqual([
      'escalation.offered',
      'takeover.started',
    ]);
  });
});

describe('the jobs', () => {
  it('are one for every entry and every webhook that wants to know of it', () => {
    let ids = 0;
    const entries = [
      { ...HEAD, seq: 1, event: 'conversation.started' },
      { ...HEAD, seq: 2, event: 'escalation.offered', reason: 'asked' },
      { ...HEAD, seq: 3, event: 'note.left', name: 'Kim', note: 'VIP' },
    ] as const;
    const jobs = webhookJobs(
      entries,
      [
        { id: 'a', events: ['conversation.started', 'escalation.offered'] },
        { id: 'b', events: ['escalation.offered'] },
        { id: 'c', events: ['escalation.expired'] },
      ],
      () => `d${++ids}`,
    );
    expect(jobs).toEqual([
      { kind: 'webhook', hook: 'a', seq: 1, id: 'd1' },
      { kind: 'webhook', hook: 'a', seq: 2, id: 'd2' },
      { kind: 'webhook', hook: 'b', seq: 2, id: 'd3' },
    ]);
  });
});
