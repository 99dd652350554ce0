/** The dashboard, loaded when somebody opens it: a visitor's chat never pays for it. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { PROBLEMS } from '../../pages/problem.tsx';
import { problem, withoutSlash } from '../respond.ts';
import { accountRoutes } from './account.ts';
import { assistantRoutes } from './assistant.ts';
import type { DashboardBindings } from './context.ts';
import { escalationRoutes } from './escalation.ts';
import { isSafe, requireMember } from './guard.ts';
import { historyRoutes } from './history.ts';
import { installRoutes } from './install.ts';
import { knowledgeRoutes } from './knowledge.ts';
import { liveRoutes } from './live.ts';
import { overviewRoutes } from './overview.ts';
import { isSecure } from './respond.ts';
import { signInRoutes } from './sign-in.ts';
import { teamRoutes } from './team.ts';
import { webhookRoutes } from './webhooks.ts';
import { websiteRoutes } from './websites.ts';

/** The largest form: an article of a hundred thousand characters, each as three escaped bytes. */
const MAX_FORM_BYTES = 1_000_000;

/** The largest form of somebody who has not signed in: an address, and where to go on to. */
const MAX_SIGN_IN_BYTES = 10_000;

const HSTS = `max-age=${365 * 24 * 60 * 60}`;

/** Sessions, and the links that start them, travel encrypted; and nothing of the dashboard stays in a cache. */
const inPrivate = createMiddleware<DashboardBindings>(async (c, next) => {
  if (!isSecure(c) && c.env.BATON_ENV !== 'development') {
    const url = new URL(c.req.url);
    url.protocol = 'https:';
    return isSafe(c.req.method) ? c.redirect(url.href, 308) : problem(PROBLEMS.foreignForm);
  }
  await next();
  c.res.headers.set('Cache-Control', 'no-store');
  c.res.headers.set('X-Content-Type-Options', 'nosniff');
  if (isSecure(c)) c.res.headers.set('Strict-Transport-Security', HSTS);
  return undefined;
});

/** Every page has one address, and is asked for there. */
const atOneAddress = createMiddleware<DashboardBindings>(async (c, next) => {
  const meant = withoutSlash(c.req.raw);
  if (meant !== null) return c.redirect(meant, 308);
  await next();
  return undefined;
});

/** Refuses a larger body by what it says of itself, or as soon as that much of it has come. */
function noMoreThan(maxSize: number) {
  return bodyLimit({ maxSize, onError: () => problem(PROBLEMS.tooLarge) });
}

export const dashboard = new Hono<DashboardBindings>()
  .use('/app/*', inPrivate)
  .use('/app/*', atOneAddress)
  .use('/app/sign-in/*', noMoreThan(MAX_SIGN_IN_BYTES))
  .use('/app/*', noMoreThan(MAX_FORM_BYTES))
  // Everything of it is for people who have not signed in yet.
  .route('/', signInRoutes)
  .use('/app', requireMember)
  .use('/app/*', requireMember)
  .route('/', accountRoutes)
  .route('/', websiteRoutes)
  .route('/', liveRoutes)
  .route('/', historyRoutes)
  .route('/', overviewRoutes)
  .route('/', escalationRoutes)
  .route('/', assistantRoutes)
  .route('/', knowledgeRoutes)
  .route('/', installRoutes)
  .route('/', teamRoutes)
  .route('/', webhookRoutes)
  .notFound(() => problem(PROBLEMS.notFound))
  // There is one place where errors are given their shape: app.ts.
  .onError((error) => {
    throw error;
  });
