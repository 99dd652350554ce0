import { describe, expect, it } from 'vitest';
import { isFinal } from '../../../src/mail/refusals.ts';

describe('a refusal', () => {
  it.each([
    'destination address is not a verified address',
    'destination address not allowed',
    '550 no such mailbox',
    '553-5.1.3 bad address',
    'smtp; 5.1.1 The email account does not exist',
  ])('that will stay is for good: %s', (reason) => {
    expect(isFinal(reason)).toBe(true);
  });

  it.each([
    'the mail provider did not answer',
    'Network connection lost.',
    '451 4.7.1 greylisted, try again later',
    '452 mailbox full',
    'upstream 10.5.1.1 unreachable',
    'error 500',
    '',
  ])('that may pass is not: %j', (reason) => {
    expect(isFinal(reason)).toBe(false);
  });

  it.each([
    ['E_RECIPIENT_NOT_ALLOWED', true],
    ['E_RECIPIENT_SUPPRESSED', true],
    ['E_VALIDATION_ERROR', true],
    ['E_RATE_LIMIT_EXCEEDED', false],
    ['E_DAILY_LIMIT_EXCEEDED', false],
    ['E_DELIVERY_FAILED', false],
    ['E_INTERNAL_SERVER_ERROR', false],
  ])('goes by its code before its words: %s', (code, expected) => {
    expect(isFinal('', code)).toBe(expected);
    expect(isFinal('550 not allowed', code)).toBe(expected);
  });
});
