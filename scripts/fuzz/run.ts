/** One run: a seed in, and either what it reached or what broke and how it came to that. */
import type { Detect } from '../../src/intent/verdict.ts';
import { seeded } from '../train/random.ts';
import { connect, FRAME_STEPS } from './frame-steps.ts';
import {
  AFTER_EVERY_STEP,
  AT_THE_END,
  type Invariant,
  ONCE_ALONE,
  ONCE_BACK,
  ONCE_SETTLED,
} from './invariants.ts';
import { OUTER_STEPS } from './outer-steps.ts';
import { pick } from './outside.ts';
import { PROMISE_STEPS } from './promise-steps.ts';
import type { StepKind } from './step.ts';
import { TELLING_STEPS } from './telling-steps.ts';
import { type Faults, World } from './world.ts';

export interface Failure {
  seed: number;
  /** The name of the invariant. */
  invariant: string;
  what: string;
  /** The steps, oldest first. */
  trace: string[];
}

export interface RunResult {
  steps: number;
  /** How often each kind of step was taken. */
  kinds: Map<string, number>;
  /** How often each phase, event and outcome was reached. */
  reached: Map<string, number>;
  failure: Failure | null;
}

interface RunOptions {
  seed: number;
  maxSteps: number;
  detect: Detect;
  faults: Faults;
  /** The only invariant to be told. */
  only: string | undefined;
  /** Errors that nobody caught, as they come. */
  unhandled: readonly unknown[];
}

const KINDS: readonly StepKind[] = [
  ...FRAME_STEPS,
  ...TELLING_STEPS,
  ...OUTER_STEPS,
  ...PROMISE_STEPS,
];

/** How many of a run's events the object dies in the middle of. */
const DEATHS = 0.015;

/** So many times may an alarm ring until nothing is due any more. */
const MAX_RINGS = 2_000;

const MINUTE_MS = 60_000;

/** Plays one run to its end. */
export async function play(options: RunOptions): Promise<RunResult> {
  const run = new Run(options);
  try {
    await run.play();
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
  }
  return run.result();
}

/** Leaves a run in which something broke. */
class Broken extends Error {}

class Run {
  readonly #options: RunOptions;
  readonly #world: World;
  readonly #trace: string[] = [];
  readonly #kinds = new Map<string, number>();
  readonly #reached = new Map<string, number>();
  #steps = 0;
  #failure: Failure | null = null;

  constructor(options: RunOptions) {
    this.#options = options;
    this.#world = new World(seeded(options.seed), options.detect, options.faults);
  }

  async play(): Promise<void> {
    const world = this.#world;
    const { random, evidence } = world;
    const [first] = world.clients;
    if (!first) return;
    await this.#do('the visitor comes', () => connect(world, first));
    const most = Math.ceil(this.#options.maxSteps * (0.5 + random() / 2));
    for (let step = 0; step < most && !evidence.isErased; step += 1) {
      if (random() < 0.5) {
        const now = world.clock.now + Math.ceil(random() * 20);
        await world.clock.advance(now, () => world.settle());
      }
      await this.#step();
    }
    await this.#letAnswer();
    this.#check(ONCE_SETTLED);
    await this.#comeBack();
    this.#check(ONCE_BACK);
    await this.#leave();
    this.#check(ONCE_ALONE);
    await this.#letPass();
    this.#check(AT_THE_END);
  }

  result(): RunResult {
    return {
      steps: this.#steps,
      kinds: this.#kinds,
      reached: this.#reached,
      failure: this.#failure,
    };
  }

  /** One step, by chance. */
  async #step(): Promise<void> {
    const world = this.#world;
    const able = KINDS.map((kind) => ({ kind, weight: kind.weight(world) }));
    const { kind } = pick(able, world.random);
    count(this.#kinds, kind.name);
    if (!kind.isEvent || world.random() >= DEATHS) {
      return this.#do(kind.name, () => kind.run(world));
    }
    const isWritten = world.random() < 0.6;
    const isSent = world.random() < 0.5;
    const fate = isWritten ? `written${isSent ? ' and sent' : ''}` : 'lost';
    count(this.#kinds, `died within a step (${fate})`);
    return this.#do(`${kind.name}, and dies of it (${fate})`, async () => {
      world.hold();
      const detail = kind.run(world);
      await world.endWithin(isWritten, isSent);
      return detail;
    });
  }

