import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backAt,
  DAY_MINUTES,
  type Hours,
  isTimeZone,
  readHours,
  type Span,
  writeHours,
} from '../../../src/site/hours.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const at = (iso: string) => Date.parse(iso);
const clock = (text: string) => {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours * 60 + minutes;
};
const spans = (...texts: string[]): Span[] =>
  texts.map((text) => {
    const [from = '', to = ''] = text.split('-');
    return { from: clock(from), to: clock(to) };
  });

/** The same hours from Monday to Friday. */
function weekdays(timeZone: string, ...texts: string[]): Hours {
  const day = spans(...texts);
  return { timeZone, week: [day, day, day, day, day, [], []], exceptions: [] };
}

/** The same hours on every day. */
function daily(timeZone: string, ...texts: string[]): Hours {
  return { timeZone, week: Array.from({ length: 7 }, () => spans(...texts)), exceptions: [] };
}

/** When the team is back, in Greenwich’s time; null while it is there. */
function back(hours: Hours, iso: string): string | null {
  const moment = backAt(hours, at(iso));
  return moment === null ? null : new Date(moment).toISOString().slice(0, 16);
}

describe('a team', () => {
  // A Wednesday; London is an hour ahead of Greenwich in summer.
  const hours = weekdays('Europe/London', '09:00-12:30', '13:30-18:00');

  it('without hours is always there', () => {
    expect(backAt(null, 0)).toBeNull();
  });

  it.each([
    ['2026-07-15T07:59:59.999Z', '2026-07-15T08:00'],
    ['2026-07-15T08:00:00.000Z', null],
    ['2026-07-15T11:29:59.999Z', null],
    ['2026-07-15T11:30:00.000Z', '2026-07-15T12:30'],
    ['2026-07-15T12:29:59.999Z', '2026-07-15T12:30'],
    ['2026-07-15T12:30:00.000Z', null],
    ['2026-07-15T16:59:59.999Z', null],
    ['2026-07-15T17:00:00.000Z', '2026-07-16T08:00'],
    // From Friday evening to Monday morning.
    ['2026-07-17T17:00:00.000Z', '2026-07-20T08:00'],
    ['2026-07-19T23:30:00.000Z', '2026-07-20T08:00'],
  ])('at %s is back at %s', (now, expected) => {
    expect(back(hours, now)).toBe(expected);
  });

  it('is there until midnight and on from there, without a gap', () => {
    const always = daily('Europe/London', '00:00-24:00');
    for (const now of ['2026-07-15T22:59:59.999Z', '2026-07-15T23:00:00.000Z']) {
      expect(back(always, now)).toBeNull();
    }
  });

  it('is away from 24:00 on where the next day begins later', () => {
    const late = daily('Etc/UTC', '20:00-24:00');
    expect(back(late, '2026-07-15T23:59:59.999Z')).toBeNull();
    expect(back(late, '2026-07-16T00:00:00.000Z')).toBe('2026-07-16T20:00');
  });

  it('that is never there is not waited for', () => {
    expect(backAt(daily('Etc/UTC'), at('2026-07-15T12:00Z'))).toBeNull();
    expect(backAt({ timeZone: 'Etc/UTC', week: [], exceptions: [] }, 0)).toBeNull();
  });
});

describe('an exception', () => {
  const hours: Hours = {
    ...weekdays('Europe/Berlin', '09:00-17:00'),
    exceptions: [
      { date: '2026-12-24', spans: spans('10:00-12:00') },
      { date: '2026-12-25', spans: [] },
      { date: '2026-12-27', spans: spans('08:00-09:00') },
    ],
  };

  it('takes the place of what the week has for that day', () => {
    expect(back(hours, '2026-12-24T08:30Z')).toBe('2026-12-24T09:00');
    expect(back(hours, '2026-12-24T09:00Z')).toBeNull();
  });

  it('may close a day, and open one that is closed', () => {
    expect(back(hours, '2026-12-24T11:00Z')).toBe('2026-12-27T07:00');
    expect(back(hours, '2026-12-27T07:59Z')).toBeNull();
    expect(back(hours, '2026-12-27T08:00Z')).toBe('2026-12-28T08:00');
  });

  it('may close every open day for years: the team is back after them all', () => {
    const mondays = Array.from({ length: 60 }, (_, week) => ({
      date: new Date(at('2026-07-20T00:00Z') + week * 7 * DAY_MS).toISOString().slice(0, 10),
      spans: [],
    }));
    const week = [spans('09:00-17:00'), [], [], [], [], [], []];
    const closed: Hours = { timeZone: 'Etc/UTC', week, exceptions: mondays };
    expect(back(closed, '2026-07-15T12:00Z')).toBe('2027-09-13T09:00');
  });

  it('may open one day years ahead for a team that is never there otherwise', () => {
    const opening = { date: '2030-01-02', spans: spans('09:00-17:00') };
    const once: Hours = { ...daily('Etc/UTC'), exceptions: [opening] };
    expect(back(once, '2026-07-15T12:00Z')).toBe('2030-01-02T09:00');
    expect(back(once, '2030-01-02T12:00Z')).toBeNull();
    expect(back(once, '2030-01-02T17:00Z')).toBeNull();
  });

  it('counts by the date there, not by the one in Greenwich', () => {
    const closed = { date: '2026-07-15', spans: [] };
    const far: Hours = { ...daily('Pacific/Kiritimati', '00:00-24:00'), exceptions: [closed] };
    expect(back(far, '2026-07-14T09:59Z')).toBeNull();
    expect(back(far, '2026-07-14T10:00Z')).toBe('2026-07-15T10:00');
  });
});

