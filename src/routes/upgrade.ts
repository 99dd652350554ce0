/** What every WebSocket upgrade of ours has in common. */
import { SUBPROTOCOL } from '../protocol/limits.ts';
import type { Env } from '../env.ts';
import { isInTheOpen } from './in-the-open.ts';
import { apiError } from './respond.ts';

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

/** Hands the object's socket to the client. */
export function finishUpgrade(response: Response): Response {
  const { webSocket } = response;
  if (!webSocket)
    throw new Error(`A conversation refused our own introduction: ${response.status}`);
  const headers = { 'Sec-WebSocket-Protocol': SUBPROTOCOL };
  return new Response(null, { status: 101, webSocket, headers });
}
