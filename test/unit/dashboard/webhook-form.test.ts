import { describe, expect, it } from 'vitest';
import { NEW_WEBHOOK, readWebhook, webhookValuesIn } from '../../../src/dashboard/webhook-form.ts';
import { answerWords } from '../../../src/dashboard/webhook-words.ts';

function formOf(fields: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

describe('the form of a webhook', () => {
  it('is read as address, format and events', () => {
    const values = webhookValuesIn(
      formOf([
        ['url', 'acme.example/baton'],
        ['format', 'slack'],
        ['events', 'takeover.started'],
        ['events', 'escalation.offered'],
        ['events', 'note.left'],
      ]),
    );
    expect(readWebhook(values, false)).toEqual({
      ok: true,
      draft: {
        url: 'https://acme.example/baton',
        format: 'slack',
        events: ['escalation.offered', 'takeover.started'],
      },
    });
  });

  it('says beside each field what is wrong with it', () => {
    const read = readWebhook(webhookValuesIn(new FormData()), false);
    expect(read.ok ? {} : Object.keys(read.errors)).toEqual(['url', 'format', 'events']);
    const http = readWebhook({ ...NEW_WEBHOOK, url: 'http://acme.example' }, false);
    expect(http).toMatchObject({ errors: { url: expect.stringContaining('https://') } });
  });

  it('begins with what somebody may want to act on', () => {
    expect(readWebhook({ ...NEW_WEBHOOK, url: 'https://acme.example' }, false).ok).toBe(true);
  });
});

describe('what came back', () => {
  it.each([
    [200, null, 'Answered with 200.'],
    [302, 'moved', 'Answered with 302: redirects are not followed.'],
    [410, null, 'Answered with 410: it wants no such message any more.'],
    [500, 'oops', 'Answered with 500.'],
    [null, 'too_slow', 'No answer within 10 seconds.'],
    [null, 'unreachable', 'Nobody answers at that address.'],
    [null, 'not_allowed', 'That address isn’t on the public web.'],
    [null, null, 'Nobody answers at that address.'],
  ])('is said in words: %s, %s', (code, reason, words) => {
    expect(answerWords({ code, reason })).toBe(words);
  });
});
