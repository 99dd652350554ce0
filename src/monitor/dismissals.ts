/**
 * Members who were let go of a moment ago. The Worker may have looked at a session just before it ended
 * and introduce its socket just after: to the monitor, or to a conversation, which hears of them in the
 * answer to the report that it then makes. Pure.
 */
import type { WatcherAdmission } from './admission.ts';
import type { Dismissed } from './report.ts';

/** No introduction is under way for longer. */
export const DISMISSED_FOR_MS = 300_000;

/** The clocks of two machines differ by less. */
export const CLOCK_SLACK_MS = 2_000;

/** Whether whoever is introduced was let go of after their session was looked at. */
export function concerns({ member, session, at }: Dismissed, admission: WatcherAdmission): boolean {
  return (
    admission.checkedAt <= at + CLOCK_SLACK_MS &&
    admission.member === member &&
    (session === undefined || admission.session === session)
  );
}
