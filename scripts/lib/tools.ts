/**
 * Runs the tools in node_modules so that nothing they start (workerd, Chromium, test workers) is ever
 * left behind, however this process or the tool comes to its end.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { constants } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, toolPath, type Tool } from './paths.ts';
import { RUN_VARIABLE, sweep } from './processes.ts';

/** How long a tool may take to end by itself once asked. */
const GRACE_MS = 3_000;

const LEASH = pathToFileURL(join(ROOT, 'scripts', 'lib', 'leash.ts')).href;

/** No statistics, no notices, no questions: the tools need no network of their own accord. */
const QUIET = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_WRITE_LOGS: 'false',
  WRANGLER_NO_SKILLS_UPDATE_PROMPTS: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  X_LOCAL_EXPLORER: 'false',
  X_LOCAL_OBSERVABILITY: 'false',
  DO_NOT_TRACK: '1',
} as const;

/** Colours only where somebody looks. A tool that speaks through a pipe cannot see that for itself. */
const COLOURS: Readonly<Record<string, string>> = (() => {
  if ('FORCE_COLOR' in process.env || 'NO_COLOR' in process.env) return {};
  return process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
})();

interface RunOptions {
  env?: Readonly<Record<string, string>>;
  /** Written to the tool's stdin, which is otherwise closed. */
  input?: string;
  /** Where stdout and stderr go: this process's own by default. */
  output?: 'inherit' | 'pipe';
  /** Names the run, for `sweep`; made up if not given. */
  run?: string;
}

interface Running {
  child: ChildProcess;
  /** Settles once the tool and all it started have ended, with its code (128 + n for signal n). */
  ended: Promise<number>;
}

/** What runs at this moment, by its run's name. */
const running = new Map<string, ChildProcess>();
let stopped: NodeJS.Signals | undefined;

/** Starts a tool. Throws only if it could not be started at all. */
export function start(tool: Tool, args: readonly string[], options: RunOptions = {}): Running {
  const { output = 'inherit', run = randomUUID() } = options;
  const child = spawn(process.execPath, ['--import', LEASH, toolPath(tool), ...args], {
    cwd: ROOT,
    stdio: [options.input === undefined ? 'ignore' : 'pipe', output, output],
    env: { ...process.env, ...COLOURS, ...QUIET, ...options.env, [RUN_VARIABLE]: run },
  });
  listen();
  running.set(run, child);
  child.stdin?.end(options.input);
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    // What it left behind may hold the pipes open, so the sweep comes before the wait for their end.
    child.once('exit', () => sweep(run));
    child.once('close', (code, signal) => {
      running.delete(run);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
  return { child, ended };
}

/** Runs a tool to its end with its output shown; the answer is its exit code. */
export async function run(
  tool: Tool,
  args: readonly string[],
  options?: RunOptions,
): Promise<number> {
  return exitCode(await start(tool, args, options).ended);
}

/** Runs a tool to its end and keeps what it said; `output` is stdout and stderr as they came. */
export async function capture(
  tool: Tool,
  args: readonly string[],
  options: Omit<RunOptions, 'output'> = {},
): Promise<{ code: number; stdout: string; output: string }> {
  const { child, ended } = start(tool, args, { ...options, output: 'pipe' });
  let stdout = '';
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    output += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  return { code: exitCode(await ended), stdout, output };
}

/** Which signal, if any, this process was asked to end by. */
export function stoppedBy(): NodeJS.Signals | undefined {
  return stopped;
}

/** Asks everything that runs to end, and makes sure of it after a while. */
export function stopAll(signal: NodeJS.Signals): void {
  for (const child of running.values()) child.kill(signal);
  setTimeout(() => {
    for (const run of running.keys()) sweep(run);
  }, GRACE_MS).unref();
}

/** A tool that was interrupted must not look as if it had succeeded. */
function exitCode(code: number): number {
  return stopped ? 128 + constants.signals[stopped] : code;
}

let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // Ctrl-C may arrive several times over: from the terminal, from npm, from an impatient finger.
      if (stopped) return;
      stopped = signal;
      stopAll(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    });
  }
}
