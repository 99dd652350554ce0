import { makeReader } from './grammar.ts';
import type { Node, Phrase } from './grammar.ts';
import type { Language, Short } from './language.ts';
import { groupByFirst, makeCompiler, once } from './match.ts';
import type { Matcher } from './match.ts';

/** What is searched for in a message. */
export type Meaning = 'ask' | 'frustrated';
/** How far a phrase can be relied on; see `Phrases`. */
export type Reliance = 'plain' | 'likely';
/** What a piece of a short message contributes; see `Short`. */
export type Piece = keyof Short;

/** A phrase to search for. */
export interface Rule {
  language: string;
  meaning: Meaning;
  reliance: Reliance;
  matcher: Matcher;
  /** Phrases that use the same words in another sense. */
  unless: () => ByFirst<Matcher>;
}

/** A piece of short messages. */
export interface ShortRule {
  language: string;
  piece: Piece;
  matcher: Matcher;
}

/** Items by the words they may begin with. */
export type ByFirst<Item> = ReadonlyMap<string, readonly Item[]>;

/** All languages, ready for matching. */
export interface Lexicon {
  rules: ByFirst<Rule>;
  short: ByFirst<ShortRule>;
}

/** Compiles `languages` into one lexicon. Costs about a hundred milliseconds for all languages: do it once. */
export function makeLexicon(languages: readonly Language[]): Lexicon {
  const rules: Rule[] = [];
  const short: ShortRule[] = [];
  for (const language of languages) {
    const read = makeReader(language.words);
    const compileNode = makeCompiler();
    const compile = (phrase: Phrase): Matcher => compileNode(read(phrase));
    for (const meaning of ['ask', 'frustrated'] as const) {
      const { plain, likely = [], unless = [] } = language[meaning];
      const guards = once(() => groupByFirst(unless.map(compile), (matcher) => matcher));
      const add = (reliance: Reliance) => (phrase: Phrase) =>
        rules.push({
          language: language.code,
          meaning,
          reliance,
          matcher: compile(phrase),
          unless: guards,
        });
      plain.forEach(add('plain'));
      likely.forEach(add('likely'));
    }
    for (const piece of PIECES) {
      const options = language.short[piece]?.map(read) ?? [];
      const choice: Node = { type: 'choice', options };
      if (options.length > 0)
        short.push({ language: language.code, piece, matcher: compileNode(choice) });
    }
  }
  return {
    rules: groupByFirst(rules, ({ matcher }) => matcher),
    short: groupByFirst(short, ({ matcher }) => matcher),
  };
}

const PIECES = [
  'yes',
  'fine',
  'no',
  'accept',
  'refuse',
  'human',
  'thanks',
  'filler',
] as const satisfies readonly Piece[];
