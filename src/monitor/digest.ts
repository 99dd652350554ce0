/** Sends the mail that names those held back, and hands out what becomes of it. */
import type { End } from '../conversation/outbox.ts';
import { logEvent } from '../log.ts';
import type { MailEnv } from '../mail/send.ts';
import type { Millis } from '../protocol/entry.ts';
import type { Card } from '../protocol/monitor.ts';
import type { SiteSettings } from '../site/settings.ts';
import { findSite } from '../site/sites.ts';
import { type DigestErrand, digestPause, MAX_DIGEST_FAILURES } from './errand.ts';
import type { ErrandStore } from './errand-store.ts';
import { DIGEST_AFTER_MS, DIGEST_EVERY_MS, type Held, jobOfHeld, type Post } from './post.ts';
import type { Reach } from './watched.ts';

export interface DigestHost {
  env: MailEnv & { MAIL_FROM: string };
  /** The website's id. */
  name(): string;
  /** The website's settings as last heard; null where nobody has saved any since there is a monitor. */
  settings(): SiteSettings | null;
  card(conversation: string): Card | undefined;
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
    errands.add({ type: 'digest', origin, failures: 0, misses: 0 }, now + DIGEST_AFTER_MS);
  }

  /** Tells what there is to tell. An errand that finds nothing has rested long enough, and ends. */
  async go(id: number, errand: DigestErrand): Promise<void> {
    const { post, errands } = this.#host;
    const isAllReceipted = await this.#handOut();
    const untold = this.#wanted(post.untold());
    const now = Date.now();
    if (untold.length === 0) {
      if (isAllReceipted) errands.remove(id);
      else {
        const misses = errand.misses + 1;
        // Others that are held back meanwhile wait for the same errand, and no longer than usual.
        const pause = Math.min(digestPause(misses), DIGEST_EVERY_MS);
        errands.update(id, { ...errand, misses }, now + pause);
      }
      return;
    }
    const end = await this.#send(untold, errand.origin);
    const failures = end.accepted ? 0 : errand.failures + 1;
    if (failures > 0 && failures < MAX_DIGEST_FAILURES) {
      return errands.update(id, { ...errand, failures }, now + digestPause(failures));
    }
    post.end(untold, end);
    // Should this be lost, the errand finds what has yet to be handed out.
    errands.update(id, { ...errand, failures: 0, misses: 0 }, now + DIGEST_EVERY_MS);
    await this.#handOut();
  }

  /** Drops calls for those who no longer wait: they cancelled, or somebody is there. */
  #wanted(held: readonly Held[]): Held[] {
    const { post, card } = this.#host;
    return held.filter((mail) => {
      // Of a conversation without a card nothing is known for certain: its report may be late.
      const phase = card(mail.conversation)?.phase ?? 'waiting';
      if (mail.kind === 'contact' || phase === 'waiting') return true;
      post.drop(mail);
      return false;
    });
  }

  async #send(untold: readonly Held[], origin: string): Promise<End> {
    const { env, name, card } = this.#host;
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
      const named = untold.map(({ conversation, kind }) => ({
        // Whoever left an address may have left the chat as well.
        link:
          kind === 'contact' ? `${pages}/history/${conversation}` : `${link}?open=${conversation}`,
        kind,
        card: card(conversation),
      }));
      const words = digestMail({ siteName: settings.name, link, named, now: Date.now() });
      const key = `${settings.site}.digest.${Date.now()}`;
      return await mailAll(env, addressesOf({ settings }), {
        ...words,
        id: key,
        thread: `${settings.site}.digest`,
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      logEvent('digest.failed', { site: name(), reason });
      return { accepted: false, reason };
    }
  }

  /** Tells every conversation how its mail ended. False if one could not be told. */
  async #handOut(): Promise<boolean> {
    const { post, reach } = this.#host;
    const told = await Promise.allSettled(
      post.unreceipted().map(async (held) => {
        if (held.end === null) return;
        await reach(held.conversation).mailSettled(jobOfHeld(held), held.end);
        post.receipted(held);
      }),
    );
    return told.every(({ status }) => status === 'fulfilled');
  }
}
