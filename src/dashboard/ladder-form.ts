/** The three times of a wait, and what an owner is told when they cannot be so. Pure. */
import { MAX_MINUTES, minutesIn, minutesWords } from '../../widget/shared/minutes.ts';
import type { Ladder } from '../site/settings.ts';
import type { FieldErrors } from './form.tsx';

/** The times in the order in which a wait comes by them. */
export const RUNGS = ['remind', 'ask', 'close'] as const satisfies readonly (keyof Ladder)[];
export type RungName = (typeof RUNGS)[number];

/** What stands in the form. */
export type LadderValues = Readonly<Record<RungName, string>>;

export type ReadLadder = { ok: true; ladder: Ladder } | { ok: false; errors: FieldErrors };

/** The form as it is before anybody types. */
export function ladderValues({ remind, ask, close }: Ladder): LadderValues {
  return { remind: String(remind), ask: String(ask), close: String(close) };
}

/** Reads a form that was sent. */
export function readLadder(values: LadderValues): ReadLadder {
  const remind = minutesIn(values.remind);
  const ask = minutesIn(values.ask);
  const close = minutesIn(values.close);
  const errors = {
    ...(remind === null && { remind: NOT_MINUTES }),
    ...tooEarly('ask', ask, remind, 'the reminder'),
    ...tooEarly('close', close, ask, 'the question for an address'),
  };
  if (remind === null || ask === null || close === null || Object.keys(errors).length > 0) {
    return { ok: false, errors };
  }
  return { ok: true, ladder: { remind, ask, close } };
}

const NOT_MINUTES = `Please enter whole minutes, from 1 to ${MAX_MINUTES.toLocaleString('en')}.`;

function tooEarly(
  name: RungName,
  minutes: number | null,
  before: number | null,
  what: string,
): FieldErrors {
  if (minutes === null) return { [name]: NOT_MINUTES };
  if (before === null || minutes > before) return {};
  return { [name]: `This has to come later than ${what}, which is after ${minutesWords(before)}.` };
}
