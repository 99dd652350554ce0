/** What must hold after every step of every run, and at its end. Each answers what is wrong, or null. */
import { isMailWanted } from '../../src/conversation/team-mail-job.ts';
import { viewOf } from '../../src/conversation/view.ts';
import { isLinkOpen } from '../../src/conversation/escalation-state.ts';
import type { Entry } from '../../src/protocol/entry.ts';
import { isTeamOnly } from '../../src/protocol/entry.ts';
import type { Phase } from '../../src/protocol/state.ts';
import { type Evidence, storedFrom } from './evidence.ts';
import {
  deliveriesAreChosen,
  deliveriesAreMade,
  deliveriesAreOnRecord,
  deliveriesEnd,
  lossesAreReal,
  mailsComeOnce,
  mailsWaitForNoWebhook,
  remindersAreFew,
  returnsAreTrue,
  rungsAreTaken,
  waitsGoOn,
  waitsTakeTheirTime,
} from './promises.ts';
import { mailKey } from './services.ts';
import {
  introductionsAreTrue,
  lastIntroductionCounts,
  monitorKnowsTheVisitor,
  teamKnowsTheVisitor,
  tellingsAreKept,
  tellingsStayHere,
} from './told-invariants.ts';

export type Invariant = (evidence: Evidence) => string | null;

/** The log is numbered 1, 2, 3 … without a gap, and only grows. */
function logIsDense({ log, rows, seen, isErased }: Evidence): string | null {
  if (isErased) return null;
  if (rows !== log.length) return `${rows} rows are stored where ${log.length} were written`;
  const wrong = log.slice(seen).find(({ seq, entry }, at) => {
    return seq !== seen + at + 1 || entry.seq !== seq;
  });
  return wrong ? `entry ${wrong.seq} follows ${seen}` : null;
}

/** No entry ever changes, in the rows or at a client's. */
function logIsAppendOnly({ log, storage, isErased }: Evidence): string | null {
  if (isErased) return null;
  const rows = storage.all('SELECT * FROM entry ORDER BY seq').map(storedFrom);
  const changed = log.find(({ body, author, ref }, at) => {
    const now = rows[at];
    return now?.body !== body || now.author !== author || now.ref !== ref;
  });
  return changed ? `entry ${changed.seq} has changed` : null;
}

/** What a client is told fits what it was told before: order, content, and nothing that is not for it. */
function clientsHaveNoComplaint({ clients }: Evidence): string | null {
  for (const { label, complaints } of clients) {
    if (complaints[0] !== undefined) return `${label}: ${complaints[0]}`;
  }
  return null;
}

/** Nobody's stamp is in the log twice. */
function stampsAreUnique({ log, seen }: Evidence): string | null {
  for (const { seq, author, ref } of log.slice(seen)) {
    if (ref === null) continue;
    const twin = log.find((one) => one.seq < seq && one.author === author && one.ref === ref);
    if (twin) return `entries ${twin.seq} and ${seq} are both ${String(author)}'s ${ref}`;
  }
  return null;
}

/** A frame that was answered with its entry is stored, to the letter; one that was refused is not. */
function acknowledgedIsStored({ clients, log, isErased }: Evidence): string | null {
  if (isErased) return null;
  for (const { label, sent, answered } of clients) {
    for (const { own, seq } of answered.splice(0)) {
      const row = log[seq - 1];
      if (row?.ref !== own.ref)
        return `entry ${seq} was told with ${own.ref}, and is not stored so`;
      // Somebody else may use the same stamp.
      if (row.author === null || !own.authors.has(row.author)) continue;
      const { entry } = row;
      if (own.text !== null && (entry.kind !== 'message' || entry.text !== own.text))
        return `${label}'s ${own.ref} is stored as something else`;
      own.seq = seq;
    }
    for (const { ref, authors, seq, refused } of sent) {
      const isThere = (one: { ref: string | null; author: string | null }) =>
        one.ref === ref && one.author !== null && authors.has(one.author);
      if (seq !== null && !(log[seq - 1] && isThere(log[seq - 1] ?? { ref: null, author: null })))
        return `${label}'s ${ref} was acknowledged and is not stored`;
      if (refused && log.some((one) => isThere(one) && one.author === refused.author))
        return `${label}'s ${ref} was refused (${refused.code}) and is stored`;
    }
  }
  return null;
}

/** From a takeover to its end, the assistant says nothing. */
function assistantIsSilentAmongPeople({ log, seen, uttered }: Evidence): string | null {
  const shown = uttered.find(({ phase }) => phase === 'human');
  if (shown) return `the assistant's ${shown.as} came while a person had the conversation`;
  for (const { seq, entry } of log.slice(seen)) {
    if (entry.kind !== 'message' || entry.author.role !== 'assistant') continue;
    if (phaseBefore(log, seq) === 'human') return `entry ${seq} is the assistant's`;
  }
  return null;
}

