/** The object and everything around it: its lives, its storage, its clients, and whoever it waits for. */
import { admit, type Admission } from '../../src/conversation/admission.ts';
import { Conversation } from '../../src/conversation/conversation.ts';
import type { Millis } from '../../src/protocol/entry.ts';
import type { Detect } from '../../src/intent/verdict.ts';
import { LADDER, type SiteSettings } from '../../src/site/settings.ts';
import type { Random } from '../train/random.ts';
import { Client, type Person, type Stamped } from './client.ts';
import { SimClock } from './clock.ts';
import { Evidence } from './evidence.ts';
import { Life, type LifeHost } from './life.ts';
import { assistantFor } from './models.ts';
import { someHours, someLadder } from './choices.ts';
import { Outside } from './outside.ts';
import { posted, someHooks } from './receivers.ts';
import { envOf, type Services } from './services.ts';
import { Response, useWorld } from './stand-ins/globals.ts';
import { FakeStorage, type Tamper } from './storage.ts';
import { type Known, knownIn } from './told.ts';
import { Wire } from './wire.ts';

/** What a test may break, to see that somebody notices. */
export interface Faults {
  /** Makes other statements of a statement. */
  statement?: Tamper;
  /** Makes other frames of a frame. */
  frame?: (text: string, side: Client['side']) => string[];
  /** The mail server says yes and takes nothing. */
  mailIsLost?: boolean;
  /** Every mail ends up at this address. */
  mailGoesTo?: string;
  /** Connections stay open, whoever closes them. */
  closesNothing?: boolean;
  /** The monitor hears the first report alone. */
  monitorIsSlow?: boolean;
  /** The tables stay. */
  erasesNothing?: boolean;
  /** No alarm is ever set. */
  alarmIsDeaf?: boolean;
  /** Every alarm is set for so much later. */
  alarmIsLateMs?: Millis;
  /** D1 removes nothing. */
  d1NeverForgets?: boolean;
}

/** How an instance ends. `asleep`: its sockets stay. */
type Ending = 'asleep' | 'killed';

/** As `WebSocket.readyState`. */
const OPEN = 1;
const CLOSING = 2;
const CLOSED = 3;

/** Another instance is there no sooner than this after the last. */
const RESTART_MS = 10;

interface Instance {
  object: Conversation;
  life: Life;
}

const SETTINGS: SiteSettings = {
  site: 'demo',
  version: 1,
  name: 'Acme Outdoor',
  domains: ['localhost'],
  assistantName: 'Robin',
  greeting: 'Hello!',
  color: '#0a6b4f',
  instructions: '',
  tone: 'friendly',
  language: '',
  theme: 'auto',
  launcherText: '',
  bubble: false,
  languages: [],
  contact: '',
  escalation: { enabled: true, address: 'team@acme.example', ladder: LADDER, hours: null },
  retentionDays: 30,
  webhooks: [],
};

export class World {
  readonly random: Random;
  readonly clock = new SimClock();
  readonly outside = new Outside();
  readonly storage: FakeStorage;
  readonly clients: readonly Client[];
  readonly evidence: Evidence;
  readonly services: Services;
  readonly faults: Faults;
  readonly detect: Detect;
  readonly hasRemote: boolean;
  /** Names of what happened, for the summary. */
  readonly reached: string[] = [];
  #instance: Instance | null = null;
  #wires: Wire[] = [];
  #lastWire = 0;
  readonly #owners = new Map<Wire, Client>();
  /** What left the object and is held back until what was written is safe; null while nothing is. */
  #held: (() => void)[] | null = null;
  #alarmBefore: Millis | null = null;
  /** What just arrived was not let in. */
  #isRefused = false;

