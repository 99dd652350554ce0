/** What becomes of a takeover mail, as a job that tells the owner. Pure. */
import type { Millis } from '../protocol/entry.ts';
import type { End, Job } from './outbox.ts';
import type { ConversationRecord } from './record.ts';

/** The job that records how a takeover mail ended. */
export function notificationOf(
  escalation: number,
  end: End,
  { settings }: ConversationRecord,
  now: Millis,
): Job {
  const reason = end.accepted ? end.remark : end.reason;
  return {
    kind: 'notification',
    escalation,
    at: now,
    status: end.accepted ? 'sent' : 'failed',
    address: end.to ?? settings.escalation.address,
    ...(reason !== undefined && { reason }),
  };
}
