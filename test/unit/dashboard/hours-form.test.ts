import { describe, expect, it } from 'vitest';
import {
  type ExceptionValues,
  hoursIn,
  type HoursValues,
  hoursValues,
  MAX_EXCEPTIONS,
  readHoursForm,
  type SpanValues,
} from '../../../src/dashboard/hours-form.ts';
import { hoursWords } from '../../../src/dashboard/hours-words.ts';
import type { Hours } from '../../../src/site/hours.ts';

/** A Monday, noon in Greenwich. */
const NOW = Date.parse('2026-11-23T12:00:00Z');

const PARIS: HoursValues = { ...hoursValues(null), isAlways: false, timeZone: 'Europe/Paris' };

function read(over: Partial<HoursValues> = {}): Hours | null {
  const answer = readHoursForm({ ...PARIS, ...over }, NOW);
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.hours;
}

function errors(over: Partial<HoursValues>) {
  const answer = readHoursForm({ ...PARIS, ...over }, NOW);
  return answer.ok ? {} : answer.errors;
}

const span = (text: string): SpanValues => {
  const [from = '', to = ''] = text.split('-');
  return { from, to };
};

/** A week of which only the Tuesday is open. */
const tuesday = (...spans: string[]) =>
  PARIS.week.map((_, at) => ({ isOpen: at === 1, spans: at === 1 ? spans.map(span) : [] }));

const exception = (date: string, times = ''): ExceptionValues => ({ date, ...span(times) });

describe('the hours of a team', () => {
  it('may be always, whatever else stands in the form', () => {
    expect(read({ isAlways: true, timeZone: 'nowhere' })).toBeNull();
  });

  it('are as they were when nothing is typed', () => {
    const hours: Hours = {
      timeZone: 'Asia/Tokyo',
      week: [
        [
          { from: 540, to: 720 },
          { from: 780, to: 1_440 },
        ],
        [],
        [],
        [],
        [],
        [],
        [],
      ],
      exceptions: [
        { date: '2026-12-24', spans: [] },
        { date: '2026-12-31', spans: [{ from: 0, to: 720 }] },
      ],
    };
    expect(readHoursForm(hoursValues(hours), NOW)).toEqual({ ok: true, hours });
  });

  it('begin as office hours that only lack a time zone', () => {
    expect(errors({ timeZone: '' })).toEqual({ timeZone: 'Please choose a time zone.' });
    const week = read()?.week.map((day) => day.length);
    expect(week).toEqual([1, 1, 1, 1, 1, 0, 0]);
  });

  it.each(['', 'Europe', 'Europe/Atlantis', '<b>'])('are in no time zone %j', (timeZone) => {
    expect(Object.keys(errors({ timeZone }))).toEqual(['timeZone']);
  });

  it('may go on until midnight, and from midnight to midnight', () => {
    expect(read({ week: tuesday('18:00-00:00') })?.week[1]).toEqual([{ from: 1_080, to: 1_440 }]);
    expect(read({ week: tuesday('00:00-24:00') })?.week[1]).toEqual([{ from: 0, to: 1_440 }]);
  });

  it('are put in order', () => {
    expect(read({ week: tuesday('13:00-17:00', '09:00-13:00') })?.week[1]).toEqual([
      { from: 540, to: 780 },
      { from: 780, to: 1_020 },
    ]);
  });

  it.each([
    [['17:00-09:00'], /^Tuesday: the end has to come after/],
    [['09:00-09:00'], /^Tuesday: the end has to come after/],
    [['09:00-'], /^Tuesday: please enter both times/],
    [['9-17'], /^Tuesday: please enter both times/],
    [['09:00-24:01'], /^Tuesday: please enter both times/],
    [['24:00-00:00'], /^Tuesday: please enter both times/],
    [['09:60-17:00'], /^Tuesday: please enter both times/],
    [['09:00-13:00', '12:59-17:00'], /^Tuesday: the two spans overlap/],
    [['', ''], /^Tuesday: from when to when/],
  ])('of a day are not %j', (spans, words) => {
    const wrong = errors({ week: tuesday(...spans) });
    expect(Object.keys(wrong)).toEqual(['day-1']);
    expect(wrong['day-1']).toMatch(words);
  });

  it('leave one day of the week open', () => {
    const week = PARIS.week.map(({ spans }) => ({ isOpen: false, spans }));
    expect(Object.keys(errors({ week }))).toEqual(['week']);
  });

  it('have exceptions, by date, of which those that are over are left out', () => {
    const exceptions = [
      exception('2027-01-02', '10:00-12:00'),
      exception('2026-12-25'),
      exception('2026-11-22'),
      exception('2026-11-23'),
    ];
    expect(read({ exceptions })?.exceptions).toEqual([
      { date: '2026-11-23', spans: [] },
      { date: '2026-12-25', spans: [] },
      { date: '2027-01-02', spans: [{ from: 600, to: 720 }] },
    ]);
  });

  it('take an exception for over once the day is over where the team is', () => {
    const exceptions = [exception('2026-11-23')];
    const late = Date.parse('2026-11-23T23:30:00Z');
    const ahead = readHoursForm({ ...PARIS, exceptions }, late);
    expect(ahead).toMatchObject({ hours: { exceptions: [] } });
    const behind = readHoursForm({ ...PARIS, timeZone: 'America/Lima', exceptions }, late);
    expect(behind).toMatchObject({ hours: { exceptions: [{ date: '2026-11-23' }] } });
  });

  it.each([
    [exception('', '10:00-12:00'), /enter the date/],
    [exception('2026-02-30'), /enter the date/],
    [exception('24.12.2026'), /enter the date/],
    [exception('2026-12-24', '12:00-10:00'), /^24 December 2026: the end has to come after/],
    [exception('2026-12-25'), /^25 December 2026: this date is in the list already/],
  ])('have no exception like %j', (wrong, words) => {
    const answer = errors({ exceptions: [exception('2026-12-25'), wrong] });
    expect(Object.keys(answer)).toEqual(['date-1']);
    expect(answer['date-1']).toMatch(words);
  });

  it('have so many exceptions and no more', () => {
    const days = (count: number) =>
      Array.from({ length: count }, (_, day) =>
        exception(new Date(NOW + day * 86_400_000).toISOString().slice(0, 10)),
      );
    expect(errors({ exceptions: days(MAX_EXCEPTIONS) })).toEqual({});
    expect(Object.keys(errors({ exceptions: days(MAX_EXCEPTIONS + 1) }))).toEqual(['exceptions']);
  });
});

