/** Character references in HTML text, as characters. Pure. */

/** The names of the code points 160 to 255, in order. */
const LATIN = `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3
  acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring
  AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times
  Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute
  ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc
  uuml yacute thorn yuml`;

/** Names, each followed by its character. */
const OTHERS = `amp & lt < gt > quot " apos ' excl ! num # dollar $ percnt % lpar ( rpar ) ast * plus + comma , period .
  sol / colon : semi ; equals = quest ? commat @ lsqb [ lbrack [ bsol \\ rsqb ] rbrack ] lowbar _ grave \` lcub {
  lbrace { verbar | vert | rcub } rbrace } hyphen ‐ dash ‐ OElig Œ oelig œ Scaron Š scaron š Zcaron Ž zcaron ž Ccaron Č
  ccaron č Yuml Ÿ fnof ƒ circ ˆ tilde ˜ ndash – mdash — horbar ― lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „
  dagger † Dagger ‡ bull • bullet • hellip … mldr … permil ‰ prime ′ Prime ″ lsaquo ‹ rsaquo › oline ‾ frasl ⁄ euro €
  trade ™ numero № larr ← uarr ↑ rarr → darr ↓ harr ↔ rArr ⇒ lArr ⇐ hArr ⇔ forall ∀ part ∂ exist ∃ empty ∅ nabla ∇
  isin ∈ notin ∉ prod ∏ sum ∑ minus − lowast ∗ radic √ prop ∝ infin ∞ ang ∠ and ∧ or ∨ cap ∩ cup ∪ int ∫ there4 ∴
  sim ∼ cong ≅ asymp ≈ ne ≠ equiv ≡ le ≤ ge ≥ sub ⊂ sup ⊃ sube ⊆ supe ⊇ oplus ⊕ otimes ⊗ perp ⊥ sdot ⋅ loz ◊
  spades ♠ clubs ♣ hearts ♥ diams ♦ check ✓ checkmark ✓ cross ✗ star ☆ starf ★ phone ☎ male ♂ female ♀
  Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο
  Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η
  theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π rho ρ sigmaf ς sigma σ tau τ upsilon υ phi φ chi χ
  psi ψ omega ω`;

/** These are nothing to see, or a space. */
const SPACES = { ensp: ' ', emsp: ' ', thinsp: ' ', hairsp: ' ', Tab: ' ', NewLine: ' ' };
const UNSEEN = { zwnj: '\u200c', zwj: '\u200d', lrm: '\u200e', rlm: '\u200f' };

const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN.split(/\s+/).map((name, at): [string, string] => [name, String.fromCodePoint(160 + at)]),
  ...pairs(OTHERS.split(/\s+/)),
  ...Object.entries({ ...SPACES, ...UNSEEN }),
]);

/** Old pages leave out the semicolon after these. */
const BARE = /^(?:amp|lt|gt|quot|nbsp|copy|reg)$/;

const REFERENCE = /&(?:#x([\da-f]{1,8})|#(\d{1,10})|([a-z][a-z\d]{1,30}))(;?)/gi;

/** What numbers 128 to 159 mean: the characters Windows has there. */
const WINDOWS = new TextDecoder('windows-1252');

/** Replaces character references; what is none, or one of a rare name, stays as it is. Total. */
export function decodeEntities(text: string): string {
  return text.replace(
    REFERENCE,
    (whole, hex?: string, decimal?: string, name?: string, end?: string) => {
      if (hex !== undefined) return characterOf(Number.parseInt(hex, 16));
      if (decimal !== undefined) return characterOf(Number(decimal));
      if (name === undefined || (end === '' && !BARE.test(name))) return whole;
      return NAMED.get(name) ?? whole;
    },
  );
}

function characterOf(code: number): string {
  if (code >= 128 && code < 160) return WINDOWS.decode(Uint8Array.of(code));
  const isSurrogate = code >= 0xd800 && code < 0xe000;
  return code === 0 || isSurrogate || code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code);
}

function pairs(words: readonly string[]): [string, string][] {
  return words.flatMap((name, at): [string, string][] =>
    at % 2 === 0 ? [[name, words[at + 1] ?? '']] : [],
  );
}
