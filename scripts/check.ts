/** `npm run check`: format, lint, types, sizes, tests, in that order, up to the first that fails. */
import { buildAssets } from './build/assets.ts';
import { Complaint, main, onlyFlags } from './lib/complaint.ts';
import { capture, run, stoppedBy } from './lib/tools.ts';
import { checkSizes } from './size/sizes.ts';

/** Each folder is compiled with the globals of the place it runs in. */
const PROJECTS = [
  'src',
  'widget',
  'scripts',
  'scripts/fuzz',
  'scripts/bench/bare',
  'test/models',
  'test/receiver',
  'test/hostile',
  'test/unit',
  'test/worker',
  'test/browser',
];
/** The compiler uses several threads itself: more at once only makes each slower. */
const COMPILERS = 2;

await main(async () => {
  onlyFlags(process.argv.slice(2), []);
  await step(
    'format',
    'Run "npm run format".',
    async () => (await run('oxfmt', ['--check', '.'])) === 0,
  );
  await step('lint', '', async () => (await run('oxlint', ['--deny-warnings', '.'])) === 0);
  await step('types', '', compileAll);
  await buildAssets();
  await step('sizes', '', checkSizes);
  await step('tests', '', async () => (await run('vitest', ['run'])) === 0);
});

async function step(name: string, advice: string, work: () => Promise<boolean>): Promise<void> {
  console.log(`\n== ${name}`);
  const good = await work();
  if (stoppedBy()) throw new Complaint('Interrupted.');
  if (!good) throw new Complaint(`Check failed: ${name}. ${advice}`.trimEnd());
}

async function compileAll(): Promise<boolean> {
  const waiting = PROJECTS.values();
  let good = true;
  const compileNext = async (): Promise<void> => {
    for (const project of waiting) {
      const { code, output } = await capture('tsc', ['-p', project, '--pretty', 'false']);
      console.log(`${code === 0 ? 'ok    ' : 'failed'}  ${project}`);
      process.stdout.write(output);
      good &&= code === 0;
    }
  };
  await Promise.all(Array.from({ length: COMPILERS }, compileNext));
  return good;
}
