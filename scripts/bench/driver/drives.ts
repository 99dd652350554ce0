/** Every load program by the name that it is called for. */
import { cards } from './cards.ts';
import type { Drive } from './drive.ts';
import { escalation } from './escalation.ts';
import { inFlight } from './in-flight.ts';
import { load } from './load.ts';
import { memory } from './memory.ts';
import { opening } from './opening.ts';
import { roundTrip } from './round-trip.ts';
import { slowTurn, turn } from './turn.ts';
import { waking } from './waking.ts';

export const DRIVES = {
  'round-trip': roundTrip,
  'in-flight': inFlight,
  load,
  opening,
  waking,
  memory,
  escalation,
  turn,
  'slow-turn': slowTurn,
  cards,
} as const satisfies Record<string, Drive>;

export type DriveName = keyof typeof DRIVES;
