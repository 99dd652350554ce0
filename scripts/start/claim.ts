/**
 * Who serves a state folder. Two servers on one folder would corrupt each other's databases, and a
 * server that was killed leaves workerd behind, holding the port: the note in the folder says which
 * processes were ours, so that exactly those are ended.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Complaint } from '../lib/complaint.ts';
import { readText, writeWhole } from '../lib/files.ts';
import { beganAt, sweep } from '../lib/processes.ts';

interface Note {
  port: number;
  /** The `npm start` that wrote this. */
  starter: { pid: number; began: string };
  /** The name its server runs under. */
  run: string;
}

/** A starter whose npm was just killed needs this long to notice and to end its server. */
const PATIENCE_MS = 4_000;
const LOOK_EVERY_MS = 50;

/**
 * Makes this process the one that serves `state`, by a server started under the name `run`, and ends what
 * a killed predecessor left. Complains if another one is alive and well.
 */
export async function claim(state: string, port: number, run: string): Promise<void> {
  const note = await readNote(state);
  if (note) {
    if (!(await until(() => !isAlive(note.starter)))) {
      const where = `http://localhost:${note.port}`;
      throw new Complaint(
        `Baton is already running on ${where} with this state. Stop it, or set BATON_STATE.`,
      );
    }
    await until(() => sweep(note.run) === 0);
  }
  const starter = { pid: process.pid, began: beganAt(process.pid) ?? '' };
  const own: Note = { port, starter, run };
  await writeWhole(noteFile(state), `${JSON.stringify(own)}\n`);
}

/** Forgets the claim: nothing of ours runs any more. */
export async function release(state: string): Promise<void> {
  await rm(noteFile(state), { force: true });
}

function isAlive({ pid, began }: Note['starter']): boolean {
  return pid !== process.pid && beganAt(pid) === began;
}

async function until(condition: () => boolean): Promise<boolean> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!condition()) {
    if (performance.now() > deadline) return false;
    await delay(LOOK_EVERY_MS);
  }
  return true;
}

function noteFile(state: string): string {
  return join(state, 'server.json');
}

async function readNote(state: string): Promise<Note | undefined> {
  try {
    const value: unknown = JSON.parse((await readText(noteFile(state))) ?? '');
    return isNote(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isNote(value: unknown): value is Note {
  return (
    typeof value === 'object' &&
    value !== null &&
    'port' in value &&
    typeof value.port === 'number' &&
    'run' in value &&
    typeof value.run === 'string' &&
    'starter' in value &&
    isStarter(value.starter)
  );
}

function isStarter(value: unknown): value is Note['starter'] {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pid' in value &&
    typeof value.pid === 'number' &&
    'began' in value &&
    typeof value.began === 'string'
  );
}
