/**
 * `npm run train`: makes the weights of the intent detector from scripts/train/intent, those of the promise
 * guard from scripts/train/promises, and from both and scripts/train/tongue those that tell languages. `npm run train -- --check FILE…` only reads files of the
 * detector's, and shows some of the sentences that they make.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readHeldOut } from './eval/held-out.ts';
import { main, onlyFlags } from './lib/complaint.ts';
import { ROOT } from './lib/paths.ts';
import { learn, lessonFrom } from './train/detector/learn.ts';
import { checkMaterial } from './train/detector/check.ts';
import { readMaterial } from './train/detector/material.ts';
import { moduleOf } from './train/detector/weights-module.ts';
import { readCorpus } from './train/guard/corpus.ts';
import { weightsFrom } from './train/guard/weights-from.ts';
import { readUntold, readWords, samplesFrom } from './train/tongue/material.ts';
import { moduleOf as tongueModuleOf } from './train/tongue/weights-module.ts';
import {
  learn as learnTongues,
  lessonFrom as tongueLessonFrom,
} from './train/tongue/weights-from.ts';

const DETECTOR = join(ROOT, 'src', 'intent', 'weights.ts');
const TONGUES = join(ROOT, 'src', 'language', 'tongue-weights.ts');
const GUARD = join(ROOT, 'src', 'assistant', 'promises', 'weights.ts');

await main(async () => {
  const [flag, ...files] = process.argv.slice(2);
  if (flag === '--check') return checkMaterial(files);
  onlyFlags(process.argv.slice(2), ['--check FILE…']);
  const materials = await readMaterial();
  const heldOut = await readHeldOut();
  const corpus = await readCorpus();
  const samples = samplesFrom(materials, corpus, await readUntold(), await readWords());
  await trainGuard(corpus);
  await trainTongues(samples);
  await trainDetector(materials, heldOut);
});

async function trainDetector(
  materials: Awaited<ReturnType<typeof readMaterial>>,
  heldOut: Awaited<ReturnType<typeof readHeldOut>>,
): Promise<void> {
  const templates = materials.reduce((sum, one) => sum + one.templates.length, 0);
  console.log(`The detector: ${templates} templates in ${materials.length} languages.`);
  const lesson = lessonFrom(materials, heldOut);
  console.log(`${lesson.examples.length} sentences. Learning takes about a minute.`);
  await writeFile(DETECTOR, moduleOf(learn(lesson), lesson.digest));
  console.log('Done. `npm run eval` tells how good it is.');
}

async function trainTongues(samples: ReturnType<typeof samplesFrom>): Promise<void> {
  console.log(`The languages: ${samples.length} texts. Learning takes about a minute.`);
  const lesson = tongueLessonFrom(samples);
  await writeFile(TONGUES, tongueModuleOf(learnTongues(lesson), lesson.digest));
}

async function trainGuard(corpus: Awaited<ReturnType<typeof readCorpus>>): Promise<void> {
  const { text, curve, chosen, chosenInCharacters } = weightsFrom(corpus);
  await writeFile(GUARD, text);
  const promises = corpus.filter(({ isPromise }) => isPromise).length;
  console.log(
    `The guard: ${promises} promises and ${corpus.length - promises} innocent sentences.`,
  );
  console.log('Each fifth, by what was learned from the others:\n  from   caught  false alarms');
  for (const { threshold, caught, falseAlarms } of curve.points()) {
    console.log(
      `${threshold.toFixed(2).padStart(6)}  ${percent(caught)}       ${percent(falseAlarms)}`,
    );
  }
  const { threshold } = chosenInCharacters;
  console.log(`Chosen: ${chosen.threshold}, and ${threshold} for scripts without spaces.`);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`.padStart(7);
}
