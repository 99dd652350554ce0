import type { ReceivedMail } from '../mail/dev-mailbox.ts';
import { mailLink, type MailLink, withLinks } from './links.tsx';
import { BatonMark } from './mark.tsx';
import { renderPage } from './shell.tsx';

/** The mails this development server has sent. `mails` come newest first; that one stands open. */
export function mailboxPage(mails: readonly ReceivedMail[]): string {
  return renderPage({
    title: 'Mailbox · Baton',
    name: 'mailbox',
    modules: ['/baton/mailbox.js'],
    head: <meta name="robots" content="noindex" />,
    body: (
      <>
        <header class="bar">
          <BatonMark />
          <h1>Mailbox</h1>
          <p class="bar-note">
            Mails stay on this machine while you develop. New ones appear here.
          </p>
          <a class="bar-link" href="/demo">
            Demo shop
          </a>
          <a class="bar-link" href="/app">
            Dashboard
          </a>
        </header>
        <main id="mails" class="mails" aria-live="polite">
          {mails.length === 0 ? (
            <Empty />
          ) : (
            mails.map((mail, index) => <MailView key={mail.id} mail={mail} open={index === 0} />)
          )}
        </main>
      </>
    ),
  });
}

function Empty() {
  return (
    <section class="card empty">
      <svg class="empty-art" viewBox="0 0 96 72" aria-hidden="true">
        <rect x="4" y="8" width="88" height="56" rx="10" />
        <path d="M8 16 48 44 88 16" />
      </svg>
      <h2>No mail yet</h2>
      <p>
        Open the <a href="/demo">demo shop</a>, ask the assistant for a person and say yes. The mail
        to the team lands here, and so do <a href="/app/sign-in">sign-in links</a>.
      </p>
    </section>
  );
}

const OPEN = {
  takeover: 'Open takeover link',
  'sign-in': 'Open sign-in link',
  invitation: 'Open invitation',
} satisfies Record<MailLink['is'], string>;

function MailView({ mail, open }: { mail: ReceivedMail; open: boolean }) {
  const link = mailLink(mail.text);
  return (
    <article class="card mail" data-mail={mail.id}>
      <details open={open}>
        <summary>
          <span class="mail-subject">{mail.subject}</span>
          <time dateTime={new Date(mail.at).toISOString()}>{utc(mail.at)}</time>
          <span class="mail-route">
            {mail.from} → {mail.to}
          </span>
        </summary>
        <dl class="mail-head">
          <dt>From</dt>
          <dd>{mail.from}</dd>
          <dt>To</dt>
          <dd>{mail.to}</dd>
        </dl>
        {link !== undefined && (
          <p class="mail-action">
            <a class="button" href={link.url} target="_blank" rel="noreferrer">
              {OPEN[link.is]}
            </a>
          </p>
        )}
        {mail.html !== '' && (
          // No scripts in there, so the same origin is harmless: it lets ours measure its height.
          <iframe
            class="mail-html"
            title="The mail as its reader sees it"
            sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
            srcdoc={`<base target="_blank">${mail.html}`}
          />
        )}
        <details class="mail-part">
          <summary>Plain text</summary>
          <div class="mail-text">{withLinks(mail.text)}</div>
        </details>
        <details class="mail-part">
          <summary>Source</summary>
          <pre class="mail-source">{mail.raw}</pre>
        </details>
      </details>
    </article>
  );
}

/** To the second and in UTC; the page's script puts the reader's own zone in its place. */
function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
