/** The mail with a one-time sign-in link. Pure: facts in, words out. */
import { MailAddress, MailButton, mailStyles, renderMail, type Words } from '../mail/frame.tsx';

interface SignInFacts {
  /** Who asked to sign in. */
  name: string;
  /** The one-time link, absolute. */
  link: string;
  /** For how long it works. */
  minutes: number;
}

/** Puts the mail into words. It names the host it leads to, so that a forged one is easier to tell. */
export function signInMail({ name, link, minutes }: SignInFacts): Words {
  const { host } = new URL(link);
  const subject = `Your sign-in link for ${host}`;
  const hello = `Hello ${name}, here is the link you asked for. It opens Baton’s dashboard at ${host}.`;
  const once = `It works once, within ${minutes} minutes.`;
  const ignore =
    'If you did not ask to sign in, you can ignore this mail: without the link nobody gets in.';
  return {
    subject,
    text: [hello, `Sign in: ${link}`, once, ignore].join('\n\n'),
    html: renderMail(
      subject,
      <>
        <h1 style={mailStyles.title}>Sign in to Baton</h1>
        <p style={mailStyles.line}>{hello}</p>
        <MailButton link={link}>Sign in</MailButton>
        <p style={mailStyles.line}>
          {once} {ignore}
        </p>
        <MailAddress link={link} />
      </>,
    ),
  };
}
