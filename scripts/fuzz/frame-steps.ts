/** What clients do: come, speak, press, say it again, and go. */
import { memberSeat } from '../../src/conversation/seat.ts';
import type { Admission } from '../../src/conversation/admission.ts';
import { PROTOCOL } from '../../src/protocol/limits.ts';
import type { Phase } from '../../src/protocol/state.ts';
import type { Client, Stamped } from './client.ts';
import { oneOf, type StepKind } from './step.ts';
import type { World } from './world.ts';

/** What visitors say, by what it means more or less. */
const SAYINGS = {
  question: ['Do you ship to Canada?', 'What about that', 'Where is my parcel?', 'are you there'],
  unsure: ['could somebody maybe look', 'please just fix it'],
  person: ['Can I talk to a person?', 'Human please'],
  annoyed: ['this is not helping at all', 'you do not understand me'],
  yes: ['yes please', 'sure', 'hmm ok'],
  no: ['no thanks', 'not really'],
} as const;

type Saying = keyof typeof SAYINGS;

/** Whoever is connected on a side, or is not. */
export function clientsOf(world: World, side: Client['side'], isConnected: boolean): Client[] {
  return world.clients.filter((one) => one.side === side && one.isConnected === isConnected);
}

/** More often in some phases than in others. */
function by(weights: Partial<Record<Phase, number>>, otherwise: number) {
  return (world: World) => {
    const phase = world.evidence.state?.phase;
    return (phase && weights[phase]) ?? otherwise;
  };
}

/** Puts a frame on its way. It mostly arrives at once. */
export function put(world: World, client: Client, raw: string, stamped?: Stamped): void {
  world.put(client, raw, stamped);
  if (client.wire && world.random() < 0.85) world.deliver(client.wire);
}

type Frame = { type: string; text?: string } & Record<string, unknown>;

/** A kind of frame with a stamp. */
function stamped(
  side: Client['side'],
  name: string,
  weight: (world: World) => number,
  frame: (world: World) => Frame,
): StepKind {
  return {
    name: `${side}: ${name}`,
    weight: (world) => (clientsOf(world, side, true).length > 0 ? weight(world) : 0),
    run: (world) => {
      const client = oneOf(clientsOf(world, side, true), world.random);
      const stamped = world.stamp(client, frame(world));
      put(world, client, stamped.raw, stamped);
      return `${client.label}: ${stamped.raw}`;
    },
    isEvent: true,
  };
}

function says(saying: Saying, weight: (world: World) => number): StepKind {
  return stamped('visitor', `says ${saying}`, weight, ({ random }) => ({
    type: 'say',
    text: oneOf(SAYINGS[saying], random),
  }));
}

/** A frame that leaves nothing in the log. */
function plain(side: Client['side'], name: string, weight: number, raw: string): StepKind {
  return {
    name: `${side}: ${name}`,
    weight: (world) => (clientsOf(world, side, true).length > 0 ? weight : 0),
    run: (world) => {
      const client = oneOf(clientsOf(world, side, true), world.random);
      put(world, client, raw);
      return client.label;
    },
    isEvent: true,
  };
}

const steady = (weight: number) => () => weight;

const EMAILS = ['visitor@example.org', 'visitor@example.com'];

const NAMES = ['Ada', 'Ben', 'Cleo', 'Dan'];

const takesOver = (force: boolean, weight: (world: World) => number) =>
  stamped('agent', force ? 'takes over by force' : 'takes over', weight, ({ random }) => ({
    type: 'take_over',
    name: oneOf(NAMES, random),
    ...(force && { force }),
  }));

/** Comes, or comes back. */
export function connect(world: World, client: Client): void {
  const admission = admissionOf(world, client);
  if (!admission) return;
  world.connect(client, admission);
  // A page that was opened anew knows nothing, and asks for all of it.
  const isAnew = client.person.is === 'member' && world.random() < 0.25;
  greet(world, client, isAnew ? 0 : client.lastSeq);
}

