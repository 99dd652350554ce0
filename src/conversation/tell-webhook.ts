/** Tells a webhook what happened, and D1 what became of that. */
import { logEvent } from '../log.ts';
import { assertNever } from '../protocol/assert-never.ts';
import type { Entry } from '../protocol/entry.ts';
import { type DeliveryStatus, recordDelivery } from '../site/webhook-deliveries.ts';
import { findWebhook } from '../site/webhooks.ts';
import { isHookEntry } from '../webhook/events.ts';
import { post, type Posted, theWorld } from '../webhook/post.ts';
import type { Delivery } from './outbox.ts';
import type { ConversationRecord } from './record.ts';
import type { WebhookJob } from './webhook-jobs.ts';

interface Telling {
  conversation: string;
  job: WebhookJob;
  /** Whether there will be no other attempt after this one. */
  isLast: boolean;
  /** The conversation as it is when it is asked for; undefined once it has erased itself. */
  record(): ConversationRecord | undefined;
  entry(seq: number): Entry | undefined;
  /** Waits for a write to D1 that an erasure has to wait for. */
  written(write: Promise<unknown>): Promise<void>;
}

/** The receiver wants no such message any more (RFC 9110, section 15.5.11). */
const GONE = 410;

/** `accepted` once the receiver has answered with a success. Address and secret are those of this moment. */
export async function tellWebhook(
  env: { DB: D1Database; BATON_ENV: string },
  { conversation, job, isLast, record, entry, written }: Telling,
): Promise<Delivery> {
  const { settings, origin } = record() ?? {};
  if (!settings || origin === undefined) return { is: 'erased' };
  const { site, name } = settings;
  const webhook = await findWebhook(env.DB, site, job.hook);
  if (!record()) return { is: 'erased' };
  const happened = entry(job.seq);
  if (!webhook || !happened || !isHookEntry(happened)) return { is: 'moot' };
  const { id, seq } = job;
  const about = { conversation, entry: happened };
  const message = { id, at: happened.at, site: { id: site, name }, origin, about };
  const posted = await post(webhook, message, theWorld(env));
  const key = { id, webhook: job.hook, site, conversation, seq, event: happened.event };
  try {
    if (!record()) return { is: 'erased' };
    await written(recordDelivery(env.DB, key, posted, statusOf(posted, isLast), Date.now()));
  } catch (error) {
    // The log is for reading. What was delivered is not sent again for its sake.
    logEvent('webhook.unlogged', { conversation, reason: String(error) });
  }
  return deliveryOf(posted);
}

function statusOf(posted: Posted, isLast: boolean): DeliveryStatus {
  const delivery = deliveryOf(posted).is;
  if (delivery === 'accepted') return 'delivered';
  return isLast || delivery === 'impossible' ? 'failed' : 'retrying';
}

function deliveryOf(posted: Posted): Delivery {
  switch (posted.is) {
    case 'delivered':
      return { is: 'accepted' };
    case 'refused': {
      const reason = `status ${posted.code}`;
      return { is: posted.code === GONE ? 'impossible' : 'failed', reason };
    }
    case 'unreached':
      return { is: 'failed', reason: posted.reason };
    default:
      return assertNever(posted);
  }
}