  constructor(random: Random, detect: Detect, faults: Faults = {}) {
    this.random = random;
    this.detect = detect;
    this.faults = faults;
    this.hasRemote = random() < 0.6;
    this.clients = people();
    this.services = this.#servicesFor({
      ...SETTINGS,
      escalation: {
        ...SETTINGS.escalation,
        enabled: random() < 0.9,
        ladder: someLadder(random),
        hours: someHours(random),
      },
      webhooks: someHooks(random),
    });
    this.storage = new FakeStorage(faults.statement);
    this.evidence = new Evidence(
      this.storage,
      this.services,
      this.clients,
      () => this.#wires,
      () => this.#known(),
    );
    this.storage.onStatement = (query) => this.evidence.onStatement(query);
    useWorld({
      clock: this.clock,
      logged: (line) => this.#logged(line),
      newWire: () => this.#newWire(),
      handleOf: (wire) => this.#awake().life.handleOf(wire),
      random: this.random,
      fetched: (url, init) => {
        const { outside, evidence } = this;
        const { deliveries } = evidence;
        return posted(
          {
            outside,
            onPost: (post) => deliveries.onPost(post),
            onTaken: (post) => deliveries.onTaken(post),
          },
          url,
          init,
        );
      },
      computed: (value) =>
        this.outside.ask({
          party: 'crypto',
          outcomes: ({ resolve }) => [{ name: 'computed', weight: 1, come: () => resolve(value) }],
        }),
    });
  }

  /** The object as its callers reach it: awake, if need be by a new instance. */
  get object(): Conversation {
    return this.#awake().object;
  }

  get wires(): readonly Wire[] {
    return this.#wires;
  }

  /** A stamp that nobody has used yet; everybody counts for themselves. */
  stamp(client: Client, frame: { type: string; text?: string }): Stamped {
    const ref = `r${client.sent.length + 1}`;
    const stamped: Stamped = {
      ref,
      type: frame.type,
      text: frame.text ?? null,
      raw: JSON.stringify({ ...frame, ref }),
      underWay: 0,
      authors: new Set(),
      seq: null,
      author: null,
      refused: null,
    };
    client.sent.push(stamped);
    return stamped;
  }

  /** Lets everything run that waits for nothing outside. */
  async settle(): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
  }

  /** The Worker introduces a client. */
  connect(client: Client, admission: Admission): void {
    const response: unknown = this.object.fetch(admit(admission));
    if (!(response instanceof Response) || !response.webSocket) return;
    const wire = response.webSocket;
    this.#owners.set(wire, client);
    client.take(wire);
    if (wire.readyState !== OPEN) client.lost();
  }

  /** A client sends something, perhaps again. */
  put(client: Client, raw: string, stamped?: Stamped): void {
    if (stamped) stamped.underWay += 1;
    client.wire?.inbox.push(raw);
  }

  /** The first frame on its way through a wire arrives. */
  deliver(wire: Wire): void {
    const raw = wire.inbox.shift();
    if (raw === undefined) return;
    const { object, life } = this.#awake();
    const ref = /"ref":"([^"]+)"/.exec(raw)?.[1];
    const author = authorOf(wire);
    const own = this.#owners.get(wire)?.sent.find((frame) => frame.ref === ref);
    if (own) {
      own.underWay -= 1;
      own.author = author;
      if (author !== null) own.authors.add(author);
    }
    this.evidence.isMereLook = isMereLook(wire, raw);
    this.#isRefused = wire.readyState !== OPEN;
    this.#watch(object.webSocketMessage(socketOf(life, wire), raw));
    this.evidence.isMereLook = false;
    if (!this.#isRefused && wire.readyState === OPEN) this.evidence.told.heard(raw, this.clock.now);
  }

  /** The object learns that a connection is over. */
  deliverEnding(wire: Wire): void {
    const { ending } = wire;
    wire.ending = null;
    wire.inbox.length = 0;
    if (!ending) return;
    const { object, life } = this.#awake();
    wire.readyState = Math.max(wire.readyState, CLOSING);
    const socket = socketOf(life, wire);
    if (ending.is === 'closed') object.webSocketClose(socket, ending.code);
    else object.webSocketError(socket);
    wire.readyState = CLOSED;
    this.#wires = this.#wires.filter((one) => one !== wire);
  }

  /** The alarm rings: because it is due, or as a second time, or for nothing. */
  ring(): void {
    const { object, life } = this.#awake();
    const { evidence } = this;
    if (this.storage.alarm !== null && this.storage.alarm <= this.clock.now) {
      this.storage.alarm = null;
    }
    evidence.isRinging = true;
    const done = async () => {
      await object.alarm();
      if (life.isAlive) evidence.isRinging = false;
    };
    this.#watch(done());
  }

  /** Somebody calls the object, and does not wait. */
  call(work: (object: Conversation) => unknown): void {
    this.#watch(work(this.object));
  }

  /** Holds back what is sent until {@link endWithin} says what became of the writes before it. */
  hold(): void {
    this.#held = [];
    this.#alarmBefore = this.storage.alarm;
    this.storage.begin();
  }

  /** The instance dies in the middle of what it just did: after its first stretch, before any other. */
  async endWithin(isWritten: boolean, isSent: boolean): Promise<void> {
    const held = this.#held ?? [];
    this.#held = null;
    if (isWritten) this.storage.commit();
    else this.storage.lose();
    if (isWritten && isSent) for (const send of held) send();
    if (!isWritten) {
      this.evidence.reload();
      this.storage.alarm = this.#alarmBefore;
    }
    await this.end('killed');
  }

  /** Ends the instance, if there is one. What it waited for never comes, and what it tries fails. */
  async end(how: Ending): Promise<void> {
    const instance = this.#instance;
    if (instance) {
      instance.life.end();
      this.#instance = null;
      this.evidence.instanceEnded();
      this.services.isReported = false;
      await this.settle();
      this.clock.forgetTimers();
      this.clock.now += RESTART_MS;
      for (const party of this.outside.parties) this.reached.push(`${how}, waiting for: ${party}`);
      this.outside.abandon(this.random);
    }
    const { evidence, storage } = this;
    // An alarm that was not handled to its end rings again, unless another was set meanwhile.
    if (evidence.isRinging && (storage.alarm === null || this.random() < 0.5))
      storage.alarm = this.clock.now;
    evidence.isRinging = false;
    if (how === 'asleep') return;
    for (const wire of this.#wires) wire.cut();
    this.#wires = [];
  }

  /** The wire's other end goes without a word. */
  goSilent(client: Client): void {
    client.wire?.goSilent();
    client.leave();
  }

  hangUp(client: Client): void {
    client.wire?.hangUp(1001);
    client.leave();
  }

  /** Everybody goes, and also of those who went without a word it is noticed. */
  empty(): void {
    for (const client of this.clients) this.hangUp(client);
    for (const wire of this.#wires) wire.ending ??= { is: 'broken' };
  }

  /** What the object has in mind of the visitor; null while it is asleep, or there is nothing here. */
  #known(): Known | null {
    const read = this.#instance?.object.transcript({ after: Infinity });
    return read ? knownIn(read.about) : null;
  }

  #awake(): Instance {
    if (this.#instance) return this.#instance;
    const life = new Life(this.#hostFor());
    // The constructor may do things that need it.
    const { outside, random, hasRemote } = this;
    const generation = () => {
      const [turn] = this.storage.all('SELECT generation FROM turn');
      return Number(turn?.['generation'] ?? this.evidence.state?.generation);
    };
    const assistant = assistantFor({ outside, random, generation, hasRemote }, life);
    const object = new Conversation(life.state(), envOf(this.services, life), assistant);
    this.#instance = { object, life };
    return this.#instance;
  }

  #hostFor(): LifeHost {
    const { storage, evidence, faults } = this;
    return {
      storage,
      wires: () => this.#wires,
      accept: (wire) => {
        wire.isAccepted = true;
        this.#wires.push(wire);
      },
      send: (wire, text) => {
        const isAgents = wire.tags.includes('agent');
        const frames = faults.frame?.(text, isAgents ? 'agent' : 'visitor') ?? [text];
        for (const frame of frames) {
          evidence.onFrame(frame, wire);
          if (frame.startsWith('{"type":"refused"')) this.#isRefused = true;
          this.#leave(() => wire.listener?.receive(frame));
        }
      },
      close: (wire, code) => {
        if (faults.closesNothing) return;
        wire.readyState = CLOSING;
        const { listener } = wire;
        if (code === 1000 && listener && wire.pingedAt !== null) evidence.cutOff.push(wire);
        this.#leave(() => {
          // The handshake is completed by whoever is there to do so.
          if (listener && wire.listener === listener && wire.isAccepted)
            wire.ending = { is: 'closed', code };
          wire.letGo();
          listener?.lost(code);
        });
      },
      setAlarm: (at) => {
        if (!faults.alarmIsDeaf) storage.alarm = at + (faults.alarmIsLateMs ?? 0);
      },
      deleteAll: () => {
        for (const party of this.outside.parties)
          this.reached.push(`erased, waiting for: ${party}`);
        if (!faults.erasesNothing) storage.deleteAll();
        evidence.erased();
      },
      failed: (error) => evidence.broken.push(String(error)),
    };
  }

  #leave(send: () => void): void {
    if (this.#held) this.#held.push(send);
    else send();
  }

  #watch(done: unknown): void {
    const life = this.#instance?.life;
    if (!(done instanceof Promise)) return;
    done.catch((error: unknown) => {
      if (life?.isAlive) this.evidence.broken.push(`a call failed: ${String(error)}`);
    });
  }

  #newWire(): Wire {
    this.#lastWire += 1;
    return new Wire(this.#lastWire, () => this.clock.now);
  }

  #logged(line: string): void {
    const { event, reason } = JSON.parse(line);
    this.reached.push(`log: ${String(event)}`);
    // Of what only runs into its own end nobody knows.
    if (event === 'outbox.broke' && this.#instance?.life.isAlive)
      this.evidence.broken.push(`the outbox: ${String(reason)}`);
  }

  #servicesFor(settings: SiteSettings): Services {
    return {
      outside: this.outside,
      indexed: new Set(),
      monitored: null,
      isWatched: this.random() < 0.5,
      isReported: false,
      isDeaf: this.faults.monitorIsSlow ?? false,
      neverForgets: this.faults.d1NeverForgets ?? false,
      settings,
      isRetired: false,
      held: new Map(),
      removedHooks: new Set(),
      dismissed: [],
      now: () => this.clock.now,
      onTold: (text) => this.evidence.told.onTold(text),
      onMail: (mail, to) => this.evidence.onMail(mail, this.faults.mailGoesTo ?? to),
      onAccepted: (key) => {
        if (!this.faults.mailIsLost) this.evidence.accepted.add(key);
      },
      onTaken: (mail, to, tookMs) => this.evidence.mails.onTaken(mail, to, tookMs),
      onRecorded: (id, status) => this.evidence.deliveries.onRecorded(id, status),
      onReceipt: (key) => this.evidence.receipts.add(key),
    };
  }
}

