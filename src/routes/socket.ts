/** The two ways into a conversation: as its visitor, or with a takeover link. */
import { Hono } from 'hono';
import { type Admission, admit } from '../conversation/admission.ts';
import type { Env } from '../env.ts';
import { isOriginAllowed } from '../site/origin.ts';
import { findSite } from '../site/sites.ts';
import { toBase64Url } from '../takeover/base64url.ts';
import { secretsOf } from '../takeover/secrets.ts';
import { sign, verify, VISIT_LIFE_MS } from '../takeover/token.ts';
import { deviceOf } from './device.ts';
import { type AppContext, apiError } from './respond.ts';
import { finishUpgrade, readOffer, refuseRate, refuseUpgrade } from './upgrade.ts';

/** Reconnects from one address per minute: a household's tabs, after a deploy, and not much more. */
export const RESUMES_PER_MINUTE = 600;

/** Takeover links that one address may follow per minute. */
export const CLAIMS_PER_MINUTE = 240;

const SEAT_KEY = /^[\w-]{16,64}$/;

export const socketRoutes = new Hono<{ Bindings: Env }>()
  .get('/v1/sites/:site/socket', (c) => visitorSocket(c, c.req.param('site')))
  .get('/v1/conversations/:id/socket', (c) => agentSocket(c, c.req.param('id')));

async function visitorSocket(c: AppContext, siteId: string): Promise<Response> {
  const { env } = c;
  const request = c.req.raw;
  const offer = readOffer(request);
  const refusal = refuseUpgrade(request, offer);
  if (refusal) return refusal;
  const settings = await findSite(env.DB, siteId);
  if (!settings) return apiError(404, 'unknown_site', 'There is no such website here.');
  const here = new URL(request.url);
  if (!isOriginAllowed(request.headers.get('Origin'), settings.domains, here.host)) {
    return apiError(403, 'foreign_origin', 'This website’s chat does not run on that page.');
  }
  const now = Date.now();
  const secrets = secretsOf(env);
  const brought = offer.secret('token');
  let id: DurableObjectId;
  if (brought === undefined) {
    const tooFast = await refuseRate(request, env, 'open', Number(env.OPENS_PER_MINUTE));
    if (tooFast) return tooFast;
    id = env.CONVERSATION.newUniqueId();
  } else {
    const visit = await verify('visit', brought, secrets, now);
    if (!visit.ok || visit.claim.site !== siteId) return badToken();
    const tooFast = await refuseRate(request, env, 'resume', RESUMES_PER_MINUTE);
    if (tooFast) return tooFast;
    id = env.CONVERSATION.idFromString(visit.claim.conversation);
  }
  const conversation = id.toString();
  const expiresAt = now + VISIT_LIFE_MS;
  const country = request.cf?.country;
  const admission: Admission = {
    side: 'visitor',
    origin: env.PUBLIC_URL || here.origin,
    settings,
    token: await sign({ purpose: 'visit', site: siteId, conversation, expiresAt }, secrets),
    resumes: brought !== undefined,
    device: deviceOf(request.headers.get('User-Agent') ?? ''),
    ...(typeof country === 'string' && { country }),
  };
  return finishUpgrade(await env.CONVERSATION.get(id).fetch(admit(admission)));
}

async function agentSocket(c: AppContext, conversation: string): Promise<Response> {
  const { env } = c;
  const request = c.req.raw;
  const offer = readOffer(request);
  const refusal = refuseUpgrade(request, offer);
  if (refusal) return refusal;
  if (!isOriginAllowed(request.headers.get('Origin'), [], new URL(request.url).host)) {
    return apiError(403, 'foreign_origin', 'Open the takeover link itself.');
  }
  const token = offer.secret('takeover');
  if (token === undefined) return apiError(401, 'unauthenticated', 'A takeover link is needed.');
  const link = await verify('takeover', token, secretsOf(env), Date.now());
  if (!link.ok || link.claim.conversation !== conversation) return badToken();
  const tooFast = await refuseRate(request, env, 'claim', CLAIMS_PER_MINUTE);
  if (tooFast) return tooFast;
  const { escalation } = link.claim;
  const key = offer.secret('seat');
  if (key !== undefined && !SEAT_KEY.test(key)) {
    return apiError(400, 'bad_seat', 'A seat key is 16 to 64 letters, digits, - or _.');
  }
  const admission: Admission = {
    side: 'agent',
    id: key === undefined ? `link:${crypto.randomUUID()}` : `key:${await fingerprint(key)}`,
    isLasting: key !== undefined,
    escalation,
  };
  const id = env.CONVERSATION.idFromString(conversation);
  return finishUpgrade(await env.CONVERSATION.get(id).fetch(admit(admission)));
}

/** A seat key is a secret: what is stored and compared is its hash. */
async function fingerprint(key: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  return toBase64Url(hash);
}

/** One answer for every way a token can be wrong: forged, expired, or somebody else's. */
function badToken(): Response {
  return apiError(401, 'unauthenticated', 'That token is not valid here.');
}
