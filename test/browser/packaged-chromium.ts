/** The Chromium that travels inside the npm package `@sparticuz/chromium`, for machines that have none. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));
const PACKAGE = join(MODULES, '@sparticuz', 'chromium');

/**
 * The packaged browser's program, unpacked once per version of the package. Adds the package's fonts, and
 * its libraries where the system has none, to this process's environment, for the browser to inherit.
 * Throws if it cannot run here all the same.
 */
export async function packagedChromium(): Promise<string> {
  const home = join(MODULES, '.cache', `chromium-${await packageVersion()}`);
  if (!existsSync(home)) await unpack(home);
  const program = join(home, 'chromium');
  process.env['FONTCONFIG_FILE'] ??= await writeFontConfig(home);
  if ((await complaintOf(program)) !== undefined) {
    const inherited = process.env['LD_LIBRARY_PATH'];
    const own = join(home, 'al2023', 'lib');
    process.env['LD_LIBRARY_PATH'] = inherited ? `${own}:${inherited}` : own;
    const complaint = await complaintOf(program);
    if (complaint !== undefined) {
      throw new Error(
        `No Chromium was found, and the packaged one does not run here: ${complaint}`,
      );
    }
  }
  return program;
}

/**
 * The package's own list of font folders names `/tmp/fonts` and no system folder, and a browser that finds
 * no font at all crashes at the first letter.
 */
async function writeFontConfig(home: string): Promise<string> {
  const file = join(home, 'fonts.conf');
  const folders = [join(home, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  const escape = (path: string) => path.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const lines = [
    '<?xml version="1.0"?>',
    '<fontconfig>',
    ...folders.map((folder) => `<dir>${escape(folder)}</dir>`),
    `<cachedir>${escape(join(home, 'fonts-cache'))}</cachedir>`,
    '</fontconfig>',
  ];
  await writeFile(file, `${lines.join('\n')}\n`);
  return file;
}

async function packageVersion(): Promise<string> {
  const content: unknown = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8'));
  return typeof content === 'object' && content !== null && 'version' in content
    ? String(content.version)
    : 'unknown';
}

/**
 * The package unpacks into the temporary folder and takes a half-written file for a whole one. So it is
 * given a temporary folder of its own, which gets its final name only when everything is there.
 */
async function unpack(home: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium');
  await mkdir(join(MODULES, '.cache'), { recursive: true });
  const half = await mkdtemp(`${home}-`);
  const usual = process.env['TMPDIR'];
  process.env['TMPDIR'] = half;
  try {
    const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
    await Promise.all(archives.map((archive) => inflate(join(PACKAGE, 'bin', archive))));
    // Another test run may have been quicker; its folder is as good.
    if (!existsSync(home)) await rename(half, home);
  } finally {
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
    await rm(half, { recursive: true, force: true });
  }
}

/** What the program says when it cannot even tell its version; `undefined` if it can. */
function complaintOf(program: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(program, ['--version', '--no-sandbox'], (error, _stdout, stderr) => {
      resolve(error ? stderr.trim() || error.message : undefined);
    });
  });
}
