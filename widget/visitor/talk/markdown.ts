/**
 * The small part of Markdown that answers are written in: paragraphs, lists, code, and what
 * `inline.ts` knows. Headings become bold lines. All else, tables, pictures and HTML among it, stays
 * the text that it is. Pure, total, and linear in the length of the text.
 */
import { parseInline } from './inline.ts';
import type { Inline } from './inline.ts';

export type Block =
  | { readonly is: 'text'; readonly of: readonly Inline[] }
  | { readonly is: 'code'; readonly text: string }
  /** `start`: the first number of an ordered one. */
  | { readonly is: 'list'; readonly start: number | undefined; readonly items: Block[][] };

interface OpenList {
  readonly indent: number;
  readonly isOrdered: boolean;
  readonly items: Block[][];
}

/** Deeper ones go on in the deepest. */
const MAX_LISTS = 3;
/** What stands this much further in belongs to an item. */
const INDENT = 2;

const FENCE = /^\s*(```|~~~)/;
/** Between paragraphs, it says nothing that a gap does not say. */
const RULE = /^\s*(?:([-*_])(?:\s*\1){2,}\s*)?$/;
const HEADING = /^\s*#{1,6}\s+(.+)/;
const ITEM = /^\s*(?:[-*+•]|(\d{1,3})[.)])\s+(\S.*)/;
/** The last line of a draft that will be told from text only by what follows. */
const HALF_A_MARK = /(?:^|\n)[^\S\n]*(?:(?:[-+*_•]+|#+|\d{1,3}[.)]?|[`~]+)[^\S\n]*)?$/;

/**
 * Reads an answer.
 *
 * @param isDraft more may come: unfinished marks do not show
 */
export function parseMarkdown(text: string, isDraft = false): Block[] {
  const blocks: Block[] = [];
  /** The innermost is the last. */
  const lists: OpenList[] = [];
  let paragraph: string[] = [];
  let code: string[] | undefined;
  let fence: string | undefined;

  const add = (block: Block) => (lists.at(-1)?.items.at(-1) ?? blocks).push(block);

  function flush(isLast = false): void {
    if (code) add({ is: 'code', text: code.join('\n') });
    const of = parseInline(paragraph.join('\n'), isLast);
    if (of.length > 0) add({ is: 'text', of });
    paragraph = [];
    code = fence = undefined;
  }

  function addItem(indent: number, number: string | undefined): void {
    // Of those further in, the ones that this goes on after.
    while (lists.length > 1 && indent < (lists.at(-1)?.indent ?? 0)) lists.pop();
    const list = lists.at(-1);
    const isInner = list && indent >= list.indent + INDENT && lists.length < MAX_LISTS;
    const isOrdered = number !== undefined;
    if (list && !isInner && list.isOrdered === isOrdered) return void list.items.push([]);
    if (list && !isInner) lists.pop();
    const items: Block[][] = [[]];
    add({ is: 'list', start: isOrdered ? Number(number) : undefined, items });
    lists.push({ indent, isOrdered, items });
  }

  const source = isDraft ? text.replace(HALF_A_MARK, '') : text;
  for (const line of source.split(/\r\n?|\n/)) {
    const mark = FENCE.exec(line)?.[1];
    const words = line.trimStart();
    const indent = line.length - words.length;
    const [, number, item] = ITEM.exec(line) ?? [];
    const heading = HEADING.exec(line)?.[1];
    if (code) {
      if (mark && mark === fence) flush();
      else code.push(line);
    } else if (RULE.test(line)) flush();
    else if (item) {
      flush();
      addItem(indent, number);
      paragraph = [item];
    } else {
      const outside = lists.findIndex((list) => indent < list.indent + INDENT);
      if (mark || heading || outside >= 0) flush();
      if (outside >= 0) lists.length = outside;
      if (mark) {
        code = [];
        fence = mark;
      } else if (heading) add({ is: 'text', of: [{ is: 'strong', of: parseInline(heading) }] });
      else paragraph.push(lists.length > 0 ? words : line);
    }
  }
  flush(isDraft);
  return blocks;
}
