/**
 * Tells the website's monitor how the conversation stands. One report is under way at a time, and
 * whatever happens meanwhile is told together by the next: however fast people talk, the monitor hears
 * no more than it can take in.
 */
import type { Report, ReportAnswer } from '../monitor/report.ts';

export interface ReporterHost {
  /** How things stand now; null when there is nothing to tell any more. */
  report(): Report | null;
  send(report: Report): Promise<ReportAnswer>;
  answered(answer: ReportAnswer): void | Promise<void>;
}

export class Reporter {
  readonly #host: ReporterHost;
  #underWay: Promise<void> | null = null;
  #isStale = false;

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

  async #run(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      const report = this.#host.report();
      if (report) await this.#host.answered(await this.#host.send(report));
    }
  }
}
