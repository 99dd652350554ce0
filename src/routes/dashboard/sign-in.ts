/** Signing in by an emailed link. Everything here is open to people who have not signed in. */
import { type Context, Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import {
  linkSentPage,
  pressPage,
  signInPage,
  signInPath,
  staleLinkPage,
} from '../../dashboard/sign-in.tsx';
import { textOf } from '../../dashboard/text-field.ts';
import { logEvent } from '../../log.ts';
import { parseMailbox } from '../../mail/mime.ts';
import { sendMail } from '../../mail/send.ts';
import { PROBLEMS } from '../../pages/problem.tsx';
import { parseAddress } from '../../team/address.ts';
import { whoMaySignIn } from '../../team/members.ts';
import type { Visit } from '../../team/member.ts';
import { parseNext } from '../../team/next.ts';
import { endSession, startSession, visitOf } from '../../team/sessions.ts';
import { lookAtSignIn, openSignIn, SIGN_IN_LIFE_MS, takeSignIn } from '../../team/sign-in-links.ts';
import { signInMail } from '../../team/sign-in-mail.tsx';
import { publicOrigin } from '../public-origin.ts';
import { page, problem } from '../respond.ts';
import type { DashboardBindings, DashboardContext } from './context.ts';
import { dismissFrom } from './dismiss.ts';
import { isSameOrigin } from './guard.ts';
import { giveCookie } from './session-cookie.ts';
import { mayBeMailed, refuseNetwork } from './sign-in-limits.ts';

const MINUTES = SIGN_IN_LIFE_MS / 60_000;

const STALE_STATUS = 410;

/** There is no session yet whose token a form could carry. */
const ownFormsOnly = createMiddleware<DashboardBindings>(async (c, next) => {
  if (c.req.method === 'POST' && !isSameOrigin(c.req.raw)) return problem(PROBLEMS.foreignForm);
  await next();
  // A form of a page without any referrer names no origin, and older browsers name nothing else.
  c.res.headers.set('Referrer-Policy', 'same-origin');
  return undefined;
});

export const signInRoutes = new Hono<DashboardBindings>()
  .use('/app/sign-in/*', ownFormsOnly)
  .get('/app/sign-in', async (c) => {
    const next = nextOf(c);
    if (await visitOf(c.env, c.req.raw, Date.now())) return c.redirect(next ?? '/app', 303);
    const isStillOpen = c.req.query('open') !== undefined;
    return page(signInPage({ email: c.req.query('email') ?? '', next, isStillOpen }));
  })
  .post('/app/sign-in', async (c) => {
    const form = await c.req.formData().catch(() => null);
    if (!form) return problem(PROBLEMS.foreignForm);
    const typed = textOf(form, 'email');
    const next = parseNext(textOf(form, 'next'));
    const email = parseAddress(typed);
    if (email === null) {
      const error =
        typed.trim() === ''
          ? 'Please enter your email address.'
          : 'That doesn’t look like an email address. Example: you@example.com';
      return page(signInPage({ email: typed, next, error }));
    }
    const tooFast = await refuseNetwork(c.req.raw, c.env, 'ask');
    if (tooFast) return tooFast;
    // Whatever depends on the address happens behind the answer: its words and its timing tell nothing.
    c.executionCtx.waitUntil(mailLink(c, email, next));
    return c.redirect(sentPath(email, next), 303);
  })
  .get('/app/sign-in/sent', (c) => {
    const next = nextOf(c);
    const email = parseAddress(c.req.query('email'));
    if (email === null) return c.redirect(signInPath({ next }), 303);
    const hasMailbox = c.env.BATON_ENV === 'development';
    return page(linkSentPage({ email, next, minutes: MINUTES, hasMailbox }));
  })
  // Following a link changes nothing, whoever does: mail scanners do.
  .get('/app/sign-in/:token', async (c) => {
    const member = await lookAtSignIn(c.env.DB, c.req.param('token'), Date.now());
    return member ? page(pressPage(member)) : stale(c);
  })
  .post('/app/sign-in/:token', async (c) => {
    const tooFast = await refuseNetwork(c.req.raw, c.env, 'press');
    if (tooFast) return tooFast;
    const now = Date.now();
    const member = await takeSignIn(c.env.DB, c.req.param('token'), now);
    const before = await visitOf(c.env, c.req.raw, now);
    if (member === null) {
      // A double click presses twice, and the browser shows the second answer: the first one signed in.
      return before ? c.redirect(nextOf(c) ?? '/app', 303) : stale(c);
    }
    if (before) await leave(c, before);
    giveCookie(c, await startSession(c.env.DB, member, now));
    return c.redirect(nextOf(c) ?? '/app', 303);
  });

/** Mails a link to whoever may sign in with that address; nobody, if nobody may or too many were asked for. */
async function mailLink(c: DashboardContext, email: string, next: string | null): Promise<void> {
  const { DB, OWNER_EMAIL, MAIL_FROM } = c.env;
  try {
    const now = Date.now();
    if (!(await mayBeMailed(c.env, email))) return logEvent('sign_in.limited', {});
    const member = await whoMaySignIn(DB, email, OWNER_EMAIL, now);
    if (!member) return;
    const token = await openSignIn(DB, member.id, now);
    const query = next === null ? '' : `?${new URLSearchParams({ next })}`;
    const link = `${publicOrigin(c.env, c.req.raw)}/app/sign-in/${token}${query}`;
    const words = signInMail({ name: member.name, link, minutes: MINUTES });
    const id = `sign-in.${crypto.randomUUID()}`;
    const from = parseMailbox(MAIL_FROM);
    await sendMail(c.env, { ...words, from, to: member.email, id, thread: id });
    logEvent('sign_in.mailed', { member: member.id });
  } catch (error) {
    logEvent('sign_in.mail_failed', { error: String(error) });
  }
}

/** One browser is one person: whoever was signed in here before no longer is. */
async function leave(c: DashboardContext, { member, memberships, session }: Visit): Promise<void> {
  await endSession(c.env.DB, session);
  const sites = memberships.map(({ site }) => site);
  await dismissFrom(c.env, sites, { member: member.id, session, isRemoved: false });
}

function stale(c: DashboardContext): Response {
  return page(staleLinkPage({ next: nextOf(c) }), STALE_STATUS);
}

function sentPath(email: string, next: string | null): string {
  const query = new URLSearchParams({ email, ...(next !== null && { next }) });
  return `/app/sign-in/sent?${query}`;
}

function nextOf(c: Context): string | null {
  return parseNext(c.req.query('next'));
}
