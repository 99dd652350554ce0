/** What is known of a run: what was stored, what was sent, what others took. Invariants are told on this. */
import type { Escalation } from '../../src/conversation/escalation-state.ts';
import type { Entry } from '../../src/protocol/entry.ts';
import type { SiteSettings } from '../../src/site/settings.ts';
import type { Client } from './client.ts';
import { marksIn } from './models.ts';
import type { Services } from './services.ts';
import type { FakeStorage } from './storage.ts';

/** A row of the log. */
export interface Stored {
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
export interface Uttered {
  as: 'draft' | 'entry';
  /** The generations in which its words were asked for. */
  marks: number[];
  phase: Escalation['phase'] | null;
  generation: number;
}

/** A state that was written over another. */
export interface Move {
  from: Escalation;
  to: Escalation;
}

/** A mail on its way to the server, and how things stood just then. */
export interface Mailed {
  escalation: number;
  to: string;
  state: Escalation | null;
  addresses: string;
}

export class Evidence {
  readonly storage: FakeStorage;
  readonly services: Services;
  readonly clients: readonly Client[];
  /** The log, as it grew. */
  readonly log: Stored[] = [];
  /** How things stand, by the object's own row; null while there is none. */
  state: Escalation | null = null;
  /** Escalations whose mail the server has taken. */
  readonly accepted = new Set<number>();
  /** Escalations that D1 says were notified. */
  readonly receipts = new Set<number>();
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

  constructor(storage: FakeStorage, services: Services, clients: readonly Client[]) {
    this.storage = storage;
    this.services = services;
    this.clients = clients;
  }

  /** A statement was run. */
  onStatement(query: string): void {
    if (query.startsWith('INSERT INTO entry')) this.#onEntry();
    else if (/^INSERT OR REPLACE INTO conversation\b/.test(query)) {
      const from = this.state;
      const to = this.#readState();
      if (from && to) this.moves.push({ from, to });
      this.state = to;
    }
  }

  /** A frame leaves for a client. */
  onFrame(text: string): void {
    if (text.startsWith('{"type":"draft"')) this.#utter('draft', text);
  }

  /** A mail leaves for the server. */
  onMail(escalation: number, to: string): void {
    const { state } = this;
    const [row] = this.storage.all('SELECT settings FROM conversation');
    const settings: SiteSettings | null = row ? JSON.parse(String(row['settings'])) : null;
    const addresses = settings?.escalation.address ?? '';
    this.mailed.push({ escalation, to, state, addresses });
  }

  /** Takes in what was stored since the last look. */
  look(): void {
    this.seen = this.log.length;
    if (this.isErased) return;
    this.rows = Number(this.storage.all('SELECT count(*) AS rows FROM entry')[0]?.['rows']);
    const [row] = this.storage.all('SELECT settings FROM conversation');
    const settings: SiteSettings | null = row ? JSON.parse(String(row['settings'])) : null;
    this.settingsVersion = settings?.version ?? 0;
    this.isClosing = this.storage.all('SELECT 1 FROM erasure').length > 0;
    const last = this.log.at(-1)?.seq ?? 0;
    for (const row of this.storage.all('SELECT * FROM entry WHERE seq > ? ORDER BY seq', last)) {
      this.log.push(storedFrom(row));
    }
  }

  /** What was looked at is not looked at again. */
  lookAway(): void {
    this.uttered = [];
    this.moves = [];
    this.mailed = [];
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

  #readState(): Escalation | null {
    const [row] = this.storage.all('SELECT state FROM conversation');
    const state: Escalation | null = row ? JSON.parse(String(row['state'])) : null;
    return state;
  }

  #onEntry(): void {
    const [row] = this.storage.all('SELECT * FROM entry ORDER BY seq DESC LIMIT 1');
    const body = String(row?.['body']);
    if (body.includes('"role":"assistant"')) this.#utter('entry', body);
  }

  #utter(as: Uttered['as'], text: string): void {
    const { phase = null, generation = 0 } = this.state ?? {};
    this.uttered.push({ as, marks: marksIn(text), phase, generation });
  }
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
