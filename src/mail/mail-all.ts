/** One mail to several addresses, each on its own: one that is refused keeps no other from arriving. */
import type { End } from '../conversation/outbox.ts';
import type { SiteSettings } from '../site/settings.ts';
import { type Mail, parseMailbox } from './mime.ts';
import { isFinal, type Mailed, type Refusal, wordsOf } from './refusals.ts';
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

/** Mails each of several addresses. Never rejects. */
export async function mailEach(
  env: MailEnv & { MAIL_FROM: string },
  addresses: readonly string[],
  letter: Letter,
): Promise<Mailed> {
  const from = parseMailbox(env.MAIL_FROM);
  const mailed: Mailed = { taken: [], refusals: [] };
  const results = await Promise.allSettled(
    addresses.map((address) => sendMail(env, { ...letter, from, to: address })),
  );
  for (const [at, address] of addresses.entries()) {
    const result = results[at];
    if (result?.status !== 'rejected') mailed.taken.push(address);
    else mailed.refusals.push({ address, ...refusalIn(result.reason) });
  }
  return mailed;
}

/** Accepted once the provider has taken at least one of the mails: from then on somebody knows. */
export async function mailAll(
  env: MailEnv & { MAIL_FROM: string },
  addresses: readonly string[],
  letter: Letter,
): Promise<End> {
  const to = addresses.join(', ');
  const { taken, refusals } = await mailEach(env, addresses, letter);
  const reason = wordsOf(refusals);
  if (taken.length === 0) return { accepted: false, reason, to };
  return { accepted: true, to, ...(reason !== '' && { remark: reason }) };
}

function refusalIn(error: unknown): Omit<Refusal, 'address'> {
  const reason = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  return { reason: reason.slice(0, MAX_REASON_CHARS), isFinal: isFinal(reason, code) };
}
