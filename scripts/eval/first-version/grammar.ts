import { fold } from '../../../src/intent/fold.ts';

/**
 * The notation phrases are written in:
 *
 *     word        itself, folded              {name}   the vocabulary's phrase of that name
 *     a b | c     either                      (a | b)  either, within a longer phrase
 *     x?          x or nothing                &x       x comes next, and is not part of the phrase
 *     *           any one word                ~        up to three words of the same sentence
 *     <  >        a sentence begins, ends     ^  $     the message begins, ends
 */
export type Phrase = string;

/** Named phrases, which may name each other. */
export type Vocabulary = Readonly<Record<string, Phrase>>;

/** A phrase, read. A vocabulary's name stands for one shared node wherever it is used. */
export type Node =
  | { type: 'words'; words: readonly string[] }
  | { type: 'sequence'; nodes: readonly Node[] }
  | { type: 'choice'; options: readonly Node[] }
  | { type: 'optional'; node: Node }
  | { type: 'ahead'; node: Node }
  | { type: 'mark'; mark: Mark };

/** What stands for a place or for unknown words. */
export type Mark = '*' | '~' | '<' | '>' | '^' | '$';

const LEXEME = /\{\w+\}|[()|?*~<>^$&]|[^\s(){}|?*~<>^$&]+/g;
const MARKS: ReadonlySet<string> = new Set<Mark>(['*', '~', '<', '>', '^', '$']);

const foldedLexemes = new Map<string, readonly string[]>();

/** What an author's word is after folding. There are thousands, most of them again and again. */
function foldLexeme(lexeme: string): readonly string[] {
  const known = foldedLexemes.get(lexeme);
  if (known !== undefined) return known;
  const words = /^[a-z]+$/.test(lexeme) ? [lexeme] : fold(lexeme).map((word) => word.text);
  foldedLexemes.set(lexeme, words);
  return words;
}

function isMark(lexeme: string): lexeme is Mark {
  return MARKS.has(lexeme);
}

/** Reads phrases that use `vocabulary`. A phrase that cannot be read throws: it is a mistake in a language file. */
export function makeReader(vocabulary: Vocabulary): (phrase: Phrase) => Node {
  const named = new Map<string, Node>();
  const spoken = new Map<string, Node>();

  const readNamed = (lexeme: string): Node => {
    const known = named.get(lexeme);
    if (known !== undefined) return known;
    const phrase = vocabulary[lexeme.slice(1, -1)];
    if (phrase === undefined) throw new SyntaxError(`there is no vocabulary ${lexeme}`);
    const node = read(phrase);
    named.set(lexeme, node);
    return node;
  };

  const read = (phrase: Phrase): Node => {
    const lexemes = phrase.match(LEXEME) ?? [];
    let at = 0;

    const atom = (): Node => {
      const lexeme = lexemes[at] ?? '';
      at += 1;
      if (lexeme === '(') {
        const choice = choices();
        if (lexemes[at] !== ')') throw new SyntaxError(`a group is not closed in: ${phrase}`);
        at += 1;
        return choice;
      }
      if (lexeme === '&') return { type: 'ahead', node: atom() };
      if (isMark(lexeme)) return { type: 'mark', mark: lexeme };
      if (lexeme.startsWith('{')) return readNamed(lexeme);
      const known = spoken.get(lexeme);
      if (known !== undefined) return known;
      const words = foldLexeme(lexeme);
      if (words.length === 0) throw new SyntaxError(`"${lexeme}" says nothing in: ${phrase}`);
      const node: Node = { type: 'words', words };
      spoken.set(lexeme, node);
      return node;
    };
    const sequence = (): Node => {
      const nodes: Node[] = [];
      while (at < lexemes.length && lexemes[at] !== '|' && lexemes[at] !== ')') {
        const node = atom();
        if (lexemes[at] === '?') {
          at += 1;
          nodes.push({ type: 'optional', node });
        } else nodes.push(node);
      }
      return nodes.length === 1 && nodes[0] !== undefined ? nodes[0] : { type: 'sequence', nodes };
    };
    const choices = (): Node => {
      const options = [sequence()];
      while (lexemes[at] === '|') {
        at += 1;
        options.push(sequence());
      }
      return options.length === 1 && options[0] !== undefined
        ? options[0]
        : { type: 'choice', options };
    };

    const node = choices();
    if (at < lexemes.length) throw new SyntaxError(`a group is not opened in: ${phrase}`);
    return node;
  };

  return read;
}

/** Every word that `phrases` mention themselves, folded. */
export function mentionedWords(phrases: Iterable<Phrase>): Set<string> {
  const words = new Set<string>();
  for (const phrase of phrases) {
    for (const lexeme of phrase.match(LEXEME) ?? []) {
      if (!lexeme.startsWith('{')) for (const word of foldLexeme(lexeme)) words.add(word);
    }
  }
  return words;
}
