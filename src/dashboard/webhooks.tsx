/** The webhooks page: which addresses are told what happens, and what became of that. */
import { MAX_WEBHOOKS, type Webhook } from '../site/webhooks.ts';
import { counted } from './conversation-words.ts';
import { Icon } from './icons.tsx';
import { pathOf } from './layout.tsx';
import { Empty, Panel } from './parts.tsx';
import { WebhookLog, type WebhookLogProps } from './webhook-log.tsx';
import { FORMAT_WORDS } from './webhook-words.ts';

/** Where one webhook is changed. */
export function webhookPath(site: string, id: string): string {
  return `${pathOf(site, 'webhooks')}/${id}`;
}

export type WebhooksProps = Omit<WebhookLogProps, 'hosts'> & { webhooks: readonly Webhook[] };

export function Webhooks({ site, webhooks, deliveries, now }: WebhooksProps) {
  if (webhooks.length === 0) return <NoneYet site={site} />;
  const hosts = new Map(webhooks.map(({ id, url }) => [id, URL.parse(url)?.host ?? url]));
  return (
    <>
      <Panel title={counted(webhooks.length, 'webhook')}>
        <ul class="rows webhooks">
          {webhooks.map(({ id, url, format, events }) => (
            <li key={id}>
              <div class="rows-main">
                <a href={webhookPath(site, id)}>
                  <bdi>{url}</bdi>
                </a>
                <p class="small muted">
                  {FORMAT_WORDS[format]}
                  {' · '}
                  {counted(events.length, 'event')}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </Panel>
      <WebhookLog site={site} deliveries={deliveries} hosts={hosts} now={now} />
    </>
  );
}

/** What can be done on the page, beside its heading. */
export function AddWebhook({ site, count }: { site: string; count: number }) {
  if (count >= MAX_WEBHOOKS) return <p class="muted small">A website has up to {MAX_WEBHOOKS}.</p>;
  return (
    <a class="button" href={`${pathOf(site, 'webhooks')}/new`}>
      <Icon name="plus" />
      Add a webhook
    </a>
  );
}

function NoneYet({ site }: { site: string }) {
  return (
    <Empty icon="webhooks" title="Nobody is told yet">
      <p>
        A webhook tells a server of yours, or a channel in Slack, when a visitor wants a person,
        when somebody takes over, when an address is left.
      </p>
      <p class="empty-actions">
        <a class="button" href={`${pathOf(site, 'webhooks')}/new`}>
          Add a webhook
        </a>
      </p>
    </Empty>
  );
}
