/** Starts the driver and has it drive a server. */
import { fork } from 'node:child_process';
import { Complaint } from '../lib/complaint.ts';
import { GO_ON, type Note, type Orders } from './driver/talk.ts';
import type { Measured } from './scenario.ts';

/** Nothing that is measured takes longer. */
const PATIENCE_MS = 240_000;

/** Done when what is measured begins and ends. */
interface Look {
  begin(): Promise<void>;
  end(): Promise<void>;
}

interface Driven {
  measured: Measured;
  /** How late the driver's own event loop was while it measured the server's CPU, p99 in ms. */
  lagMs?: number;
}

/** Resolves with what was measured. Rejects if the driver complains, or falls silent. */
export function driveIt(orders: Orders, look?: Look): Promise<Driven> {
  const child = fork(new URL('driver/main.ts', import.meta.url), [JSON.stringify(orders)]);
  return new Promise<Driven>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Complaint(`${orders.drive}: the driver did not come to an end.`)),
      PATIENCE_MS,
    );
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Complaint(`${orders.drive}: the driver ended with code ${code}.`));
    });
    child.on('message', (text) => {
      const note: Note = JSON.parse(String(text));
      switch (note.type) {
        case 'begins':
          return void go(look?.begin());
        case 'ends':
          return void go(look?.end());
        case 'done':
          return resolve(note);
        case 'failed':
          return reject(new Complaint(`${orders.drive}: ${note.reason}`));
      }
    });
    const go = async (looked: Promise<void> | undefined) => {
      await looked;
      child.send(GO_ON);
    };
  }).finally(() => child.kill());
}
