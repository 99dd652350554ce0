/** Invariants on what is promised for later: to whoever waits, to whoever lost their connection, to webhooks. */
import { nextRungAt } from '../../src/conversation/ladder.ts';
import { rulesOf } from '../../src/conversation/rules.ts';
import { isHookEntry } from '../../src/webhook/events.ts';
import { LEASE_MS } from '../../src/conversation/lease.ts';
import type { Evidence } from './evidence.ts';
import { mailKey } from './services.ts';

/** Every wait goes on to its next rung, and to its end: there is an alarm for it, in time. */
export function waitsGoOn(evidence: Evidence): string | null {
  const { state, settings, storage, now, isRinging, isClosing } = evidence;
  if (state?.phase !== 'waiting' || !settings || isRinging || isClosing) return null;
  const at = nextRungAt(state, rulesOf(settings));
  // Of one that is overdue, nobody can ask more than that the alarm rings right now.
  if (storage.alarm !== null && storage.alarm <= Math.max(at, now)) return null;
  return `rung ${state.rung} ends at ${at}, the alarm is set for ${String(storage.alarm)}`;
}

/** Once everybody outside has answered: no rung is overdue. */
export function rungsAreTaken({ state, settings, now, isClosing }: Evidence): string | null {
  if (isClosing || state?.phase !== 'waiting' || !settings) return null;
  const rules = rulesOf(settings);
  if (now >= state.from + rules.closeMs) return 'the wait should be over';
  return now > nextRungAt(state, rules) ? `rung ${state.rung} should be over` : null;
}

/** No wait expires, and no rung is taken, before its time, which outside the team's hours has not begun. */
export function waitsTakeTheirTime({ log, seen, moves }: Evidence): string | null {
  const isExpired = log
    .slice(seen)
    .some(({ entry }) => entry.kind === 'event' && entry.event === 'escalation.expired');
  for (const { from, to, at, settings } of moves) {
    if (from.phase !== 'waiting' || !settings) continue;
    const { askMs, remindMs, closeMs } = rulesOf(settings);
    const waited = at - from.from;
    if (to.phase === 'assistant' && isExpired && to.declined && moves.length === 1) {
      if (waited < closeMs) return `the wait expired after ${waited} ms`;
    }
    if (to.phase !== 'waiting' || to.rung === from.rung) continue;
    if (waited < (to.rung === 'asked' ? askMs : remindMs))
      return `rung ${to.rung} came after ${waited} ms`;
  }
  return null;
}

/** That the team was reminded is on record once for a wait at the most. */
export function remindersAreFew({ log, seen }: Evidence): string | null {
  for (const { seq, entry } of log.slice(seen)) {
    if (entry.kind !== 'event' || entry.event !== 'escalation.reminded') continue;
    const { escalation } = entry;
    const twin = log.find(
      (one) =>
        one.seq < seq &&
        one.entry.kind === 'event' &&
        one.entry.event === 'escalation.reminded' &&
        one.entry.escalation === escalation,
    );
    if (twin) return `entries ${twin.seq} and ${seq} both say that escalation ${escalation} was`;
  }
  return null;
}

/** A takeover is lost only once nobody has sat at a socket of it for as long as a lease lasts. */
export function lossesAreReal({ losses }: Evidence): string | null {
  for (const { present, absentMs } of losses) {
    if (present) return 'a takeover is lost while somebody is there';
    if (absentMs < LEASE_MS) return `a takeover is lost after ${absentMs} ms`;
  }
  return null;
}

/** Whoever has a seat back is who lost it last, nobody took over meanwhile, and they did not merely look. */
export function returnsAreTrue({ log, seen, falseReturns, moves }: Evidence): string | null {
  if (falseReturns[0] !== undefined)
    return `entry ${falseReturns[0]} is of somebody who just looks`;
  for (const { seq, entry } of log.slice(seen)) {
    if (entry.kind !== 'event' || entry.event !== 'takeover.started' || !entry.isBack) continue;
    const before = log.findLast(
      (one) =>
        one.seq < seq && one.entry.kind === 'event' && one.entry.event.startsWith('takeover.'),
    )?.entry;
    const isTheirs =
      before?.kind === 'event' && before.event === 'takeover.lost' && before.name === entry.name;
    if (!isTheirs) return `entry ${seq} is the return of somebody who had lost nothing`;
    const back = moves.find(({ from, to }) => to.phase === 'human' && from.phase !== 'human');
    if (back?.to.phase === 'human' && back.from.lost?.id !== back.to.seat.id)
      return `entry ${seq} seats somebody else than who lost the seat`;
  }
  return null;
}

