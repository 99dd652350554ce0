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

/** What a mail of ours is for, and where its button leads. */
export interface MailLink {
  is: 'takeover' | 'sign-in' | 'invitation';
  url: string;
}

/** What the links of our mails look like. Tokens are URL-safe; an invitation's link holds an address instead. */
const MAIL_LINKS = [
  { is: 'takeover', looks: /^https?:\/\/[^/]+\/join\/[\w.~-]+$/ },
  { is: 'sign-in', looks: /^https?:\/\/[^/]+\/app\/sign-in\/[\w-]{43}(\?next=[\w.~%+-]+)?$/ },
  { is: 'invitation', looks: /^https?:\/\/[^/]+\/app\/sign-in\?email=[\w.~%+*-]+$/ },
] as const;

/** The first link of ours in a mail's plain text, if it holds one. */
export function mailLink(text: string): MailLink | undefined {
  for (const [url] of text.matchAll(URL_IN_TEXT)) {
    const found = MAIL_LINKS.find(({ looks }) => looks.test(url));
    if (found) return { is: found.is, url };
  }
  return undefined;
}

/** The takeover link in a mail's plain text, if the mail is about one. */
export function takeoverLink(text: string): string | undefined {
  const link = mailLink(text);
  return link?.is === 'takeover' ? link.url : undefined;
}
