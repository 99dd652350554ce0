/** Conversations that are played by a test: they note what the monitor asks, and fail when told to. */
import type { End } from '../../src/conversation/outbox.ts';
import type { TeamMailJob } from '../../src/conversation/team-mail-job.ts';
import type { Dismissed, Report } from '../../src/monitor/report.ts';
import type { Watched } from '../../src/monitor/watched.ts';
import type { Millis } from '../../src/protocol/entry.ts';
import type { Card } from '../../src/protocol/monitor.ts';
import type { SiteSettings } from '../../src/site/settings.ts';
import { bindings } from './client.ts';
import { eventually } from './stage.ts';

const standIns = new Map<string, StandIn>();

/** The stand-in of that id, if there is one. */
export function standIn(conversation: string): Watched | undefined {
  return standIns.get(conversation);
}

export class StandIn implements Watched {
  readonly id = bindings.CONVERSATION.newUniqueId().toString();
  /** What it was asked, in order: `watch true`, `settings 2`, `dismiss MEMBER`, `call 1 sent`, `erase`. */
  readonly asked: string[] = [];
  /** As of when it was told whether anybody watches. */
  readonly toldAt: Millis[] = [];
  readonly dismissed: Dismissed[] = [];
  isListed = true;
  isReachable = true;
  isErased = false;
  /** Takes its time with settings for as long as this is set. */
  isBusy = false;
  /** Answers nobody who asks for which mail it waits. */
  isHidden = false;
  /** The mails for which it does not wait any more: `call 1`. */
  unwanted: string[] = [];
  settingsVersion = 1;
  card: Card = {
    conversation: this.id,
    phase: 'assistant',
    startedAt: 1_000,
    lastAt: 1_000,
    messages: 1,
    lastLine: 'Where is my tent?',
    visitorOnline: true,
  };
  #failures = 0;
  #at = Date.now();

  constructor() {
    standIns.set(this.id, this);
  }

  /** Is out of reach for the next `times` questions. */
  fail(times: number): void {
    this.#failures = times;
  }

  /** How it stands, later than anything it has reported before. */
  report(change: Partial<Card> = {}): Report {
    this.card = { ...this.card, ...change };
    this.#at += 1;
    const { card, isListed, isReachable, settingsVersion } = this;
    return { card, at: this.#at, isListed, isReachable, settingsVersion };
  }

  async applySettings({ version }: SiteSettings): Promise<{ applied: boolean }> {
    this.#ask(`settings ${version}`);
    await eventually(() => !this.isBusy || undefined);
    const applied = !this.isErased && version > this.settingsVersion;
    if (applied) this.settingsVersion = version;
    return { applied };
  }

  async watch(watched: boolean, asOf: Millis): Promise<Report | null> {
    this.#ask(`watch ${watched}`);
    this.toldAt.push(asOf);
    return this.isErased ? null : this.report();
  }

  async dismiss(who: Dismissed): Promise<void> {
    this.#ask(`dismiss ${who.member}`);
    this.dismissed.push(who);
  }

  async concernOf(mail: TeamMailJob): Promise<Card | null> {
    if (this.isHidden) throw new Error('out of reach');
    const isWanted = !this.isErased && !this.unwanted.includes(`${mail.kind} ${mail.number}`);
    return isWanted ? this.card : null;
  }

  async mailSettled({ kind, number }: TeamMailJob, { accepted }: End): Promise<void> {
    this.#ask(`${kind} ${number} ${accepted ? 'sent' : 'failed'}`);
  }

  async erase(): Promise<void> {
    this.#ask('erase');
    this.isErased = true;
  }

  #ask(what: string): void {
    if (this.#failures > 0) {
      this.#failures -= 1;
      this.asked.push(`${what}: out of reach`);
      throw new Error('out of reach');
    }
    this.asked.push(what);
  }
}

/** Waits until a conversation was asked that, `times` times over. */
export function wasAsked(conversation: StandIn, what: string, times = 1): Promise<true> {
  return eventually(() => {
    const often = conversation.asked.filter((asked) => asked === what).length;
    return often >= times || undefined;
  });
}
