import { signInPath } from '../../dashboard/sign-in.tsx';
import type { Flash } from '../../dashboard/layout.tsx';
import { allow } from '../../limits/rate-limiter.ts';
import { logEvent } from '../../log.ts';
import { parseMailbox } from '../../mail/mime.ts';
import { sendMail } from '../../mail/send.ts';
import { invitationMail } from '../../team/invitation-mail.tsx';
import type { Member, TeamRole } from '../../team/member.ts';
import { publicOrigin } from '../public-origin.ts';
import type { DashboardContext } from './context.ts';

/** Invitations that a website's owners may send in an hour: nobody mails the world through us. */
export const INVITATIONS_PER_HOUR = 30;

const HOUR_MS = 60 * 60_000;

/** Mails an invitation to a member of the website's team. Says how that went, for the next page. */
export async function invite(
  c: DashboardContext,
  invited: Member & { role: TeamRole },
): Promise<Flash> {
  const { env } = c;
  const { site, siteName } = c.get('site');
  const { name, email, role } = invited;
  const limit = { key: `invite:${site}`, perWindow: INVITATIONS_PER_HOUR, windowMs: HOUR_MS };
  if (!(await allow(env.RATE_LIMITER, limit, Date.now())).ok) {
    const text = `${name} is on the team, but many invitations were sent lately. Resend this one in an hour.`;
    return { is: 'failed', text };
  }
  const link = publicOrigin(env, c.req.raw) + signInPath({ email });
  const inviter = c.get('visit').member.name;
  const words = invitationMail({ name, email, siteName, role, inviter, link });
  const id = `invitation.${crypto.randomUUID()}`;
  try {
    const from = parseMailbox(env.MAIL_FROM);
    await sendMail(env, { ...words, from, to: email, id, thread: id });
  } catch (error) {
    logEvent('invitation.failed', { site, member: invited.id, error: String(error) });
    const text = `${name} is on the team, but the invitation to ${email} could not be sent. Try again with Resend invitation.`;
    return { is: 'failed', text };
  }
  return { is: 'done', text: `${name} is on the team. The invitation went to ${email}.` };
}
