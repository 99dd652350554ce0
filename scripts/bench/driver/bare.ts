/** The bare object: whoever knows a conversation's name is in it. */
import { randomUUID } from 'node:crypto';
import { Seat } from './seat.ts';
import type { Side, Visitor } from './side.ts';

export class Bare implements Side {
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  async open(): Promise<Visitor> {
    const conversation = randomUUID();
    return { seat: await Seat.open(`${this.#origin}/${conversation}/visitor`, {}), conversation };
  }

  join({ conversation }: Visitor): Promise<Seat> {
    return Seat.open(`${this.#origin}/${conversation}/agent`, {});
  }
}
