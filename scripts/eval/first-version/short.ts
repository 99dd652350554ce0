import type { ByFirst, Piece, ShortRule } from './lexicon.ts';

/** What a whole short message is made of. */
export interface Reading {
  pieces: ReadonlySet<Piece>;
  /** The words that decided: from the first to past the last piece that is more than politeness. */
  from: number;
  to: number;
}

/** Of two pieces spelled alike, the one that says more is what was meant; few pieces beat many. */
const COST: Record<Piece, number> = {
  no: 10,
  yes: 10,
  human: 10,
  fine: 11,
  refuse: 11,
  accept: 11,
  thanks: 12,
  filler: 12,
};
const MAX_WORDS = 14;

/** Small words and turns of phrase mean something in their own language only; a yes or a thanks travels. */
const LOCAL: ReadonlySet<Piece> = new Set(['filler', 'accept', 'refuse']);

/** The cheapest way to read the words before a place, all local pieces being of one language. */
interface Path {
  cost: number;
  /** The language of the local pieces so far; empty before the first. */
  language: string;
  before?: { path: Path; piece: Piece; from: number; to: number };
}

/**
 * Reads a message as nothing but short pieces, with as few of them as possible; undefined if it says
 * anything else. People mix languages in "ok gracias", so only small words must agree in language.
 */
export function readShort(
  words: readonly string[],
  rules: ByFirst<ShortRule>,
): Reading | undefined {
  if (words.length === 0 || words.length > MAX_WORDS) return undefined;
  const paths: Map<string, Path>[] = [new Map([['', { cost: 0, language: '' }]])];
  const reach = (to: number, path: Path): void => {
    const here = (paths[to] ??= new Map());
    const known = here.get(path.language);
    if (known === undefined || path.cost < known.cost) here.set(path.language, path);
  };
  for (const [from, word] of words.entries()) {
    for (const path of paths[from]?.values() ?? []) {
      if (word === '.' || word === '?') reach(from + 1, path);
      for (const { language, piece, matcher } of rules.get(word) ?? []) {
        const isLocal = LOCAL.has(piece);
        if (isLocal && path.language !== '' && path.language !== language) continue;
        const cost = path.cost + COST[piece];
        for (const to of matcher.ends(words, from)) {
          reach(to, {
            cost,
            language: isLocal ? language : path.language,
            before: { path, piece, from, to },
          });
        }
      }
    }
  }
  return trace(paths[words.length]);
}

function trace(ends: ReadonlyMap<string, Path> | undefined): Reading | undefined {
  let path: Path | undefined;
  for (const end of ends?.values() ?? [])
    if (path === undefined || end.cost < path.cost) path = end;
  if (path?.before === undefined) return undefined;
  const pieces = new Set<Piece>();
  let from = 0;
  let to = 0;
  for (let step: Path['before'] = path.before; step !== undefined; step = step.path.before) {
    pieces.add(step.piece);
    if (step.piece === 'filler' || step.piece === 'thanks') continue;
    from = step.from;
    to = Math.max(to, step.to);
  }
  return { pieces, from, to };
}
