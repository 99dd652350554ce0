/** A mail to the team that an owner has sent once more. */
import type { Flash } from '../../dashboard/layout.tsx';
import { logEvent } from '../../log.ts';
import { assertNever } from '../../protocol/assert-never.ts';
import { findTeamMail, type MailKey, type TeamMail } from '../../site/team-mails.ts';
import type { DashboardContext } from './context.ts';

/** Has the conversation mail the team once more, as long as there is reason to. */
export async function mailAgain(c: DashboardContext, key: MailKey): Promise<Flash> {
  const { site } = c.get('site');
  const { conversation } = key;
  const known = await findTeamMail(c.env.DB, site, key);
  if (!known) return { is: 'failed', text: 'There is no such mail any more.' };
  try {
    const { CONVERSATION } = c.env;
    const stub = CONVERSATION.get(CONVERSATION.idFromString(conversation));
    const answer = await stub.mailAgain({ kind: key.kind, number: key.number }, c.get('settings'));
    switch (answer) {
      case 'again':
        return await outcomeOf(c, known);
      case 'not_wanted':
        return {
          is: 'failed',
          text: 'This visitor no longer waits for a person, so nobody was mailed.',
        };
      case 'gone':
        return { is: 'failed', text: 'This conversation is no more, so nobody was mailed.' };
      default:
        return assertNever(answer);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    logEvent('notification.retry_failed', { site, conversation, reason });
    return {
      is: 'failed',
      text: 'This conversation couldn’t be reached just now. Please try again.',
    };
  }
}

/** How long a form waits for the mail it had sent once more, and how often it looks. */
const PATIENCE_MS = 2_000;
const LOOK_EVERY_MS = 100;

/** The mail usually has gone out before anybody could reload the page. */
async function outcomeOf(c: DashboardContext, before: TeamMail): Promise<Flash> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_EVERY_MS) {
    await scheduler.wait(LOOK_EVERY_MS);
    const now = await findTeamMail(c.env.DB, before.site, before);
    if (now && now.at > before.at && now.status === 'sent') {
      return { is: 'done', text: `Sent once more, to ${now.address}.` };
    }
  }
  return {
    is: 'done',
    text: 'It is being tried again. Reload the page in a moment to see whether it went out.',
  };
}
