/** What the bench and its driver tell each other, as JSON. */
import type { Column, Measured } from '../scenario.ts';
import type { DriveName } from './drives.ts';

export interface Orders {
  drive: DriveName;
  column: Column;
  origin: string;
  /** The server's process. */
  pid: number;
}

/** What the driver says. What is measured begins once it is told to go on. */
export type Note =
  | { type: 'begins' }
  | { type: 'ends' }
  | { type: 'done'; measured: Measured; lagMs?: number }
  | { type: 'failed'; reason: string };

/** What it is told in answer to `begins` and `ends`. */
export const GO_ON = 'go on';
