/** What is known of a run: what was stored, what was sent, what others took. Invariants are told on this. */
import type { Escalation } from '../../src/conversation/escalation-state.ts';
import type { Browser } from '../../src/conversation/record.ts';
import type { Entry } from '../../src/protocol/entry.ts';
import type { SiteSettings } from '../../src/site/settings.ts';
import { isHookEntry } from '../../src/webhook/events.ts';
import type { MailKey, MailKind } from '../../src/site/team-mails.ts';
import type { Client } from './client.ts';
import { marksIn } from './models.ts';
import type { Post } from './receivers.ts';
import type { Services } from './services.ts';
import type { FakeStorage } from './storage.ts';
import { Mails } from './mails.ts';
import { type Known, Told } from './told.ts';
import type { Wire } from './wire.ts';

/** A row of the log. */
interface Stored {
  seq: number;
  author: string | null;
  ref: string | null;
  /** 0 an event, 1 words that want no answer, 2 words that do. */
  said: number;
  /** The number of the last message that it answers. */
  answers: number | null;
  body: string;
  entry: Entry;
}

/** Words in the assistant's name, and how things stood when they were stored or shown. */
interface Uttered {
  as: 'draft' | 'entry';
  /** The generations in which its words were asked for. */
  marks: number[];
  phase: Escalation['phase'] | null;
  generation: number;
}

/** A state that was written over another. */
interface Move {
  from: Escalation;
  to: Escalation;
  at: number;
  /** What held then. */
  settings: SiteSettings | null;
}

/** A mail on its way to the server, and how things stood just then. */
interface Mailed {
  kind: MailKind;
  number: number;
  to: string;
  state: Escalation | null;
  addresses: string;
  /** Whether some have it already, and it is for the others. */
  isRest: boolean;
  /** Whether the object knows that they have it. */
  isAgain: boolean;
}

export class Evidence {
  readonly storage: FakeStorage;
  readonly services: Services;
  readonly clients: readonly Client[];
  /** The log, as it grew. */
  readonly log: Stored[] = [];
  /** How things stand, by the object's own row; null while there is none. */
  state: Escalation | null = null;
  /** What is known of the visitor, by the same row. */
  about: Browser = {};
  readonly told = new Told();
  /** The owner's settings as the object has them. */
  settings: SiteSettings | null = null;
  /** Mails that the server has taken, or the monitor says it has. */
  readonly accepted = new Set<string>();
  /** Mails that D1 says were accepted. */
  readonly receipts = new Set<string>();
  /** Which webhooks had chosen to be told of an entry, when it was written. */
  readonly wanted = new Map<number, string[]>();
  readonly deliveries = new Deliveries();
  readonly mails = new Mails();
  /** Takeovers that were declared lost: of whom of the team a connection was there, and how long ago it last was. */
  losses: { present: boolean; absentMs: number }[] = [];
  /** Somebody of the team opens the conversation and knows nothing of it yet: no return. */
  isMereLook = false;
  /** Entries of a return that was a mere look. */
  readonly falseReturns: number[] = [];
  /** When a socket of whoever took over was last there. */
  #seatSeenAt = 0;
  #wires: () => readonly Wire[];
  /** What the object knows of the visitor, if it is awake. */
  #known: () => Known | null;
  /** Connections that were cut in this step because nothing was heard of them. */
  cutOff: Wire[] = [];
  /** Errors that nobody caught, and other things that must not be. */
  readonly broken: string[] = [];
  /** Rows deleted, or everything. */
  isErased = false;
  /** It is being erased, which others may yet be told of: nobody gets in, and nothing is said any more. */
  isClosing = false;
  /** The version of the owner's settings that it goes by. */
  settingsVersion = 0;
  /** An alarm is being handled. */
  isRinging = false;
  /** What happened since the last look. */
  uttered: Uttered[] = [];
  moves: Move[] = [];
  mailed: Mailed[] = [];
  /** How many of {@link log} were there at the last look. */
  seen = 0;
  /** How many rows there are, whatever is known of them. */
  rows = 0;

