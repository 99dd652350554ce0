/** Baton, as visitors and the team reach it. */
import { setTimeout as delay } from 'node:timers/promises';
import type { ServerFrame } from '../../../src/protocol/frames.ts';
import type { Card, MonitorClientFrame, MonitorFrame } from '../../../src/protocol/monitor.ts';
import { signIn } from '../../chaos/team.ts';
import { Complaint } from '../../lib/complaint.ts';
import { Line } from './line.ts';
import { Seat } from './seat.ts';
import type { Side, Visitor } from './side.ts';

const PROTOCOLS = ['baton.v1'];
const HELLO = { type: 'hello', protocol: 1, lastSeq: 0 } as const;

/** In a takeover link: website, conversation, escalation, expiry and signature. */
const LINK = /\/join\/(\w+\.(\w+)\.\S+)/g;

/** A mail that was accepted is in the mailbox a moment later. */
const LOOK_EVERY_MS = 5;
const LOOKS = 200;

export class Ours implements Side {
  readonly #origin: string;
  #people = 0;
  #cookie: Promise<string> | undefined;

  constructor(origin: string) {
    this.#origin = origin;
  }

  async open(): Promise<Visitor> {
    const options = { protocols: PROTOCOLS, headers: this.#address() };
    const seat = await Seat.open(`${this.#origin}/v1/sites/demo/socket`, options);
    const greeted = seat.until(({ type }) => type === 'welcome', 'A greeting');
    seat.send(HELLO);
    const welcome = await greeted;
    if (welcome.type !== 'welcome') throw new Error('not what was waited for');
    return { seat, conversation: welcome.conversation };
  }

  async join(visitor: Visitor, by: 'link' | 'session'): Promise<Seat> {
    const { conversation } = visitor;
    const token = by === 'link' ? await this.#link(visitor) : undefined;
    const seat = await Seat.open(`${this.#origin}/v1/conversations/${conversation}/socket`, {
      protocols: token === undefined ? PROTOCOLS : [...PROTOCOLS, `takeover.${token}`],
      headers: {
        ...this.#address(),
        ...(token === undefined && { Cookie: await this.#session() }),
      },
    });
    const taken = seat.until(
      (frame) => frame.type === 'state' && frame.role === 'agent',
      'A conversation that was taken over',
    );
    seat.send(HELLO);
    seat.send({ type: 'take_over', ref: 'take', name: 'Alex' });
    await taken;
    return seat;
  }

  /** A member who has the Live page open; `onCard` is told of every card that changes. */
  async watch(onCard: (card: Card) => void): Promise<void> {
    const line = await Line.open(`${this.#origin}/v1/sites/demo/monitor`, {
      protocols: PROTOCOLS,
      headers: { ...this.#address(), Cookie: await this.#session() },
      onText(text) {
        const frame: MonitorFrame = JSON.parse(text);
        if (frame.type === 'card') onCard(frame.card);
      },
    });
    line.send(JSON.stringify({ type: 'hello', protocol: 1 } satisfies MonitorClientFrame));
  }

  /** The visitor asks for a person and says yes; the mail's link is followed. */
  async #link({ seat, conversation }: Visitor): Promise<string> {
    const offered = seat.until(isEvent('escalation.offered'), 'An offer');
    seat.send({ type: 'ask_human', ref: 'ask' });
    await offered;
    const sent = seat.until(isEvent('notification.sent'), 'A receipt');
    seat.send({ type: 'answer_offer', ref: 'yes', accept: true });
    await sent;
    for (let look = 0; look < LOOKS; look++) {
      const mails = await (await fetch(`${this.#origin}/dev/mailbox.json`)).text();
      for (const [, token = '', wanted] of mails.matchAll(LINK)) {
        // What a link ends with in JSON is the rest of the mail.
        if (wanted === conversation) return token.replace(/[\\"].*$/, '');
      }
      await delay(LOOK_EVERY_MS);
    }
    throw new Complaint('A mail with a takeover link did not come.');
  }

  #session(): Promise<string> {
    this.#cookie ??= signIn(this.#origin);
    return this.#cookie;
  }

  /** Everybody comes from an address of their own, as people do. */
  #address(): { 'CF-Connecting-IP': string } {
    this.#people += 1;
    return {
      'CF-Connecting-IP': `10.${this.#people >> 16}.${(this.#people >> 8) & 255}.${this.#people & 255}`,
    };
  }
}

/** Whether a frame tells of that event. */
export function isEvent(name: string): (frame: ServerFrame) => boolean {
  return (frame) =>
    frame.type === 'entry' && frame.entry.kind === 'event' && frame.entry.event === name;
}
