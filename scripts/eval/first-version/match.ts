import { assertNever } from '../../../src/protocol/assert-never.ts';
import type { Mark, Node } from './grammar.ts';

/** Finds a phrase among folded words, from a given place on. */
export interface Matcher {
  /** The words it may begin with; undefined if any word will do. */
  first: ReadonlySet<string> | undefined;
  /** Whether it may match no words at all. */
  isEmpty: boolean;
  /** Every place where it may end when it begins at `at`; none if it does not match there. */
  ends(words: readonly string[], at: number): readonly number[];
}

const NOWHERE: readonly number[] = [];
const NO_WORDS: ReadonlySet<string> = new Set();
/** The most words that `~` stands for. */
const MAX_GAP_WORDS = 3;

/** A compiler that compiles every node once: vocabularies are shared, so their matchers are, too. */
export function makeCompiler(): (node: Node) => Matcher {
  const compiled = new Map<Node, Matcher>();
  const compile = (node: Node): Matcher => {
    const known = compiled.get(node);
    if (known !== undefined) return known;
    const matcher = build(node, compile);
    compiled.set(node, matcher);
    return matcher;
  };
  return compile;
}

function build(node: Node, compile: (node: Node) => Matcher): Matcher {
  switch (node.type) {
    case 'words':
      return exactly(node.words);
    case 'sequence':
      return inSequence(node.nodes.map(compile));
    case 'choice':
      return anyOf(node.options, compile);
    case 'optional':
      return orNothing(compile(node.node));
    case 'ahead':
      return ahead(compile(node.node));
    case 'mark':
      return marked(node.mark);
    default:
      return assertNever(node);
  }
}

function exactly(phrase: readonly string[]): Matcher {
  const first = once(() => new Set(phrase.slice(0, 1)));
  return {
    get first() {
      return first();
    },
    isEmpty: false,
    ends: (words, at) => (isThere(phrase, words, at) ? [at + phrase.length] : NOWHERE),
  };
}

function inSequence(parts: readonly Matcher[]): Matcher {
  const beginnings = parts.slice(0, parts.findIndex((part) => !part.isEmpty) + 1 || parts.length);
  const first = once(() => unionOf(beginnings));
  return {
    get first() {
      return first();
    },
    isEmpty: parts.every((part) => part.isEmpty),
    ends: (words, at) => {
      let places: readonly number[] = [at];
      for (const part of parts) {
        places =
          places.length === 1 ? part.ends(words, places[0] ?? at) : fromEach(part, words, places);
        if (places.length === 0) return NOWHERE;
      }
      return places;
    },
  };
}

/** Options are looked up by the word at hand, so that long vocabularies cost no more than short ones. */
function anyOf(options: readonly Node[], compile: (node: Node) => Matcher): Matcher {
  const phrases = options.flatMap((option) => (option.type === 'words' ? [option.words] : []));
  const parts = options.flatMap((option) => (option.type === 'words' ? [] : [compile(option)]));
  const table = once(() => tableOf(phrases, parts));
  const first = once(() =>
    unionOf([...parts, { first: new Set(phrases.map(([word = '']) => word)) }]),
  );
  return {
    get first() {
      return first();
    },
    isEmpty: parts.some((part) => part.isEmpty),
    ends: (words, at) => {
      const { byFirst, open } = table();
      const fitting = byFirst.get(words[at] ?? '');
      if (fitting === undefined && open.length === 0) return NOWHERE;
      const places: number[] = [];
      for (const phrase of fitting?.phrases ?? [])
        if (isThere(phrase, words, at)) addAll(places, [at + phrase.length]);
      for (const part of fitting?.parts ?? []) addAll(places, part.ends(words, at));
      for (const part of open) addAll(places, part.ends(words, at));
      return places;
    },
  };
}

interface Fitting {
  phrases: (readonly string[])[];
  parts: Matcher[];
}

interface Table {
  byFirst: Map<string, Fitting>;
  /** Options that may begin with any word, or be empty. */
  open: Matcher[];
}

