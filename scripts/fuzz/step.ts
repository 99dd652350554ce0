/** What a kind of step is. New ones go into one of the lists beside this file. */
import type { Random } from '../train/random.ts';
import type { World } from './world.ts';

export interface StepKind {
  name: string;
  /** How often, against the others, as things stand; 0 where there is nothing to do. */
  weight: (world: World) => number;
  /** Does it; may answer what exactly was done, for whoever reads a failed run. */
  run: (world: World) => string | void | Promise<string | void>;
  /** One event of the object's: it may die in the middle of it. */
  isEvent?: true;
}

export function oneOf<T>(list: readonly T[], random: Random): T {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error('There is nothing to choose from.');
  return one;
}
