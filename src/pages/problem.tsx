import { BatonMark } from './mark.tsx';
import { renderPage } from './shell.tsx';

export interface Problem {
  /** The HTTP status it is served with. */
  status: number;
  title: string;
  /** What happened and what to do, in a sentence or two. */
  message: string;
  /** A way on, where there is one. `href` is one of our own paths. */
  action?: { href: string; label: string };
}

/** The page for everything that went wrong outside `/v1`. */
export function problemPage({ status, title, message, action }: Problem): string {
  return renderPage({
    title: `${title} · Baton`,
    name: 'problem',
    head: <meta name="robots" content="noindex" />,
    body: (
      <main class="card notice">
        <BatonMark />
        <p class="notice-status">{status}</p>
        <h1>{title}</h1>
        <p>{message}</p>
        {action && (
          <p>
            <a class="button" href={action.href}>
              {action.label}
            </a>
          </p>
        )}
      </main>
    ),
  });
}

/** The problems that any route may meet, in words. Spread one and add what is particular. */
export const PROBLEMS = {
  badLink: {
    status: 401,
    title: 'This link isn’t valid',
    message: 'It may have been cut short on its way. Open it once more from the mail it came in.',
  },
  forbidden: {
    status: 403,
    title: 'This page isn’t yours to open',
    message: 'If you think it should be, ask the owner of the website to let you in.',
    action: { href: '/app', label: 'Go to your websites' },
  },
  foreignForm: {
    status: 403,
    title: 'That form wasn’t ours',
    message:
      'It came from another page, or you have signed in anew since. Go back, reload the page and try again.',
    action: { href: '/app', label: 'Start afresh' },
  },
  notFound: {
    status: 404,
    title: 'There is nothing here',
    message: 'The address may have a typing mistake in it, or the page has moved on.',
  },
  tooLarge: {
    status: 413,
    title: 'That was too much at once',
    message: 'Please go back, make it shorter and try again.',
  },
  tooMany: {
    status: 429,
    title: 'That was a little fast',
    message: 'Please wait a moment, then try again.',
  },
  broken: {
    status: 500,
    title: 'Something broke on our side',
    message: 'It has been noted. Please try again in a moment.',
  },
} as const satisfies Record<string, Problem>;
