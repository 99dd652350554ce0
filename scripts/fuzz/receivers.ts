/** Who is told by webhook: what D1 knows of them, and what they make of what is posted to them. */
import type { WebhookChoice } from '../../src/webhook/events.ts';
import { HOOK_EVENTS } from '../../src/webhook/events.ts';
import type { Random } from '../train/random.ts';
import type { Outside } from './outside.ts';
import type { Asked } from './stand-ins/globals.ts';

/** A message that was posted. */
export interface Post {
  hook: string;
  /** The delivery's. */
  id: string;
  /** The entry that it tells of. */
  seq: number;
}

interface ReceiversHost {
  outside: Outside;
  /** Something is posted. */
  onPost(post: Post): void;
  /** The receiver has said so, and the object has heard it. */
  onTaken(post: Post): void;
}

const IDS = ['h1', 'h2'];

/** None, one or two webhooks, each with some of the events. */
export function someHooks(random: Random): WebhookChoice[] {
  const count = Math.floor(random() * 3);
  return IDS.slice(0, count).map((id) => ({ id, events: someEvents(random) }));
}

/** Some of the events. */
export function someEvents(random: Random): WebhookChoice['events'] {
  const share = 0.2 + random() * 0.8;
  return HOOK_EVENTS.filter(() => random() < share);
}

/** A webhook's row in D1. */
export function hookRow({ id, events }: WebhookChoice): Record<string, string> {
  return {
    id,
    url: `https://hooks.example.com/${id}`,
    secret: 'whsec_of-the-run',
    format: 'json',
    events: events.join(' '),
  };
}

/** Posts something to a receiver. */
export function posted(
  host: ReceiversHost,
  url: string,
  { body, signal }: Asked,
): Promise<unknown> {
  const message: { id: string; event: { seq: number } } = JSON.parse(body);
  const post = { hook: url.split('/').at(-1) ?? '', id: message.id, seq: message.event.seq };
  host.onPost(post);
  const answer = (status: number) => ({ status, ok: status < 300, body: null });
  return host.outside.ask<unknown>({
    party: 'web',
    outcomes: ({ resolve, reject }) => [
      {
        name: 'taken',
        weight: 6,
        come: () => {
          if (!signal.aborted) host.onTaken(post);
          resolve(answer(204));
        },
      },
      { name: 'status 500', weight: 2, come: () => resolve(answer(500)) },
      { name: 'gone', weight: 0.5, come: () => resolve(answer(410)) },
      { name: 'no answer', weight: 0.7, come: () => undefined },
      { name: 'broken off', weight: 1, come: () => reject(new Error('connection reset')) },
    ],
  });
}
