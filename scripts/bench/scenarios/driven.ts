/** Scenarios that are load: the driver's programs, once per server and repeat, ours and the bare object in turn. */
import { driveIt } from '../drive-it.ts';
import type { Drive } from '../driver/drive.ts';
import { DRIVES, type DriveName } from '../driver/drives.ts';
import type { Column, House, Measured, Scenario } from '../scenario.ts';
import { MODELS } from './speech.ts';

/** Later than this the driver is not the one to measure with. */
const LAG = 'driver’s own lag, p99, ms';

/** The scenario of a load program, with the model that it wants, if any. */
export function driven(name: DriveName): Scenario {
  const { title, figures, isCompared, isOnce = false }: Drive = DRIVES[name];
  const columns: readonly Column[] = isCompared ? ['ours', 'bare'] : ['ours'];
  return {
    title,
    columns: { ours: 'ours', ...(isCompared && { bare: 'bare' }) },
    figures: [...figures, LAG],
    async run(house: House) {
      await using model = await MODELS[name]?.();
      const how = model?.how ?? {};
      const runs: { [column in Column]?: Measured[] } = {};
      for (let repeat = 0; repeat < (isOnce ? 1 : house.repeats); repeat++) {
        for (const column of columns) {
          const { measured, lagMs } = await house.with(column, how, ({ origin, pid }) =>
            driveIt({ drive: name, column, origin, pid }),
          );
          (runs[column] ??= []).push({ ...measured, [LAG]: lagMs ?? Number.NaN });
        }
      }
      return runs;
    },
  };
}