/** Nothing a model produced for an older generation is stored or shown. */
function staleWordsAreNeverHeard({ uttered }: Evidence): string | null {
  for (const { as, marks, generation } of uttered) {
    const stale = marks.find((mark) => mark !== generation);
    if (stale !== undefined)
      return `${as} with words of generation ${stale}, in generation ${generation}`;
  }
  return null;
}

/** Of all who are connected, one person at the most is told that the conversation is theirs: who has it. */
function ownerIsOne({ clients, state }: Evidence): string | null {
  const owners = clients.filter(({ role, wire }) => role === 'agent' && wire?.readyState === 1);
  for (const { label, wire } of owners) {
    const { id }: { id?: string } = JSON.parse(wire?.attachment ?? '{}');
    if (state?.phase !== 'human' || state.seat.id !== id)
      return `${label} is told to be the owner, and is not`;
  }
  return null;
}

/** Whoever came by a link that is no longer open is let go of, unless they have the conversation. */
function deadLinksAreClosed({ clients, state }: Evidence): string | null {
  if (!state || state.phase === 'ended') return null;
  for (const { label, wire, isWelcome } of clients) {
    if (!isWelcome || wire?.readyState !== 1) continue;
    const { id = '', escalation }: { id?: string; escalation?: number | null } = JSON.parse(
      wire.attachment,
    );
    if (typeof escalation === 'number' && !isLinkOpen(state, escalation, id))
      return `${label} is connected by a link that leads nowhere`;
  }
  return null;
}

/** A takeover link dies with its wait unless somebody came, and when the owner switches escalation off. */
function linksDieInTime({ state, moves }: Evidence): string | null {
  if (state && state.link !== null && (!state.enabled || state.phase === 'ended'))
    return `the link of escalation ${state.link} is open, in phase ${state.phase}`;
  const kept = moves.find(({ from, to }) => {
    return from.phase === 'waiting' && to.phase === 'assistant' && to.link !== null;
  });
  return kept ? `the link of escalation ${String(kept.to.link)} outlives its wait` : null;
}

/** "The team was notified", and the like, is on record only once the mail server has taken that very mail. */
function receiptsAreTrue(evidence: Evidence): string | null {
  const { log, seen, accepted, receipts, state } = evidence;
  for (const { entry } of log.slice(seen)) {
    if (entry.kind !== 'event') continue;
    const isSaid =
      (entry.event === 'notification.sent' && !accepted.has(`call ${entry.escalation}`)) ||
      (entry.event === 'escalation.reminded' && !accepted.has(`reminder ${entry.escalation}`));
    if (isSaid) return `entry ${entry.seq} has no receipt`;
  }
  if (state && state.passedOn > 0 && !accepted.has(`contact ${state.passedOn}`))
    return `address ${state.passedOn} counts as passed on without a receipt`;
  const told = log.filter(({ entry }) => 'event' in entry && entry.event === 'contact.passed_on');
  const taken = [...accepted].filter((key) => key.startsWith('contact'));
  if (told.length > taken.length)
    return `${told.length} addresses are passed on with ${taken.length} receipts`;
  if (state?.phase === 'waiting') {
    const { escalation, notified, isReminded } = state;
    if (notified === 'sent' && !accepted.has(`call ${escalation}`))
      return `escalation ${escalation} counts as notified without a receipt`;
    if (isReminded && !accepted.has(`reminder ${escalation}`))
      return `escalation ${escalation} counts as reminded without a receipt`;
  }
  const untrue = [...receipts].find((key) => !accepted.has(key));
  return untrue === undefined ? null : `D1 has mail ${untrue} as sent, without a receipt`;
}

/** A mail leaves only while there is reason to send it, to an address that is the owner's choice at that moment. */
function mailsAreWanted({ mailed }: Evidence): string | null {
  for (const { to, state, addresses, isRest, ...mail } of mailed) {
    if (!state || !isMailWanted(state, mail, isRest))
      return `mail ${mailKey(mail)} left in phase ${String(state?.phase)}`;
    if (!addresses.split(', ').includes(to)) return `a mail left for ${to}, not for ${addresses}`;
  }
  return null;
}

/** How the phases may follow each other; see "Escalation as a state machine" in the design. */
const EDGES: Readonly<Record<Phase, readonly Phase[]>> = {
  assistant: ['offered', 'human', 'ended'],
  offered: ['assistant', 'waiting', 'human', 'ended'],
  waiting: ['assistant', 'human', 'ended'],
  human: ['assistant', 'ended'],
  ended: [],
};

