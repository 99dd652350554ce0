/** What an owner decides about a webhook, and what they are told when it cannot be so. Pure. */
import type { WebhookDraft } from '../site/webhooks.ts';
import { DEFAULT_EVENTS, readEvents } from '../webhook/events.ts';
import { FORMATS } from '../webhook/message.ts';
import { hookTarget, type TargetRefusal } from '../webhook/target.ts';
import type { FieldErrors } from './form.tsx';
import { textOf } from './text-field.ts';

/** What stands in the form. */
export interface WebhookValues {
  url: string;
  format: string;
  events: readonly string[];
}

export const NEW_WEBHOOK: WebhookValues = { url: '', format: 'json', events: DEFAULT_EVENTS };

export type ReadWebhook = { ok: true; draft: WebhookDraft } | { ok: false; errors: FieldErrors };

/** The values of a form that was sent. */
export function webhookValuesIn(form: FormData): WebhookValues {
  const text = (name: string) => textOf(form, name);
  return {
    url: text('url'),
    format: text('format'),
    events: form.getAll('events').filter((event) => typeof event === 'string'),
  };
}

/** Reads a form that was sent. `isDevelopment`: whether addresses of this machine are allowed. */
export function readWebhook(values: WebhookValues, isDevelopment: boolean): ReadWebhook {
  const target = hookTarget(values.url, isDevelopment);
  const format = FORMATS.find((known) => known === values.format);
  const events = readEvents(values.events);
  if (target.ok && format && events.length > 0) {
    return { ok: true, draft: { url: target.url.href, format, events } };
  }
  const errors: FieldErrors = {
    ...(!target.ok && { url: REFUSALS[target.reason] }),
    ...(!format && { format: 'Please choose one of the formats.' }),
    ...(events.length === 0 && { events: 'Please choose at least one event.' }),
  };
  return { ok: false, errors };
}

const REFUSALS: Readonly<Record<TargetRefusal, string>> = {
  no_address: 'Please enter a web address, such as https://acme.example/baton.',
  no_web_address: 'Please enter a web address: it begins with https://.',
  not_https: 'Please enter an address that begins with https://, so that nobody reads along.',
  credentials: 'Please leave the user name and the password out of the address.',
  port: 'Only the usual port can be reached. Please leave out the number after the colon.',
  not_public: 'That address isn’t on the public web, so nothing can be sent there.',
};