  constructor(
    storage: FakeStorage,
    services: Services,
    clients: readonly Client[],
    wires: () => readonly Wire[],
    known: () => Known | null,
  ) {
    this.storage = storage;
    this.services = services;
    this.clients = clients;
    this.#wires = wires;
    this.#known = known;
  }

  get now(): number {
    return this.services.now();
  }

  /** A statement was run. */
  onStatement(query: string): void {
    if (query.startsWith('INSERT INTO entry')) this.#onEntry();
    else if (query.startsWith('INSERT INTO outbox')) this.mails.onJob(this.storage);
    else if (/^(?:INSERT OR REPLACE INTO|UPDATE) conversation\b/.test(query)) {
      const from = this.state;
      const to = this.#readState();
      this.settings = this.#readSettings();
      if (from && to) this.moves.push({ from, to, at: this.now, settings: this.settings });
      this.state = to;
    }
  }

  /** A frame leaves for a client. */
  onFrame(text: string, wire: Wire): void {
    this.told.onFrame(text, wire);
    if (text.startsWith('{"type":"draft"')) this.#utter('draft', text);
  }

  /** A mail leaves for the server. */
  onMail(mail: Omit<MailKey, 'conversation'>, to: string): void {
    const { state } = this;
    const addresses = this.#readSettings()?.escalation.address ?? '';
    const how = this.mails.onMail(this.storage, mail, to);
    this.mailed.push({ ...mail, to, state, addresses, ...how });
  }

  /** Takes in what was stored since the last look. */
  look(): void {
    this.seen = this.log.length;
    if (this.isErased) return;
    this.rows = Number(this.storage.all('SELECT count(*) AS rows FROM entry')[0]?.['rows']);
    this.settings = this.#readSettings();
    this.about = this.#readAbout();
    this.told.look(this.#known());
    this.settingsVersion = this.settings?.version ?? 0;
    this.isClosing = this.storage.all('SELECT 1 FROM erasure').length > 0;
    const last = this.log.at(-1)?.seq ?? 0;
    for (const row of this.storage.all('SELECT * FROM entry WHERE seq > ? ORDER BY seq', last)) {
      this.log.push(storedFrom(row));
    }
    this.deliveries.look(this.storage);
    const isTaken = this.moves.some(({ from, to }) => isTakeover(from, to));
    if (isTaken || (this.state?.phase === 'human' && this.#isSeatThere(this.state.seat.id)))
      this.#seatSeenAt = this.now;
  }

  /** Whether there is an instance that knows of the conversation. */
  get isAwake(): boolean {
    return this.#known() !== null;
  }

  /** What was looked at is not looked at again. */
  lookAway(): void {
    this.uttered = [];
    this.moves = [];
    this.mailed = [];
    this.deliveries.posts = [];
    this.losses = [];
    this.cutOff = [];
  }

  /** What the instance had not written is lost. */
  instanceEnded(): void {
    this.deliveries.instanceEnded();
    this.mails.instanceEnded();
    this.told.instanceEnded(this.isErased ? {} : this.#readAbout());
  }

  /** Something was undone: how things stand is read anew. */
  reload(): void {
    this.state = this.#readState();
    this.moves = [];
  }

  erased(): void {
    this.isErased = true;
    this.state = null;
  }

  /** Whether somebody sits at a socket of that seat, whatever the object believes. */
  #isSeatThere(seat: string): boolean {
    return [...this.#wires(), ...this.cutOff].some((wire) => {
      const isCutOff = this.cutOff.includes(wire);
      if (!isCutOff && (wire.listener === null || wire.readyState !== 1)) return false;
      const known: { id?: string; greeted?: boolean } = JSON.parse(wire.attachment) ?? {};
      return known.greeted === true && known.id === seat;
    });
  }

  #readSettings(): SiteSettings | null {
    const [row] = this.storage.all('SELECT settings FROM conversation');
    const settings: SiteSettings | null = row ? JSON.parse(String(row['settings'])) : null;
    return settings;
  }

  #readAbout(): Browser {
    const [row] = this.storage.all('SELECT about FROM conversation');
    const about: Browser = row ? JSON.parse(String(row['about'])) : {};
    return about;
  }

