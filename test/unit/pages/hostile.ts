/** What a visitor might type to be read as something other than text. */
export const HOSTILE = `</title></script><script>alert(1)</script><img src=x onerror="alert(2)">'"&\r\nBcc: x@y`;

/** Tags that only {@link HOSTILE} would have brought in. */
export function breakouts(html: string): string[] {
  return html.match(/<(script>|img|\/title><\/script)/g) ?? [];
}

/** Whatever a policy without `unsafe-inline` refuses: scripts, styles and handlers in the page. */
export function inlined(html: string): string[] {
  const scripts = [...html.matchAll(/<script\b([^>]*)>([^<]*)/g)].filter(
    ([, attributes = '', body]) => body !== '' || !/\bsrc="\//.test(attributes),
  );
  const styles = html.match(/<style\b|<[^>]*\sstyle=/g) ?? [];
  const handlers = html.match(/<[a-z][^<>]*\son[a-z]+=/g) ?? [];
  return [...scripts.map(([script]) => script), ...styles, ...handlers];
}
