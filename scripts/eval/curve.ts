/** What it costs to offer a person sooner or later. Pure. */
import type { Scores } from '../../src/intent/scores.ts';
import type { Label } from '../../src/protocol/entry.ts';

/** A message, and what it seemed to mean. */
interface Scored {
  expected: Label;
  scores: Scores;
}

/** What comes of offering a person from a score on. Shares, 0 to 1. */
interface Point {
  from: number;
  /** Of those who asked for a person, how many were not offered one. */
  missedAsking: number;
  /** Of those who had had enough. */
  missedFrustrated: number;
  /** Of those who wanted nothing of the kind, how many were offered one. */
  falseOffers: number;
  /** Per thousand messages of a chat such as {@link CHAT}, in false offers. */
  cost: number;
}

/** Of a thousand messages, so many ask for a person, and so many are frustrated with the chat. */
export const CHAT = { asking: 30, frustrated: 20 } as const;

/**
 * What a miss costs, in false offers. Who asks for a person and is answered by the assistant again may leave
 * for good, where a needless offer is a line to say no to; who is merely impatient can still ask.
 */
export const COST = { missedAsking: 8, missedFrustrated: 3 } as const;

/** The points of the curve, a step of 0.05 apart. */
export function curveOf(scored: readonly Scored[]): Point[] {
  const shareOf = (expected: Label, isIt: (team: number) => boolean): number => {
    const rows = scored.filter((one) => one.expected === expected);
    const those = rows.filter(({ scores }) => isIt(scores.ask_human + scores.frustrated));
    return rows.length === 0 ? 0 : those.length / rows.length;
  };
  return Array.from({ length: 19 }, (_, at) => {
    const from = (at + 1) / 20;
    const missedAsking = shareOf('ask_human', (team) => team < from);
    const missedFrustrated = shareOf('frustrated', (team) => team < from);
    const falseOffers = shareOf('other', (team) => team >= from);
    const cost =
      CHAT.asking * missedAsking * COST.missedAsking +
      CHAT.frustrated * missedFrustrated * COST.missedFrustrated +
      (1000 - CHAT.asking - CHAT.frustrated) * falseOffers;
    return { from, missedAsking, missedFrustrated, falseOffers, cost };
  });
}

/** How often it was right when it was about that sure. */
interface Bin {
  from: number;
  to: number;
  rows: number;
  /** The mean of what it said, and how often it was so. */
  said: number;
  was: number;
}

const BINS = 10;

/** The labels' scores by tenths, against what was so. */
export function calibrationOf(judged: readonly { score: number; isRight: boolean }[]): Bin[] {
  return Array.from({ length: BINS }, (_, at) => {
    const from = at / BINS;
    const to = (at + 1) / BINS;
    const own = judged.filter(({ score }) => score >= from && (score < to || at === BINS - 1));
    const mean = (numbers: readonly number[]): number =>
      numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
    return {
      from,
      to,
      rows: own.length,
      said: mean(own.map(({ score }) => score)),
      was: mean(own.map(({ isRight }) => Number(isRight))),
    };
  }).filter(({ rows }) => rows > 0);
}
