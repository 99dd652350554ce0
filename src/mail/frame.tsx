/** What our mails look like: one card, one button, inline styles because mail readers know no others. Pure. */
import type { ComponentChildren, CSSProperties } from 'preact';
import { directionOf, type Tongue } from '../language/codes.ts';
import type { MailWords } from '../language/language.ts';
import * as en from '../language/tongues/en.ts';
import { render } from 'preact-render-to-string';

/** A mail in words, each way a reader may show it. */
export interface Words {
  subject: string;
  text: string;
  html: string;
}

/** Renders a mail's HTML as a whole document. `tongue`: the language it is in. */
export function renderMail(
  subject: string,
  card: ComponentChildren,
  tongue: Tongue = 'en',
): string {
  return `<!doctype html>${render(
    <html lang={tongue} dir={directionOf(tongue)}>
      <head>
        <meta charset="utf-8" />
        <meta name="color-scheme" content="light dark" />
        <title>{subject}</title>
      </head>
      <body style={mailStyles.body}>
        <div style={mailStyles.card}>{card}</div>
      </body>
    </html>,
  )}`;
}

/** The one thing the mail asks for. */
export function MailButton({ link, children }: { link: string; children: string }) {
  return (
    <p style={mailStyles.line}>
      <a href={link} style={mailStyles.button}>
        {children}
      </a>
    </p>
  );
}

/** The button's address once more, for those whose reader shows no buttons. */
export function MailAddress({
  link,
  words = en.mail,
}: {
  link: string;
  words?: Pick<MailWords, 'ifNoButton'>;
}) {
  return (
    <p style={mailStyles.small}>
      {words.ifNoButton}
      <br />
      <span dir="ltr">{link}</span>
    </p>
  );
}

export const mailStyles = {
  body: { margin: 0, padding: '24px 12px', background: '#f4f5f7' },
  card: {
    maxWidth: '560px',
    margin: '0 auto',
    padding: '24px',
    borderRadius: '12px',
    background: '#ffffff',
    color: '#1d2330',
    fontFamily: 'system-ui, -apple-system, Segoe UI, Roboto, sans-serif',
    fontSize: '15px',
    lineHeight: '1.5',
    overflowWrap: 'anywhere',
    // There are signs, put together of many, that no line can break.
    overflow: 'hidden',
  },
  title: { margin: '0 0 16px', fontSize: '20px', lineHeight: '1.3' },
  line: { margin: '0 0 16px' },
  button: {
    display: 'inline-block',
    padding: '12px 20px',
    borderRadius: '8px',
    background: '#1f6f5c',
    color: '#ffffff',
    fontWeight: 600,
    textDecoration: 'none',
  },
  small: { margin: 0, fontSize: '13px', color: '#5b6474', overflowWrap: 'anywhere' },
} satisfies Record<string, CSSProperties>;
