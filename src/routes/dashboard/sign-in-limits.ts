/** How often links may be asked for and followed. */
import type { Env } from '../../env.ts';
import { allow } from '../../limits/rate-limiter.ts';
import { PROBLEMS } from '../../pages/problem.tsx';
import { hashOf } from '../../team/secret-hash.ts';
import { SIGN_IN_LIFE_MS } from '../../team/sign-in-links.ts';
import { callerOf } from '../network.ts';
import { problem } from '../respond.ts';

const WINDOW_MS = SIGN_IN_LIFE_MS;

/** Links that one network may ask for in a quarter of an hour: a large office, back from lunch. */
export const ASKS_PER_NETWORK = 40;

/** Links that one network may follow in a quarter of an hour. Nobody guesses 256 bits: this is about load. */
const PRESSES_PER_NETWORK = 120;

/** Mails that one address may get in a quarter of an hour: nobody's mailbox is filled through us. */
export const MAILS_PER_ADDRESS = 5;

/** The page for a network that is too eager; null for one that is not. */
export async function refuseNetwork(
  request: Request,
  env: Env,
  what: 'ask' | 'press',
): Promise<Response | null> {
  const perWindow = what === 'ask' ? ASKS_PER_NETWORK : PRESSES_PER_NETWORK;
  const limit = { key: `sign-in.${what}:${callerOf(request)}`, perWindow, windowMs: WINDOW_MS };
  const allowance = await allow(env.RATE_LIMITER, limit, Date.now());
  if (allowance.ok) return null;
  const response = problem(PROBLEMS.tooMany);
  const seconds = Math.max(1, Math.ceil(allowance.retryAfterMs / 1000));
  response.headers.set('Retry-After', String(seconds));
  return response;
}

/** Whether an address may be mailed once more. */
export async function mayBeMailed(env: Env, email: string): Promise<boolean> {
  const key = `sign-in.mail:${await hashOf(email)}`;
  const limit = { key, perWindow: MAILS_PER_ADDRESS, windowMs: WINDOW_MS };
  return (await allow(env.RATE_LIMITER, limit, Date.now())).ok;
}
