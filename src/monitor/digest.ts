/** Sends the mail that names those held back, and hands out what becomes of it. */
import type { End } from '../conversation/outbox.ts';
import { penFor } from '../language/speech.ts';
import { logEvent } from '../log.ts';
import type { MailEnv } from '../mail/send.ts';
import type { Millis } from '../protocol/entry.ts';
import type { Card } from '../protocol/monitor.ts';
import type { SiteSettings } from '../site/settings.ts';
import { findSite } from '../site/sites.ts';
import { askAll } from './ask-all.ts';
import {
  type DigestErrand,
  digestPause,
  MAX_DIGEST_FAILURES,
  receiptPause,
  type ReceiptsErrand,
} from './errand.ts';
import type { ErrandStore } from './errand-store.ts';
import {
  DIGEST_AFTER_MS,
  DIGEST_EVERY_MS,
  DIGEST_SIZE,
  type Held,
  jobOfHeld,
  type Post,
} from './post.ts';
import type { Reach } from './watched.ts';

/** Conversations asked at the same time. */
const AT_ONCE = 20;

/** A mail held back, and the conversation that it is about. */
type Concern = Held & { card: Card };

export interface DigestHost {
  env: MailEnv & { MAIL_FROM: string };
  /** The website's id. */
  name(): string;
  /** The website's settings as last heard; null where nobody has saved any since there is a monitor. */
  settings(): SiteSettings | null;
  post: Post;
  errands: ErrandStore;
  reach: Reach;
}

export class Digest {
  readonly #host: DigestHost;

  constructor(host: DigestHost) {
    this.#host = host;
  }

  /** Sees to it that what was just held back is told before long. */
  plan(origin: string, now: Millis): void {
    const { errands } = this.#host;
    if (errands.hasType('digest')) return;
    errands.add({ type: 'digest', origin, failures: 0 }, now + DIGEST_AFTER_MS);
  }

  /** Tells what there is to tell. An errand that finds nothing has rested long enough, and ends. */
  async go(id: number, errand: DigestErrand): Promise<void> {
    const { post, errands } = this.#host;
    const untold = await this.#concerns();
    const now = Date.now();
    if (untold.length === 0) {
      // Whoever could not be asked is asked again.
      if (post.untold().length === 0) return errands.remove(id);
      return errands.update(id, errand, now + DIGEST_EVERY_MS);
    }
    const end = await this.#send(untold, errand.origin);
    const failures = end.accepted ? 0 : errand.failures + 1;
    if (failures > 0 && failures < MAX_DIGEST_FAILURES) {
      return errands.update(id, { ...errand, failures }, now + digestPause(failures));
    }
    post.end(untold, end);
    errands.update(id, { ...errand, failures: 0 }, now + DIGEST_EVERY_MS);
    // Should this be lost, or a conversation be out of reach, what is left is handed out by another errand.
    // One that has missed for long rests for long, and those of this digest have missed nothing yet.
    errands.removeType('receipts');
    errands.add({ type: 'receipts', misses: 0 }, Date.now() + receiptPause(0));
    if (await this.#handOut()) errands.removeType('receipts');
  }

  /** Tells those who could not be told before. Their next digest does not wait for that, nor this for it. */
  async handOut(id: number, errand: ReceiptsErrand): Promise<void> {
    const { errands } = this.#host;
    if (await this.#handOut()) return errands.remove(id);
    const misses = errand.misses + 1;
    errands.update(id, { ...errand, misses }, Date.now() + receiptPause(misses));
  }

  /**
   * As many as one mail names, each with its conversation as it is now. Those for which nobody waits any
   * more are dropped: they cancelled, somebody is there, all of it was erased. Whoever is out of reach is
   * left for the next mail.
   */
  async #concerns(): Promise<Concern[]> {
    const { post, reach } = this.#host;
    const concerns: Concern[] = [];
    for (let after = 0; ;) {
      const held = post.untold(after);
      const { answers } = await askAll(held, AT_ONCE, (mail) =>
        reach(mail.conversation).concernOf(jobOfHeld(mail)),
      );
      for (const { of: mail, answer: card } of answers) {
        if (card) concerns.push({ ...mail, card });
        else post.drop(mail);
      }
      after = held.at(-1)?.place ?? 0;
      if (held.length < DIGEST_SIZE || concerns.length > 0) {
        return concerns.toSorted((one, other) => one.place - other.place);
      }
    }
  }

  async #send(untold: readonly Concern[], origin: string): Promise<End> {
    const { env, name } = this.#host;
    try {
      const settings = this.#host.settings() ?? (await findSite(env.DB, name()));
      if (!settings?.escalation.enabled || settings.escalation.address === '') {
        return { accepted: false, reason: 'Escalation is switched off.' };
      }
      const [{ digestMail }, { mailAll, addressesOf }] = await Promise.all([
        import('../takeover/digest-mail.tsx'),
        import('../mail/mail-all.ts'),
      ]);
      const pages = `${origin}/app/sites/${settings.site}`;
      const link = `${pages}/live`;
      const named = untold.map(({ conversation, kind, card }) => ({
        // Whoever left an address may have left the chat as well.
        link:
          kind === 'contact' ? `${pages}/history/${conversation}` : `${link}?open=${conversation}`,
        kind,
        card,
      }));
      const facts = { siteName: settings.name, link, named, now: Date.now() };
      const words = digestMail(facts, await penFor(settings.language));
      return await mailAll(env, addressesOf({ settings }), {
        ...words,
        id: `${settings.site}.digest.${await keyOf(untold)}`,
        thread: `${settings.site}.digest`,
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      logEvent('digest.failed', { site: name(), reason });
      return { accepted: false, reason };
    }
  }

  /** Tells every conversation how its mail ended. False if there is one left that does not know. */
  async #handOut(): Promise<boolean> {
    const { post, reach } = this.#host;
    await Promise.allSettled(
      post.unreceipted().map(async (held) => {
        if (held.end === null) return;
        await reach(held.conversation).mailSettled(jobOfHeld(held), held.end);
        post.receipted(held);
      }),
    );
    return post.unreceipted().length === 0;
  }
}

/** The same where the same are named: sent again, it is the same mail. One that names others is another. */
async function keyOf(named: readonly Held[]): Promise<string> {
  const places = new TextEncoder().encode(named.map(({ place }) => place).join(' '));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', places));
  return Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
