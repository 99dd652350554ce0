/** What an owner may choose about waits. */
import type { Hours, Span } from '../../src/site/hours.ts';
import { LADDER, type Ladder } from '../../src/site/settings.ts';
import type { Random } from '../train/random.ts';
import { oneOf } from './step.ts';

const LADDERS: readonly Ladder[] = [
  LADDER,
  { remind: 1, ask: 2, close: 3 },
  { remind: 1, ask: 4, close: 8 },
  { remind: 10, ask: 20, close: 60 },
];

/** Every day alike. */
function daily(...spans: Span[]): Hours {
  return { timeZone: 'UTC', week: Array.from({ length: 7 }, () => spans), exceptions: [] };
}

/** Every run begins at 9 on a Monday. The last one is of a team that never is there. */
const HOURS: readonly (Hours | null)[] = [
  null,
  null,
  null,
  daily({ from: 480, to: 1_020 }),
  daily({ from: 600, to: 720 }),
  daily({ from: 480, to: 541 }, { from: 544, to: 550 }),
  daily(),
];

/** One of several ladders. */
export const someLadder = (random: Random): Ladder => oneOf(LADDERS, random);

/** Some hours, or none. */
export const someHours = (random: Random): Hours | null => {
  const at = Math.floor(random() * HOURS.length);
  return HOURS[at] ?? null;
};
