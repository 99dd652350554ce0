/** Mails the site's team: the takeover link of an escalation, a reminder, or an address that was left. */
import { penFor } from '../language/speech.ts';
import { logEvent } from '../log.ts';
import type { Letter } from '../mail/mail-all.ts';
import type { MailEnv } from '../mail/send.ts';
import type { SignEnv } from '../takeover/secrets.ts';
import type { MessageEntry, Millis } from '../protocol/entry.ts';
import { addressOf, type ConversationRecord } from './record.ts';
import type { Delivery } from './outbox.ts';
import { isMailWanted, mailIn, type MailJob } from './team-mail-job.ts';

interface TeamCall {
  conversation: string;
  job: MailJob;
  /** The conversation as it is when it is asked for; undefined once it has erased itself. */
  record: () => ConversationRecord | undefined;
  /** The last messages of the conversation, oldest first. */
  messages: () => readonly MessageEntry[];
  /** What was said, in short. Keeps nobody waiting. */
  summary: () => Promise<string>;
  now: () => Millis;
  /**
   * Asked last: whether the monitor takes the mail on, because there were too many. The record has the
   * website's newest settings after that.
   */
  isHeld: () => Promise<boolean>;
}

export type MailTeamEnv = MailEnv & SignEnv & { MAIL_FROM: string };

/**
 * `accepted` once the provider has taken at least one of the mails: from then on somebody knows. Whoever may
 * get it yet is the rest.
 * The modules a mail needs are loaded here, so that no other conversation pays for them.
 */
export async function mailTeam(env: MailTeamEnv, call: TeamCall): Promise<Delivery> {
  if (!isWanted(call)) return { is: 'moot' };
  const [summary, { mailEach, addressesOf }, { deliveryOf }] = await Promise.all([
    call.summary(),
    import('../mail/mail-all.ts'),
    import('./mail-rest.ts'),
  ]);
  const asked = call.record();
  if (!asked) return { is: 'erased' };
  const { conversation, job } = call;
  const letter = await letterOf(env, call, asked, summary);
  if (!letter || !isWanted(call)) return { is: 'moot' };
  if (await call.isHeld()) return { is: 'held' };
  // Only now: in the meantime the owner may have saved another address, and the visitor cancelled.
  const record = call.record();
  if (!record) return { is: 'erased' };
  if (!isWanted(call)) return { is: 'moot' };
  const owners = addressesOf(record);
  if (job.rest) {
    const left = job.rest.left.filter((address) => owners.includes(address));
    if (left.length === 0) return { is: 'moot' };
    return logged(conversation, deliveryOf(job, left, await mailEach(env, left, letter)));
  }
  if (owners.length === 0) return { is: 'impossible', reason: 'There is no address to mail.' };
  return logged(conversation, deliveryOf(job, owners, await mailEach(env, owners, letter)));
}

/** Notes that somebody was refused. */
function logged(conversation: string, delivery: Delivery): Delivery {
  if (delivery.is !== 'accepted' || delivery.remark !== undefined)
    logEvent('mail.refused', { conversation });
  return delivery;
}

/** Whether there is still reason to send it, asked again just before anything leaves. */
function isWanted({ job, record }: TeamCall): boolean {
  const state = record()?.state;
  return state !== undefined && isMailWanted(state, mailIn(job), job.rest !== undefined);
}

async function letterOf(
  env: MailTeamEnv,
  call: TeamCall,
  record: ConversationRecord,
  summary: string,
): Promise<Letter | null> {
  const { conversation } = call;
  const mail = mailIn(call.job);
  const { settings, about, origin, state } = record;
  const id = `${conversation}.${mail.kind}.${mail.number}`;
  const address = addressOf(about);
  const visitor = {
    siteName: settings.name,
    assistantName: settings.assistantName,
    ...(about.page && { page: about.page }),
    ...(address !== undefined && { contact: address }),
    messages: call
      .messages()
      .filter(({ author }) => author.role === 'visitor')
      .map(({ text }) => text),
    summary,
  };
  const pen = await penFor(settings.language);
  const sent = {
    thread: conversation,
    ...(address !== undefined && { replyTo: address }),
  };
  if (mail.kind === 'contact') {
    if (about.contact === undefined) return null;
    const { contactMail } = await import('../takeover/contact-mail.tsx');
    const link = `${origin}/app/sites/${settings.site}/history/${conversation}`;
    return { ...sent, id, ...contactMail({ ...visitor, contact: about.contact, link }, pen) };
  }
  if (state.phase !== 'waiting') return null;
  const [{ takeoverMail }, { sign, LINK_LIFE_MS }, { secretsOf }] = await Promise.all([
    import('../takeover/notification.tsx'),
    import('../takeover/token.ts'),
    import('../takeover/secrets.ts'),
  ]);
  const token = await sign(
    {
      purpose: 'takeover',
      site: settings.site,
      conversation,
      escalation: mail.number,
      // The reminder’s counts from when the team is back, as the wait does.
      expiresAt: Math.min(state.from, call.now()) + LINK_LIFE_MS,
    },
    secretsOf(env),
  );
  const facts = {
    ...visitor,
    reason: state.reason,
    waitedMs: call.now() - state.since,
    link: `${origin}/join/${token}`,
    isReminder: mail.kind === 'reminder',
  };
  const words = takeoverMail(facts, pen);
  return { ...sent, id, ...words };
}
