/** The mail that tells somebody they are on a team. Pure: facts in, words out. */
import { MailAddress, MailButton, mailStyles, renderMail, type Words } from '../mail/frame.tsx';
import type { TeamRole } from './member.ts';

interface InvitationFacts {
  /** Who is invited. */
  name: string;
  email: string;
  siteName: string;
  role: TeamRole;
  /** Who invited them. */
  inviter: string;
  /** The sign-in page, absolute. It is no secret: it opens nothing without this mailbox. */
  link: string;
}

/** Puts the invitation into words. */
export function invitationMail(facts: InvitationFacts): Words {
  const { name, email, siteName, role, inviter, link } = facts;
  const { host } = new URL(link);
  const subject = `${inviter} invited you to the team of ${siteName}`;
  const hello = `Hello ${name}, ${inviter} has added you to the team that looks after the chat on ${siteName}.`;
  const may = {
    agent:
      'You can follow conversations as they happen and take over when a visitor needs a person.',
    owner:
      'You can follow and take over conversations, change every setting and decide who is on the team.',
  } satisfies Record<TeamRole, string>;
  const how = `Sign in at ${host} with ${email}. There is no password: a link is mailed to you each time.`;
  const ignore = 'If you don’t know what this is about, you can ignore this mail.';
  return {
    subject,
    text: [hello, may[role], `Open your dashboard: ${link}`, how, ignore].join('\n\n'),
    html: renderMail(
      subject,
      <>
        <h1 style={mailStyles.title}>Welcome to the team of {siteName}</h1>
        <p style={mailStyles.line}>{hello}</p>
        <p style={mailStyles.line}>{may[role]}</p>
        <MailButton link={link}>Open your dashboard</MailButton>
        <p style={mailStyles.line}>{how}</p>
        <p style={mailStyles.line}>{ignore}</p>
        <MailAddress link={link} />
      </>,
    ),
  };
}