describe('on a day that clocks are changed', () => {
  it.each([
    // Put forward from 2 to 3 o’clock.
    ['Europe/Paris', '09:00-17:00', '2026-03-28T16:00Z', '2026-03-29T07:00'],
    ['America/New_York', '09:00-17:00', '2026-03-07T22:00Z', '2026-03-08T13:00'],
    // What is left out begins when the clock jumps over it.
    ['Europe/Paris', '02:30-04:00', '2026-03-28T12:00Z', '2026-03-29T01:00'],
    ['America/New_York', '02:30-04:00', '2026-03-07T12:00Z', '2026-03-08T07:00'],
    // Put back from 3 to 2, and from 2 to 1.
    ['Europe/Paris', '09:00-17:00', '2026-10-24T15:00Z', '2026-10-25T08:00'],
    ['America/New_York', '09:00-17:00', '2026-10-31T21:00Z', '2026-11-01T14:00'],
    // What happens twice begins the first time.
    ['Europe/Paris', '02:30-04:00', '2026-10-24T12:00Z', '2026-10-25T00:30'],
    ['America/New_York', '01:30-04:00', '2026-10-31T12:00Z', '2026-11-01T05:30'],
  ])('in %s with %s the team that left at %s is back at %s', (zone, texts, now, expected) => {
    expect(back(daily(zone, texts), now)).toBe(expected);
  });

  it.each([
    ['Europe/Paris', '01:00-02:30', '2026-03-29T01:00Z'],
    ['America/New_York', '01:00-02:30', '2026-03-08T07:00Z'],
    // What happens twice ends the second time.
    ['Europe/Paris', '01:00-02:30', '2026-10-25T01:30Z'],
    ['America/New_York', '00:00-01:30', '2026-11-01T06:30Z'],
  ])('in %s with %s the team leaves at %s', (zone, texts, end) => {
    const hours = daily(zone, texts);
    expect(backAt(hours, at(end) - 1)).toBeNull();
    expect(backAt(hours, at(end))).not.toBeNull();
  });

  it('hours that are left out altogether wait for the next day', () => {
    const hours = daily('Europe/Paris', '02:10-02:50');
    expect(back(hours, '2026-03-28T12:00Z')).toBe('2026-03-30T00:10');
  });

  it.each(['Africa/Cairo', 'America/Santiago', 'America/Havana'])(
    'in %s, at midnight, a team that is always there stays',
    (zone) => {
      const always = daily(zone, '00:00-24:00');
      for (let now = at('2026-01-01'); now < at('2027-01-01'); now += 6 * HOUR_MS) {
        expect(backAt(always, now)).toBeNull();
      }
    },
  );
});

/** Every minute of four days, with the date and the time that a clock there shows. */
interface Minute {
  at: number;
  date: string;
  minute: number;
}

const WINDOW_DAYS = 4;

const WINDOWS: readonly [zone: string, from: string][] = [
  ['Europe/Paris', '2026-03-27'],
  ['Europe/Paris', '2026-10-23'],
  ['America/New_York', '2026-03-06'],
  ['America/New_York', '2026-10-30'],
  ['America/Santiago', '2026-04-03'],
  ['America/Santiago', '2026-09-04'],
  ['America/Havana', '2026-10-30'],
  ['Africa/Cairo', '2026-04-22'],
  ['Australia/Lord_Howe', '2026-04-03'],
  ['Australia/Lord_Howe', '2026-10-02'],
  ['Asia/Kolkata', '2026-06-01'],
  ['Etc/UTC', '2026-12-30'],
  ['Pacific/Kiritimati', '2026-12-30'],
  ['Pacific/Niue', '2026-02-26'],
];

function minutesOf([timeZone, from]: readonly [string, string]): Minute[] {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return Array.from({ length: WINDOW_DAYS * DAY_MINUTES }, (_, index) => {
    const moment = at(from) + index * MINUTE_MS;
    const [date = '', time = ''] = format.format(moment).split(' ');
    return { at: moment, date, minute: clock(time) };
  });
}

