/**
 * Members who were let go of a moment ago. The Worker may have looked at a session just before it ended
 * and introduce its socket just after. Memory alone: it is about moments. Pure.
 */
import type { Millis } from '../protocol/entry.ts';
import type { WatcherAdmission } from './admission.ts';
import type { Dismissal } from './report.ts';

/** No introduction is under way for longer. */
const KEPT_MS = 60_000;

export class Dismissals {
  #recent: { who: Dismissal; at: Millis }[] = [];

  note(who: Dismissal, at: Millis): void {
    this.#recent = [...this.#recent.filter((one) => at - one.at < KEPT_MS), { who, at }];
  }

  /** Whether whoever is introduced was let go of after their session was looked at. */
  concern({ member, session, checkedAt }: WatcherAdmission): boolean {
    return this.#recent.some(
      ({ who, at }) =>
        checkedAt <= at &&
        who.member === member &&
        (who.session === undefined || who.session === session),
    );
  }
}
