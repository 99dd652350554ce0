/** Vectors that this isolate has read lately, so that not every answer reads them all. */
import type { PassageVector } from './vectors.ts';

/** They are read from D1 again after this, and kept for no more websites than that. */
const CACHED_MS = 60_000;
const CACHED_SITES = 8;

interface Cached {
  at: number;
  site: string;
  vectors: readonly PassageVector[];
}

/** By model and website, the least lately used first. No promises: those belong to their request. */
const cache = new Map<string, Cached>();

/** A website's vectors of a model, if they were read within the last minute before `now` (ms). */
export function recallVectors(
  site: string,
  model: string,
  now: number,
): readonly PassageVector[] | null {
  const key = keyOf(site, model);
  const cached = cache.get(key);
  cache.delete(key);
  if (!cached || now - cached.at >= CACHED_MS) return null;
  cache.set(key, cached);
  return cached.vectors;
}

/** Keeps what was read from D1 at `now`. */
export function keepVectors(
  site: string,
  model: string,
  vectors: readonly PassageVector[],
  now: number,
): void {
  cache.set(keyOf(site, model), { at: now, site, vectors });
  for (const oldest of [...cache.keys()].slice(0, -CACHED_SITES)) cache.delete(oldest);
}

/** Has a website's vectors read again. */
export function forgetVectors(site: string): void {
  for (const [key, cached] of cache) if (cached.site === site) cache.delete(key);
}

function keyOf(site: string, model: string): string {
  return `${model}\n${site}`;
}
