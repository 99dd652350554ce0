/** The way of a signed-in member to the live view of their website. */
import { Hono } from 'hono';
import type { Env } from '../env.ts';
import { admitWatcher } from '../monitor/admission.ts';
import { monitorOf } from '../monitor/monitor-of.ts';
import { isOriginAllowed } from '../site/origin.ts';
import { findSite } from '../site/sites.ts';
import { visitOf } from '../team/sessions.ts';
import { refuseRate } from './rates.ts';
import { type AppContext, apiError } from './respond.ts';
import { finishUpgrade, readOffer, refuseUpgrade } from './upgrade.ts';

/** Live views that one address may open per minute: an office after a deploy. */
export const WATCHES_PER_MINUTE = 240;

export const monitorRoutes = new Hono<{ Bindings: Env }>().get('/v1/sites/:site/monitor', (c) =>
  monitorSocket(c, c.req.param('site')),
);

async function monitorSocket(c: AppContext, site: string): Promise<Response> {
  const { env } = c;
  const request = c.req.raw;
  const refusal = refuseUpgrade(env, request, readOffer(request));
  if (refusal) return refusal;
  const checkedAt = Date.now();
  const visit = await visitOf(env, request, checkedAt);
  if (!visit) return apiError(401, 'unauthenticated', 'Please sign in first.');
  // The cookie comes along whatever page opens a socket, so the page has to be one of ours.
  if (!isOriginAllowed(request.headers.get('Origin'), [], new URL(request.url).host)) {
    return apiError(403, 'foreign_origin', 'The live view opens from the dashboard only.');
  }
  if (!visit.memberships.some((membership) => membership.site === site)) {
    return (await findSite(env.DB, site))
      ? apiError(403, 'not_a_member', 'This website isn’t yours to watch.')
      : apiError(404, 'unknown_site', 'There is no such website here.');
  }
  const tooFast = await refuseRate(request, env, 'watch', WATCHES_PER_MINUTE);
  if (tooFast) return tooFast;
  const { member, session } = visit;
  const admission = admitWatcher({ member: member.id, session, checkedAt });
  return finishUpgrade(await monitorOf(env, site).fetch(admission));
}
