/** Hands a mail to the provider. In development, what the provider accepted also shows in the mailbox. */
import { EmailMessage } from 'cloudflare:email';
import { recordMail } from './dev-mailbox.ts';
import { type Mail, toMime } from './mime.ts';

export interface MailEnv {
  EMAIL: SendEmail;
  DB: D1Database;
  BATON_ENV: string;
}

/** A provider that has not answered by then counts as having refused. */
const MAIL_LIMIT_MS = 15_000;

/** Resolves once the provider has accepted the mail; rejects if it refused or did not answer in time. */
export async function sendMail(env: MailEnv, mail: Mail): Promise<void> {
  const raw = toMime(mail);
  const message = new EmailMessage(mail.from.address, mail.to, raw);
  await withinLimit(env.EMAIL.send(message));
  if (env.BATON_ENV === 'development') await recordMail(env.DB, mail, raw);
}

async function withinLimit(sending: Promise<unknown>): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new Error('the mail provider did not answer')),
    MAIL_LIMIT_MS,
  );
  try {
    await Promise.race([sending, late]);
  } finally {
    // A timer left running would keep the conversation awake and billed.
    clearTimeout(timer);
  }
}
