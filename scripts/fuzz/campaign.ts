/** The entry of the bundle: what plays runs, with the platform's stand-ins in their places. */
import { loadUnderstanding } from '../../src/conversation/understanding.ts';
import { FAULTS, type FaultName } from './faults.ts';
import { Dead } from './life.ts';
import { play, type RunResult } from './run.ts';
import type { Faults } from './world.ts';

/** What one run is played with. */
export interface Order {
  seed: number;
  maxSteps: number;
  /** What is broken on purpose, to see that somebody notices. */
  fault?: FaultName | undefined;
  /** The only invariant that is told; all of them otherwise. */
  only?: string | undefined;
}

let unhandled: unknown[] = [];

/** Plays the run that belongs to a seed. */
export async function playSeed({ seed, maxSteps, fault, only }: Order): Promise<RunResult> {
  const { detect } = await loadUnderstanding();
  const faults: Faults = fault ? FAULTS[fault]() : {};
  unhandled = [];
  return play({ seed, maxSteps, detect, faults, only, unhandled });
}

/** A promise was rejected that nobody looked at. That of a dead instance is nobody's business. */
export function onUnhandled(error: unknown): void {
  if (!(error instanceof Dead)) unhandled.push(error);
}
