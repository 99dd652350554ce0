/** What every WebSocket upgrade of ours has in common. */
import { SUBPROTOCOL } from '../protocol/limits.ts';
import { allow } from '../limits/rate-limiter.ts';
import { refusedFor, rememberRefusal } from '../limits/refusals.ts';
import type { Env } from '../env.ts';
import { isInTheOpen } from './in-the-open.ts';
import { networkOf } from './network.ts';
import { apiError } from './respond.ts';

const WINDOW_MS = 60_000;

/** What a client offers: our protocol, and secrets of the form `name.VALUE`. */
export interface Offer {
  isOurs: boolean;
  /** The value of `name.VALUE`, if that was offered. */
  secret(name: string): string | undefined;
}

/** Reads the subprotocols of an upgrade. Tokens travel there because addresses end up in logs. */
export function readOffer(request: Request): Offer {
  const offered = (request.headers.get('Sec-WebSocket-Protocol') ?? '')
    .split(',')
    .map((protocol) => protocol.trim());
  return {
    isOurs: offered.includes(SUBPROTOCOL),
    secret: (name) =>
      offered.find((protocol) => protocol.startsWith(`${name}.`))?.slice(name.length + 1),
  };
}

/** The error for a request that is no upgrade we understand; null for one that is. */
export function refuseUpgrade(env: Env, request: Request, offer: Offer): Response | null {
  if (request.headers.get('Upgrade')?.toLowerCase() !== 'websocket') {
    const headers = { Upgrade: 'websocket' };
    return apiError(426, 'upgrade_required', 'This address speaks WebSocket.', headers);
  }
  if (!offer.isOurs) {
    return apiError(400, 'bad_subprotocol', `Offer the subprotocol ${SUBPROTOCOL}.`);
  }
  if (isInTheOpen(env, request)) {
    return apiError(403, 'insecure', 'Sockets open by wss only: what is said stays private.');
  }
  return null;
}

/** The network a request comes from. The only header believed is Cloudflare's own. */
export function callerOf(request: Request): string {
  return networkOf(request.headers.get('CF-Connecting-IP') ?? 'local');
}

/** What may be done so often a minute. */
type Act = 'open' | 'resume' | 'claim' | 'watch';

/** Limits what one network may do per minute. `who` is what the limiter knows it by. */
export async function refuseRate(
  request: Request,
  env: Env,
  act: Act,
  perMinute: number,
  who = callerOf(request),
): Promise<Response | null> {
  const known = refuseAgain(request, act);
  if (known) return known;
  const now = Date.now();
  const limit = { key: `${act}:${who}`, perWindow: perMinute, windowMs: WINDOW_MS };
  const allowance = await allow(env.RATE_LIMITER, limit, now);
  if (allowance.ok) return null;
  rememberRefusal(`${act}:${callerOf(request)}`, now + allowance.retryAfterMs);
  return tooMany(allowance.retryAfterMs);
}

/** Refuses whoever was refused before and has not waited, before anything is read for them. */
export function refuseAgain(request: Request, act: Act): Response | null {
  const retryAfterMs = refusedFor(`${act}:${callerOf(request)}`, Date.now());
  return retryAfterMs === null ? null : tooMany(retryAfterMs);
}

/** Hands the object's socket to the client. */
export function finishUpgrade(response: Response): Response {
  const { webSocket } = response;
  if (!webSocket)
    throw new Error(`A conversation refused our own introduction: ${response.status}`);
  const headers = { 'Sec-WebSocket-Protocol': SUBPROTOCOL };
  return new Response(null, { status: 101, webSocket, headers });
}

function tooMany(retryAfterMs: number): Response {
  const seconds = String(Math.max(1, Math.ceil(retryAfterMs / 1000)));
  const message = 'Too many connections from here. Please try again shortly.';
  return apiError(429, 'too_many', message, { 'Retry-After': seconds });
}
