/** One webhook: added, changed, tried, removed. */
import type { Webhook } from '../site/webhooks.ts';
import { FORMATS } from '../webhook/message.ts';
import { Field, type FieldErrors, Form, Select } from './form.tsx';
import { Icon } from './icons.tsx';
import { pathOf } from './layout.tsx';
import { Panel } from './parts.tsx';
import type { WebhookValues } from './webhook-form.ts';
import { EVENT_GROUPS, EVENT_WORDS, FORMAT_WORDS } from './webhook-words.ts';
import { webhookPath } from './webhooks.tsx';

export interface WebhookFormProps {
  site: string;
  /** Absent for one that is yet to be added. */
  id?: string;
  values: WebhookValues;
  errors: FieldErrors;
}

export function WebhookForm({ site, id, values, errors }: WebhookFormProps) {
  const list = pathOf(site, 'webhooks');
  return (
    <section class="card panel" aria-label="Webhook">
      <Form action={id === undefined ? `${list}/new` : webhookPath(site, id)}>
        <Field
          name="url"
          label="URL"
          value={values.url}
          error={errors['url']}
          hint="Where messages are posted to: a server of yours, or an incoming webhook of Slack."
          input={{
            inputMode: 'url',
            autoComplete: 'off',
            autoCapitalize: 'none',
            spellcheck: false,
            dir: 'ltr',
            placeholder: 'https://acme.example/baton',
          }}
        />
        <Select
          name="format"
          label="Format"
          value={values.format}
          error={errors['format']}
          hint="Mattermost, Rocket.Chat and others read the text for Slack, too."
          options={FORMATS.map((format) => ({ value: format, label: FORMAT_WORDS[format] }))}
        />
        <Events chosen={values.events} error={errors['events']} />
        <div class="form-foot">
          <button type="submit" class="primary">
            {id === undefined ? 'Add webhook' : 'Save'}
          </button>
          <a class="button plain" href={list}>
            Cancel
          </a>
          {id !== undefined && (
            <a class="button plain danger apart" href={`${webhookPath(site, id)}/remove`}>
              Remove…
            </a>
          )}
        </div>
      </Form>
    </section>
  );
}

function Events({ chosen, error }: { chosen: readonly string[]; error?: string | undefined }) {
  return (
    <fieldset
      class="hook-events"
      aria-describedby={error === undefined ? 'hint-events' : 'hint-events error-events'}
    >
      <legend>Events</legend>
      <p class="hint" id="hint-events">
        What to tell of. What anybody says in the chat is never sent.
      </p>
      {error !== undefined && (
        <p class="field-error" id="error-events">
          {error}
        </p>
      )}
      {EVENT_GROUPS.map(({ title, events }) => (
        <div key={title} class="hook-group">
          <p class="hook-group-title">{title}</p>
          <ul>
            {events.map((event) => (
              <li key={event}>
                <label class="check">
                  <input
                    type="checkbox"
                    name="events"
                    value={event}
                    checked={chosen.includes(event)}
                  />
                  <span>
                    {EVENT_WORDS[event]} <code>{event}</code>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </fieldset>
  );
}

/** Sends a test, beside the page's heading. */
export function TestButton({ site, id }: { site: string; id: string }) {
  return (
    <Form action={`${webhookPath(site, id)}/test`}>
      <button type="submit">
        <Icon name="webhooks" />
        Send a test
      </button>
    </Form>
  );
}

/** The secret, shown when it is asked for. */
export function SecretPanel(props: { site: string; webhook: Webhook; isRevealed: boolean }) {
  const { site, webhook, isRevealed } = props;
  const path = webhookPath(site, webhook.id);
  return (
    <Panel
      title="Signing secret"
      id="secret"
      lead={
        webhook.format === 'slack'
          ? 'Slack does not look at it. A receiver of your own can tell by it that a message is from here.'
          : 'Your server can tell by it that a message is from here and that nobody changed it. Keep it to yourself.'
      }
    >
      <p class="hook-secret">
        {isRevealed ? (
          <code>{webhook.secret}</code>
        ) : (
          <>
            <span aria-hidden="true">{'•'.repeat(24)}</span>
            <span class="hidden">Hidden</span>
          </>
        )}
      </p>
      <div class="form-foot">
        {isRevealed ? (
          <a class="button plain" href={`${path}#secret`}>
            Hide
          </a>
        ) : (
          <a class="button plain" href={`${path}?reveal#secret`}>
            Reveal secret
          </a>
        )}
        <Form action={`${path}/secret`}>
          <button type="submit" aria-describedby="rotation">
            Make a new secret
          </button>
        </Form>
      </div>
      <p class="hint" id="rotation">
        A new one replaces this one at once. What your server refuses until it knows the new one is
        sent again, signed with it.
      </p>
    </Panel>
  );
}

/** Asks once more before one is removed. */
export function WebhookRemoval({ site, webhook }: { site: string; webhook: Webhook }) {
  const path = webhookPath(site, webhook.id);
  return (
    <section class="card panel" aria-label="Remove">
      <p>
        Nothing more is sent to <bdi class="hook-url">{webhook.url}</bdi>, and what was sent is no
        longer listed.
      </p>
      <Form action={`${path}/remove`}>
        <div class="form-foot">
          <button type="submit" class="danger">
            Remove webhook
          </button>
          <a class="button plain" href={path}>
            Keep it
          </a>
        </div>
      </Form>
    </section>
  );
}
