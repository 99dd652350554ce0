/**
 * Whether a page of that origin may open a site's chat. Pure. Browsers apply no same-origin rule to
 * sockets, so the server must; clients that are no browsers send no Origin and are bound by rates.
 */
export function isOriginAllowed(
  origin: string | null,
  domains: readonly string[],
  ownHost: string,
): boolean {
  if (origin === null) return true;
  if (!URL.canParse(origin)) return false;
  const { hostname, host, protocol } = new URL(origin);
  if (protocol !== 'https:' && protocol !== 'http:') return false;
  if (host === ownHost) return true;
  return domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
}
