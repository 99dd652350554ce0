/** Tells a webhook what happened, and D1 what became of that. */
import { logEvent } from '../log.ts';
import { assertNever } from '../protocol/assert-never.ts';
import type { Entry } from '../protocol/entry.ts';
import { type DeliveryStatus, recordDelivery } from '../site/webhook-deliveries.ts';
import { findWebhook } from '../site/webhooks.ts';
import { isHookEntry } from '../webhook/events.ts';
import { post, type Posted, theWorld } from '../webhook/post.ts';
import type { Delivery, Job } from './outbox.ts';
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
  /** Adds the job that tells D1 later. */
  keep(job: Job): void;
}

/** The receiver wants no such message any more (RFC 9110, section 15.5.11). */
const GONE = 410;

/**
 * `accepted` once the receiver has answered with a success. Address and secret are those of this moment.
 * What became of it in the end is told to D1 without fail: if not now, by a job of its own. The message is
 * not sent again for the sake of its record.
 */
export async function tellWebhook(
  env: { DB: D1Database; BATON_ENV: string },
  { conversation, job, isLast, record, entry, written, keep }: Telling,
): Promise<Delivery> {
  const { settings, origin } = record() ?? {};
  if (!settings || origin === undefined) return { is: 'erased' };
  const happened = entry(job.seq);
  if (!happened || !isHookEntry(happened)) return { is: 'moot' };
  const { hook, id, seq } = job;
  const { event } = happened;
  const { site, name } = settings;
  /** Keeps what is the last that is to be said of the delivery. */
  const keepEnd = (posted: Posted, status: DeliveryStatus) => {
    if (status !== 'retrying' && record())
      keep({ kind: 'delivery', hook, seq, id, event, posted, status, at: Date.now() });
  };
  const webhook = await findWebhook(env.DB, site, hook).catch((error: unknown) => {
    if (isLast) keepEnd({ is: 'unreached', reason: 'not_looked_up' }, 'failed');
    throw error;
  });
  if (!record()) return { is: 'erased' };
  if (!webhook) return { is: 'moot' };
  const about = { conversation, entry: happened };
  const message = { id, at: happened.at, site: { id: site, name }, origin, about };
  const posted = await post(webhook, message, theWorld(env));
  const status = statusOf(posted, isLast);
  try {
    if (!record()) return { is: 'erased' };
    const key = { id, webhook: hook, site, conversation, seq, event };
    await written(recordDelivery(env.DB, key, posted, status, Date.now()));
  } catch (error) {
    logEvent('webhook.unlogged', { conversation, reason: String(error) });
    keepEnd(posted, status);
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
