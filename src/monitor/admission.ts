/**
 * How the Worker introduces a watching member to a monitor. The request that reaches the object is made
 * from scratch and carries this alone: nothing a client sent can pass for an identity.
 */
export interface WatcherAdmission {
  member: string;
  /** The hash of their session: when that ends, so does the socket. */
  session: string;
  /** When the session was looked at, in ms since 1970. */
  checkedAt: number;
}

const HEADER = 'x-baton-watcher';

/** The upgrade request for the object. */
export function admitWatcher(admission: WatcherAdmission): Request {
  return new Request('https://monitor/socket', {
    headers: { upgrade: 'websocket', [HEADER]: encodeURIComponent(JSON.stringify(admission)) },
  });
}

/** What {@link admitWatcher} put in; null when the request is not one of ours. */
export function readWatcher(request: Request): WatcherAdmission | null {
  const header = request.headers.get(HEADER);
  if (header === null || request.headers.get('upgrade') !== 'websocket') return null;
  const admission: WatcherAdmission = JSON.parse(decodeURIComponent(header));
  return admission;
}
