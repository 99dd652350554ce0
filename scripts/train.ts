/**
 * `npm run train`: makes the weights of the promise guard from scripts/train/promises, and tells how well
 * it does on sentences that it has not learned from.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { main, onlyFlags } from './lib/complaint.ts';
import { ROOT } from './lib/paths.ts';
import { readCorpus } from './train/corpus.ts';
import { weightsFrom } from './train/weights-from.ts';

const MODULE = join(ROOT, 'src', 'assistant', 'promises', 'weights.ts');

await main(async () => {
  onlyFlags(process.argv.slice(2), []);
  const corpus = await readCorpus();
  const { text, curve, chosen, chosenInCharacters } = weightsFrom(corpus);
  await writeFile(MODULE, text);
  const promises = corpus.filter(({ isPromise }) => isPromise).length;
  console.log(`${promises} promises and ${corpus.length - promises} innocent sentences.`);
  console.log('Each fifth, by what was learned from the others:\n  from   caught  false alarms');
  for (const { threshold, caught, falseAlarms } of curve.points()) {
    console.log(
      `${threshold.toFixed(2).padStart(6)}  ${percent(caught)}       ${percent(falseAlarms)}`,
    );
  }
  const { threshold } = chosenInCharacters;
  console.log(`Chosen: ${chosen.threshold}, and ${threshold} for scripts without spaces.`);
});

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`.padStart(7);
}