/** Webhooks are told of what they have chosen, and each message keeps its id. */
export function deliveriesAreChosen({ deliveries, wanted, log }: Evidence): string | null {
  for (const { hook, seq, id } of deliveries.posts) {
    if (!wanted.get(seq)?.includes(hook)) return `${hook} is told of entry ${seq} unasked`;
    const entry = log[seq - 1]?.entry;
    if (entry && !isHookEntry(entry)) return `${hook} is told of entry ${seq}, which is not for it`;
    const key = `${hook}:${seq}`;
    const known = deliveries.ids.get(key) ?? id;
    if (known !== id) return `${key} goes by ${known} and by ${id}`;
    deliveries.ids.set(key, id);
  }
  return null;
}

/** What a receiver has taken, and the object knows it, is not posted again unless somebody asks. */
export function deliveriesEnd({ deliveries }: Evidence): string | null {
  const again = deliveries.posts.find(({ wasOver }) => wasOver);
  return again ? `${again.hook} is told of entry ${again.seq} again` : null;
}

/** Once everybody outside has answered: whatever a webhook wants to know was posted, or is still to be. */
export function deliveriesAreMade(evidence: Evidence): string | null {
  const { deliveries, wanted, log, services, storage, isErased, isClosing } = evidence;
  if (isErased || isClosing) return null;
  const rows = storage.all("SELECT key FROM outbox WHERE kind = 'webhook'");
  const jobs = new Set(rows.map(({ key }) => key));
  for (const { seq } of log) {
    for (const hook of wanted.get(seq) ?? []) {
      const isDone = deliveries.ids.has(`${hook}:${seq}`) || services.removedHooks.has(hook);
      if (!isDone && !jobs.has(`webhook:${hook}:${seq}`))
        return `${hook} was never told of entry ${seq}`;
    }
  }
  return null;
}

/**
 * Once everybody outside has answered: what became of a delivery that was taken is known to D1, or is still
 * to be told there.
 */
export function deliveriesAreOnRecord(evidence: Evidence): string | null {
  const { deliveries, services, storage, isErased, isClosing } = evidence;
  if (isErased || isClosing) return null;
  const rows = storage.all("SELECT key FROM outbox WHERE kind = 'delivery'");
  const jobs = new Set(rows.map(({ key }) => key));
  for (const id of deliveries.over) {
    // With a webhook goes all that is known of it.
    if (services.removedHooks.has(deliveries.takenBy.get(id) ?? '')) continue;
    if (!deliveries.recorded.has(id) && !jobs.has(`delivery:${id}`))
      return `D1 was never told of delivery ${id}`;
  }
  return null;
}

/** Whoever of the team has a mail, and the object knows it, does not get it again with the others. */
export function mailsComeOnce({ mailed }: Evidence): string | null {
  const again = mailed.find(({ isAgain }) => isAgain);
  return again ? `${again.to} gets mail ${mailKey(again)} again` : null;
}

/** While nobody but webhooks is waited for, the alarm is set for the next attempt at a mail. */
export function mailsWaitForNoWebhook(evidence: Evidence): string | null {
  const { services, storage, now, isErased, isClosing, isRinging, isAwake } = evidence;
  if (isErased || isClosing || isRinging || !isAwake) return null;
  if ([...services.outside.parties].some((party) => party !== 'web')) return null;
  const [row] = storage.all("SELECT min(due) AS due FROM outbox WHERE kind LIKE '%_mail'");
  const due = row?.['due'];
  if (typeof due !== 'number') return null;
  const { alarm } = storage;
  return alarm !== null && alarm <= Math.max(due, now)
    ? null
    : `a mail is due ${due - now} ms from now, the alarm rings in ${alarm === null ? '∞' : alarm - now}`;
}