/** Phases follow each other as documented; generations and escalations never go back. */
function movesAreDocumented({ moves }: Evidence): string | null {
  for (const { from, to } of moves) {
    if (from.phase !== to.phase && !EDGES[from.phase].includes(to.phase))
      return `from ${from.phase} to ${to.phase}`;
    if (to.generation < from.generation) return 'the generation went back';
    if (to.escalations < from.escalations) return 'the number of escalations went back';
    const isTaken = to.phase === 'human' && (from.phase !== 'human' || from.seat.id !== to.seat.id);
    if (isTaken && to.generation === from.generation) return 'a takeover without a new generation';
  }
  return null;
}

/** The phase is what the log says it is. */
function phaseIsInTheLog({ log, state }: Evidence): string | null {
  const told = phaseBefore(log, Infinity);
  if (!state || told === state.phase) return null;
  return `the log tells of ${told}, the state is ${state.phase}`;
}

/** Whoever is connected and has been greeted knows the whole log, as far as it is theirs, and how things stand. */
function clientsAreUpToDate(evidence: Evidence): string | null {
  const { clients, log, state, about, isErased } = evidence;
  if (isErased || !state) return null;
  const all = log.length;
  const forVisitors = log.filter(({ entry }) => isForVisitors(entry)).length;
  for (const { label, side, wire, isWelcome, log: known, state: told } of clients) {
    if (!isWelcome || wire?.readyState !== 1) continue;
    const count = side === 'visitor' ? forVisitors : all;
    if (known.size !== count) return `${label} knows ${known.size} of ${count} entries`;
    const is = JSON.stringify(viewOf(state, told?.agent?.away ?? false, about.language));
    if (JSON.stringify(told) !== is)
      return `${label} was told ${JSON.stringify(told)}, it is ${is}`;
  }
  return null;
}

/** As long as there is something here, there is an alarm, or one that is being handled. */
function alarmIsSet({ storage, isErased, isRinging }: Evidence): string | null {
  if (isErased || isRinging || storage.alarm !== null) return null;
  return 'there is a conversation and no alarm';
}

/** Nothing throws that nobody catches. */
function nothingBreaks({ broken }: Evidence): string | null {
  return broken[0] ?? null;
}

/** What erased itself stays erased. */
function erasedStaysErased({ isErased, storage }: Evidence): string | null {
  return isErased && storage.tables().length > 0 ? 'there are tables again' : null;
}

/**
 * Once everybody outside has answered: nothing that the visitor said to the assistant is left without an
 * answer, and no answer is under way. What was said before a wait or to a person is theirs to answer.
 */
function messagesAreAnswered({
  log,
  storage,
  state,
  isErased,
  isClosing,
}: Evidence): string | null {
  if (isErased || isClosing || !state) return null;
  const turns = storage.all('SELECT id FROM turn');
  if (turns.length > 0) return `turn ${String(turns[0]?.['id'])} is still under way`;
  if (state.phase !== 'assistant' && state.phase !== 'waiting') return null;
  const said = new Map(
    storage.all('SELECT seq, said FROM entry').map(({ seq, said }) => [Number(seq), Number(said)]),
  );
  const through = log.findLast(({ answers }) => answers !== null)?.answers ?? 0;
  const left = log.find(({ seq, author }) => {
    return author === 'visitor' && said.get(seq) === 2 && seq > through && !isCovered(log, seq);
  });
  return left ? `message ${left.seq} was never answered` : null;
}

/** Once everybody outside has answered: whoever waits knows what became of the mail. */
function mailsAreSettled(evidence: Evidence): string | null {
  const { state, isClosing, services, storage } = evidence;
  if (isClosing || state?.phase !== 'waiting' || state.notified !== 'pending') return null;
  // The monitor has yet to say what became of it.
  if (services.held.has(`call ${state.escalation}`)) return null;
  const jobs = storage.all("SELECT 1 FROM outbox WHERE kind = 'takeover_mail'");
  return jobs.length > 0 ? null : 'whoever waits was never told about the mail';
}

/** Once everybody has come back: it goes by the owner's settings as they are now. */
function settingsAreCurrent({
  settingsVersion,
  services,
  isErased,
  isClosing,
}: Evidence): string | null {
  if (isErased || isClosing || settingsVersion === services.settings.version) return null;
  return `it goes by settings ${settingsVersion}, the owner's are ${services.settings.version}`;
}

/** Once everybody has come back: whoever watches live sees the conversation as it is. */
function monitorIsUpToDate({
  log,
  state,
  storage,
  services,
  isErased,
  isClosing,
}: Evidence): string | null {
  if (isErased || isClosing || !state) return null;
  const [presence] = storage.all('SELECT watched FROM presence');
  const isUnderWay = storage.all("SELECT 1 FROM outbox WHERE kind = 'milestone'").length > 0;
  if (presence?.['watched'] !== 1 || isUnderWay) return null;
  const { card } = services.monitored ?? {};
  const messages = log.filter(({ entry }) => entry.kind === 'message').length;
  if (card?.phase === state.phase && card.messages === messages) return null;
  return `the monitor shows ${String(card?.phase)} and ${String(card?.messages)} messages, it is ${state.phase} and ${messages}`;
}

