/**
 * Who of several has a mail, and who has yet to get it. The receipt is given with the first who has it; the
 * others are tried again without mailing anybody twice. Pure.
 */
import { type Mailed, wordsOf } from '../mail/refusals.ts';
import type { Delivery, End, Job } from './outbox.ts';
import { isMailJob, type MailJob } from './team-mail-job.ts';

/** How an attempt went that mailed `addresses`. */
export function deliveryOf(
  job: MailJob,
  addresses: readonly string[],
  { taken, refusals }: Mailed,
): Delivery {
  const before = job.rest;
  const of = before?.of ?? addresses.join(', ');
  const words = wordsOf(refusals);
  const left = refusals.filter(({ isFinal }) => !isFinal).map(({ address }) => address);
  const isNews = before ? left.length < addresses.length : taken.length > 0;
  if (!isNews) return { is: 'failed', reason: words, to: of };
  const remark = joined(before?.refused, words);
  const refused = joined(before?.refused, wordsOf(refusals.filter(({ isFinal }) => isFinal)));
  return {
    is: 'accepted',
    to: of,
    ...(remark !== '' && { remark }),
    ...(left.length > 0 && { rest: { ...job, rest: { left, of, refused } } }),
  };
}

/** What the end of a job means for its mail as a whole: once some have it, it has been sent. */
export function endOfMail(job: Job, end: End): End {
  const rest = isMailJob(job) ? job.rest : undefined;
  if (!rest || end.accepted) return end;
  return { accepted: true, to: rest.of, remark: joined(rest.refused, end.reason) };
}

function joined(...words: readonly (string | undefined)[]): string {
  return words.filter(Boolean).join('; ');
}
