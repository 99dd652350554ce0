/** What is measured: one scenario is one question, asked of one or two servers, several times in turn. */
import type { Bench, RuntimeWishes, Vars } from './servers.ts';

/** Whom a figure is about: ours, or what it is held against. */
export type Column = 'ours' | 'bare';

/** The figures of one run by their names, which end in their unit: `p50, ms`. NaN for what cannot be told here. */
export type Measured<F extends string = string> = Readonly<Record<F, number>>;

/** The runs, in the order in which they were made. */
export type Runs = Readonly<Partial<Record<Column, readonly Measured[]>>>;

export interface Scenario {
  /** What is printed above its figures. */
  title: string;
  /** What stands above the columns; there is no second one where there is nothing to hold ours against. */
  columns: { ours: string; bare?: string };
  figures: readonly string[];
  run(house: House): Promise<Runs>;
}

/** What a scenario finds ready. */
export interface House {
  /** How often everything is measured. */
  repeats: number;
  /** Serves the built Worker, or the bare object, on a state of its own; ends it after `task`. */
  with<T>(column: Column, how: How, task: (bench: Bench) => Promise<T>): Promise<T>;
  /** The same, as `npm start` serves ours. */
  withWrangler<T>(vars: Vars, task: (bench: Bench) => Promise<T>): Promise<T>;
}

export interface How extends RuntimeWishes {
  /** For ours. */
  vars?: Vars;
  /** The address of a model that the bare object can be told to listen to. */
  model?: string;
}
