/** Which addresses on the web the Worker may fetch for an owner: public ones, and nothing else. Pure. */
import ipaddr from 'ipaddr.js';

/** Why an address is not fetched. */
export type Refusal = 'no_address' | 'no_web_address' | 'credentials' | 'port' | 'not_public';

export type Target = { ok: true; url: URL } | { ok: false; reason: Refusal };

/** Longest address that is looked at, in UTF-16 units. */
export const MAX_ADDRESS_CHARS = 2_000;

/** What all public IPv6 addresses begin with (RFC 4291, section 2.4; the rest is unassigned or special). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Names that are resolved, if at all, inside some network: special uses (RFC 6761, 6762, 7686, 8375,
 * 9476), the name ICANN has set aside for private use, and what routers and offices made up before that.
 */
const PRIVATE_SUFFIXES: ReadonlySet<string> = new Set(
  'localhost local internal intranet private corp home lan localdomain test invalid onion alt arpa'.split(
    ' ',
  ),
);

/**
 * Reads what somebody typed as the address of a public web page. `base` is the page that redirected
 * there. A name is judged as a name: what it resolves to is known to nobody before it is fetched.
 */
export function publicTarget(typed: string, base?: URL): Target {
  const text = typed.trim();
  if (text === '' || text.length > MAX_ADDRESS_CHARS) return refuse('no_address');
  const whole = base || /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  const url = URL.parse(whole, base);
  if (!url) return refuse('no_address');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuse('no_web_address');
  if (url.username !== '' || url.password !== '') return refuse('credentials');
  if (!isPublicHost(url.hostname)) return refuse('not_public');
  // The parser leaves out the one that the scheme implies.
  if (url.port !== '') return refuse('port');
  url.hash = '';
  return { ok: true, url };
}

/**
 * Whether a host is one of the public internet. `hostname` as the URL parser writes it: lower case,
 * IPv4 addresses in dotted decimals whatever they were written in, IPv6 ones in brackets.
 */
export function isPublicHost(hostname: string): boolean {
  if (hostname.startsWith('[')) return isPublicV6(hostname.slice(1, -1));
  if (ipaddr.IPv4.isValidFourPartDecimal(hostname)) {
    return ipaddr.IPv4.parse(hostname).range() === 'unicast';
  }
  const labels = hostname.replace(/\.$/, '').split('.');
  const last = labels.at(-1) ?? '';
  return labels.length > 1 && labels.every(Boolean) && !PRIVATE_SUFFIXES.has(last);
}

/** Addresses that carry an IPv4 one are refused: where they lead depends on the network. */
function isPublicV6(address: string): boolean {
  if (!ipaddr.IPv6.isValid(address)) return false;
  const parsed = ipaddr.IPv6.parse(address);
  return parsed.range() === 'unicast' && parsed.match(GLOBAL_UNICAST);
}

function refuse(reason: Refusal): Target {
  return { ok: false, reason };
}
