import type { Env } from '../env.ts';

/** A machine’s own addresses: what is sent there crosses no network. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a request came unencrypted although secrets travel with its like. A developer’s machine is
 * excused, and so is whoever talks to their own (https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy).
 */
export function isInTheOpen({ BATON_ENV }: Pick<Env, 'BATON_ENV'>, request: Request): boolean {
  // Nearly every request is one or the other, and an address is dear to read.
  if (BATON_ENV === 'development' || request.url.startsWith('https:')) return false;
  const { protocol, hostname } = new URL(request.url);
  return protocol === 'http:' && !LOOPBACK.has(hostname);
}

/** The same address, encrypted. */
export function encrypted(request: Request): string {
  const url = new URL(request.url);
  url.protocol = 'https:';
  return url.href;
}
