/** What became of the mails that called a team. */
import type { MailKind, TeamMail } from '../site/team-mails.ts';
import { agoWords } from './ago.ts';
import { Form } from './form.tsx';
import { Icon } from './icons.tsx';
import { pathOf } from './layout.tsx';
import { Refused } from './refused.tsx';

export function LastNotifications(props: {
  site: string;
  /** Newest first. */
  notifications: readonly TeamMail[];
  /** In ms since 1970. */
  now: number;
}) {
  const { site, notifications, now } = props;
  if (notifications.length === 0) {
    return (
      <p class="no-notifications muted">
        <Icon name="mail" />
        Nobody has been called yet. Once a visitor says yes to an offer, the mail to your team shows
        up here.
      </p>
    );
  }
  return (
    <ul class="rows notifications">
      {notifications.map((notification) => (
        <Row
          key={`${notification.conversation}.${notification.kind}.${notification.number}`}
          site={site}
          notification={notification}
          now={now}
        />
      ))}
    </ul>
  );
}

function Row(props: { site: string; notification: TeamMail; now: number }) {
  const { site, notification, now } = props;
  const { status, address, at, reason, conversation, kind, number } = notification;
  const hasFailed = status === 'failed';
  return (
    <li class={status}>
      <div class="rows-main">
        <p>
          <span class={`badge ${hasFailed ? 'bad' : 'good'}`}>
            {hasFailed ? 'Not sent' : 'Sent'}
          </span>{' '}
          <bdi>{address || 'no address'}</bdi>
        </p>
        <p class="small muted">
          {KINDS[kind]}
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
          <button type="submit">Try again</button>
        </Form>
      )}
    </li>
  );
}

const KINDS: Readonly<Record<MailKind, string>> = {
  call: 'A visitor wanted a person',
  reminder: 'Reminder',
  contact: 'An address was left',
};

function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