/** Once everybody has gone: nobody counts as being here. */
function nobodyIsHere({ storage, isErased, isClosing }: Evidence): string | null {
  if (isErased || isClosing) return null;
  const [presence] = storage.all('SELECT online FROM presence');
  return presence?.['online'] === 1 ? 'the visitor has gone, and counts as being here' : null;
}

/** Once all time has passed: the conversation has ended, its wait with it, and is erased everywhere. */
function everythingEnds({ state, services, storage, isErased }: Evidence): string | null {
  if (!isErased) return `it is still there, in phase ${String(state?.phase)}`;
  if (storage.tables().length > 0) return 'it is erased, and has tables';
  const [left] = services.indexed;
  if (left !== undefined) return `D1 still has rows in ${left}`;
  if (services.held.size > 0) return 'the monitor still holds mails of it';
  return services.monitored ? 'the monitor still knows of it' : null;
}

/** Told on every step. */
export const AFTER_EVERY_STEP: readonly Invariant[] = [
  nothingBreaks,
  clientsHaveNoComplaint,
  logIsDense,
  stampsAreUnique,
  acknowledgedIsStored,
  assistantIsSilentAmongPeople,
  staleWordsAreNeverHeard,
  ownerIsOne,
  deadLinksAreClosed,
  linksDieInTime,
  receiptsAreTrue,
  mailsAreWanted,
  mailsComeOnce,
  mailsWaitForNoWebhook,
  movesAreDocumented,
  waitsGoOn,
  waitsTakeTheirTime,
  remindersAreFew,
  lossesAreReal,
  returnsAreTrue,
  deliveriesAreChosen,
  deliveriesEnd,
  phaseIsInTheLog,
  clientsAreUpToDate,
  introductionsAreTrue,
  tellingsStayHere,
  tellingsAreKept,
  teamKnowsTheVisitor,
  alarmIsSet,
  erasedStaysErased,
];

/** Told once everybody outside has answered. */
export const ONCE_SETTLED: readonly Invariant[] = [
  logIsAppendOnly,
  messagesAreAnswered,
  mailsAreSettled,
  rungsAreTaken,
  deliveriesAreMade,
  deliveriesAreOnRecord,
  lastIntroductionCounts,
  monitorKnowsTheVisitor,
];

/** Told once everybody has come back, and everybody outside has answered. */
export const ONCE_BACK: readonly Invariant[] = [
  ...ONCE_SETTLED,
  settingsAreCurrent,
  monitorIsUpToDate,
];

/** Told once everybody has gone, and everybody outside has answered. */
export const ONCE_ALONE: readonly Invariant[] = [nobodyIsHere];

/** Told once all time has passed. */
export const AT_THE_END: readonly Invariant[] = [everythingEnds];

function isForVisitors(entry: Entry): boolean {
  return entry.kind === 'message' || !isTeamOnly(entry.event);
}

type Log = Evidence['log'];

/** A wait or a person came after it, and that person has not left it unanswered. */
function isCovered(log: Log, seq: number): boolean {
  const last = log.slice(seq).findLast(({ entry }) => 'event' in entry && HANDS.has(entry.event));
  const event = last && 'event' in last.entry ? last.entry.event : null;
  return event === 'escalation.requested' || event === 'takeover.started';
}

/** By which a conversation changes hands. */
const HANDS: ReadonlySet<string> = new Set([
  'escalation.requested',
  'takeover.started',
  'takeover.lost',
  'takeover.ended',
]);

/** The phase that the entries before one lead to. */
function phaseBefore(log: Log, seq: number): Phase {
  let phase: Phase = 'assistant';
  for (const { entry } of log) {
    if (entry.seq >= seq) break;
    if (entry.kind === 'event') phase = phaseAfter(phase, entry);
  }
  return phase;
}

function phaseAfter(phase: Phase, entry: Entry & { kind: 'event' }): Phase {
  switch (entry.event) {
    case 'escalation.offered':
      return 'offered';
    case 'escalation.requested':
      return 'waiting';
    case 'takeover.started':
      return 'human';
    case 'escalation.declined':
    case 'escalation.lapsed':
    case 'escalation.cancelled':
    case 'escalation.expired':
    case 'takeover.ended':
    case 'takeover.lost':
      return 'assistant';
    case 'conversation.ended':
      return 'ended';
    case 'settings.changed':
      return phase === 'offered' && !entry.escalationEnabled ? 'assistant' : phase;
    default:
      return phase;
  }
}