describe('a form with hours', () => {
  it('is read by its fields; rows that were left empty are none', () => {
    const form = new FormData();
    for (const [name, value] of [
      ['when', 'hours'],
      ['timeZone', 'Europe/Paris'],
      ['day-1', 'open'],
      ['day-1-0-from', '09:00'],
      ['day-1-0-to', ' 12:00 '],
      ['date-0', ''],
      ['date-0-from', ''],
      ['date-0-to', ''],
      ['date-1', '2026-12-24'],
      ['date-1-from', ''],
      ['date-1-to', ''],
    ] as const) {
      form.set(name, value);
    }
    const values = hoursIn(form);
    expect(values.exceptions).toEqual([exception('2026-12-24')]);
    expect(values.week[1]).toEqual({ isOpen: true, spans: [span('09:00-12:00'), span('')] });
    expect(values.week[0]?.isOpen).toBe(false);
    expect(values.isAlways).toBe(false);
  });

  it('that says nothing is for always', () => {
    expect(hoursIn(new FormData()).isAlways).toBe(true);
  });
});

describe('when the team is next there', () => {
  const at = (iso: string) => hoursWords(read(), Date.parse(iso)).text;

  it.each([
    ['2026-11-23T12:00:00Z', 'Open now.'],
    ['2026-11-23T07:59:00Z', 'Closed now. Back today at 09:00, Europe/Paris.'],
    ['2026-11-23T16:00:00Z', 'Closed now. Back on Tuesday at 09:00, Europe/Paris.'],
    ['2026-11-21T12:00:00Z', 'Closed now. Back on Monday at 09:00, Europe/Paris.'],
  ])('at %s: %s', (iso, words) => {
    expect(at(iso)).toBe(words);
  });

  it('has its date once the weekday alone would be another one', () => {
    const hours = read({ week: tuesday('09:00-12:00'), exceptions: [exception('2026-11-24')] });
    expect(hoursWords(hours, NOW).text).toBe(
      'Closed now. Back on Tuesday, 1 December, at 09:00, Europe/Paris.',
    );
  });

  it('is no question for a team that always is', () => {
    expect(hoursWords(null, NOW)).toEqual({ isOpen: true, text: 'Always there.' });
  });
});
