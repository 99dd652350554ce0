/** The browser's side of the socket client: what a test replaces. */
import type { Connect, Wake } from './socket-types.ts';

/** The close code a browser reports for a connection that never was. */
const NO_SOCKET = 1006;

/** Opens a real WebSocket. */
export const connect: Connect = (url, protocols, events) => {
  let socket: WebSocket | undefined;
  try {
    socket = new WebSocket(url, protocols);
    socket.addEventListener('open', () => events.opened());
    socket.addEventListener('message', ({ data }) => events.received(data));
    socket.addEventListener('close', ({ code }) => events.closed(code));
  } catch {
    // The constructor throws on a URL or subprotocol it dislikes, such as a damaged stored token.
    queueMicrotask(() => events.closed(NO_SOCKET));
  }
  return {
    send: (text) => {
      if (socket?.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: () => socket?.close(),
  };
};

/** Tells when a lost connection is worth another look at once. */
export const wake: Wake = (listener) => {
  const end = new AbortController();
  const onVisible = () => {
    if (!document.hidden) listener();
  };
  window.addEventListener('online', listener, end);
  // A page that returns from the back-forward cache has lost its sockets without being told.
  window.addEventListener('pageshow', listener, end);
  document.addEventListener('visibilitychange', onVisible, end);
  return () => end.abort();
};

/** A `ref` for a frame: 128 random bits, also where `crypto.randomUUID` is not offered (plain http). */
export function newRef(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}

/** The address of a socket on the server at `origin`. */
export function socketUrl(origin: string, path: string): string {
  return origin.replace(/^http/, 'ws') + path;
}
