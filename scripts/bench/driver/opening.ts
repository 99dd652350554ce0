import { setTimeout as delay } from 'node:timers/promises';
import { quantile } from '../figures.ts';
import { drive, type Stage } from './drive.ts';

const WARM_UP = 20;
const OPENED = 100;

/** What goes on behind an opening, and nobody waits for, is part of its cost. */
const AFTERMATH_MS = 1_500;

export const opening = drive({
  title: 'Opening a conversation, each from an address of its own',
  isCompared: true,
  figures: ['until it may speak, p50, ms', 'until it may speak, p95, ms', 'CPU each, ms'],
  async drive(stage: Stage) {
    for (let at = 0; at < WARM_UP; at++) await stage.side.open();
    await stage.settle();
    const took: number[] = [];
    const cpu = await stage.cpuOf(async () => {
      for (let at = 0; at < OPENED; at++) {
        const began = performance.now();
        await stage.side.open();
        took.push(performance.now() - began);
      }
      await delay(AFTERMATH_MS);
    });
    return {
      'until it may speak, p50, ms': quantile(took, 0.5),
      'until it may speak, p95, ms': quantile(took, 0.95),
      'CPU each, ms': cpu / OPENED,
    };
  },
});
