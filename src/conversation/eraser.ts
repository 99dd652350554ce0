/** Leaves nothing behind of a conversation, however often the first attempts fail. */
import { logEvent } from '../log.ts';
import { openSockets } from '../objects/open-sockets.ts';
import { CLOSE } from '../protocol/close-codes.ts';
import type { Millis } from '../protocol/entry.ts';
import { type Erasure, loadErasure, nextAttempt, saveErasure } from './erasure.ts';

interface EraserHost {
  ctx: DurableObjectState;
  /** From now on there is nothing here for anybody. Answers the website, if there still was a conversation. */
  close(): string | undefined;
  /** Removes what others know. Rejects if they could not be reached. */
  forget(site: string): Promise<void>;
  /** The rows are gone, too. */
  erased(): void;
  /** Another attempt may fall due. */
  arm(): void;
}

export class Eraser {
  readonly #host: EraserHost;
  #mark: Erasure | null = null;
  #underWay: Promise<boolean> | null = null;

  constructor(host: EraserHost) {
    this.#host = host;
  }

  /** Takes up what an earlier instance began. The tables must be there. */
  load(): void {
    this.#mark = loadErasure(this.#host.ctx.storage.sql);
  }

  /** When the next attempt is due; null for a conversation that is not being erased. */
  get due(): Millis | null {
    return this.#mark?.due ?? null;
  }

  /** Erases. False if that could not be finished: it goes on by itself. Asked twice at once, it is done once. */
  erase(): Promise<boolean> {
    this.#underWay ??= this.#attempt().finally(() => {
      this.#underWay = null;
    });
    return this.#underWay;
  }

  async #attempt(): Promise<boolean> {
    const { ctx, close, forget, erased, arm } = this.#host;
    const site = close() ?? this.#mark?.site;
    try {
      if (site !== undefined) {
        this.#mark = nextAttempt(site, this.#mark, Date.now());
        saveErasure(ctx.storage.sql, this.#mark);
        arm();
        for (const socket of openSockets(ctx)) socket.close(CLOSE.gone, 'gone');
        await forget(site);
      }
      await ctx.storage.deleteAll();
    } catch (error) {
      logEvent('erase.failed', { conversation: ctx.id.toString(), reason: String(error) });
      return false;
    }
    this.#mark = null;
    erased();
    return true;
  }
}
