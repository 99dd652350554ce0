/**
 * The notation that training sentences are written in, and how sentences are made of it. Pure.
 *
 *     name = a | b      a named list, on one line or going on on indented ones
 *     {name}            any of the list's options          (a | b)   either
 *     [a]               a or nothing                       a => b    b, said in reply to a
 */

import { type Random, shuffle } from '../random.ts';

/** A template, read. */
export type Node =
  | { type: 'text'; text: string }
  | { type: 'sequence'; nodes: readonly Node[] }
  /** A named one, which other templates use as well. */
  | { type: 'list'; options: Node }
  | { type: 'choice'; options: readonly Node[] };

/** Named lists, read. */
export type Lists = ReadonlyMap<string, Node>;

/** A template that cannot be read. */
export class BadTemplate extends Error {}

/** Spaces beside a bar only set it off. */
const LEXEME = /\{[a-z0-9_]+\}|\s*\|\s*|[()[\]]|(?:(?!\s*\|)[^()[\]{}])+|[{}]/g;

const NOTHING: Node = { type: 'text', text: '' };

/** Reads a template that may use `lists`. Throws `BadTemplate`. */
export function readTemplate(text: string, lists: Lists, used?: Set<string>): Node {
  const lexemes = text.match(LEXEME) ?? [];
  let at = 0;

  const choice = (closing: string | undefined): Node => {
    const options: Node[] = [];
    let nodes: Node[] = [];
    for (;;) {
      const lexeme = lexemes[at];
      const isBar = lexeme?.trim() === '|';
      if (lexeme === closing || isBar) {
        options.push(nodes.length === 1 && nodes[0] ? nodes[0] : { type: 'sequence', nodes });
        if (lexeme === closing) break;
        nodes = [];
        at += 1;
      } else nodes.push(item(lexeme));
    }
    at += 1;
    return options.length === 1 && options[0] ? options[0] : { type: 'choice', options };
  };

  const item = (lexeme: string | undefined): Node => {
    if (lexeme === undefined) throw new BadTemplate('a bracket is not closed');
    at += 1;
    if (lexeme === '(') return choice(')');
    if (lexeme === '[') return { type: 'choice', options: [NOTHING, choice(']')] };
    if (lexeme.startsWith('{') && lexeme.length > 2) return list(lexeme.slice(1, -1));
    if (/^[)\]{}]$/.test(lexeme)) throw new BadTemplate(`“${lexeme}” has no beginning`);
    return { type: 'text', text: lexeme };
  };

  const list = (name: string): Node => {
    const node = lists.get(name);
    if (node === undefined) throw new BadTemplate(`there is no list “${name}” above`);
    used?.add(name);
    return { type: 'list', options: node };
  };

  return choice(undefined);
}

/** How many sentences a template makes, some of which may be the same. */
export function countOf(node: Node): number {
  switch (node.type) {
    case 'text':
      return 1;
    case 'list':
      return countOf(node.options);
    case 'sequence':
      return node.nodes.reduce((product, part) => product * countOf(part), 1);
    case 'choice':
      return node.options.reduce((sum, option) => sum + countOf(option), 0);
  }
}

/**
 * Different sentences of a template: all of them if there are no more than `enough`, else about that many,
 * or so many that nearly every alternative that it spells out itself is among them.
 */
export function sentencesOf(node: Node, enough: number, random: Random): string[] {
  if (countOf(node) <= enough) return [...new Set(allOf(node).map(tidy))];
  const wanted = Math.max(enough, Math.min(widthOf(node), MAX_WIDTH));
  const found = new Set<string>();
  const draw = drawer(random);
  for (let tries = 0; tries < wanted * 2 && found.size < wanted; tries += 1)
    found.add(tidy(draw(node)));
  return [...found];
}

/** One sentence of a template. */
export function sentenceOf(node: Node, random: Random): string {
  return tidy(drawer(random)(node));
}

/** No template counts for more than this many sentences. */
const MAX_WIDTH = 60;

/** Nor a list for more than these: it is used elsewhere too. */
const MAX_LIST_WIDTH = 48;

/** How many sentences it takes to use nearly every alternative once. */
function widthOf(node: Node): number {
  switch (node.type) {
    case 'text':
      return 1;
    case 'list':
      return Math.min(widthOf(node.options), MAX_LIST_WIDTH);
    case 'sequence':
      return node.nodes.reduce((widest, part) => Math.max(widest, widthOf(part)), 1);
    case 'choice':
      return node.options.reduce((sum, option) => sum + widthOf(option), 0);
  }
}

function allOf(node: Node): string[] {
  switch (node.type) {
    case 'text':
      return [node.text];
    case 'list':
      return allOf(node.options);
    case 'sequence':
      return node.nodes.reduce<string[]>(
        (texts, part) => texts.flatMap((text) => allOf(part).map((more) => text + more)),
        [''],
      );
    case 'choice':
      return node.options.flatMap(allOf);
  }
}

/** Draws sentences whose alternatives take turns, in an order that chance decides. */
function drawer(random: Random): (node: Node) => string {
  const turns = new Map<Node, Node[]>();
  const draw = (node: Node): string => {
    switch (node.type) {
      case 'text':
        return node.text;
      case 'list':
        return draw(node.options);
      case 'sequence':
        return node.nodes.map(draw).join('');
      case 'choice': {
        let left = turns.get(node);
        if (left === undefined || left.length === 0) {
          left = node.options.flatMap((option) => Array<Node>(widthOf(option)).fill(option));
          shuffle(left, random);
          turns.set(node, left);
        }
        const option = left.pop();
        return option === undefined ? '' : draw(option);
      }
    }
  };
  return draw;
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
