/** What an owner has sent to a webhook by hand: a test, or once more what failed. */
import type { Flash } from '../../dashboard/layout.tsx';
import { answerWords } from '../../dashboard/webhook-words.ts';
import { allow } from '../../limits/rate-limiter.ts';
import { logEvent } from '../../log.ts';
import { assertNever } from '../../protocol/assert-never.ts';
import {
  findDelivery,
  recordDelivery,
  type WebhookDelivery,
} from '../../site/webhook-deliveries.ts';
import type { Webhook } from '../../site/webhooks.ts';
import { post, theWorld } from '../../webhook/post.ts';
import { publicOrigin } from '../public-origin.ts';
import type { DashboardContext } from './context.ts';

const MINUTE_MS = 60_000;

/** Messages that a member may have sent by hand in a minute. */
export const SENDINGS_PER_MINUTE = 10;

const TOO_FAST: Flash = {
  is: 'failed',
  text: 'That was a little fast. Please wait a minute, then try again.',
};

/** Posts a `ping`, once, and says how that went. */
export async function sendTest(c: DashboardContext, webhook: Webhook): Promise<Flash> {
  if (!(await isAllowed(c))) return TOO_FAST;
  const { site, name } = c.get('settings');
  const now = Date.now();
  const id = crypto.randomUUID();
  const origin = publicOrigin(c.env, c.req.raw);
  const message = { id, at: now, site: { id: site, name }, origin, about: null };
  const posted = await post(webhook, message, theWorld(c.env));
  const isDelivered = posted.is === 'delivered';
  const key = {
    id,
    webhook: webhook.id,
    site,
    conversation: null,
    seq: null,
    event: 'ping',
  } as const;
  await recordDelivery(c.env.DB, key, posted, isDelivered ? 'delivered' : 'failed', Date.now());
  const words =
    posted.is === 'unreached'
      ? answerWords({ code: null, reason: posted.reason })
      : answerWords({ code: posted.code, reason: null });
  return isDelivered
    ? { is: 'done', text: `The test was delivered. ${words}` }
    : { is: 'failed', text: `The test was not delivered. ${words}` };
}

/** Has a conversation send once more what failed, under the same id. */
export async function sendAgain(c: DashboardContext, id: string): Promise<Flash> {
  if (!(await isAllowed(c))) return TOO_FAST;
  const { site } = c.get('site');
  const known = await findDelivery(c.env.DB, site, id);
  if (!known || known.conversation === null || known.seq === null) {
    return { is: 'failed', text: 'There is no such delivery any more.' };
  }
  if (known.status === 'delivered') return { is: 'done', text: 'It has been delivered meanwhile.' };
  const { conversation, seq, webhook: hook } = known;
  try {
    const { CONVERSATION } = c.env;
    const stub = CONVERSATION.get(CONVERSATION.idFromString(conversation));
    const answer = await stub.deliverAgain({ hook, seq, id });
    switch (answer) {
      case 'again':
        return await outcomeOf(c, known);
      case 'gone':
        return { is: 'failed', text: 'This conversation is no more, so nothing was sent.' };
      default:
        return assertNever(answer);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    logEvent('webhook.retry_failed', { site, conversation, reason });
    return {
      is: 'failed',
      text: 'This conversation couldn’t be reached just now. Please try again.',
    };
  }
}

/** How long a form waits for what it had sent once more, and how often it looks. */
const PATIENCE_MS = 2_000;
const LOOK_EVERY_MS = 100;

async function outcomeOf(c: DashboardContext, before: WebhookDelivery): Promise<Flash> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_EVERY_MS) {
    await scheduler.wait(LOOK_EVERY_MS);
    const now = await findDelivery(c.env.DB, before.site, before.id);
    if (!now || now.attempts === before.attempts) continue;
    return now.status === 'delivered'
      ? { is: 'done', text: 'Delivered.' }
      : { is: 'failed', text: `Not delivered. ${answerWords(now)}` };
  }
  const text = 'It is being sent again. Reload the page in a moment to see how it went.';
  return { is: 'done', text };
}

/** Nobody has somebody else’s server flooded, and nobody uses up a colleague’s share. */
async function isAllowed(c: DashboardContext): Promise<boolean> {
  const key = `webhook:${c.get('visit').member.id}`;
  const limit = { key, perWindow: SENDINGS_PER_MINUTE, windowMs: MINUTE_MS };
  return (await allow(c.env.RATE_LIMITER, limit, Date.now())).ok;
}
