import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Complaint } from './complaint.ts';

/** The files below `folder`, or directly in it, as absolute paths in a fixed order; none if it does not exist. */
export async function list(folder: string, depth: 'deep' | 'flat' = 'deep'): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: depth === 'deep', withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** One hash over the names and contents of files. */
export async function hashFiles(files: readonly string[]): Promise<string> {
  const contents = await Promise.all(files.map((file) => readFile(file)));
  const hash = createHash('sha256');
  files.forEach((file, index) => {
    const content = contents[index] ?? Buffer.alloc(0);
    hash.update(`${file}\0${content.length}\0`).update(content);
  });
  return hash.digest('hex');
}

/** A file's text, or `undefined` if there is no such file. */
export async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

let written = 0;

/**
 * Writes a file whole or not at all, making its folder: a server may be reading it at this moment.
 *
 * @param workshop where it is written before it is moved: a folder on the same disk, its own unless told
 */
export async function writeWhole(
  file: string,
  content: string | Uint8Array,
  workshop = dirname(file),
): Promise<void> {
  written += 1;
  const half = join(workshop, `${basename(file)}.${process.pid}.${written}.tmp`);
  try {
    await mkdir(dirname(file), { recursive: true });
    await mkdir(workshop, { recursive: true });
    await writeFile(half, content);
    await rename(half, file);
  } catch (error) {
    await rm(half, { force: true }).catch(() => undefined);
    throw new Complaint(`Could not write ${file}: ${codeOf(error) ?? String(error)}`);
  }
}

/** The platform's name for a failure, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
