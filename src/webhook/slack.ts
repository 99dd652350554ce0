/** What a webhook is told, as a line for Slack and whatever reads the same. Pure. */
import { assertNever } from '../protocol/assert-never.ts';
import type { OfferReason } from '../protocol/entry.ts';
import type { HookEntry } from './events.ts';
import { historyUrl, type HookMessage } from './message.ts';

/** The message as `{"text": "…"}`: one sentence, and a link to where something can be done about it. */
export function slackBody(message: HookMessage): string {
  const { about, site } = message;
  if (!about) {
    const text = `This is a test: what happens in the chats of ${site.name} can be told here.`;
    return JSON.stringify({ text: escaped(text) });
  }
  const { conversation, entry } = about;
  const history = historyUrl(message, conversation);
  const link = isUrgent(entry)
    ? `<${message.origin}/app/sites/${site.id}/live?open=${conversation}|Open it in Live>`
    : `<${history}|Read the conversation>`;
  return JSON.stringify({ text: `${escaped(sentence(entry, site.name))} ${link}` });
}

/** An “@” at which a word begins. Those in the middle of an email address are none. */
const MENTION = /(?<![\p{L}\p{N}])@/gu;

/** Takes up no room, and is no part of anybody’s name. */
const WORD_JOINER = '\u2060';

/**
 * The three characters that mean something to Slack, and mentions as those write them who read the same.
 * Everything else is text, whoever wrote it.
 */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(MENTION, `@${WORD_JOINER}`);
}

/** Whether somebody may want to be there at once. */
function isUrgent({ event }: HookEntry): boolean {
  return (
    event === 'escalation.offered' ||
    event === 'escalation.requested' ||
    event === 'escalation.reminded' ||
    event === 'notification.failed' ||
    event === 'takeover.lost'
  );
}

const OFFERED: Readonly<Record<OfferReason, string>> = {
  asked: 'asked for a person and was offered one',
  frustrated: 'is losing patience and was offered a person',
  unanswered: 'got no answer twice and was offered a person',
  button: 'pressed “Talk to a person” and was asked to confirm',
};

/** What happened, in plain words. */
function sentence(entry: HookEntry, site: string): string {
  const visitor = `A visitor of ${site}`;
  switch (entry.event) {
    case 'conversation.started':
      return `${visitor} opened the chat.`;
    case 'escalation.offered':
      return `${visitor} ${OFFERED[entry.reason]}.`;
    case 'escalation.declined':
      return `${visitor} declined the offer of a person.`;
    case 'escalation.lapsed':
      return `${visitor} left the offer of a person unanswered.`;
    case 'escalation.requested':
      return entry.backAt === undefined
        ? `${visitor} is waiting for a person.`
        : `${visitor} is waiting for a person, outside your business hours.`;
    case 'escalation.reminded':
      return `${visitor} is still waiting: the team was reminded.`;
    case 'escalation.cancelled':
      return entry.by === 'visitor'
        ? `${visitor} no longer waits for a person.`
        : `${visitor} no longer waits: escalation was switched off.`;
    case 'escalation.expired':
      return `${visitor} waited for a person, and nobody came.`;
    case 'notification.sent':
      return `The team was mailed: a visitor of ${site} wants a person.`;
    case 'notification.failed':
      return `${visitor} wants a person, and the mail that tells the team could not be sent.`;
    case 'contact.captured':
      return `${visitor} left an email address: ${entry.email}`;
    case 'contact.passed_on':
      return `The email address that a visitor of ${site} left was mailed to the team.`;
    case 'contact.failed':
      return `The email address that a visitor of ${site} left could not be mailed to the team.`;
    case 'takeover.started':
      return takenOver(entry, site);
    case 'takeover.lost':
      return `${entry.name} lost the connection to a visitor of ${site}: the assistant has the conversation again.`;
    case 'takeover.ended':
      return `${entry.name} gave a conversation on ${site} back to the assistant.`;
    case 'settings.changed':
      return `Escalation was switched ${entry.escalationEnabled ? 'on' : 'off'} during a conversation on ${site}.`;
    case 'conversation.ended':
      return ended(entry.by, site);
    default:
      return assertNever(entry);
  }
}

function takenOver(
  { name, from, isBack }: Extract<HookEntry, { event: 'takeover.started' }>,
  site: string,
): string {
  if (isBack) return `${name} is back in a conversation on ${site}.`;
  return from === undefined
    ? `${name} took over a conversation on ${site}.`
    : `${name} took over a conversation on ${site} from ${from}.`;
}

function ended(by: 'visitor' | 'agent' | 'idle', site: string): string {
  switch (by) {
    case 'visitor':
      return `A visitor of ${site} ended the conversation.`;
    case 'agent':
      return `The team ended a conversation on ${site}.`;
    case 'idle':
      return `A conversation on ${site} ended: nobody had said anything for a day.`;
    default:
      return assertNever(by);
  }
}
