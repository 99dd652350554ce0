/** One mail to several addresses, each on its own: one that is refused keeps no other from arriving. */
import type { End } from '../conversation/outbox.ts';
import type { SiteSettings } from '../site/settings.ts';
import { type Mail, parseMailbox } from './mime.ts';
import { type MailEnv, sendMail } from './send.ts';

/** What is the same for everybody who gets the mail. */
export type Letter = Omit<Mail, 'from' | 'to'>;

/** As much of a provider's reason as an owner needs. */
const MAX_REASON_CHARS = 300;

/** Where a website's team is mailed. Settings keep the addresses separated by commas. */
export function addressesOf({ settings }: { settings: SiteSettings }): string[] {
  return settings.escalation.address
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean);
}

/** Accepted once the provider has taken at least one of the mails: from then on somebody knows. */
export async function mailAll(
  env: MailEnv & { MAIL_FROM: string },
  addresses: readonly string[],
  letter: Letter,
): Promise<End> {
  const to = addresses.join(', ');
  const from = parseMailbox(env.MAIL_FROM);
  const results = await Promise.allSettled(
    addresses.map((address) => sendMail(env, { ...letter, from, to: address })),
  );
  const refusals = results.flatMap((result, index) =>
    result.status === 'rejected' ? [`${addresses[index]}: ${wordsOf(result.reason)}`] : [],
  );
  const reason = refusals.join('; ');
  if (refusals.length === results.length) return { accepted: false, reason, to };
  return { accepted: true, to, ...(reason !== '' && { remark: reason }) };
}

function wordsOf(reason: unknown): string {
  return (reason instanceof Error ? reason.message : String(reason)).slice(0, MAX_REASON_CHARS);
}
