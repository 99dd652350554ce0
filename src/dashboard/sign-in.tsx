/** The pages before the dashboard: asking for a sign-in link, and following one. */
import type { ComponentChildren } from 'preact';
import { BatonMark } from '../pages/mark.tsx';
import { PAGES_CSS, renderPage } from '../pages/shell.tsx';
import { Field, Form } from './form.tsx';
import { DASHBOARD_CSS, ONCE_JS } from './layout.tsx';

/** Where one asks for a link, with what is known already. */
export function signInPath(known: { next?: string | null; email?: string } = {}): string {
  const query = new URLSearchParams();
  if (known.email) query.set('email', known.email);
  if (known.next) query.set('next', known.next);
  return query.size === 0 ? '/app/sign-in' : `/app/sign-in?${query}`;
}

/** Where somebody lands who signed out while what they have open elsewhere could not be closed. */
export const STILL_OPEN_PATH = '/app/sign-in?open';

export interface AskForLink {
  /** As it was typed, or as an invitation knows it. */
  email: string;
  /** Where to go once signed in: one of our own paths. */
  next: string | null;
  error?: string;
  /** They have just signed out, and chats of theirs are still open. */
  isStillOpen?: boolean;
}

/** Where a member asks for a link. */
export function signInPage({ email, next, error, isStillOpen = false }: AskForLink): string {
  return door(
    'Sign in',
    <>
      <h1>Sign in to Baton</h1>
      {isStillOpen && (
        <p role="status">
          You’re signed out. Chats you have open elsewhere couldn’t be closed just now. They close
          within a few minutes.
        </p>
      )}
      <p>No password needed. We’ll email you a link.</p>
      <Form action="/app/sign-in">
        {next !== null && <input type="hidden" name="next" value={next} />}
        <Field
          name="email"
          label="Email"
          value={email}
          error={error}
          input={{
            type: 'email',
            autoComplete: 'email',
            placeholder: 'you@example.com',
            required: true,
            autofocus: email === '',
            maxLength: 254,
          }}
        />
        <button type="submit" class="primary">
          Email me a sign-in link
        </button>
      </Form>
    </>,
  );
}

export interface LinkSent {
  email: string;
  next: string | null;
  minutes: number;
  /** Whether this server shows its mails itself. */
  hasMailbox: boolean;
}

/** The same for every address: who is a member here is nobody’s business. */
export function linkSentPage({ email, next, minutes, hasMailbox }: LinkSent): string {
  return door(
    'Check your mail',
    <>
      <h1>Check your mail</h1>
      <p>
        If <strong>{email}</strong> belongs to a team member, a sign-in link is on its way. It works
        for {minutes} minutes.
      </p>
      {hasMailbox && (
        <p>
          <a class="button" href="/dev/mailbox">
            Open the mailbox
          </a>
        </p>
      )}
      <p class="door-foot">
        Nothing there? Look among the unwanted mail, or{' '}
        <a href={signInPath({ email, next })}>try again</a>.
      </p>
    </>,
  );
}

/** What a link opens: one button, because mail scanners follow links and press nothing. */
export function pressPage({ email }: { email: string }): string {
  return door(
    'Sign in',
    <>
      <h1>Welcome to Baton</h1>
      <p>
        You are signing in as <strong>{email}</strong>.
      </p>
      <Form>
        <button type="submit" class="primary" autofocus>
          Sign in
        </button>
      </Form>
    </>,
  );
}

/** What a link opens that is used, expired or made up. */
export function staleLinkPage({ next }: { next: string | null }): string {
  return door(
    'Link expired',
    <>
      <h1>This link no longer works</h1>
      <p>A sign-in link works once, and only for a few minutes. A new one takes a moment.</p>
      <p>
        <a class="button" href={signInPath({ next })}>
          Get a new link
        </a>
      </p>
    </>,
  );
}

function door(title: string, body: ComponentChildren): string {
  return renderPage({
    title: `${title} · Baton`,
    name: 'door',
    styles: [PAGES_CSS, DASHBOARD_CSS],
    modules: [ONCE_JS],
    head: <meta name="robots" content="noindex" />,
    body: (
      <main class="card notice">
        <BatonMark />
        {body}
      </main>
    ),
  });
}
