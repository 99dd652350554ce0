import { signInPath } from '../../dashboard/sign-in.tsx';
import type { Flash } from '../../dashboard/layout.tsx';
import type { Env } from '../../env.ts';
import { allow } from '../../limits/rate-limiter.ts';
import { logEvent } from '../../log.ts';
import { parseMailbox } from '../../mail/mime.ts';
import { sendMail } from '../../mail/send.ts';
import { invitationMail } from '../../team/invitation-mail.tsx';
import type { Member, TeamRole } from '../../team/member.ts';
import { hashOf } from '../../team/secret-hash.ts';
import { publicOrigin } from '../public-origin.ts';
import type { DashboardContext } from './context.ts';

/** Invitations that an owner may send in an hour, to whatever website: nobody mails the world through us. */
export const INVITATIONS_PER_HOUR = 30;

/** Invitations that one address may get in an hour, from whomever: nobody's mailbox is filled through us. */
export const INVITATIONS_PER_ADDRESS = 5;

const HOUR_MS = 60 * 60_000;

/** Mails an invitation to a member of the website's team. Says how that went, for the next page. */
export async function invite(
  c: DashboardContext,
  invited: Member & { role: TeamRole },
): Promise<Flash> {
  const { env } = c;
  const { site, siteName } = c.get('site');
  const { name, email, role } = invited;
  if (!(await mayInvite(env, c.get('visit').member, email))) {
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

/** Counts one invitation, by who sends it and by who gets it. */
async function mayInvite(env: Env, inviter: Member, email: string): Promise<boolean> {
  const now = Date.now();
  const sent = { key: `invite:${inviter.id}`, perWindow: INVITATIONS_PER_HOUR, windowMs: HOUR_MS };
  if (!(await allow(env.RATE_LIMITER, sent, now)).ok) return false;
  const key = `invited:${await hashOf(email)}`;
  const got = { key, perWindow: INVITATIONS_PER_ADDRESS, windowMs: HOUR_MS };
  return (await allow(env.RATE_LIMITER, got, now)).ok;
}
