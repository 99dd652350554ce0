/** What became of the mails to a team: what did not go out first, with the reason and a way to try again. */
import type { MailKind, TeamMail } from '../site/team-mails.ts';
import { agoWords } from './ago.ts';
import { Form } from './form.tsx';
import { Icon } from './icons.tsx';
import { pathOf } from './layout.tsx';
import { Refused } from './refused.tsx';

/** As many as are seen at a glance; the rest is folded away. */
const SHOWN_AT_ONCE = 8;

export interface NotificationsProps {
  site: string;
  /** Newest first. */
  notifications: readonly TeamMail[];
  /** In ms since 1970. */
  now: number;
}

export function LastNotifications({ site, notifications, now }: NotificationsProps) {
  if (notifications.length === 0) {
    return (
      <p class="no-notifications muted">
        <Icon name="mail" />
        Nobody has been mailed yet. Once a visitor says yes to an offer, the mail to your team shows
        up here.
      </p>
    );
  }
  const failed = notifications.filter(({ status }) => status === 'failed');
  const sent = notifications.filter(({ status }) => status !== 'failed');
  return (
    <>
      {failed.length > 0 && (
        <section class="not-sent" aria-labelledby="not-sent">
          <h3 id="not-sent">
            <Icon name="alert" />
            {failed.length === 1 ? '1 mail was not sent' : `${failed.length} mails were not sent`}
          </h3>
          <Folded site={site} mails={failed} now={now} />
        </section>
      )}
      {sent.length > 0 && <Folded site={site} mails={sent} now={now} />}
    </>
  );
}

function Folded({ site, mails, now }: { site: string; mails: readonly TeamMail[]; now: number }) {
  const older = mails.slice(SHOWN_AT_ONCE);
  return (
    <>
      <Rows site={site} mails={mails.slice(0, SHOWN_AT_ONCE)} now={now} />
      {older.length > 0 && (
        <details class="older-mails">
          <summary>{older.length} older</summary>
          <Rows site={site} mails={older} now={now} />
        </details>
      )}
    </>
  );
}

function Rows({ site, mails, now }: { site: string; mails: readonly TeamMail[]; now: number }) {
  return (
    <ul class="rows notifications">
      {mails.map((mail) => (
        <Row key={idOf(mail)} site={site} mail={mail} now={now} />
      ))}
    </ul>
  );
}

function Row({ site, mail, now }: { site: string; mail: TeamMail; now: number }) {
  const { status, address, at, reason, conversation, kind, number } = mail;
  const hasFailed = status === 'failed';
  const id = idOf(mail);
  return (
    <li class={status}>
      <div class="rows-main">
        <p id={id}>
          <span class={`badge ${hasFailed ? 'bad' : 'good'}`}>
            {hasFailed ? 'Not sent' : 'Sent'}
          </span>{' '}
          <span class="mail-kind">{KINDS[kind]}</span>
        </p>
        <p class="small muted">
          {address === '' ? 'to no address' : <bdi>{address}</bdi>}
          {' · '}
          <time dateTime={new Date(at).toISOString()} title={utc(at)}>
            {agoWords(at, now)}
          </time>
          {' · '}
          <a href={`${pathOf(site, 'history')}/${conversation}`}>Conversation</a>
        </p>
        {reason !== undefined && <Refused reason={reason} />}
      </div>
      {hasFailed && (
        <Form action={`${pathOf(site, 'escalation')}/again`}>
          <input type="hidden" name="conversation" value={conversation} />
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="number" value={number} />
          <button type="submit" aria-describedby={id}>
            Try again
          </button>
        </Form>
      )}
    </li>
  );
}

const KINDS: Readonly<Record<MailKind, string>> = {
  call: 'A visitor wanted a person',
  reminder: 'Reminder: a visitor was still waiting',
  contact: 'A visitor left an email address',
};

function idOf({ conversation, kind, number }: TeamMail): string {
  return `mail-${conversation}-${kind}-${number}`;
}

function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
