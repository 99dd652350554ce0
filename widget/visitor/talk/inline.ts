/**
 * What stands within a paragraph of an answer: emphasis, code, links to the web and to mailboxes. Pure,
 * total, and linear in the length of the text: every search ends at the next mark of its own kind.
 */
export type Inline =
  | string
  | { readonly is: 'strong' | 'em'; readonly of: readonly Inline[] }
  | { readonly is: 'code'; readonly text: string }
  | { readonly is: 'link'; readonly href: string; readonly of: readonly Inline[] };

/**
 * An address in plain text. What ends a sentence ends it, but for a bracket that was opened within it, and so
 * do scripts that put no space after it; but
 * for the letterlike signs in the middle of these, which to a pattern that ignores case are letters: U+212A is a k.
 */
const ADDRESS =
  /https?:\/\/[^\s<>"`\u{2000}-\u{2125}\u{212c}-\u{10ffff}]*[^\s<>"`\u{2000}-\u{2125}\u{212c}-\u{10ffff}.,:;!?'*_~()[\]{}](?:\)(?<=\([^\s()/]*\)))?/giu;

/** A mark that is meant as itself, code, a link with words of its own, an address. */
const PLAIN = `\\\\([!-\\/:-@[-\`{-~])|(\`+)([^\`]*)(\`*)|!?\\[([^[\\]]+)\\]\\(((?:https?:\\/\\/|mailto:)[^\\s()<>]+(?:\\([^\\s()<>]*\\)[^\\s()<>]*)*)\\)|(${ADDRESS.source})`;

/** Strong, with emphasis in it if need be, and emphasis. Within a word, as in `snake_case`, an underscore is one. */
const emphasis = (end: string) =>
  `\\*\\*(?=\\*?[^\\s*])((?:[^*]|\\*(?!\\*))*[^\\s*]\\*?)(?:\\*\\*${end})|\\*(?=[^\\s*])([^*]*[^\\s*])(?:\\*${end})|(?<![\\p{L}\\p{N}_])(__?)(?=[^\\s_])([^_]*[^\\s_])(?:\\10(?![\\p{L}\\p{N}_])${end})|\\*+|_+`;

const TOKEN = new RegExp(`${PLAIN}|${emphasis('')}`, 'giu');
/** In a draft, what is open reaches to the end. */
const DRAFT_TOKEN = new RegExp(`${PLAIN}|${emphasis('|\\s*$')}`, 'giu');
/** The end of a draft that may become a link, or emphasis. */
const HALF_A_MARK = /(?:!?\[[^[\]]*(?:\](?:\([^\s()[\]]*)?)?|(?<![*_])[*_]+)$/u;

/**
 * Reads a paragraph.
 *
 * @param isDraft more may come: unfinished marks do not show
 * @param isLabel it is a link's words, which hold no other link
 */
export function parseInline(text: string, isDraft = false, isLabel = false): Inline[] {
  const source = isDraft ? text.replace(HALF_A_MARK, '') : text;
  const tokens = new RegExp(isDraft ? DRAFT_TOKEN : TOKEN);
  const line: Inline[] = [];
  const within = (words: string) => parseInline(words, isDraft, isLabel);
  let from = 0;
  for (let match = tokens.exec(source); match; match = tokens.exec(source)) {
    const [whole, escaped, ticks, code, end, label, href, address, strong, em, mark, marked] =
      match;
    line.push(source.slice(from, match.index));
    if (ticks && !end && !isDraft) {
      // Nothing closes it, and nothing can: the search for its end has seen the rest.
      line.push(ticks);
      tokens.lastIndex -= code?.length ?? 0;
    } else if (ticks) line.push({ is: 'code', text: code ?? '' });
    else if (label && href && URL.canParse(href))
      line.push({ is: 'link', href, of: parseInline(label, false, true) });
    else if (address && !isLabel) line.push(linkTo(address));
    else if (strong ?? mark?.[1]) line.push({ is: 'strong', of: within(strong ?? marked ?? '') });
    else if (em ?? mark) line.push({ is: 'em', of: within(em ?? marked ?? '') });
    else line.push(escaped ?? whole);
    from = tokens.lastIndex;
  }
  line.push(source.slice(from));
  return line.filter((part) => part !== '');
}

/** Reads plain text, in which the addresses of the web are links. */
export function parsePlain(text: string): Inline[] {
  let from = 0;
  const parts = [...text.matchAll(ADDRESS)].map(({ 0: address, index }) => {
    const before = text.slice(from, index);
    from = index + address.length;
    return [before, linkTo(address)];
  });
  return [...parts.flat(), text.slice(from)];
}

/** What only looks like an address stays text. */
function linkTo(address: string): Inline {
  return URL.canParse(address) ? { is: 'link', href: address, of: [address] } : address;
}
