/** The hosts a website's widget may run on, as its owner types or pastes them. Pure. */
import { quoted } from './quoted.ts';

/** The most domains one website may have. */
export const MAX_DOMAINS = 20;

/** The longest host name there is, by RFC 1035. */
export const MAX_HOST_CHARS = 253;

/** What a name is made of once the URL parser has put it into ASCII. */
const HOST_NAME =
  /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const BARE_IPV6 = /^[0-9a-f:]*:[0-9a-f:.]*:[0-9a-f:.]*$/i;

/**
 * Reads one host: a name, an IP address or `localhost`, in lower case and ASCII. Of a pasted web
 * address, scheme, port and path are left out, and `*.` before a name, which means what the name alone
 * means here. Null for anything else, above all for a bare top level such as `com`.
 */
export function readHost(text: string): string | null {
  const typed = text.trim();
  const rest = typed.replace(SCHEME, '').replace(/^\/\//, '');
  if (SCHEME.test(typed) && !/^https?:/i.test(typed)) return null;
  const url = `https://${BARE_IPV6.test(rest) ? `[${rest}]` : rest.replace(/^\*\./, '')}`;
  if (!URL.canParse(url)) return null;
  const { hostname, username, password } = new URL(url);
  // An email address is no domain, though it looks like one with somebody's name before it.
  if (username !== '' || password !== '') return null;
  if (hostname.startsWith('[')) return hostname;
  const name = hostname.replace(/\.$/, '');
  if (name.length > MAX_HOST_CHARS || !HOST_NAME.test(name)) return null;
  return name === 'localhost' || name.includes('.') ? name : null;
}

export type Domains = { ok: true; domains: string[] } | { ok: false; error: string };

/** Reads a list of hosts, on lines of their own or with commas or spaces between them. */
export function readDomains(text: string): Domains {
  const typed = text.split(/[\s,;]+/).filter(Boolean);
  const read = typed.map(readHost);
  const wrong = typed.filter((_, at) => read[at] === null);
  if (wrong.length > 0) return { ok: false, error: wrongWords(wrong) };
  const domains = [...new Set(read.filter((host) => host !== null))];
  if (domains.length === 0) {
    return { ok: false, error: 'Enter the domain of your website, such as shop.example.' };
  }
  if (domains.length > MAX_DOMAINS) {
    return {
      ok: false,
      error: `A website can have ${MAX_DOMAINS} domains, these are ${domains.length}.`,
    };
  }
  return { ok: true, domains };
}

/** How many wrong entries a message names. */
const NAMED = 3;

function wrongWords(wrong: readonly string[]): string {
  const named = wrong.slice(0, NAMED).map(quoted);
  const more = wrong.length > NAMED ? ` and ${wrong.length - NAMED} more` : '';
  const verb = wrong.length === 1 ? 'is not a domain' : 'are not domains';
  return `${named.join(', ')}${more} ${verb}. A domain looks like shop.example.`;
}
