/** What a provider said, made fit for an owner's eyes: short, one line, and without keys. Pure. */

/** Longest detail worth reading, in UTF-16 units. */
const MAX_CHARS = 300;

/** Of more than this nobody wants to know, and nobody should have to search it. */
const MAX_SEARCHED_CHARS = 4_000;

/** A secret shorter than this is no secret, and would be found in ordinary words. */
const MIN_SECRET_CHARS = 4;

/** A run of characters that stands for a key only near a word for one. */
const RUN = /[\w+/=-]{16,}/g;
const KEY_WORD = /key|token|authori[sz]|secret|password|credential|bearer/i;
/** A word for a key stands no further before it than this. */
const NEAR_CHARS = 40;

const BARE_KEYS: readonly (readonly [RegExp, string])[] = [
  // Credentials in an address: https://user:password@host.
  [/\/\/[^\s/@]+@/g, '//…@'],
  // A signed token: three parts, the first of which begins as every JSON object does.
  [/\beyJ[\w-]+(?:\.[\w-]+)*/g, '…'],
  // By their prefix, also where the provider has masked the middle.
  [/\b(?:sk|pk|rk|gsk|hf|xai|nvapi|ghp|key|token)[-_](?=[\w*.-]*[\d*])[\w*.-]{6,}/gi, '…'],
  [/\bAIza[\w-]{10,}/g, '…'],
  [/\b(bearer|basic)\s+(?=[^\s"',;]*\d)[^\s"',;]{8,}/gi, '$1 …'],
  // Given a name: `api_key=…`, `"token": "…"`.
  [
    /((?:key|token|secret|password|authorization)["']?\s*[:=]\s*["']?)(?=[^\s"',;&]*\d)[^\s"',;&]{8,}/gi,
    '$1…',
  ],
];

/**
 * One line of at most 300 UTF-16 units from what a provider said or an error says. `secret`, and whatever
 * looks like a key or a token, is replaced by “…”; stacks and control characters are left out.
 */
export function tellable(detail: string, secret = ''): string {
  const line = oneLine(withoutStack(detail));
  const searched = without(line, secret.trim()).slice(0, MAX_SEARCHED_CHARS);
  return shortened(withoutKeys(searched));
}

/** The first line of a stack is what went wrong; what made no sense is quoted in full by what read it. */
function withoutStack(text: string): string {
  const at = text.search(/\n\s*at\s|:? (?:Value|Text): /);
  return at === -1 ? text : text.slice(0, at);
}

/** Without what would break a line, or turn the direction of the words after it. */
function oneLine(text: string): string {
  return text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/^ ?(?:AI_)?\w*Error: /, '')
    .trim();
}

function without(text: string, secret: string): string {
  if (secret.length < MIN_SECRET_CHARS) return text;
  return text.replaceAll(secret, '…').replaceAll(encodeURIComponent(secret), '…');
}

function withoutKeys(text: string): string {
  const bare = BARE_KEYS.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text);
  return bare.replace(RUN, (run, at: number) =>
    isRandom(run) && KEY_WORD.test(bare.slice(Math.max(0, at - NEAR_CHARS), at)) ? '…' : run,
  );
}

/** Names of models and of errors have digits or length, but seldom a long piece with digits in it. */
function isRandom(run: string): boolean {
  const isId = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(run);
  return isId || run.split(/[-_/]/).some((piece) => piece.length >= 12 && /\d/.test(piece));
}

function shortened(text: string): string {
  if (text.length <= MAX_CHARS) return text;
  // Never half a character.
  return `${text.slice(0, MAX_CHARS - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
