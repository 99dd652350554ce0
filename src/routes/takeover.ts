/** The page behind a takeover link. */
import { Hono } from 'hono';
import type { Env } from '../env.ts';
import { PROBLEMS } from '../pages/problem.tsx';
import { takeoverPage } from '../pages/takeover.tsx';
import { secretsOf } from '../takeover/secrets.ts';
import { verify } from '../takeover/token.ts';
import { encrypted, isInTheOpen } from './in-the-open.ts';
import { page, problem } from './respond.ts';

/** Serving it wakes no object and changes nothing, whoever follows the link: mail scanners do. */
export const takeoverRoutes = new Hono<{ Bindings: Env }>().get('/join/:token', async (c) => {
  if (isInTheOpen(c.env, c.req.raw)) return c.redirect(encrypted(c.req.raw), 308);
  const token = c.req.param('token');
  const link = await verify('takeover', token, secretsOf(c.env), Date.now());
  if (!link.ok) return problem(PROBLEMS.badLink);
  return page(takeoverPage({ conversation: link.claim.conversation, token }));
});
