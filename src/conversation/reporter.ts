/**
 * Tells the website's monitor how the conversation stands. One report is under way at a time, and what
 * happens meanwhile is told together. Words alone wait for a moment, too: however fast people talk, the
 * monitor hears no more than anybody could read.
 */
import type { Millis } from '../protocol/entry.ts';
import type { Report, ReportAnswer } from '../monitor/report.ts';

/** From one report of mere words to the next. A card may be this old. */
const REPORT_EVERY_MS = 250;

interface ReporterHost {
  /** How things stand now; null when there is nothing to tell any more. */
  report(): Report | null;
  send(report: Report): Promise<ReportAnswer>;
  answered(answer: ReportAnswer): void | Promise<void>;
  now(): Millis;
  pause(ms: Millis): Promise<void>;
}

export class Reporter {
  readonly #host: ReporterHost;
  #underWay: Promise<void> | null = null;
  #isStale = false;
  #restsUntil: Millis = 0;
  #soon: Promise<void> | null = null;

  constructor(host: ReporterHost) {
    this.#host = host;
  }

  /** Reports how things stand. Resolves once the monitor knows, and rejects if it could not be told. */
  tell(): Promise<void> {
    this.#isStale = true;
    this.#underWay ??= this.#run().finally(() => {
      this.#underWay = null;
      // Asked for after the last look, and before this: nobody else would see to it.
      return this.#isStale ? this.tell() : undefined;
    });
    return this.#underWay;
  }

  /** The same for words: at once, or together with what is said within a moment of the last report. */
  tellSoon(): Promise<void> {
    const rest = this.#restsUntil - this.#host.now();
    if (rest <= 0) return this.tell();
    this.#soon ??= this.#host.pause(rest).then(() => {
      this.#soon = null;
      return this.tell();
    });
    return this.#soon;
  }

  async #run(): Promise<void> {
    while (this.#isStale) {
      this.#restsUntil = this.#host.now() + REPORT_EVERY_MS;
      this.#isStale = false;
      const report = this.#host.report();
      if (report) await this.#host.answered(await this.#host.send(report));
    }
  }
}
