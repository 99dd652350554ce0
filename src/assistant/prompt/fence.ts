/** Words of others made fit to stand in a prompt: as data that no fence and no chat template ends at. */

/** What the prompt fences data in. */
type FenceName = 'passage' | 'note' | 'earlier' | 'chat' | 'message';

/** Tags that mean something to us, or to the templates that models' conversations are written in. */
const TAGS =
  `passages?|note|earlier|chat|message|s|bos|eos|pad|unk|sys|system|developer|user|assistant|model|human|tools?
  |tool_\\w+|function\\w*|think|thinking|(?:start|end|begin)_\\w+|im_\\w+|instructions?`.replace(
    /\s+/g,
    '',
  );

/** Room inside a tag that does not make it less of one to a reader. */
const ROOM = '[\\s\\u200c\\u200d]{0,8}';

const TAG = new RegExp(
  `[<＜﹤](?=${ROOM}(?:[|｜]|[/／]?${ROOM}(?:${TAGS})(?![\\p{L}\\p{N}])))`,
  'giu',
);

const BRACKET_TAG = new RegExp(
  `\\[(?=${ROOM}[/／]?${ROOM}(?:INST|THINK|IMG\\w*|ARGS|CALL_ID|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_\\w+)${ROOM}\\])`,
  'gi',
);

/** Nothing to see: controls, zero-width and direction signs, the tag alphabet, odd selectors. */
const INVISIBLE = /(?!\u200c|\u200d|\ufe0f)\p{DI}|(?![\t\n])\p{Cc}|[\ufff9-\ufffb]/gu;

/** Joiners are letters' and emoji's business; after anything of ASCII they only hide something. */
const LOOSE_JOINERS = /(?<=^|\p{ASCII})(?:\u200c|\u200d)+/gu;

/**
 * The same text for a reader, without what only a machine reads: invisible signs go, and tags of ours and
 * of chat templates lose their opening bracket. Everything else, other HTML too, stays to the letter.
 */
export function neutral(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(INVISIBLE, '')
    .replace(/\ufe0f{2,}/g, '\ufe0f')
    .replace(LOOSE_JOINERS, '')
    .replace(/[^\S\n]{9,}/g, ' ')
    .replace(/\n(?:[^\S\n]*\n){2,}/g, '\n\n')
    .replace(TAG, '‹')
    .replace(BRACKET_TAG, '(');
}

/** Neutral, on one line, without double quotes and no longer than `max` UTF-16 units. */
export function oneLine(text: string, max: number): string {
  // Nothing that is long is worth reading whole for so few of its words.
  const flat = neutral(text.slice(0, 4 * max)).replace(/\s+/g, ' ');
  return clip(flat.replaceAll('"', '’').trim(), max);
}

/** At most `max` UTF-16 units of a text: its beginning. */
export function clip(text: string, max: number): string {
  return text.length <= max ? text : `${whole(text.slice(0, max - 1)).trimEnd()}…`;
}

/** At most `max` UTF-16 units of a text: its beginning and its end, since either may hold the question. */
export function clipMiddle(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = Math.floor((max - 3) / 3);
  return `${whole(text.slice(0, max - 3 - end))} … ${text.slice(text.length - end).replace(/^[\udc00-\udfff]/, '')}`;
}

/** Without the half of a sign that a cut may leave. */
function whole(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}

/** Neutral text between the tags of a fence. */
export function fenced(name: FenceName, text: string, attributes = ''): string {
  return `<${name}${attributes}>\n${neutral(text)}\n</${name}>`;
}
