/** Invariants on what pages tell of their visitor: it is kept, it is the last word, and it stays among the team. */
import type { Evidence } from './evidence.ts';
import { isAlike, knownIn } from './told.ts';
import { MARK, SEAL } from './tellings.ts';

/** What the team is told is what pages have told, and nobody is vouched for but by the website's server. */
export function introductionsAreTrue({ told }: Evidence): string | null {
  return told.lies[0] ?? null;
}

/** Nothing of it reaches the visitor, the log, or anybody who would take it for another conversation's. */
export function tellingsStayHere({ told, log, seen, about }: Evidence): string | null {
  const entry = log.slice(seen).find(({ body }) => MARK.test(body));
  if (entry) return `entry ${entry.seq} holds what a page told`;
  if (SEAL.test(JSON.stringify(about))) return 'a seal is kept';
  return told.leaks[0] ?? null;
}

/** It is in the row soon, so that it outlives the instance. */
export function tellingsAreKept(evidence: Evidence): string | null {
  const { told, about, now, isErased, isClosing } = evidence;
  return isErased || isClosing ? null : told.missing(about, now);
}

/** Whoever of the team is connected knows where the visitor is, and what their page tells. */
export function teamKnowsTheVisitor(evidence: Evidence): string | null {
  const { clients, told, isErased, isClosing } = evidence;
  if (isErased || isClosing) return null;
  for (const { label, side, wire, isWelcome, about } of clients) {
    if (side !== 'agent' || !isWelcome || wire?.readyState !== 1) continue;
    const { page, attributes } = knownIn(about);
    const { expected } = told;
    if (!isAlike(page, expected.page) || !isAlike(attributes, expected.attributes))
      return `${label} knows ${JSON.stringify(about)}, it is ${JSON.stringify(expected)}`;
  }
  return null;
}

/** Once everybody outside has answered: whoever was introduced last is who the visitor is, and the team knows. */
export function lastIntroductionCounts(evidence: Evidence): string | null {
  const { clients, told, about, isErased, isClosing } = evidence;
  if (isErased || isClosing) return null;
  const { identity } = told.expected;
  const kept = knownIn(about).identity;
  if (!isAlike(kept, identity))
    return `${JSON.stringify(kept)} is kept, ${JSON.stringify(identity)} was told last`;
  for (const { label, side, wire, isWelcome, about: theirs } of clients) {
    if (side !== 'agent' || !isWelcome || wire?.readyState !== 1) continue;
    if (!isAlike(knownIn(theirs).identity, identity))
      return `${label} knows ${JSON.stringify(theirs.identity)}, it is ${JSON.stringify(identity)}`;
  }
  return null;
}

/** Once everybody outside has answered: the card shows who the visitor is, and where, unless nobody heard yet. */
export function monitorKnowsTheVisitor(evidence: Evidence): string | null {
  const { about, services, storage, isErased, isClosing } = evidence;
  if (isErased || isClosing || !services.isReported) return null;
  const [presence] = storage.all('SELECT watched FROM presence');
  const isUnderWay = storage.all("SELECT 1 FROM outbox WHERE kind = 'milestone'").length > 0;
  if (presence?.['watched'] !== 1 || isUnderWay || !services.monitored) return null;
  const [shown, known] = [knownIn(services.monitored.card), knownIn(about)];
  if (isAlike(shown.page, known.page) && isAlike(shown.identity, known.identity)) return null;
  return `the monitor shows ${JSON.stringify(shown)}, it is ${JSON.stringify(known)}`;
}
