/** Whoever sits at the other end: a visitor's tab, or somebody of the team. Keeps the log as a client does. */
import type { Admission } from '../../src/conversation/admission.ts';
import type { Entry } from '../../src/protocol/entry.ts';
import { isTeamOnly } from '../../src/protocol/entry.ts';
import type { About, Role, ServerFrame } from '../../src/protocol/frames.ts';
import type { StateView } from '../../src/protocol/state.ts';
import type { Listener, Wire } from './wire.ts';

/** Who they are to the Worker that lets them in. */
export type Person =
  | { is: 'visitor' }
  | { is: 'member'; id: string; name: string }
  /** Somebody who follows a takeover link. `key`: what their browser is known by; none if it brings nothing. */
  | { is: 'guest'; name: string; key: string | null };

/** A frame with a stamp that somebody has sent, perhaps more than once. */
export interface Stamped {
  ref: string;
  type: string;
  text: string | null;
  raw: string;
  /** So many copies of it have yet to arrive. */
  underWay: number;
  /** Whom the object took for its author, each time. */
  authors: Set<string>;
  /** The number of the entry that it was answered with. */
  seq: number | null;
  /** Whom the object took for the author of the last copy that arrived. */
  author: string | null;
  /** The code of the refusal that it was answered with, for good, and to whom. */
  refused: { code: string; author: string | null } | null;
}

/** Refusals that ask to try again. */
const PASSING: ReadonlySet<string> = new Set(['too_fast']);

export class Client implements Listener {
  readonly label: string;
  readonly person: Person;
  wire: Wire | null = null;
  /** The log as far as it is known here. */
  readonly log = new Map<number, Entry>();
  lastSeq = 0;
  state: StateView | null = null;
  role: Role | null = null;
  /** What resumes the conversation, once the visitor was told. */
  token: string | null = null;
  /** The escalation whose link was followed. */
  escalation: number | null = null;
  /** What its page has told last, by the kinds of frames: told again to every connection. */
  readonly told = new Map<string, string>();
  /** What the team knows of the visitor, here. */
  about: Partial<About> = {};
  /** When the session was last looked at. */
  checkedAt = 0;
  /** On this connection. */
  isWelcome = false;
  /** What this person has sent, from whichever window. */
  readonly sent: Stamped[];
  /** Entries that came with a stamp like one of theirs. */
  readonly answered: { own: Stamped; seq: number }[] = [];
  /** What a client must never see. */
  readonly complaints: string[] = [];
  #lastHere = 0;

  constructor(label: string, person: Person, sent: Stamped[]) {
    this.label = label;
    this.person = person;
    this.sent = sent;
  }

  get side(): Admission['side'] {
    return this.person.is === 'visitor' ? 'visitor' : 'agent';
  }

  get isConnected(): boolean {
    return this.wire !== null;
  }

  /** Takes up a connection that has just been made. */
  take(wire: Wire): void {
    this.wire = wire;
    wire.listener = this;
    this.isWelcome = false;
    this.role = null;
    this.#lastHere = 0;
  }

  /** Goes away for now; the frames on their way may still arrive. */
  leave(): void {
    this.wire = null;
    this.isWelcome = false;
    this.role = null;
  }

  receive(text: string): void {
    const frame: ServerFrame = JSON.parse(text);
    switch (frame.type) {
      case 'welcome':
        this.isWelcome = true;
        this.role = frame.role;
        this.state = frame.state;
        this.token = frame.token ?? this.token;
        if (frame.seq < this.lastSeq) this.complaints.push(`the log shrank to ${frame.seq}`);
        this.#lastHere = 0;
        for (const entry of frame.entries) this.#note(entry);
        this.lastSeq = Math.max(this.lastSeq, frame.seq);
        this.about = frame.about ?? {};
        this.wire?.inbox.push(...this.told.values());
        break;
      case 'entry':
        this.#note(frame.entry);
        break;
      case 'state':
        this.state = frame.state;
        this.role = frame.role ?? this.role;
        break;
      case 'refused':
        this.#refused(frame.code, frame.ref);
        break;
      case 'about':
        this.about = frame.about;
        break;
      case 'draft':
      case 'typing':
        break;
      default:
        frame satisfies never;
    }
  }

  lost(): void {
    this.leave();
  }

  /** Entries come in order; one that came before comes again, unchanged, in answer to a resend. */
  #note(entry: Entry): void {
    const known = this.log.get(entry.seq);
    if (known && JSON.stringify(known) !== JSON.stringify(entry))
      this.complaints.push(`entry ${entry.seq} has changed`);
    if (!known && entry.seq < this.#lastHere)
      this.complaints.push(`entry ${entry.seq} came after ${this.#lastHere}`);
    if (this.side === 'visitor' && entry.kind === 'event' && isTeamOnly(entry.event))
      this.complaints.push(`entry ${entry.seq} is for the team only`);
    this.log.set(entry.seq, entry);
    this.#lastHere = Math.max(this.#lastHere, entry.seq);
    this.lastSeq = Math.max(this.lastSeq, entry.seq);
    // Whose stamp it is, is for whoever knows the rows to say.
    const own = this.sent.find(({ ref }) => ref === entry.ref);
    if (own) this.answered.push({ own, seq: entry.seq });
  }

  #refused(code: string, ref: string | undefined): void {
    if (code === 'internal') this.complaints.push('something broke on the server');
    const own = this.sent.find((frame) => frame.ref === ref);
    // Of a copy that is still under way, nobody can tell what it will meet.
    if (own && own.underWay === 0 && this.isWelcome && !PASSING.has(code))
      own.refused = { code, author: own.author };
  }
}
