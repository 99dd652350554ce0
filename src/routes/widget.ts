/** What the widget asks over HTTP before it opens its socket. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Env } from '../env.ts';
import { logEvent } from '../log.ts';
import { isOriginAllowed } from '../site/origin.ts';
import { noteSighting, sightingIn } from '../site/seen.ts';
import type { SiteSettings } from '../site/settings.ts';
import { publicSettings } from '../site/settings.ts';
import { findSite } from '../site/sites.ts';
import { secretsOf } from '../takeover/secrets.ts';
import { verify } from '../takeover/token.ts';
import { type AppContext, apiError, preflight, publicJson } from './respond.ts';

const MAX_TOKEN_BYTES = 300;

/** Nobody has us read more than a token is long: anything longer is none. */
const tokenSized = bodyLimit({
  maxSize: MAX_TOKEN_BYTES,
  onError: (c: AppContext) => publicJson(c, { resumable: false }),
});

export const widgetRoutes = new Hono<{ Bindings: Env }>()
  .options('/v1/sites/:site/config', () => preflight('GET'))
  .options('/v1/sites/:site/resumable', () => preflight('POST'))
  .get('/v1/sites/:site/config', async (c) => {
    const settings = await findSite(c.env.DB, c.req.param('site'));
    if (!settings) return apiError(404, 'unknown_site', 'There is no such website here.');
    noteVisit(c, settings);
    const { languages, color, theme, text } = c.req.query();
    // What it says of the page that asks is no answer for another one.
    c.header('Vary', 'Origin');
    return publicJson(c, {
      ...publicSettings(settings, languagesIn(languages), { color, theme, text }),
      ...refusalOf(c.req.raw, settings),
    });
  })
  // A browser cannot see why a socket was refused. A widget whose token is refused again and again
  // asks here whether it should forget it. The body is the token, as plain text.
  .post('/v1/sites/:site/resumable', tokenSized, async (c) => {
    const visit = await verify('visit', await c.req.text(), secretsOf(c.env), Date.now());
    return publicJson(c, { resumable: visit.ok && visit.claim.site === c.req.param('site') });
  });

/**
 * Why the chat does not run on the page that asks. A browser cannot see why a socket was refused: the widget
 * knows it from here, says so, and opens none.
 */
function refusalOf(request: Request, { domains }: SiteSettings): { refused?: string } {
  const origin = request.headers.get('Origin');
  if (isOriginAllowed(origin, domains, new URL(request.url).host)) return {};
  const where = origin === 'null' ? 'a page without an origin, such as a sandboxed frame' : origin;
  const cause = `Baton: this chat does not run on ${where}, which is none of the website’s domains.`;
  return { refused: `${cause} Its owner lists them on the pages Install and Website.` };
}

/** A browser's list of languages is short; more of it is not looked at. */
const MAX_LANGUAGES = 12;

/** The script's own language, the page's, then the browser's, separated by commas; either of the first two may be empty. */
function languagesIn(text = ''): string[] {
  return text.split(',', MAX_LANGUAGES);
}

/** Notes where the widget runs, for the install page. The answer waits for nothing of it. */
function noteVisit(c: AppContext, settings: SiteSettings): void {
  const sighting = sightingIn(c.req.raw, settings);
  if (!sighting) return;
  c.executionCtx.waitUntil(
    noteSighting(c.env.DB, settings, sighting, Date.now()).catch((error: unknown) =>
      logEvent('sighting.lost', { reason: error instanceof Error ? error.message : 'unknown' }),
    ),
  );
}