  async #do(name: string, act: () => string | void | Promise<string | void>): Promise<void> {
    const world = this.#world;
    this.#steps += 1;
    const at = this.#trace.push(name) - 1;
    const { evidence } = world;
    let detail: string | void = undefined;
    try {
      detail = await act();
    } catch (error) {
      evidence.broken.push(`thrown: ${String(error)}`);
    }
    await world.settle();
    const { state } = evidence;
    const time = ((world.clock.now - START_MS) / 1000).toFixed(3);
    this.#trace[at] =
      `${time} s  ${name}${detail ? ` (${detail})` : ''}  → ${String(state?.phase)}`;
    this.#look();
  }

  /** Takes in what the step left, and has every invariant told on it. */
  #look(): void {
    const { evidence, reached } = this.#world;
    evidence.look();
    for (const error of this.#options.unhandled) evidence.broken.push(`uncaught: ${String(error)}`);
    for (const { entry } of evidence.log.slice(evidence.seen)) {
      const isCut = entry.kind === 'message' && entry.interrupted;
      if (isCut) count(this.#reached, 'an answer cut short');
      else if (entry.kind === 'message') count(this.#reached, `words: ${entry.author.role}`);
      else if (entry.event === 'takeover.started' && entry.from !== undefined)
        count(this.#reached, 'a takeover by force');
      else if (entry.event === 'takeover.started' && entry.isBack)
        count(this.#reached, 'a seat is taken up again');
      else count(this.#reached, entry.event);
    }
    for (const { from, to } of evidence.moves) {
      if (to.contacts > from.contacts && to.contacts > 1) count(this.#reached, 'several addresses');
      if (from.phase !== to.phase) count(this.#reached, `${from.phase} → ${to.phase}`);
    }
    for (const _ of evidence.deliveries.posts) count(this.#reached, 'a webhook is told');
    for (const { isRest } of evidence.mailed)
      if (isRest) count(this.#reached, 'a mail for the others');
    for (const name of reached.splice(0)) count(this.#reached, name);
    for (const name of evidence.told.reached.splice(0)) count(this.#reached, name);
    this.#check(AFTER_EVERY_STEP);
    evidence.lookAway();
  }

  #check(invariants: readonly Invariant[]): void {
    const { seed, only } = this.#options;
    for (const invariant of invariants) {
      if (only !== undefined && invariant.name !== only) continue;
      const what = invariant(this.#world.evidence);
      if (what === null) continue;
      this.#failure = { seed, invariant: invariant.name, what, trace: this.#trace };
      throw new Broken();
    }
  }

  /** Everybody outside answers, and what is due within minutes is done. */
  async #letAnswer(): Promise<void> {
    const world = this.#world;
    const { outside, storage, clock, random } = world;
    const until = clock.now + 10 * MINUTE_MS;
    for (let round = 0; round < MAX_RINGS; round += 1) {
      const over = world.wires.find(({ ending }) => ending !== null);
      const full = world.wires.find(({ inbox }) => inbox.length > 0);
      const [ready] = outside.ready();
      const due = Math.min(clock.nextTimer() ?? Infinity, storage.alarm ?? Infinity);
      if (full) await this.#do('the rest of the frames arrive', () => world.deliver(full));
      else if (over)
        await this.#do('the rest of the ends are noticed', () => world.deliverEnding(over));
      else if (ready)
        await this.#do('everybody answers', () => outside.settle(ready, random, random() < 0.7));
      else if (due > until) return;
      else await this.#pass(due);
    }
    this.#check([neverRests]);
  }

  /** Time passes to what is due next. */
  async #pass(due: number): Promise<void> {
    const world = this.#world;
    const { storage, clock } = world;
    await this.#do('time passes', async () => {
      await clock.advance(due, () => world.settle());
      if (storage.alarm !== null && storage.alarm <= clock.now) world.ring();
    });
  }

  /** Everybody comes back, and must have the whole log then: see clientsAreUpToDate. */
  async #comeBack(): Promise<void> {
    const world = this.#world;
    for (const client of world.clients.filter(({ log }) => log.size > 0)) {
      await this.#do(`${client.label} comes back`, () => {
        if (client.isConnected) world.goSilent(client);
        connect(world, client);
      });
    }
    await this.#letAnswer();
  }

  /** Everybody goes, some of them because the object has died. */
  async #leave(): Promise<void> {
    const world = this.#world;
    const isKilled = world.random() < 0.3;
    await this.#do('everybody goes', () => (isKilled ? world.end('killed') : world.empty()));
    await this.#do('somebody looks at it', () => world.call((object) => object.siteOf()));
    await this.#letAnswer();
  }

  /** All time passes. */
  async #letPass(): Promise<void> {
    const world = this.#world;
    const { outside, storage, clock, evidence, random } = world;
    for (let round = 0; round < MAX_RINGS; round += 1) {
      const over = world.wires.find(({ ending }) => ending !== null);
      const [ready] = outside.ready();
      const due = Math.min(clock.nextTimer() ?? Infinity, storage.alarm ?? Infinity);
      if (over) await this.#do('the rest of the ends are noticed', () => world.deliverEnding(over));
      else if (ready)
        await this.#do('everybody answers', () => outside.settle(ready, random, random() < 0.8));
      else if (due === Infinity || evidence.isErased) return;
      else await this.#pass(due);
    }
    this.#check([neverRests]);
  }
}

const START_MS = Date.UTC(2026, 0, 5, 9, 0, 0);

/** There is always something due: it goes round in circles. */
function neverRests(): string {
  return `it does not come to rest within ${MAX_RINGS} rounds`;
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
