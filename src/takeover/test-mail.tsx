/** The mail that shows an owner that calls for help arrive. Pure: facts in, words out. */
import { fill } from '../language/fill.ts';
import { ENGLISH } from '../language/speech.ts';
import { MailAddress, MailButton, mailStyles, renderMail, type Words } from '../mail/frame.tsx';

export interface TestMailFacts {
  siteName: string;
  /** Who asked for it. */
  sender: string;
  /** The escalation page, absolute. */
  link: string;
}

/** Puts the mail into words. It holds no takeover link: nobody waits. */
export function testMail({ siteName: site, sender, link }: TestMailFacts, pen = ENGLISH): Words {
  const { words, tongue } = pen;
  const subject = fill(words.testSubject, { site });
  const what = fill(words.testWhat, { sender, site });
  return {
    subject,
    text: [words.test, what, words.testNothing, `${words.testOpen}: ${link}`].join('\n\n'),
    html: renderMail(
      subject,
      <>
        <h1 style={mailStyles.title}>{words.test}</h1>
        <p style={mailStyles.line}>{what}</p>
        <p style={mailStyles.line}>{words.testNothing}</p>
        <MailButton link={link}>{words.testOpen}</MailButton>
        <MailAddress link={link} words={words} />
      </>,
      tongue,
    ),
  };
}
