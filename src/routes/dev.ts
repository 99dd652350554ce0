/** What exists only while developing. */
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Env } from '../env.ts';
import { readMailbox } from '../mail/dev-mailbox.ts';
import { mailboxPage } from '../pages/mailbox.tsx';
import { page } from './respond.ts';

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
    return c.json(
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
  });
