import type { Secrets } from './token.ts';

export interface SignEnv {
  BATON_SECRET: string;
  BATON_SECRET_PREVIOUS?: string;
}

const MIN_SECRET_CHARS = 32;

/** The secrets to verify with, the current one first. Throws when the deployment has none worth the name. */
export function secretsOf(env: SignEnv): Secrets {
  const { BATON_SECRET: current = '', BATON_SECRET_PREVIOUS: previous = '' } = env;
  if (current.length < MIN_SECRET_CHARS) {
    throw new Error('The secret BATON_SECRET is missing or shorter than 32 characters.');
  }
  return previous.length < MIN_SECRET_CHARS ? [current] : [current, previous];
}