function tableOf(phrases: readonly (readonly string[])[], parts: readonly Matcher[]): Table {
  const byFirst = new Map<string, Fitting>();
  const at = (word: string): Fitting => {
    const known = byFirst.get(word) ?? { phrases: [], parts: [] };
    byFirst.set(word, known);
    return known;
  };
  for (const phrase of phrases) at(phrase[0] ?? '').phrases.push(phrase);
  const open: Matcher[] = [];
  for (const part of parts) {
    if (part.isEmpty || part.first === undefined) open.push(part);
    else for (const word of part.first) at(word).parts.push(part);
  }
  return { byFirst, open };
}

function isThere(phrase: readonly string[], words: readonly string[], at: number): boolean {
  for (let index = 0; index < phrase.length; index += 1)
    if (words[at + index] !== phrase[index]) return false;
  return true;
}

/** Most parts of most languages are never reached: what they need is worked out when they first are. */
export function once<T>(work: () => T): () => T {
  let done: { result: T } | undefined;
  return () => {
    done ??= { result: work() };
    return done.result;
  };
}

function orNothing(part: Matcher): Matcher {
  return {
    get first() {
      return part.first;
    },
    isEmpty: true,
    ends: (words, at) => {
      const places = part.ends(words, at);
      return places.length === 0 ? [at] : [at, ...places];
    },
  };
}

function ahead(part: Matcher): Matcher {
  return {
    first: NO_WORDS,
    isEmpty: true,
    ends: (words, at) => (part.ends(words, at).length === 0 ? NOWHERE : [at]),
  };
}

function marked(mark: Mark): Matcher {
  switch (mark) {
    case '*':
      return {
        first: undefined,
        isEmpty: false,
        ends: (words, at) => (isEdge(words[at]) ? NOWHERE : [at + 1]),
      };
    case '~':
      return { first: undefined, isEmpty: true, ends: gap };
    case '<':
      return place((words, at) => isEdge(words[at - 1]));
    case '>':
      return place((words, at) => isEdge(words[at]));
    case '^':
      return place((words, at) => !words.some((word, index) => index < at && !isEdge(word)));
    case '$':
      return place((words, at) => !words.some((word, index) => index >= at && !isEdge(word)));
    default:
      return assertNever(mark);
  }
}

function place(holds: (words: readonly string[], at: number) => boolean): Matcher {
  return {
    first: NO_WORDS,
    isEmpty: true,
    ends: (words, at) => (holds(words, at) ? [at] : NOWHERE),
  };
}

function gap(words: readonly string[], at: number): readonly number[] {
  const places = [at];
  for (let to = at; to < at + MAX_GAP_WORDS && !isEdge(words[to]); to += 1) places.push(to + 1);
  return places;
}

/** Whether a word is the end of a sentence, or beyond the message. */
function isEdge(word: string | undefined): boolean {
  return word === undefined || word === '.' || word === '?';
}

function fromEach(
  part: Matcher,
  words: readonly string[],
  starts: readonly number[],
): readonly number[] {
  const places: number[] = [];
  for (const start of starts) addAll(places, part.ends(words, start));
  return places;
}

function addAll(places: number[], more: readonly number[]): void {
  for (const at of more) if (!places.includes(at)) places.push(at);
}

function unionOf(matchers: readonly Pick<Matcher, 'first'>[]): ReadonlySet<string> | undefined {
  const union = new Set<string>();
  for (const { first } of matchers) {
    if (first === undefined) return undefined;
    for (const word of first) union.add(word);
  }
  return union;
}

/** Items by each word their matcher may begin with. One that may begin with anything is a mistake. */
export function groupByFirst<Item>(
  items: readonly Item[],
  matcherOf: (item: Item) => Matcher,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const { first, isEmpty } = matcherOf(item);
    if (first === undefined || isEmpty)
      throw new SyntaxError('a phrase must begin with a word it names');
    for (const word of first) {
      const group = groups.get(word);
      if (group === undefined) groups.set(word, [item]);
      else group.push(item);
    }
  }
  return groups;
}
