/** How many tokens a text is, without a tokenizer. */

/** Beside its words, what a turn of a conversation costs. */
export const TURN_TOKENS = 4;

const ASCII_LETTER = /[a-z\s]/i;

/**
 * An estimate that is meant to be too high rather than too low, for any model: three ASCII letters or
 * spaces are a token; so is every other ASCII sign, since many models read digits and punctuation one by
 * one. Beyond ASCII a token is two bytes of UTF-8, which is what older vocabularies make of Arabic,
 * Hindi, Chinese or Japanese, and an emoji is three tokens. Prose in Latin letters comes out at about
 * one and a half times its tokens; only random letters (keys, base64) come out too low.
 */
export function tokensIn(text: string): number {
  let tokens = 0;
  for (const sign of text) tokens += tokensOf(sign);
  return Math.ceil(tokens);
}

/** The beginning of a text that is at most `tokens` long, cut at a space where there is one nearby. */
export function headOf(text: string, tokens: number): string {
  let left = tokens;
  let end = 0;
  for (const sign of text) {
    left -= tokensOf(sign);
    if (left < 0) break;
    end += sign.length;
  }
  if (end === text.length) return text;
  const space = text.lastIndexOf(' ', end);
  return `${text.slice(0, space > end / 2 ? space : end).trimEnd()}…`;
}

function tokensOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return ASCII_LETTER.test(sign) ? 1 / 3 : 1;
  if (code < 0x800) return 1;
  return code < 0x1_0000 ? 1.5 : 3;
}
