/** The jobs that mail the team, and what their ends mean to the conversation. Pure. */
import { assertNever } from '../protocol/assert-never.ts';
import type { MailKey } from '../site/team-mails.ts';
import type { Escalation, Input } from './escalation-state.ts';
import type { Job } from './outbox.ts';

/** Which of a conversation's mails. */
export type TeamMailJob = Omit<MailKey, 'conversation'>;

/** A job that sends one. */
export type MailJob = Extract<Job, { kind: `${string}_mail` }>;

/** The mail that such a job sends. */
export function mailIn(job: MailJob): TeamMailJob {
  switch (job.kind) {
    case 'takeover_mail':
      return { kind: 'call', number: job.escalation };
    case 'reminder_mail':
      return { kind: 'reminder', number: job.escalation };
    case 'contact_mail':
      return { kind: 'contact', number: job.contact };
    default:
      return assertNever(job);
  }
}

export function isMailJob(job: Job): job is MailJob {
  return (
    job.kind === 'takeover_mail' || job.kind === 'reminder_mail' || job.kind === 'contact_mail'
  );
}

/** The mail that a job sends; null for a job that sends none. */
export function mailOf(job: Job): TeamMailJob | null {
  return isMailJob(job) ? mailIn(job) : null;
}

/**
 * Whether there is reason to send it: a call and its reminder are for somebody who waits, an address is
 * told that the team does not have yet.
 *
 * @param isRest whether some of the team have it already, and it is for the others
 */
export function isMailWanted(
  state: Escalation,
  { kind, number }: TeamMailJob,
  isRest = false,
): boolean {
  // Of several addresses the last one counts, and every mail tells that one.
  if (kind === 'contact')
    return state.enabled && number === state.contacts && (isRest || number > state.passedOn);
  return state.phase === 'waiting' && state.escalation === number;
}

/** The job that sends a mail. */
export function jobOf({ kind, number }: TeamMailJob): Job {
  switch (kind) {
    case 'call':
      return { kind: 'takeover_mail', escalation: number };
    case 'reminder':
      return { kind: 'reminder_mail', escalation: number };
    case 'contact':
      return { kind: 'contact_mail', contact: number };
    default:
      return assertNever(kind);
  }
}

/** What the end of a mail tells the conversation; null where nobody waits for it. */
export function settledInput({ kind, number }: TeamMailJob, accepted: boolean): Input | null {
  switch (kind) {
    case 'call':
      return { type: 'mail_settled', escalation: number, accepted };
    case 'reminder':
      return accepted ? { type: 'reminded', escalation: number } : null;
    case 'contact':
      return { type: 'contact_settled', contact: number, accepted };
    default:
      return assertNever(kind);
  }
}
