/** `npm run bench -- NAME… --profile`: which functions of ours the time of a scenario goes to. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleWorker } from '../build/worker.ts';
import { Complaint } from '../lib/complaint.ts';
import { driveIt } from './drive-it.ts';
import { type DriveName, DRIVES } from './driver/drives.ts';
import { houseIn } from './house.ts';
import { startProfile } from './inspector.ts';
import { type Profile, profileLines, spentBy } from './profile.ts';
import type { ScenarioName } from './scenarios.ts';
import { MODELS } from './scenarios/speech.ts';

const ROWS = 40;

/** Those of `names` that are load. Complains if none is. */
export function drivesOf(names: readonly ScenarioName[]): DriveName[] {
  const drives = names.filter(isDrive);
  if (drives.length === 0) throw new Complaint('Of those there is no profile.', 2);
  return drives;
}

/** Prints a table for each of `drives`. */
export async function profiled(folder: string, drives: readonly DriveName[]): Promise<void> {
  const modules = join(folder, 'readable');
  await mkdir(modules);
  for (const { path, content } of await bundleWorker({ isReadable: true })) {
    await writeFile(join(modules, path), content);
  }
  const house = houseIn(folder, 1);
  for (const name of drives) {
    await using model = await MODELS[name]?.();
    const how = { ...model?.how, isInspected: true, folder: modules };
    await house.with('ours', how, async (bench) => {
      const profiles: Profile[] = [];
      let profiling: { stop(): Promise<Profile> } | undefined;
      const orders = { drive: name, column: 'ours', origin: bench.origin, pid: bench.pid } as const;
      await driveIt(orders, {
        async begin() {
          profiling = await startProfile(bench);
        },
        async end() {
          if (profiling) profiles.push(await profiling.stop());
        },
      });
      for (const profile of profiles) {
        process.stdout.write(`${name}: ${profileLines(spentBy(profile), 1, ROWS)}\n`);
      }
    });
  }
}

function isDrive(name: string): name is DriveName {
  return Object.hasOwn(DRIVES, name);
}