/** The minutes in which the team is there, one after the other: nothing is calculated. */
function minutesOpen(hours: Hours, minutes: readonly Minute[]): Set<number> {
  const open = new Set<number>();
  for (const [date, day] of Map.groupBy(minutes, (minute) => minute.date)) {
    const weekday = (new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7;
    const special = hours.exceptions.find((exception) => exception.date === date);
    for (const { from, to } of special?.spans ?? hours.week[weekday] ?? []) {
      const first = day.findIndex(({ minute }) => minute >= from);
      const last = day.findLastIndex(({ minute }) => minute < to);
      if (first !== -1) for (const { at } of day.slice(first, last + 1)) open.add(at);
    }
  }
  return open;
}

const anyMinute = fc.oneof(
  fc.integer({ min: 0, max: DAY_MINUTES }),
  // Most clocks are changed at night.
  fc.integer({ min: 0, max: 200 }),
  fc.constantFrom(0, 60, 120, 180, DAY_MINUTES),
);

const anyDay: fc.Arbitrary<Span[]> = fc
  .uniqueArray(anyMinute, { minLength: 0, maxLength: 6 })
  .map((minutes) => {
    const sorted = minutes.sort((one, other) => one - other);
    return sorted.flatMap((from, index) => {
      const to = sorted[index + 1];
      return index % 2 === 0 && to !== undefined ? [{ from, to }] : [];
    });
  });

describe('any week', () => {
  const windows = WINDOWS.map((window) => ({ zone: window[0], minutes: minutesOf(window) }));

  it('is as the clock there shows it, minute by minute', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...windows),
        fc.array(anyDay, { minLength: 7, maxLength: 7 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: WINDOW_DAYS }), anyDay), { maxLength: 2 }),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: MINUTE_MS - 1 })), {
          minLength: 10,
          maxLength: 10,
        }),
        ({ zone, minutes }, week, special, picks) => {
          const dates = [...new Set(minutes.map(({ date }) => date))];
          const exceptions = special.flatMap(([index, spans]) => {
            const date = dates[index];
            return date === undefined ? [] : [{ date, spans }];
          });
          const hours: Hours = { timeZone: zone, week, exceptions };
          const open = minutesOpen(hours, minutes);
          // Of the first and the last date the window may show a part only.
          const whole = minutes.filter(({ date }) => date !== dates[0] && date !== dates.at(-1));
          const end = (whole.at(-1)?.at ?? 0) + MINUTE_MS;
          const edges = whole.filter(({ at }) => open.has(at) !== open.has(at - MINUTE_MS));
          const nows = [
            ...picks.map(([pick, ms]) => (whole[pick % whole.length]?.at ?? 0) + ms),
            ...edges.flatMap(({ at }) => (at === whole[0]?.at ? [at] : [at - 1, at])),
          ];
          for (const now of nows) {
            const minute = Math.floor(now / MINUTE_MS) * MINUTE_MS;
            const isOpen = open.has(minute);
            const next = whole.find(({ at }) => at > minute && open.has(at))?.at;
            const moment = backAt(hours, now);
            if (isOpen) expect(moment).toBeNull();
            else if (next !== undefined) expect(moment).toBe(next);
            else expect(moment ?? end).toBeGreaterThanOrEqual(end);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('opens at the moment it says, and not a millisecond before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...WINDOWS.map(([zone]) => zone)),
        fc.array(anyDay, { minLength: 7, maxLength: 7 }),
        fc.integer({ min: at('2026-01-01'), max: at('2027-01-01') }),
        (timeZone, week, now) => {
          const hours: Hours = { timeZone, week, exceptions: [] };
          const moment = backAt(hours, now);
          if (moment === null) return;
          expect(moment).toBeGreaterThan(now);
          expect(backAt(hours, moment)).toBeNull();
          expect(backAt(hours, moment - 1)).toBe(moment);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('what D1 keeps', () => {
  const hours: Hours = {
    ...weekdays('Asia/Kolkata', '00:00-12:00', '12:30-24:00'),
    exceptions: [{ date: '2026-12-25', spans: [] }],
  };

  it('is read as it was written', () => {
    expect(readHours(JSON.parse(writeHours(hours)))).toEqual(hours);
    expect(writeHours(null)).toBe('');
  });

  it.each([
    null,
    undefined,
    '',
    7,
    [],
    {},
    { ...hours, timeZone: 'Mars/Olympus' },
    { ...hours, timeZone: 5 },
    { ...hours, week: 'always' },
    { ...hours, exceptions: undefined },
  ])('is nothing where it is damaged: %j', (damaged) => {
    expect(readHours(damaged)).toBeNull();
  });

  it('always has seven days, and leaves out what is no span', () => {
    const good = { from: 0, to: 1_440 };
    const bad = [
      null,
      'all day',
      { from: 60 },
      { from: 60, to: 60 },
      { from: 60, to: 30 },
      { from: -1, to: 60 },
      { from: 0, to: 1_441 },
      { from: 0.5, to: 60 },
      { from: '0', to: 60 },
    ];
    const read = readHours({
      timeZone: 'Etc/UTC',
      week: [[...bad, good], 'closed'],
      exceptions: [null, { date: 5, spans: [] }, { date: '2026-12-25', spans: bad }],
    });
    expect(read?.week).toEqual([[good], [], [], [], [], [], []]);
    expect(read?.exceptions).toEqual([{ date: '2026-12-25', spans: [] }]);
  });
});

it('knows a time zone from what is none', () => {
  expect(isTimeZone('Europe/Paris')).toBe(true);
  for (const name of ['', 'Paris', 'Europe/Atlantis', '../etc'])
    expect(isTimeZone(name)).toBe(false);
});
