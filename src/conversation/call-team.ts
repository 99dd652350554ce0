/** Mails the takeover link of one escalation to the site's team. */
import { logEvent } from '../log.ts';
import type { MailEnv } from '../mail/send.ts';
import type { SignEnv } from '../takeover/secrets.ts';
import type { MessageEntry, Millis } from '../protocol/entry.ts';
import type { ConversationRecord } from './record.ts';
import type { Delivery } from './outbox.ts';

export interface TeamCall {
  conversation: string;
  escalation: number;
  /** The conversation as it is when it is asked for; undefined once it has erased itself. */
  record: () => ConversationRecord | undefined;
  /** The last messages of the conversation, oldest first. */
  messages: () => readonly MessageEntry[];
  /** What was said, in short. Keeps nobody waiting. */
  summary: () => Promise<string>;
  now: () => Millis;
  /** Whether the visitor still waits, asked again just before anything leaves. */
  isWanted: () => boolean;
}

export type CallEnv = MailEnv & SignEnv & { MAIL_FROM: string };

/**
 * `accepted` once the provider has taken at least one of the mails: from then on somebody knows.
 * The modules a mail needs are loaded here, so that no other conversation pays for them.
 */
export async function callTeam(env: CallEnv, call: TeamCall): Promise<Delivery> {
  const { escalation, conversation } = call;
  if (!call.isWanted()) return { is: 'moot' };
  const [
    summary,
    { takeoverMail },
    { sendMail },
    { parseMailbox },
    { sign, LINK_LIFE_MS },
    { secretsOf },
  ] = await Promise.all([
    call.summary(),
    import('../takeover/notification.tsx'),
    import('../mail/send.ts'),
    import('../mail/mime.ts'),
    import('../takeover/token.ts'),
    import('../takeover/secrets.ts'),
  ]);
  // Only now: while the summary was made, the owner may have saved another address.
  const record = call.record();
  if (!record) return { is: 'erased' };
  const { state, settings, about } = record;
  if (state.phase !== 'waiting' || state.escalation !== escalation) return { is: 'moot' };
  const addresses = settings.escalation.address
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean);
  const to = addresses.join(', ');
  if (addresses.length === 0) return { is: 'impossible', reason: 'There is no address to mail.' };
  const token = await sign(
    {
      purpose: 'takeover',
      site: settings.site,
      conversation,
      escalation,
      expiresAt: state.since + LINK_LIFE_MS,
    },
    secretsOf(env),
  );
  const words = takeoverMail({
    siteName: settings.name,
    assistantName: settings.assistantName,
    ...(about.page && { page: about.page }),
    messages: call
      .messages()
      .filter(({ author }) => author.role === 'visitor')
      .map(({ text }) => text),
    summary,
    reason: state.reason,
    waitedMs: call.now() - state.since,
    link: `${record.origin}/join/${token}`,
  });
  if (!call.isWanted()) return { is: 'moot' };
  const results = await Promise.allSettled(
    addresses.map((to) =>
      sendMail(env, {
        ...words,
        from: parseMailbox(env.MAIL_FROM),
        to,
        id: `${conversation}.${escalation}`,
        thread: conversation,
      }),
    ),
  );
  const refusals = results.flatMap((result, index) =>
    result.status === 'rejected' ? [`${addresses[index]}: ${wordsOf(result.reason)}`] : [],
  );
  const reason = refusals.join('; ');
  if (reason !== '') logEvent('mail.refused', { conversation, refusals: refusals.length });
  if (refusals.length === results.length) return { is: 'failed', reason, to };
  return { is: 'accepted', to, ...(reason !== '' && { remark: reason }) };
}

/** As much of a provider's reason as an owner needs. */
const MAX_REASON_CHARS = 300;

function wordsOf(reason: unknown): string {
  return (reason instanceof Error ? reason.message : String(reason)).slice(0, MAX_REASON_CHARS);
}
