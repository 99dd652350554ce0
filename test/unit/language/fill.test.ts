import { describe, expect, it } from 'vitest';
import { count, fill, inARow } from '../../../src/language/fill.ts';
import { ago, span } from '../../../src/language/times.ts';

describe('a sentence', () => {
  it('is filled in by name', () => {
    expect(fill('{name} joined in place of {from}', { name: 'Robin', from: 'Kim' })).toBe(
      'Robin joined in place of Kim',
    );
  });

  it('never looks at what was filled in for more to fill in', () => {
    expect(fill('{name}: {email}', { name: '{email}', email: 'a@b.example' })).toBe(
      '{email}: a@b.example',
    );
    expect(fill('{name}', { name: '$& $1' })).toBe('$& $1');
  });

  it('shows what nobody filled in', () => {
    expect(fill('{name}', {})).toBe('{name}');
  });
});

describe('a number', () => {
  const russian = { one: '{n} чат', few: '{n} чата', other: '{n} чатов' };

  it.each([
    [1, '1 чат'],
    [2, '2 чата'],
    [5, '5 чатов'],
    [21, '21 чат'],
  ])('has the form that goes with it: %i', (n, text) => {
    expect(count(russian, n, 'ru')).toBe(text);
  });

  it('is written as the language writes it', () => {
    expect(count({ other: '{n} Zeichen' }, 1_234, 'de')).toBe('1.234 Zeichen');
    expect(count({ other: '{n} of {site}' }, 2, 'en', { site: 'Acme' })).toBe('2 of Acme');
  });
});

describe('a length of time', () => {
  it('is told in the largest unit that says enough', () => {
    expect(ago(119 * 60_000, 'en')).toBe('119 minutes ago');
    expect(ago(120 * 60_000, 'en')).toBe('2 hours ago');
    expect(ago(48 * 3_600_000, 'de')).toBe('vor 2 Tagen');
    expect(span(60_000, 'en')).toBe('1 minute');
    expect(span(59_999, 'en')).toBeNull();
    expect(span(5 * 60_000, 'pl')).toBe('5 minut');
  });
});

it('sets sentences one after the other as the language does', () => {
  expect(inARow('de-AT', 'Gern.', 'Sofort?')).toBe('Gern. Sofort?');
  expect(inARow('ja', 'はい。', '今ですか？')).toBe('はい。今ですか？');
  expect(inARow('zh-hant', '好。', '現在嗎？')).toBe('好。現在嗎？');
});
