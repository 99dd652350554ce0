import { readMailbox, type ReceivedMail } from '../../src/mail/dev-mailbox.ts';
import { bindings } from './client.ts';

/** The mails to one address, newest first. */
export async function mailsTo(email: string): Promise<ReceivedMail[]> {
  return (await readMailbox(bindings.DB)).filter(({ to }) => to === email);
}

/** The mails that lead to a conversation, newest first. */
export async function mailsAbout(conversation: string): Promise<ReceivedMail[]> {
  return (await readMailbox(bindings.DB)).filter(({ text }) => text.includes(conversation));
}
