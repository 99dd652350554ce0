/** What puts the promises to the test: the ladder, the lease, receipts that come late, and webhooks. */
import type { MailKind } from '../../src/site/team-mails.ts';
import { MAIL_KINDS } from '../../src/site/team-mails.ts';
import type { SiteSettings } from '../../src/site/settings.ts';
import { someHours, someLadder } from './choices.ts';
import { connect } from './frame-steps.ts';
import { saved } from './outer-steps.ts';
import { someEvents } from './receivers.ts';
import { mailKey } from './services.ts';
import { oneOf, type StepKind } from './step.ts';
import type { World } from './world.ts';

const MINUTE_MS = 60_000;

/** Clients at the socket of whoever took over. */
function seated({ clients, evidence: { state } }: World): World['clients'] {
  return state?.phase === 'human' ? clients.filter(({ role }) => role === 'agent') : [];
}

/** Clients of whom the one may be that lost the seat. */
function losers({ clients, evidence: { state } }: World): World['clients'] {
  const { name, escalation } = state?.lost ?? {};
  return clients.filter(
    ({ side, isConnected, person }) =>
      side === 'agent' &&
      !isConnected &&
      name !== undefined &&
      (person.is === 'guest') === (escalation !== null),
  );
}

function changed(world: World, change: (settings: SiteSettings) => Partial<SiteSettings>): void {
  const settings = saved(world, change(world.services.settings));
  if (world.random() < 0.8) world.call((object) => object.applySettings(settings));
}

/** Somebody of the team asks for a mail that exists, or for one that does not. */
function someMail(world: World): { kind: MailKind; number: number } {
  const kind = oneOf(MAIL_KINDS, world.random);
  const { escalations = 1, contacts = 1 } = world.evidence.state ?? {};
  const last = kind === 'contact' ? contacts : escalations;
  return { kind, number: Math.max(1, last - Math.floor(world.random() * 2)) };
}

export const PROMISE_STEPS: readonly StepKind[] = [
  {
    name: 'the next rung is reached',
    weight: ({ evidence, storage }) =>
      evidence.state?.phase === 'waiting' && storage.alarm !== null ? 4 : 0,
    run: async (world) => {
      const { storage, clock, random } = world;
      const late = random() < 0.6 ? 0 : Math.ceil(random() * 40 * MINUTE_MS);
      const at = (storage.alarm ?? clock.now) + late;
      await clock.advance(at, () => world.settle());
      world.ring();
      return `${late} ms late`;
    },
  },
  {
    name: 'whoever took over is gone',
    weight: (world) => (seated(world).length > 0 ? 1.2 : 0),
    run: (world) => {
      const isNoticed = world.random() < 0.6;
      for (const client of seated(world)) {
        const { wire } = client;
        if (world.random() < 0.5) world.goSilent(client);
        else world.hangUp(client);
        if (wire && isNoticed) {
          wire.ending ??= { is: 'broken' };
          world.deliverEnding(wire);
        }
      }
    },
  },
  {
    name: 'a lease passes',
    weight: ({ evidence }) => (evidence.state?.phase === 'human' ? 1.5 : 0),
    run: async (world) => {
      const { clock, storage, random } = world;
      const until = clock.now + 50_000 + Math.ceil(random() * 120_000);
      for (let rings = 0; rings < 20; rings += 1) {
        const { alarm } = storage;
        if (alarm === null || alarm > until) break;
        await clock.advance(alarm, () => world.settle());
        world.ring();
        await world.settle();
      }
      await clock.advance(until, () => world.settle());
    },
  },
  {
    name: 'whoever lost the seat comes back',
    weight: (world) => (losers(world).length > 0 ? 6 : 0),
    run: (world) => {
      const client = oneOf(losers(world), world.random);
      connect(world, client);
      return client.label;
    },
    isEvent: true,
  },
  {
    name: 'the ladder is changed',
    weight: ({ evidence }) => (evidence.state?.phase === 'waiting' ? 1 : 0.2),
    run: (world) =>
      changed(world, ({ escalation }) => ({
        escalation: { ...escalation, ladder: someLadder(world.random) },
      })),
    isEvent: true,
  },
  {
    name: 'the hours are changed',
    weight: ({ evidence }) => (evidence.state?.phase === 'waiting' ? 1 : 0.2),
    run: (world) =>
      changed(world, ({ escalation }) => ({
        escalation: { ...escalation, hours: someHours(world.random) },
      })),
    isEvent: true,
  },
  {
    name: 'a mail is to be tried again',
    weight: ({ evidence }) => (evidence.state?.phase === 'waiting' ? 1 : 0.2),
    run: (world) => {
      const mail = someMail(world);
      world.call((object) => object.mailAgain(mail, world.services.settings));
      return mailKey(mail);
    },
    isEvent: true,
  },
  {
    name: 'a held mail has its end',
    weight: ({ services }) => (services.held.size > 0 ? 2 : 0),
    run: (world) => {
      const { services, evidence, random } = world;
      const [key, mail] = oneOf([...services.held], random);
      const isAccepted = random() < 0.7;
      if (isAccepted && !world.faults.mailIsLost) evidence.accepted.add(key);
      const end = isAccepted
        ? ({ accepted: true } as const)
        : ({ accepted: false, reason: '550 no such mailbox' } as const);
      world.call((object) => object.mailSettled(mail, end));
      // The monitor may not hear that it was heard, and tells it once more.
      if (random() < 0.7) services.held.delete(key);
      return `${key}: ${isAccepted ? 'accepted' : 'refused'}`;
    },
  },
  {
    name: 'a webhook is changed',
    weight: ({ services }) => (services.settings.webhooks.length > 0 ? 0.5 : 0),
    run: (world) => {
      const { random } = world;
      changed(world, ({ webhooks }) => ({
        webhooks: webhooks.map((hook) =>
          random() < 0.5 ? hook : { ...hook, events: someEvents(random) },
        ),
      }));
    },
    isEvent: true,
  },
  {
    name: 'a webhook is removed',
    weight: ({ services }) => (services.settings.webhooks.length > 0 ? 0.15 : 0),
    run: (world) => {
      const { services, random } = world;
      const { id } = oneOf(services.settings.webhooks, random);
      services.removedHooks.add(id);
      changed(world, ({ webhooks }) => ({ webhooks: webhooks.filter((hook) => hook.id !== id) }));
      return id;
    },
    isEvent: true,
  },
  {
    name: 'a delivery is asked for once more',
    weight: ({ evidence }) => (evidence.deliveries.ids.size > 0 ? 0.4 : 0),
    run: (world) => {
      const { deliveries } = world.evidence;
      const [key, id] = oneOf([...deliveries.ids], world.random);
      const [hook = '', seq = ''] = key.split(':');
      deliveries.again.add(id);
      world.call((object) => object.deliverAgain({ hook, seq: Number(seq), id }));
      return key;
    },
    isEvent: true,
  },
];
