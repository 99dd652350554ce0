import { readMailbox, type ReceivedMail } from '../../src/mail/dev-mailbox.ts';
import { bindings } from './client.ts';

/** The mails to one address, newest first. */
export async function mailsTo(email: string): Promise<ReceivedMail[]> {
  return (await readMailbox(bindings.DB)).filter(({ to }) => to === email);
}
