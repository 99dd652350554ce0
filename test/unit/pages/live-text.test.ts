import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/protocol/monitor.ts';
import { countryName, flag, lasted, pageText } from '../../../widget/agent/live/card-text.ts';
import { phaseText, speaker, titleOf, waitsText } from '../../../widget/agent/live/card-text.ts';
import { card, wait } from './live-cards.ts';

const kims = (away: boolean): Card => card('c', { phase: 'human', agent: { name: 'Kim', away } });

describe('a card says', () => {
  it.each([
    [card('c'), false, 'AI'],
    [card('c', { phase: 'offered' }), false, 'Offered'],
    [wait('c', 1), false, 'Waiting'],
    [kims(false), false, 'Kim'],
    [kims(true), false, 'Kim is away'],
    [kims(false), true, 'You'],
    [card('c', { phase: 'human' }), false, 'A person'],
    [card('c', { phase: 'ended' }), false, 'Ended'],
  ])('who answers (%#)', (of, isMine, expected) => {
    expect(phaseText(of, isMine)).toBe(expected);
  });

  it('whose the last line is, or nothing where nobody has spoken', () => {
    expect(speaker(card('c'), false)).toBe('Visitor');
    expect(speaker({ ...kims(false), lastRole: 'agent' }, false)).toBe('Kim');
    expect(speaker({ ...kims(false), lastRole: 'agent' }, true)).toBe('You');
    expect(speaker(card('c', { lastRole: 'agent' }), false)).toBe('Team');
    const { lastRole: _, ...silent } = card('c');
    expect(speaker(silent, false)).toBeNull();
  });

  it('the address a visitor left rather than where they are', () => {
    expect(titleOf({ contact: 'a@acme.example', country: 'DE' })).toBe('a@acme.example');
    expect(titleOf({ country: 'DE' })).toBe('Germany');
    expect(titleOf({})).toBe('Visitor');
  });
});

describe('a country', () => {
  it('has a name and a flag', () => {
    expect(countryName('JP')).toBe('Japan');
    expect(flag('JP')).toBe('🇯🇵');
  });

  it.each([undefined, 'XX', 'T1', 'ZZZ', '', 'jp', 'QX'])('is nothing where it is %j', (code) => {
    expect(countryName(code)).toBeNull();
    expect(flag(code)).toBeNull();
  });
});

describe('a page', () => {
  it.each([
    [{ title: ' Tents ', url: 'https://acme.example/tents' }, 'Tents'],
    [{ title: '  ', url: 'https://acme.example/tents?x=1' }, '/tents'],
    [{ url: 'not an address' }, 'not an address'],
    [{}, null],
    [undefined, null],
  ])('%j reads %j', (page, expected) => {
    expect(pageText(page)).toBe(expected);
  });
});

describe('how long a conversation has lasted', () => {
  it.each([
    [-5, 'just now'],
    [59_999, 'just now'],
    [60_000, '1 min'],
    [3_599_999, '59 min'],
    [3_600_000, '1 h'],
    [3_660_000, '1 h 1 min'],
    [86_399_999, '23 h 59 min'],
    [86_400_000, '1 d'],
  ])('%i ms reads %s', (ms, expected) => {
    expect(lasted(ms)).toBe(expected);
  });
});

describe('what is announced', () => {
  it('names the country of one, and the number of several', () => {
    expect(waitsText([])).toBe('');
    expect(waitsText([wait('a', 1)])).toBe('A visitor is waiting for a person');
    expect(waitsText([{ ...wait('a', 1), country: 'DE' }])).toBe(
      'A visitor is waiting for a person (Germany)',
    );
    expect(waitsText([wait('a', 1), wait('b', 2)])).toBe(
      '2 more visitors are waiting for a person',
    );
  });
});
