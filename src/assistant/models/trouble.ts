/** What went wrong with a model, made of whatever was thrown. Pure. */
import type { TroubleReason } from '../answerer.ts';

export interface ModelTrouble {
  reason: TroubleReason;
  /** For the owner alone: what the provider said. */
  detail: string;
}

/**
 * Sorts an error by what can be done about it: by the status that providers' errors carry, since classes
 * do not survive being thrown across a binding.
 */
export function troubleOf(error: unknown): ModelTrouble {
  return { reason: reasonOf(statusOf(error)), detail: wordsOf(error) };
}

function reasonOf(status: number | undefined): TroubleReason {
  // Nobody answered at all, or nobody knows why not.
  if (status === undefined) return 'broken';
  // It began well, so it ended badly.
  if (status < 400) return 'cut_off';
  if (status === 429) return 'busy';
  if (status === 408) return 'too_slow';
  return status < 500 ? 'refused' : 'broken';
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  // What a provider complains of in the middle of its stream comes as it was sent.
  return 'code' in error && typeof error.code === 'number' && error.code >= 400
    ? error.code
    : undefined;
}

function wordsOf(error: unknown): string {
  if (error instanceof Error) return `${error.name}: ${error.message}`;
  const hasWords = typeof error === 'object' && error !== null && 'message' in error;
  return String(hasWords ? error.message : error);
}
