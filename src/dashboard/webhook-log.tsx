/** What became of the messages to webhooks. */
import type { DeliveryStatus, WebhookDelivery } from '../site/webhook-deliveries.ts';
import { agoWords } from './ago.ts';
import { counted } from './conversation-words.ts';
import { Form } from './form.tsx';
import { Icon } from './icons.tsx';
import { pathOf } from './layout.tsx';
import { Panel } from './parts.tsx';
import { answerWords, STATUS_WORDS } from './webhook-words.ts';

export interface WebhookLogProps {
  site: string;
  /** Newest first. */
  deliveries: readonly WebhookDelivery[];
  /** Where webhooks are, by id; left out where the page is about one of them. */
  hosts?: ReadonlyMap<string, string>;
  /** In ms since 1970. */
  now: number;
}

export function WebhookLog(props: WebhookLogProps) {
  const { deliveries } = props;
  return (
    <Panel title="Deliveries" id="deliveries" lead="What was sent last, newest first.">
      {deliveries.length === 0 ? (
        <p class="no-deliveries muted">
          <Icon name="webhooks" />
          Nothing has been sent yet. It shows up here as soon as something happens.
        </p>
      ) : (
        <ul class="rows deliveries">
          {deliveries.map((delivery) => (
            <Row key={delivery.id} {...props} delivery={delivery} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

const BADGES: Readonly<Record<DeliveryStatus, string>> = {
  delivered: 'badge good',
  failed: 'badge bad',
  retrying: 'badge wait',
};

function Row({ site, hosts, now, delivery }: WebhookLogProps & { delivery: WebhookDelivery }) {
  const { id, webhook, conversation, event, at, status, attempts, code, reason } = delivery;
  const host = hosts?.get(webhook);
  const said = code === null ? null : reason;
  return (
    <li>
      <div class="rows-main">
        <p class="delivery-head">
          <span class={BADGES[status]}>{STATUS_WORDS[status]}</span> <code>{event}</code>
        </p>
        <p class="small muted">
          <time dateTime={new Date(at).toISOString()} title={`${utc(at)} UTC`}>
            {agoWords(at, now)}
          </time>
          {' · '}
          {counted(attempts, 'attempt')}
          {host !== undefined && (
            <>
              {' · '}
              <bdi>{host}</bdi>
            </>
          )}
          {conversation !== null && (
            <>
              {' · '}
              <a href={`${pathOf(site, 'history')}/${conversation}`}>Conversation</a>
            </>
          )}
        </p>
        <p class={`small delivery-answer ${status}`}>
          {answerWords(delivery)} {said !== null && <q dir="auto">{said}</q>}
        </p>
      </div>
      {status !== 'delivered' && conversation !== null && (
        <Form action={`${pathOf(site, 'webhooks')}/again`}>
          <input type="hidden" name="delivery" value={id} />
          <button type="submit">
            Retry<span class="hidden"> {event}</span>
          </button>
        </Form>
      )}
    </li>
  );
}

function utc(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}
