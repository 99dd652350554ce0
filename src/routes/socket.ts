/** The ways into a conversation: as its visitor, with a takeover link, or as a member of the team. */
import { Hono } from 'hono';
import { type Admission, admit } from '../conversation/admission.ts';
import type { Env } from '../env.ts';
import { isOriginAllowed } from '../site/origin.ts';
import { findSite } from '../site/sites.ts';
import { secretsOf } from '../takeover/secrets.ts';
import { sign, verify, VISIT_LIFE_MS } from '../takeover/token.ts';
import { hashOf } from '../team/secret-hash.ts';
import { visitOf } from '../team/sessions.ts';
import { memberSeat } from '../conversation/seat.ts';
import { deviceOf } from './device.ts';
import { callerOf } from './network.ts';
import { publicOrigin } from './public-origin.ts';
import { type AppContext, apiError } from './respond.ts';
import { letVisitorIn, refuseRate } from './rates.ts';
import { finishUpgrade, type Offer, readOffer, refuseUpgrade } from './upgrade.ts';

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
  const refusal = refuseUpgrade(env, request, offer);
  if (refusal) return refusal;
  const now = Date.now();
  const secrets = secretsOf(env);
  const brought = offer.secret('token');
  // Before anything is read: a made-up token costs nobody a look into D1.
  const visit = brought === undefined ? null : await verify('visit', brought, secrets, now);
  if (visit && (!visit.ok || visit.claim.site !== siteId)) return badToken();
  const settings = await findSite(env.DB, siteId);
  if (!settings) return apiError(404, 'unknown_site', 'There is no such website here.');
  const here = new URL(request.url);
  if (!isOriginAllowed(request.headers.get('Origin'), settings.domains, here.host)) {
    return apiError(403, 'foreign_origin', 'This website’s chat does not run on that page.');
  }
  // With a secret of ours in it, so that nobody can look addresses up by trying them all.
  const network = await hashOf(`${secrets[0]} ${callerOf(request)}`);
  const entrance = await letVisitorIn(request, env, network, visit === null);
  if (entrance instanceof Response) return entrance;
  const id = visit
    ? env.CONVERSATION.idFromString(visit.claim.conversation)
    : env.CONVERSATION.newUniqueId();
  const conversation = id.toString();
  const expiresAt = now + VISIT_LIFE_MS;
  const country = request.cf?.country;
  const admission: Admission = {
    side: 'visitor',
    origin: publicOrigin(env, request),
    settings,
    token: await sign({ purpose: 'visit', site: siteId, conversation, expiresAt }, secrets),
    resumes: visit !== null,
    network,
    isCounted: entrance.isCounted,
    device: deviceOf(request.headers.get('User-Agent') ?? ''),
    ...(typeof country === 'string' && { country }),
  };
  return finishUpgrade(await env.CONVERSATION.get(id).fetch(admit(admission)));
}

async function agentSocket(c: AppContext, conversation: string): Promise<Response> {
  const { env } = c;
  const request = c.req.raw;
  const offer = readOffer(request);
  const refusal = refuseUpgrade(env, request, offer);
  if (refusal) return refusal;
  if (!isOriginAllowed(request.headers.get('Origin'), [], new URL(request.url).host)) {
    return apiError(403, 'foreign_origin', 'Open the takeover link itself.');
  }
  const token = offer.secret('takeover');
  const admission =
    token === undefined
      ? await admitMember(env, request)
      : await admitLink(env, conversation, token, offer);
  if (admission instanceof Response) return admission;
  const tooFast = await refuseRate(request, env, 'claim', CLAIMS_PER_MINUTE);
  if (tooFast) return tooFast;
  const id = conversationId(env, conversation);
  if (!id) return apiError(404, 'unknown_conversation', 'There is no such conversation.');
  const answer = await env.CONVERSATION.get(id).fetch(admit(admission));
  if (answer.status === 403) {
    return apiError(403, 'forbidden', 'That conversation is of another website.');
  }
  return finishUpgrade(answer);
}

type AgentAdmission = Admission & { side: 'agent' };

/** Whoever followed a takeover link. */
async function admitLink(
  env: Env,
  conversation: string,
  token: string,
  offer: Offer,
): Promise<AgentAdmission | Response> {
  const link = await verify('takeover', token, secretsOf(env), Date.now());
  if (!link.ok || link.claim.conversation !== conversation) return badToken();
  const { escalation, site, expiresAt } = link.claim;
  const key = offer.secret('seat');
  if (key !== undefined && !SEAT_KEY.test(key)) {
    return apiError(400, 'bad_seat', 'A seat key is 16 to 64 letters, digits, - or _.');
  }
  const settings = await findSite(env.DB, site);
  if (!settings) return badToken();
  return {
    side: 'agent',
    id: key === undefined ? `link:${crypto.randomUUID()}` : `key:${await hashOf(key)}`,
    isLasting: key !== undefined,
    escalation,
    linkExpiresAt: expiresAt,
    settings,
  };
}

/** Whoever has signed in. Which websites are theirs is known here, which is this one only there. */
async function admitMember(env: Env, request: Request): Promise<AgentAdmission | Response> {
  const now = Date.now();
  const visit = await visitOf(env, request, now);
  if (!visit) {
    return apiError(401, 'unauthenticated', 'Sign in, or open a takeover link.');
  }
  const { member, memberships, session } = visit;
  return {
    side: 'agent',
    id: memberSeat(member.id),
    isLasting: true,
    escalation: null,
    member: {
      id: member.id,
      name: member.name,
      session,
      checkedAt: now,
      sites: memberships.map(({ site }) => site),
    },
  };
}

/** The object's id; null for what is none of ours. */
function conversationId(env: Env, text: string): DurableObjectId | null {
  try {
    return env.CONVERSATION.idFromString(text);
  } catch {
    return null;
  }
}

/** One answer for every way a token can be wrong: forged, expired, or somebody else's. */
function badToken(): Response {
  return apiError(401, 'unauthenticated', 'That token is not valid here.');
}
