import type { ComponentChildren } from 'preact';

/** Only the web: a mail that names another scheme keeps it as text. */
const URL_IN_TEXT = /https?:\/\/[^\s<>"'`]+/g;

/** Punctuation that ends a sentence rather than an address. */
const TRAILING = /[.,;:!?)\]}]+$/;

/** The text with its web addresses made clickable. Everything else stays as it was, to the letter. */
export function withLinks(text: string): ComponentChildren[] {
  const parts: ComponentChildren[] = [];
  let end = 0;
  for (const match of text.matchAll(URL_IN_TEXT)) {
    const url = match[0].replace(TRAILING, '');
    parts.push(
      text.slice(end, match.index),
      <a key={match.index} href={url} rel="noreferrer">
        {url}
      </a>,
    );
    end = match.index + url.length;
  }
  return [...parts, text.slice(end)];
}

/** The first takeover link in a mail's plain text, if it holds one. */
export function takeoverLink(text: string): string | undefined {
  for (const [url] of text.matchAll(URL_IN_TEXT)) {
    if (/^https?:\/\/[^/]+\/join\/[\w.~-]+$/.test(url)) return url;
  }
  return undefined;
}
