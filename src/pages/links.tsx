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
    if (!URL.canParse(url)) continue;
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

/**
 * The lines of our mails that hold a link. A takeover link is the second paragraph, in whatever language the
 * mail is. What others wrote is quoted in mails, so none of its lines begins as one of ours. Tokens are
 * URL-safe; an invitation's link holds an address instead.
 */
const MAIL_LINKS = [
  { is: 'takeover', line: /^[^\n]+\n\n[^\n]+: (https?:\/\/[^/\s]+\/join\/[\w.~-]+)(?:\n|$)/ },
  {
    is: 'sign-in',
    line: /^Sign in: (https?:\/\/[^/\s]+\/app\/sign-in\/[\w-]{43}(?:\?next=[\w.~%+-]+)?)$/m,
  },
  {
    is: 'invitation',
    line: /^Open your dashboard: (https?:\/\/[^/\s]+\/app\/sign-in\?email=[\w.~%+*-]+)$/m,
  },
] as const;

/** The link of ours in a mail's plain text, if it holds one. */
export function mailLink(text: string): MailLink | undefined {
  for (const { is, line } of MAIL_LINKS) {
    const url = line.exec(text)?.[1];
    if (url !== undefined) return { is, url };
  }
  return undefined;
}

/** The takeover link in a mail's plain text, if the mail is about one. */
export function takeoverLink(text: string): string | undefined {
  const link = mailLink(text);
  return link?.is === 'takeover' ? link.url : undefined;
}
