/** What a load program is: it runs in the driver's process, against one server, once. */
import type { Column, Measured } from '../scenario.ts';
import type { Side } from './side.ts';

export interface Stage {
  side: Side;
  column: Column;
  /** Without a trailing slash. */
  origin: string;
  /** Does what is measured. Answers with the CPU that the server spent meanwhile, in ms. */
  cpuOf(task: () => Promise<unknown>): Promise<number>;
  /** Waits until the server has nothing left to do. */
  settle(): Promise<void>;
  /** KiB of memory that the server has in use. */
  memoryKib(): number;
}

export interface Drive<F extends string = string> {
  title: string;
  /** Whether the bare object can do the same. */
  isCompared: boolean;
  /** Where once is enough: it takes long, and is far from its bar. */
  isOnce?: boolean;
  figures: readonly F[];
  drive(stage: Stage): Promise<Measured<F>>;
}

/** A load program whose figures are exactly those it names. */
export function drive<const F extends string>(program: Drive<F>): Drive<F> {
  return program;
}
