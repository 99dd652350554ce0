/** The visitor's sentences as the browser fetches them: two files a language, in a folder that carries their hash. */
import { createHash } from 'node:crypto';
import { TONGUES, type Tongue } from '../../src/language/codes.ts';
import type { Language } from '../../src/language/language.ts';
import type { Asset } from './bundles.ts';

/** Changes with any sentence, so that all of them can be cached for good. */
const HASH_CHARS = 8;

/** The files, and the folder that they are in, such as `baton/tongues.1a2b3c4d`. */
export async function bundleTongues(): Promise<{ folder: string; assets: Asset[] }> {
  const files = await Promise.all(
    TONGUES.map(async (tongue) => {
      const { words, lines } = await sentencesIn(tongue);
      return [
        { name: `${tongue}.words.json`, content: JSON.stringify(words) },
        { name: `${tongue}.lines.json`, content: JSON.stringify(lines) },
      ];
    }),
  );
  const hash = createHash('sha256').update(JSON.stringify(files)).digest('hex');
  const folder = `baton/tongues.${hash.slice(0, HASH_CHARS)}`;
  const assets = files.flat().map(({ name, content }) => ({ path: `${folder}/${name}`, content }));
  return { folder, assets };
}

async function sentencesIn(tongue: Tongue): Promise<Language> {
  const path = `../../src/language/tongues/${tongue}.ts`;
  const language: Language = await import(path);
  return language;
}
