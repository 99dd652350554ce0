/** Never looked up: it only gives relative paths something to be relative to. */
const HERE = 'https://here.invalid';

/**
 * Where to go after signing in: one of the dashboard's own paths, normalised; null for anything else,
 * above all for another host however it is spelled.
 */
export function parseNext(text: string | null | undefined): string | null {
  if (!text?.startsWith('/') || text.length > 500 || !URL.canParse(text, HERE)) return null;
  const url = new URL(text, HERE);
  const isOurs = url.origin === HERE && /^\/app(\/|$)/.test(url.pathname);
  return isOurs && !url.pathname.startsWith('/app/sign-') ? url.pathname + url.search : null;
}