  #readState(): Escalation | null {
    const [row] = this.storage.all('SELECT state FROM conversation');
    const state: Escalation | null = row ? JSON.parse(String(row['state'])) : null;
    return state;
  }

  #onEntry(): void {
    const [row] = this.storage.all('SELECT * FROM entry ORDER BY seq DESC LIMIT 1');
    const body = String(row?.['body']);
    if (body.includes('"role":"assistant"')) this.#utter('entry', body);
    const entry: Entry = JSON.parse(body);
    // Of a number that is given again, because the entry before was undone, this is what counts.
    this.wanted.delete(entry.seq);
    if (entry.kind !== 'event') return;
    if (entry.event === 'takeover.lost' && this.state?.phase === 'human') {
      const present = this.#isSeatThere(this.state.seat.id);
      this.losses.push({ present, absentMs: this.now - this.#seatSeenAt });
    }
    const isBack = entry.event === 'takeover.started' && entry.isBack;
    if (isBack && this.isMereLook) this.falseReturns.push(entry.seq);
    const { webhooks = [] } = this.#readSettings() ?? {};
    const chosen = webhooks.filter(
      ({ events }) => isHookEntry(entry) && events.includes(entry.event),
    );
    this.wanted.set(
      entry.seq,
      chosen.map(({ id }) => id),
    );
  }

  #utter(as: Uttered['as'], text: string): void {
    const { phase = null, generation = 0 } = this.state ?? {};
    this.uttered.push({ as, marks: marksIn(text), phase, generation });
  }
}

/** What was posted to webhooks, and what they took. */
class Deliveries {
  /** Of all that was posted, what somebody asked for once more. */
  readonly again = new Set<string>();
  /** Those that were taken for certain, and are no jobs any more. */
  readonly over = new Set<string>();
  /** By `hook:seq`. */
  readonly ids = new Map<string, string>();
  /** What happened since the last look. */
  posts: (Post & { wasOver: boolean })[] = [];
  /** Whose those are that were taken, by their ids. */
  readonly takenBy = new Map<string, string>();
  /** Of which D1 says that they are over, whichever way. */
  readonly recorded = new Set<string>();
  readonly #taken = new Set<string>();
  readonly #takenHere = new Set<string>();

  onPost(post: Post): void {
    const wasOver = this.over.has(post.id) || this.#takenHere.has(post.id);
    this.posts.push({ ...post, wasOver: wasOver && !this.again.has(post.id) });
  }

  onTaken({ id, hook }: Post): void {
    this.takenBy.set(id, hook);
    this.#taken.add(id);
    this.#takenHere.add(id);
  }

  onRecorded(id: string, status: string): void {
    if (status !== 'retrying') this.recorded.add(id);
  }

  /** Another instance may not know what this one was answered. */
  instanceEnded(): void {
    this.#takenHere.clear();
  }

  look(storage: FakeStorage): void {
    if (this.#taken.size === 0) return;
    const jobs = storage.all("SELECT job FROM outbox WHERE kind = 'webhook'").map(({ job }) => job);
    for (const id of this.#taken) {
      if (jobs.some((job) => String(job).includes(`"id":"${id}"`))) continue;
      this.#taken.delete(id);
      this.over.add(id);
    }
  }
}

function isTakeover(from: Escalation, to: Escalation): boolean {
  return to.phase === 'human' && (from.phase !== 'human' || from.seat.id !== to.seat.id);
}

/** A row of the table `entry`. */
export function storedFrom(row: Record<string, unknown>): Stored {
  const body = String(row['body']);
  const entry: Entry = JSON.parse(body);
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    seq: Number(row['seq']),
    author: text(row['author']),
    ref: text(row['ref']),
    said: Number(row['said']),
    answers: typeof row['answers'] === 'number' ? row['answers'] : null,
    body,
    entry,
  };
}