function people(): Client[] {
  const client = (label: string, person: Person, sent: Stamped[] = []) =>
    new Client(label, person, sent);
  const visitor: Stamped[] = [];
  const ada: Stamped[] = [];
  return [
    client('tab one', { is: 'visitor' }, visitor),
    client('tab two', { is: 'visitor' }, visitor),
    client('Ada', { is: 'member', id: 'm1', name: 'Ada' }, ada),
    client('Ada, elsewhere', { is: 'member', id: 'm1', name: 'Ada' }, ada),
    client('Ben', { is: 'member', id: 'm2', name: 'Ben' }),
    client('Cleo by link', { is: 'guest', name: 'Cleo', key: 'k1' }),
    client('Dan by link', { is: 'guest', name: 'Dan', key: null }),
  ];
}

/** A member who opens the conversation, and does not come back to it. */
function isMereLook(wire: Wire, raw: string): boolean {
  const { member }: { member?: unknown } = JSON.parse(wire.attachment) ?? {};
  return member !== undefined && raw.includes('"hello"') && raw.includes('"lastSeq":0');
}

/** Whom the object takes the sender of a wire's frames for. */
function authorOf(wire: Wire): string | null {
  const attachment: { side: string; id?: string } | null = JSON.parse(wire.attachment);
  if (!attachment) return null;
  return attachment.side === 'visitor' ? 'visitor' : (attachment.id ?? null);
}

/** The instance's end of a wire, as the object's handlers take it. */
function socketOf(life: Life, wire: Wire): WebSocket {
  return Object.assign(life.handleOf(wire));
}
