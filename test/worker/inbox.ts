/** Inboxes of the tests' receiver of webhooks, and webhooks that lead there. */
import { inject } from 'vitest';
import { pushSettings } from '../../src/monitor/monitor-of.ts';
import { saveSite } from '../../src/site/sites.ts';
import type { WebhookDelivery } from '../../src/site/webhook-deliveries.ts';
import { addWebhook, type Webhook } from '../../src/site/webhooks.ts';
import type { HookEvent } from '../../src/webhook/events.ts';
import type { HookFormat } from '../../src/webhook/message.ts';
import { type Answer, type Post, RECEIVER } from '../receiver/provided.ts';
import { bindings } from './client.ts';
import { eventually } from './stage.ts';

export class Inbox {
  readonly url = `${inject(RECEIVER)}/inbox/${crypto.randomUUID()}`;

  /** How the next posts are answered; those after that with 200. */
  async answers(...plan: Answer[]): Promise<void> {
    await fetch(this.url, { method: 'PUT', body: JSON.stringify(plan) });
  }

  async posts(): Promise<Post[]> {
    return (await fetch(this.url)).json();
  }

  /** Waits until that many have come. */
  arrived(count: number): Promise<Post[]> {
    return eventually(async () => {
      const posts = await this.posts();
      return posts.length >= count ? posts : undefined;
    });
  }
}

/** What a post says, in our own form. */
export function read(post: Post | undefined) {
  if (!post) throw new Error('nothing came');
  const said: {
    id: string;
    type: string;
    createdAt: string;
    site: { id: string; name: string };
    conversation?: { id: string; url: string };
    event?: Record<string, unknown>;
  } = JSON.parse(post.body);
  return said;
}

/** Adds a webhook to a website and hands it to its open conversations, as the page does. */
export async function hookUp(
  inbox: Inbox,
  events: readonly HookEvent[],
  { site = 'demo', format = 'json' }: { site?: string; format?: HookFormat } = {},
): Promise<Webhook> {
  const draft = { url: inbox.url, format, events };
  const webhook = await addWebhook(bindings.DB, site, draft, Date.now());
  if (!webhook) throw new Error('the website has too many');
  await handOut(site);
  return webhook;
}

/** Hands a website's settings as they are in D1 to its open conversations. */
export async function handOut(site: string): Promise<void> {
  const settings = await saveSite(bindings.DB, site, {});
  if (settings) await pushSettings(bindings, settings);
}

/** Removes all webhooks of all websites. */
export async function unhookAll(): Promise<void> {
  await bindings.DB.batch([
    bindings.DB.prepare('DELETE FROM webhook'),
    bindings.DB.prepare('DELETE FROM webhook_delivery'),
  ]);
}

/** The rows of the delivery log of one webhook, oldest first. */
export async function logged({ id }: Webhook): Promise<WebhookDelivery[]> {
  const { results } = await bindings.DB.prepare(
    'SELECT * FROM webhook_delivery WHERE webhook = ? ORDER BY at, seq',
  )
    .bind(id)
    .all<WebhookDelivery>();
  return results;
}

/** Waits until the log of a webhook has a row like that. */
export function isLogged(
  webhook: Webhook,
  wanted: Partial<WebhookDelivery>,
): Promise<WebhookDelivery> {
  return eventually(async () =>
    (await logged(webhook)).find((row) =>
      Object.entries(wanted).every(
        ([name, value]) => Object.entries(row).find(([key]) => key === name)?.[1] === value,
      ),
    ),
  );
}
