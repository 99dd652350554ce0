/**
 * The one entry of every npm script: `node scripts/run.mjs TASK [args]`.
 *
 * Plain JavaScript for Node 18 and later, because it runs before anything is installed. It makes sure
 * that node_modules is what package-lock.json says, then hands over to `scripts/TASK.ts` under the
 * Node 24 that came with node_modules. Nothing of its own goes to stdout, which belongs to the task.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const STAMP = join(MODULES, '.baton-installed');
const LOCK = join(MODULES, '.baton-installing');
const LEASH = pathToFileURL(join(ROOT, 'scripts', 'lib', 'leash.ts')).href;
const WATCH_EVERY_MS = 150;
const LOCK_POLL_MS = 300;
/** The first Node that runs TypeScript without a flag. */
const OLDEST_NODE = [22, 18];

/** @type {import('node:child_process').ChildProcess | undefined} */
let child;

await main();

async function main() {
  const [task, ...args] = process.argv.slice(2);
  const script = join(ROOT, 'scripts', `${task}.ts`);
  if (!task || !/^[a-z]+$/.test(task) || !existsSync(script)) {
    complain(`Unknown task: ${task ?? '(none)'}. package.json lists them under "scripts".`, 2);
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => forward(signal));
  watchLauncher();

  const node = readStamp() ?? (await install());
  const bin = join(MODULES, '.bin');
  process.exit(
    await run(node, ['--import', LEASH, script, ...args], {
      stdio: 'inherit',
      env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
    }),
  );
}

/** The Node to use, if what is installed still fits the lock file and this machine. */
function readStamp() {
  try {
    const stamp = JSON.parse(readFileSync(STAMP, 'utf8'));
    return stamp.fits === fingerprint() && existsSync(stamp.node) ? stamp.node : undefined;
  } catch {
    return undefined;
  }
}

/** Installs what the lock file says, once even when several tasks begin together. */
async function install() {
  mkdirSync(MODULES, { recursive: true });
  await takeLock();
  try {
    // Another task may have done it while this one waited.
    const ready = readStamp();
    if (ready) return ready;
    rmSync(STAMP, { force: true });
    process.stderr.write('Installing dependencies…\n');
    const code = await npmInstall();
    if (code !== 0) complain('npm install failed: see its lines above.', 1);
    const node = findNode();
    writeFileSync(STAMP, `${JSON.stringify({ fits: fingerprint(), node })}\n`);
    return node;
  } finally {
    rmSync(LOCK, { force: true });
  }
}

function npmInstall() {
  // `install`, since `ci` fails on registries that lack other platforms' binaries; `--no-save`, so that
  // an npm of another age does not rewrite the lock file; `--include=dev`, since NODE_ENV=production in
  // the caller's environment would leave the tools out.
  const args = [
    'install',
    '--no-save',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const options = { cwd: ROOT, stdio: ['ignore', 2, 2] };
  const npm = process.env.npm_execpath ?? '';
  return /^npm(-cli)?\.c?js$/.test(basename(npm))
    ? run(process.execPath, [npm, ...args], options)
    : run('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** Waits until no other task is installing. A lock whose owner died counts for nothing. */
async function takeLock() {
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!lockIsHeld()) rmSync(LOCK, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, LOCK_POLL_MS));
  }
}

function lockIsHeld() {
  try {
    const owner = Number(readFileSync(LOCK, 'utf8'));
    // Its owner has made the file and not written its number yet.
    if (owner === 0) return true;
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** A Node that can run the tasks: the installed one, or this very one if it is new enough. */
function findNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const installed = join(MODULES, 'node', 'bin', name);
  const answer = spawnSync(installed, ['--version'], { encoding: 'utf8' });
  for (const [path, version] of [
    [installed, answer.stdout ?? ''],
    [process.execPath, process.version],
  ]) {
    const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
    if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]))
      return path;
  }
  complain(
    `Baton needs Node ${OLDEST_NODE.join('.')} or later and its own was not installed, perhaps because ` +
      `install scripts are turned off. This is ${process.version}: run "npm rebuild node --ignore-scripts=false" or use a newer Node.`,
    1,
  );
}

function fingerprint() {
  const lock = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')));
  return `${lock.digest('hex')} ${process.platform}-${process.arch}`;
}

/**
 * Runs a program to its end.
 * @param {string} file @param {string[]} args @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<number>} its exit code, or 128 + the signal's number
 */
function run(file, args, options) {
  return new Promise((resolve) => {
    child = spawn(file, args, options);
    child.on('error', (error) => complain(`Could not run ${file}: ${error.message}`, 1));
    child.on('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** A terminal sends Ctrl-C to every process in it, so passing it on as well would double it. */
function forward(signal) {
  if (signal === 'SIGINT' && process.stdin.isTTY) return;
  if (child) child.kill(signal);
  else process.exit(128 + constants.signals[signal]);
}

/** Ends the task when npm, or the shell npm put between, is killed without a chance to say so. */
function watchLauncher() {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const npm = isShell(shell) ? parentOf(shell) : undefined;
  setInterval(() => {
    if (process.ppid === shell && (npm === undefined || parentOf(shell) === npm)) return;
    if (child) child.kill('SIGTERM');
    else process.exit(1);
  }, WATCH_EVERY_MS).unref();
}

function isShell(pid) {
  return /^(sh|bash|dash|ash|zsh|busybox)$/.test(readProc(pid, 'comm').trim());
}

function parentOf(pid) {
  // The second field is the program's name in brackets and may itself hold spaces and brackets.
  const stat = readProc(pid, 'stat');
  return stat ? Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) : undefined;
}

/** Linux only: elsewhere there is nothing to read, and only the direct parent is watched. */
function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** @returns {never} */
function complain(message, code) {
  process.stderr.write(`${message}\n`);
  rmSyncOwnLock();
  process.exit(code);
}

function rmSyncOwnLock() {
  try {
    if (readFileSync(LOCK, 'utf8') === String(process.pid)) rmSync(LOCK);
  } catch {
    // There was none.
  }
}
