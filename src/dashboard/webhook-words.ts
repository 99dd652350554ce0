/** Webhooks in words: what they may be told of, and what became of a message. Pure. */
import { assertNever } from '../protocol/assert-never.ts';
import type { EventName } from '../protocol/entry.ts';
import type { DeliveryStatus, WebhookDelivery } from '../site/webhook-deliveries.ts';
import type { HookEvent } from '../webhook/events.ts';
import type { HookFormat } from '../webhook/message.ts';
import { UNREACHED, type Unreached } from '../webhook/post.ts';

/** Events as the form lists them. */
export const EVENT_GROUPS: readonly { title: string; events: readonly HookEvent[] }[] = [
  {
    title: 'A visitor wants a person',
    events: [
      'escalation.offered',
      'escalation.declined',
      'escalation.lapsed',
      'escalation.requested',
      'escalation.reminded',
      'escalation.cancelled',
      'escalation.expired',
    ],
  },
  {
    title: 'Somebody of the team is there',
    events: ['takeover.started', 'takeover.lost', 'takeover.ended'],
  },
  {
    title: 'Mail',
    events: [
      'notification.sent',
      'notification.failed',
      'contact.captured',
      'contact.passed_on',
      'contact.failed',
    ],
  },
  {
    title: 'The conversation itself',
    events: ['conversation.started', 'conversation.ended', 'settings.changed'],
  },
];

/** A new kind of event is either for the team alone or has words here. */
export const EVENT_WORDS: Readonly<
  Record<Exclude<EventName, 'intent.decided' | 'note.left'>, string>
> = {
  'conversation.started': 'A visitor opens the chat',
  'escalation.offered': 'A person is offered',
  'escalation.declined': 'The visitor declines',
  'escalation.lapsed': 'The offer is left unanswered',
  'escalation.requested': 'The visitor says yes and waits',
  'escalation.reminded': 'The team is reminded',
  'escalation.cancelled': 'The wait is called off',
  'escalation.expired': 'Nobody came',
  'notification.sent': 'The team was mailed',
  'notification.failed': 'The mail to the team failed',
  'contact.captured': 'The visitor leaves an email address',
  'contact.passed_on': 'The address was mailed to the team',
  'contact.failed': 'The mail with the address failed',
  'takeover.started': 'A team member takes over',
  'takeover.lost': 'The team member’s connection is lost',
  'takeover.ended': 'The assistant has the conversation back',
  'settings.changed': 'Escalation is switched on or off',
  'conversation.ended': 'The conversation ends',
};

export const FORMAT_WORDS: Readonly<Record<HookFormat, string>> = {
  json: 'JSON, signed',
  slack: 'Text for Slack',
};

export const STATUS_WORDS: Readonly<Record<DeliveryStatus, string>> = {
  delivered: 'Delivered',
  failed: 'Not delivered',
  retrying: 'Trying again',
};

/** What came back, as one sentence. */
export function answerWords({ code, reason }: Pick<WebhookDelivery, 'code' | 'reason'>): string {
  if (code === null) return unreachedWords(UNREACHED.find((known) => known === reason));
  if (code >= 300 && code < 400) return `Answered with ${code}: redirects are not followed.`;
  if (code === 410) return 'Answered with 410: it wants no such message any more.';
  return `Answered with ${code}.`;
}

function unreachedWords(reason: Unreached = 'unreachable'): string {
  switch (reason) {
    case 'too_slow':
      return 'No answer within 10 seconds.';
    case 'unreachable':
      return 'Nobody answers at that address.';
    case 'not_allowed':
      return 'That address isn’t on the public web.';
    case 'not_looked_up':
      return 'We couldn’t look up its address, so nothing was sent.';
    default:
      return assertNever(reason);
  }
}
