/** The mail that shows an owner that calls for help arrive. Pure: facts in, words out. */
import { MailAddress, MailButton, mailStyles, renderMail, type Words } from '../mail/frame.tsx';

export interface TestMailFacts {
  siteName: string;
  /** Who asked for it. */
  sender: string;
  /** The escalation page, absolute. */
  link: string;
}

/** Puts the mail into words. It holds no takeover link: nobody waits. */
export function testMail({ siteName, sender, link }: TestMailFacts): Words {
  const subject = `${siteName}: a test of your notifications`;
  const title = 'It works: this is where you will be called';
  const what = `${sender} sent this from the escalation page of ${siteName}. When a visitor there would like to talk to a person, a mail like this one brings the link to take over.`;
  const nothing = 'Nobody waits just now, so there is nothing to do.';
  return {
    subject,
    text: [title, what, nothing, `Escalation page: ${link}`].join('\n\n'),
    html: renderMail(
      subject,
      <>
        <h1 style={mailStyles.title}>{title}</h1>
        <p style={mailStyles.line}>{what}</p>
        <p style={mailStyles.line}>{nothing}</p>
        <MailButton link={link}>Open the escalation page</MailButton>
        <MailAddress link={link} />
      </>,
    ),
  };
}
