/** What the widget asks over HTTP before it opens its socket. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Env } from '../env.ts';
import { logEvent } from '../log.ts';
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
    return publicJson(c, publicSettings(settings, languagesIn(languages), { color, theme, text }));
  })
  // A browser cannot see why a socket was refused. A widget whose token is refused again and again
  // asks here whether it should forget it. The body is the token, as plain text.
  .post('/v1/sites/:site/resumable', tokenSized, async (c) => {
    const visit = await verify('visit', await c.req.text(), secretsOf(c.env), Date.now());
    return publicJson(c, { resumable: visit.ok && visit.claim.site === c.req.param('site') });
  });

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