function greet(world: World, { wire }: Client, lastSeq: number): void {
  if (!wire) return;
  if (world.random() < 0.4) wire.beginPinging();
  wire.inbox.push(JSON.stringify({ type: 'hello', protocol: PROTOCOL, lastSeq }));
  world.deliver(wire);
}

function admissionOf(world: World, client: Client): Admission | null {
  const { person } = client;
  const { settings } = world.services;
  if (person.is === 'visitor') {
    return {
      side: 'visitor',
      origin: 'https://chat.example',
      settings,
      token: 'visit-token',
      resumes: world.evidence.log.length > 0,
      network: 'hashed',
      isCounted: true,
      device: 'phone',
    };
  }
  if (person.is === 'member') {
    const { id, name } = person;
    client.checkedAt = world.clock.now;
    const member = { id, name, session: `s-${client.label}`, checkedAt: client.checkedAt };
    return {
      side: 'agent',
      id: memberSeat(id),
      isLasting: true,
      escalation: null,
      settings,
      member: { ...member, sites: ['demo'] },
    };
  }
  // Links are sent by mail: there is one for every escalation so far.
  client.escalation ??= world.evidence.state?.escalations ?? null;
  if (!client.escalation) {
    client.escalation = null;
    return null;
  }
  const { key } = person;
  const id = key === null ? `link:${Math.floor(world.random() * 1e9)}` : `key:${key}`;
  return { side: 'agent', id, isLasting: key !== null, escalation: client.escalation };
}

function comes(side: Client['side'], weight: number): StepKind {
  const away = (world: World) =>
    clientsOf(world, side, false).filter(
      ({ person }) => person.is !== 'guest' || (world.evidence.state?.escalations ?? 0) > 0,
    );
  return {
    name: `${side}: comes`,
    weight: (world) => {
      const isWanted = world.evidence.state?.phase === 'waiting' && side === 'agent';
      return away(world).length > 0 ? weight * (isWanted ? 3 : 1) : 0;
    },
    run: (world) => {
      const client = oneOf(away(world), world.random);
      // A new mail brings a new link.
      if (world.random() < 0.5) client.escalation = null;
      connect(world, client);
      return client.label;
    },
    isEvent: true,
  };
}

function anyConnected(world: World): Client[] {
  return world.clients.filter(({ isConnected }) => isConnected);
}

/** Stamps that a client may well send again: a refusal for good is not argued with. */
function resendable(client: Client): Stamped[] {
  return client.isConnected ? client.sent.filter(({ refused }) => refused === null).slice(-6) : [];
}

function leaves(
  name: string,
  weight: number,
  go: (world: World, client: Client) => void,
): StepKind {
  return {
    name,
    weight: (world) => (anyConnected(world).length > 1 ? weight : 0),
    run: (world) => {
      const client = oneOf(anyConnected(world), world.random);
      go(world, client);
      return client.label;
    },
  };
}

