/**
 * Finds a Chromium to test with: the one named by `CHROMIUM_PATH`, the system's, Playwright's, or, where
 * there is none, the one that travels inside the npm package `@sparticuz/chromium`.
 */
import { constants, existsSync } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { packagedChromium } from './packaged-chromium.ts';

interface Chromium {
  executablePath: string;
  args: string[];
}

/**
 * Playwright turns the first of these off, but of two such lists the browser reads only the last. The others are
 * pages of the browser's own, hidden behind the address bar of every window: they cost as much as the page in it.
 */
const FEATURES_OFF = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
];

/** For a browser that meets only our own pages, often as root in a container, and no network. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${FEATURES_OFF.join(',')}`,
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Applications of a Mac, which are not in the PATH. */
const APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where to start a Chromium from, and with what. Throws if `CHROMIUM_PATH` names nothing that runs. */
export async function findChromium(): Promise<Chromium> {
  const named = process.env['CHROMIUM_PATH'];
  if (named && !(await canRun(named))) {
    throw new Error(`CHROMIUM_PATH is not a program that can be run: ${named}`);
  }
  const executablePath =
    named || (await ofSystem()) || (await ofPlaywright()) || (await packagedChromium());
  return { executablePath, args: [...ARGS] };
}

async function ofSystem(): Promise<string | undefined> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return firstToRun([
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...APPLICATIONS,
  ]);
}

async function ofPlaywright(): Promise<string | undefined> {
  const caches = [
    process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? '',
    join(homedir(), '.cache', 'ms-playwright'),
    join(homedir(), 'Library', 'Caches', 'ms-playwright'),
  ];
  const programs = [
    ['chrome-linux', 'chrome'],
    ['chrome-linux64', 'chrome'],
    ['chrome-linux', 'headless_shell'],
    ['chrome-headless-shell-linux64', 'chrome-headless-shell'],
    ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
  ];
  for (const cache of caches.filter((folder) => folder !== '' && existsSync(folder))) {
    const versions = (await readdir(cache))
      .filter((name) => name.startsWith('chromium'))
      .toSorted();
    const found = await firstToRun(
      versions.flatMap((version) => programs.map((path) => join(cache, version, ...path))),
    );
    if (found) return found;
  }
  return undefined;
}

async function firstToRun(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if (await canRun(path)) return path;
  return undefined;
}

async function canRun(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
