/**
 * Preloaded into every program the scripts start (`node --import`): when the process that started it
 * is gone, killed without a chance to clean up, the program is asked to end too.
 */
import { isMainThread } from 'node:worker_threads';

const WATCH_EVERY_MS = 150;

if (isMainThread) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, WATCH_EVERY_MS).unref();
}
