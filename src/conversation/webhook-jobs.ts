/** Which webhooks are told of what was just written, as jobs. Pure. */
import type { Entry } from '../protocol/entry.ts';
import { isHookEntry, type WebhookChoice } from '../webhook/events.ts';
import type { Job } from './outbox.ts';

export type WebhookJob = Extract<Job, { kind: 'webhook' }>;

/**
 * One job for every entry and every webhook that wants to know of it.
 *
 * @param newId makes a delivery's id, which it keeps through all attempts
 */
export function webhookJobs(
  entries: readonly Entry[],
  webhooks: readonly WebhookChoice[],
  newId: () => string,
): WebhookJob[] {
  return entries
    .filter(isHookEntry)
    .flatMap(({ seq, event }) =>
      webhooks
        .filter(({ events }) => events.includes(event))
        .map(({ id }) => ({ kind: 'webhook', hook: id, seq, id: newId() })),
    );
}
