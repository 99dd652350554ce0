/** What pages have told, what the object has made of it, and who else has got to hear of it. */
import { KEEP_EVERY_MS } from '../../src/conversation/acquaintance.ts';
import type { Browser } from '../../src/conversation/record.ts';
import type { Millis } from '../../src/protocol/entry.ts';
import type { Identity } from '../../src/protocol/frames.ts';
import { CONVERSATION } from './life.ts';
import { MARK, SEAL, type Telling } from './tellings.ts';
import type { Wire } from './wire.ts';

/** As much of what is known of a visitor as their page has told. */
export interface Known {
  page: object;
  attributes: object;
  /** Of nothing: nobody. */
  identity: Identity;
}

/** What there is of it in a row, or in what the team is told. */
export function knownIn({ page = {}, attributes = {}, identity = {} }: Partial<Known>): Known {
  return { page, attributes, identity };
}

/** Whether two things hold the same, in whichever order. */
export function isAlike(one: object, other: object): boolean {
  const text = (all: object) => JSON.stringify(Object.entries(all).toSorted());
  return text(one) === text(other);
}

export class Told {
  /** What has to come of everything that was heard so far. */
  expected: Known = knownIn({});
  /** What must not be: what was told got where it does not belong. */
  readonly leaks: string[] = [];
  /** The team was told what was not so. */
  readonly lies: string[] = [];
  /** Names of what happened, for the summary. */
  readonly reached: string[] = [];
  readonly #tellings = new Map<string, Telling>();
  /** Addresses that the website’s server vouched for. */
  readonly #addresses = new Set<string>();
  /** Who the visitor is as far as it was learnt; a seal takes its time. */
  #identity: Identity = {};
  /** What the team was told in this step. */
  #abouts: Known[] = [];
  /** When something was heard that may not be in the row yet. */
  #behindSince: Millis | null = null;

  /** So many things were told, whether they were heard or not. */
  get count(): number {
    return this.#tellings.size;
  }

  add(telling: Telling): void {
    this.#tellings.set(telling.raw, telling);
    const { identity } = telling;
    if (identity?.verified === 'email' && identity.email) this.#addresses.add(identity.email);
  }

  /** The object has taken in a frame. */
  heard(raw: string, now: Millis): void {
    const telling = this.#tellings.get(raw);
    if (!telling) return;
    const { page, attributes, identity } = telling;
    const before = this.expected;
    if (identity && !isAlike(before.identity, this.#identity))
      this.reached.push('an introduction is overtaken');
    const all = Object.entries({ ...before.attributes, ...attributes });
    this.expected = {
      page: { ...before.page, ...page },
      attributes: Object.fromEntries(all.filter(([, value]) => value !== null)),
      identity: identity ?? before.identity,
    };
    if (page || attributes) this.#behindSince = now;
  }

  /** A frame leaves for somebody. */
  onFrame(text: string, wire: Wire): void {
    if (MARK.test(text)) {
      const { greeted = false }: { greeted?: boolean } = JSON.parse(wire.attachment) ?? {};
      if (!wire.tags.includes('agent')) this.leaks.push(`a visitor was sent ${text}`);
      if (!greeted) this.leaks.push(`somebody who never said hello was sent ${text}`);
    }
    if (SEAL.test(text)) this.leaks.push(`a seal left in ${text}`);
    const about = aboutIn(text);
    if (about) this.#abouts.push(about);
  }

  /** Something leaves for D1, the monitor or the mail server. */
  onTold(text: string): void {
    if (SEAL.test(text)) this.leaks.push(`a seal left in ${text}`);
    if (MARK.test(text) && !text.includes(CONVERSATION))
      this.leaks.push(`it is not said of which conversation this is: ${text}`);
    const [, answerTo] = /^Reply-To: .*?([\w.-]+@[\w.-]+)/m.exec(text) ?? [];
    if (answerTo && MARK.test(answerTo) && !this.#addresses.has(answerTo))
      this.leaks.push(`a mail is answered to ${answerTo}, which nobody vouched for`);
  }

  /** Takes in what the team was told in this step, and what the object knows after it. */
  look(known: Known | null): void {
    for (const about of this.#abouts.splice(0)) this.#weigh(about);
    if (known) this.#weigh(known);
  }

  #weigh({ page, attributes, identity }: Known): void {
    const { expected } = this;
    if (!isAlike(page, expected.page))
      this.lies.push(`${JSON.stringify(page)} instead of ${JSON.stringify(expected.page)}`);
    if (!isAlike(attributes, expected.attributes))
      this.lies.push(
        `${JSON.stringify(attributes)} instead of ${JSON.stringify(expected.attributes)}`,
      );
    if (isAlike(identity, this.#identity)) return;
    // One that was overtaken by another is nobody's any more.
    if (!isAlike(identity, expected.identity))
      this.lies.push(
        `${JSON.stringify(identity)}, introduced as ${JSON.stringify(expected.identity)}`,
      );
    this.reached.push(`a visitor is known, verified: ${identity.verified ?? 'nothing'}`);
    this.#identity = identity;
  }

  /** What the row should have by now, and has not; null if all is well. */
  missing(row: Browser, now: Millis): string | null {
    const { page, attributes } = this.expected;
    const kept = knownIn(row);
    const since = this.#behindSince;
    if (since === null || now <= since + KEEP_EVERY_MS) return null;
    if (!isAlike(kept.page, page)) return `the page is not kept: ${JSON.stringify(page)}`;
    if (isAlike(kept.attributes, attributes)) return null;
    return `attributes are not kept: ${JSON.stringify(attributes)}`;
  }

  /** Whether something of what was told is in memory alone: until it is written, the object stays awake. */
  isBehind(row: Browser): boolean {
    const { page, attributes } = this.expected;
    const kept = knownIn(row);
    const isPageKept = isAlike(kept.page, page) && isAlike(kept.attributes, attributes);
    return !isPageKept || !isAlike(kept.identity, this.#identity);
  }

  /** What the next instance knows is what is in the row. Pages tell the rest again as they come back. */
  instanceEnded(row: Browser): void {
    this.look(null);
    this.expected = knownIn(row);
    this.#identity = this.expected.identity;
    this.#behindSince = null;
  }
}

/** What a frame tells of the visitor, if it does. */
function aboutIn(text: string): Known | null {
  if (!text.startsWith('{"type":"about"') && !text.startsWith('{"type":"welcome"')) return null;
  const { about }: { about?: Partial<Known> } = JSON.parse(text);
  return about ? knownIn(about) : null;
}
