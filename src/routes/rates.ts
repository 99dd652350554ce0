/**
 * How often sockets may be opened from one network, and how many its visitors may have open. Whoever was
 * refused and has not waited is refused again at once, before anything else is done for them: a flood is
 * mostly that.
 */
import type { Env } from '../env.ts';
import { mayEnter } from '../limits/doorkeeper.ts';
import { limitIn } from '../limits/limit-in.ts';
import { allow } from '../limits/rate-limiter.ts';
import { isAnybodyRefused, refusedFor, rememberRefusal } from '../limits/refusals.ts';
import { callerOf } from './network.ts';

const WINDOW_MS = 60_000;

/** Reconnects from one address per minute: a household's tabs, after a deploy, and not much more. */
export const RESUMES_PER_MINUTE = 600;

/** Where nothing is configured, or what is no number. */
export const OPENS_PER_MINUTE = 120;
export const SOCKETS_PER_NETWORK = 200;

/** The address of the visitors' socket, and what they offer who come back. */
const VISITORS_SOCKET = /\/v1\/sites\/[^/]+\/socket(\?|$)/;
const TOKEN = /(^|[\s,])token\./;

/** What somebody of the team may do so often a minute. */
type Act = 'claim' | 'watch';

/** Limits what one network may do per minute. */
export async function refuseRate(
  request: Request,
  env: Env,
  act: Act,
  perMinute: number,
): Promise<Response | null> {
  const key = `${act}:${callerOf(request)}`;
  const limit = { key, perWindow: perMinute, windowMs: WINDOW_MS };
  const answer = await askUnlessRefused(key, (now) => allow(env.RATE_LIMITER, limit, now));
  return answer instanceof Response ? answer : null;
}

/** Limits the sockets of one network's visitors. `network` is what its door is known by. */
export function letVisitorIn(
  request: Request,
  env: Env,
  network: string,
  isNew: boolean,
): Promise<Response | { isCounted: boolean }> {
  const perMinute = isNew ? limitIn(env.OPENS_PER_MINUTE, OPENS_PER_MINUTE) : RESUMES_PER_MINUTE;
  const atOnce = limitIn(env.SOCKETS_PER_NETWORK, SOCKETS_PER_NETWORK);
  return askUnlessRefused(visitorKey(request, isNew), (now) =>
    mayEnter(env.DOORKEEPER, network, { isNew, perMinute, atOnce }, now),
  );
}

/** Refuses a visitor who was refused before and has not waited. Costs next to nothing. */
export function refuseAtOnce(request: Request): Response | null {
  if (!isAnybodyRefused() || !VISITORS_SOCKET.test(request.url)) return null;
  const isNew = !TOKEN.test(request.headers.get('Sec-WebSocket-Protocol') ?? '');
  const retryAfterMs = refusedFor(visitorKey(request, isNew), Date.now());
  return retryAfterMs === null ? null : tooMany(retryAfterMs);
}

const visitorKey = (request: Request, isNew: boolean) =>
  `${isNew ? 'open' : 'resume'}:${callerOf(request)}`;

/** The answer, if it is yes. `key` is what a refusal is remembered by. */
async function askUnlessRefused<A extends { ok: true }>(
  key: string,
  ask: (now: number) => Promise<A | { ok: false; retryAfterMs: number }>,
): Promise<Response | A> {
  const now = Date.now();
  const known = refusedFor(key, now);
  if (known !== null) return tooMany(known);
  const answer = await ask(now);
  if (answer.ok) return answer;
  rememberRefusal(key, now + answer.retryAfterMs);
  return tooMany(answer.retryAfterMs);
}

const BODY = JSON.stringify({
  error: {
    code: 'too_many',
    message: 'Too many connections from here. Please try again shortly.',
  },
});

/** As {@link apiError} has it, ready made: a flood asks for thousands of them. */
function tooMany(retryAfterMs: number): Response {
  return new Response(BODY, {
    status: 429,
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      // A page of any website may read why, and for how long.
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'Retry-After',
      'Retry-After': String(Math.max(1, Math.ceil(retryAfterMs / 1000))),
    },
  });
}
