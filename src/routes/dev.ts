/** What exists only while developing. */
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Env } from '../env.ts';
import { readMailbox } from '../mail/dev-mailbox.ts';
import { mailboxPage } from '../pages/mailbox.tsx';
import { parseAddress } from '../team/address.ts';
import { whoMaySignIn } from '../team/members.ts';
import { openSignIn } from '../team/sign-in-links.ts';
import { publicOrigin } from './public-origin.ts';
import { apiError, page, plainJson } from './respond.ts';

const inDevelopment = createMiddleware<{ Bindings: Env }>(async (c, next) => {
  if (c.env.BATON_ENV !== 'development') return c.notFound();
  await next();
  return undefined;
});

export const devRoutes = new Hono<{ Bindings: Env }>()
  .use('/dev/*', inDevelopment)
  // The mail's own HTML is shown in a frame, and mails carry their styles inline.
  .get('/dev/mailbox', async (c) =>
    page(mailboxPage(await readMailbox(c.env.DB)), 200, { 'style-src': "'self' 'unsafe-inline'" }),
  )
  .get('/dev/mailbox.json', async (c) => {
    const mails = await readMailbox(c.env.DB);
    return plainJson(
      mails.map(({ at, from, to, subject, text, html, raw }) => ({
        at,
        from,
        to,
        subject,
        text,
        html,
        raw,
      })),
    );
  })
  // Whoever runs this server reads its mailbox too: a link for the asking gives nothing away.
  .post('/dev/sign-in', async (c) => {
    const { DB, OWNER_EMAIL } = c.env;
    const now = Date.now();
    const email = parseAddress(c.req.query('email') ?? OWNER_EMAIL);
    const member = email === null ? null : await whoMaySignIn(DB, email, OWNER_EMAIL, now);
    if (!member) return apiError(404, 'unknown_member', 'Nobody signs in with that address.');
    const token = await openSignIn(DB, member.id, now);
    return plainJson({ url: `${publicOrigin(c.env, c.req.raw)}/app/sign-in/${token}` });
  });
