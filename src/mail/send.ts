/** Hands a mail to the provider. In development, what the provider accepted also shows in the mailbox. */
import { EmailMessage } from 'cloudflare:email';
import { within } from '../in-time.ts';
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
  await within(MAIL_LIMIT_MS, env.EMAIL.send(message), tooLate);
  if (env.BATON_ENV === 'development') await recordMail(env.DB, mail, raw);
}

function tooLate(): never {
  throw new Error('the mail provider did not answer');
}
