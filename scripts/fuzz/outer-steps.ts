/** What happens to a conversation besides its clients: time, others' answers, the owner, the platform. */
import type { SiteSettings } from '../../src/site/settings.ts';
import { hear } from './services.ts';
import { oneOf, type StepKind } from './step.ts';
import type { World } from './world.ts';

const SECOND_MS = 1_000;

function passes(name: string, weight: number, ms: number): StepKind {
  return {
    name: `${name} passes`,
    weight: () => weight,
    run: (world) => {
      const took = Math.ceil(world.random() * ms);
      return world.clock
        .advance(world.clock.now + took, () => world.settle())
        .then(() => `${took} ms`);
    },
  };
}

/** Lets time pass until the alarm is due, and a while longer. */
async function passToAlarm(world: World, lateMs: number): Promise<void> {
  const { alarm } = world.storage;
  if (alarm !== null) await world.clock.advance(alarm + lateMs, () => world.settle());
}

/** Alarms that are hours away are left to the end of a run. */
function isNear({ storage, clock }: World): boolean {
  return storage.alarm !== null && storage.alarm - clock.now < 200 * SECOND_MS;
}

/** The owner saves a change. */
export function saved(world: World, change: Partial<SiteSettings>): SiteSettings {
  const { services } = world;
  services.settings = { ...services.settings, ...change, version: services.settings.version + 1 };
  return services.settings;
}

const ADDRESSES = [
  'team@acme.example',
  'desk@acme.example, boss@acme.example',
  'team@acme.example, desk@acme.example, boss@acme.example',
  '',
];

export const OUTER_STEPS: readonly StepKind[] = [
  {
    name: 'somebody outside answers',
    weight: ({ outside }) => (outside.isIdle ? 0 : 28),
    run: (world) => world.outside.settle(oneOf(world.outside.ready(), world.random), world.random),
    isEvent: true,
  },
  passes('a moment', 6, 60),
  passes('a second', 2, 2 * SECOND_MS),
  passes('half a minute', 0.6, 32 * SECOND_MS),
  {
    name: 'the alarm rings',
    weight: (world) => (isNear(world) ? 8 : 0),
    run: async (world) => {
      await passToAlarm(world, world.random() < 0.5 ? 0 : Math.ceil(world.random() * 3_000));
      world.ring();
    },
  },
  {
    name: 'the alarm rings twice',
    weight: (world) => (isNear(world) ? 1.5 : 0),
    run: async (world) => {
      await passToAlarm(world, 0);
      world.ring();
      if (world.random() < 0.5) await world.settle();
      world.ring();
    },
  },
  { name: 'the alarm rings early', weight: () => 1, run: (world) => world.ring(), isEvent: true },
  {
    name: 'escalation is switched',
    weight: ({ services }) => (services.settings.escalation.enabled ? 0.8 : 2),
    run: (world) => {
      const { escalation } = world.services.settings;
      const { enabled } = escalation;
      const settings = saved(world, { escalation: { ...escalation, enabled: !enabled } });
      if (world.random() < 0.8) world.call((object) => object.applySettings(settings));
      return enabled ? 'off' : 'on';
    },
    isEvent: true,
  },
  {
    name: 'another address is saved',
    weight: () => 0.8,
    run: (world) => {
      const { escalation } = world.services.settings;
      const address = oneOf(ADDRESSES, world.random);
      const settings = saved(world, { escalation: { ...escalation, address } });
      if (world.random() < 0.8) world.call((object) => object.applySettings(settings));
      return address;
    },
    isEvent: true,
  },
  {
    name: 'old settings arrive late',
    weight: ({ services }) => (services.settings.version > 1 ? 0.5 : 0),
    run: (world) => {
      const { settings } = world.services;
      const { escalation } = settings;
      const old = { ...settings, version: settings.version - 1 };
      world.call((object) =>
        object.applySettings({
          ...old,
          escalation: { ...escalation, enabled: !escalation.enabled },
        }),
      );
    },
    isEvent: true,
  },
  {
    name: 'somebody begins or stops to watch',
    weight: () => 0.8,
    run: (world) => {
      const { services, clock } = world;
      services.isWatched = !services.isWatched;
      world.call((object) => hear(services, object.watch(services.isWatched, clock.now)));
    },
    isEvent: true,
  },
  {
    name: 'a member is let go',
    weight: () => 0.4,
    run: (world) => {
      const { random, clock, services } = world;
      const isRemoved = random() < 0.5;
      const who = { member: oneOf(['m1', 'm2'], random), isRemoved, at: clock.now };
      services.dismissed = [...services.dismissed, who];
      if (random() < 0.7) world.call((object) => object.dismiss(who));
      return `${who.member}${isRemoved ? ' for good' : ''}`;
    },
    isEvent: true,
  },
  {
    name: 'the transcript is read',
    weight: () => 0.2,
    run: (world) => world.call((object) => object.transcript({ before: null })),
    isEvent: true,
  },
  {
    name: 'the conversation is erased',
    weight: ({ evidence }) => (evidence.isErased ? 0 : 0.12),
    run: (world) => world.call((object) => object.erase()),
    isEvent: true,
  },
  {
    name: 'the website is deleted',
    weight: ({ services }) => (services.isRetired ? 0 : 0.05),
    run: (world) => {
      world.services.isRetired = true;
    },
  },
  {
    name: 'the object falls asleep',
    weight: ({ evidence }) => (evidence.told.isBehind(evidence.about) ? 0 : 1.5),
    run: (world) => world.end('asleep'),
  },
  { name: 'the object is killed', weight: () => 1.5, run: (world) => world.end('killed') },
];