export const FRAME_STEPS: readonly StepKind[] = [
  comes('visitor', 6),
  comes('agent', 2.2),
  says('question', by({ human: 4 }, 9)),
  says('unsure', steady(2)),
  says('person', by({ offered: 1, human: 0.3 }, 3)),
  says('annoyed', steady(1.5)),
  says('yes', by({ offered: 5 }, 0.5)),
  says('no', by({ offered: 2 }, 0.5)),
  stamped('visitor', 'asks for a person', by({ assistant: 3 }, 1), () => ({ type: 'ask_human' })),
  stamped('visitor', 'accepts', by({ offered: 8 }, 0.4), () => ({
    type: 'answer_offer',
    accept: true,
  })),
  stamped('visitor', 'declines', by({ offered: 2 }, 0.2), () => ({
    type: 'answer_offer',
    accept: false,
  })),
  stamped('visitor', 'cancels', by({ waiting: 1.5 }, 0.2), () => ({ type: 'cancel_wait' })),
  stamped(
    'visitor',
    'leaves an address',
    ({ evidence }) => (evidence.state?.contact === 'asked' ? 2.5 : 0.8),
    ({ random }) => ({ type: 'leave_contact', email: oneOf(EMAILS, random) }),
  ),
  stamped('visitor', 'erases it all', by({ offered: 0.2, waiting: 0.2 }, 0.12), () => ({
    type: 'erase',
  })),
  stamped('visitor', 'ends', steady(0.35), () => ({ type: 'end' })),
  plain('visitor', 'types', 0.5, '{"type":"typing"}'),
  plain('visitor', 'talks nonsense', 0.3, '{"type":"dance","ref":"x"}'),
  takesOver(false, by({ waiting: 7, human: 2 }, 1.5)),
  takesOver(true, by({ human: 4 }, 0.5)),
  stamped('agent', 'says', by({ human: 8 }, 0.5), () => ({ type: 'say', text: 'I am here.' })),
  stamped('agent', 'hands back', by({ human: 4 }, 0.2), ({ random }) => ({
    type: 'hand_back',
    ...(random() < 0.5 && { note: 'They are in Canada.' }),
  })),
  stamped('agent', 'ends', by({ human: 0.7 }, 0.1), () => ({ type: 'end' })),
  plain('agent', 'types', 0.5, '{"type":"typing"}'),
  {
    name: 'a frame is sent again',
    weight: (world) => (world.clients.some((one) => resendable(one).length > 0) ? 4 : 0),
    run: (world) => {
      const able = world.clients.filter((one) => resendable(one).length > 0);
      const client = oneOf(able, world.random);
      const stamped = oneOf(resendable(client), world.random);
      put(world, client, stamped.raw, stamped);
      return `${client.label}: ${stamped.raw}`;
    },
    isEvent: true,
  },
  {
    name: 'a frame that was on its way arrives',
    weight: ({ wires }) => (wires.some(({ inbox }) => inbox.length > 0) ? 12 : 0),
    run: (world) => {
      const wire = oneOf(
        world.wires.filter(({ inbox }) => inbox.length > 0),
        world.random,
      );
      const detail = wire.inbox[0];
      world.deliver(wire);
      return detail;
    },
    isEvent: true,
  },
  {
    name: 'a greeting again, from further back',
    weight: (world) => (anyConnected(world).length > 0 ? 0.7 : 0),
    run: (world) => {
      const client = oneOf(anyConnected(world), world.random);
      greet(world, client, Math.floor(world.random() * (client.lastSeq + 1)));
      return client.label;
    },
    isEvent: true,
  },
  leaves('a window is closed', 2, (world, client) => world.hangUp(client)),
  leaves('a connection goes silent', 2, (world, client) => world.goSilent(client)),
  {
    name: 'a ping',
    weight: ({ wires }) => (wires.length > 0 ? 0.3 : 0),
    run: (world) => {
      oneOf(world.wires, world.random).beginPinging();
    },
  },
  {
    name: 'an end is noticed',
    weight: ({ wires }) => (wires.some(({ ending }) => ending !== null) ? 6 : 0),
    run: (world) => {
      const over = world.wires.filter(({ ending }) => ending !== null);
      world.deliverEnding(oneOf(over, world.random));
    },
    isEvent: true,
  },
  {
    name: 'silence is noticed',
    weight: ({ wires }) => (wires.some(isAbandoned) ? 1.5 : 0),
    run: (world) => {
      const wire = oneOf(world.wires.filter(isAbandoned), world.random);
      wire.ending = { is: 'broken' };
      world.deliverEnding(wire);
    },
    isEvent: true,
  },
];

/** Nobody is there any more, and the object has not been told. */
function isAbandoned({ listener, ending }: World['wires'][number]): boolean {
  return listener === null && ending === null;
}
