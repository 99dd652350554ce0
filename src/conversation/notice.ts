/** What becomes of a mail to the team, as a job that tells the owner. Pure. */
import type { Millis } from '../protocol/entry.ts';
import type { End, Job } from './outbox.ts';
import type { ConversationRecord } from './record.ts';
import type { TeamMailJob } from './team-mail-job.ts';

/** The job that records how a mail ended. */
export function noticeOf(
  mail: TeamMailJob,
  end: End,
  { settings }: ConversationRecord,
  now: Millis,
): Job {
  const reason = end.accepted ? end.remark : end.reason;
  return {
    kind: 'notice',
    mail,
    at: now,
    status: end.accepted ? 'sent' : 'failed',
    address: end.to ?? settings.escalation.address,
    ...(reason !== undefined && { reason }),
  };
}
