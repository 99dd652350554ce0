/** The bytes of a web page to text, by the rules browsers follow. Pure. */

/** As far as browsers look for a `<meta>` that names the encoding, in bytes. */
const SNIFFED_BYTES = 1024;

const META_CHARSET = /<meta[^>]+?charset\s*=\s*["']?\s*([\w:.-]+)/i;

/**
 * Decodes `bytes`: by their byte order mark, else by the charset of the content type, else by the
 * page's own `<meta>`, else as UTF-8 if they are that, else as the Latin of old pages. Total.
 * See https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
 */
export function decodePage(bytes: Uint8Array, contentType: string): string {
  const named = [markOf(bytes), charsetOf(contentType), metaCharsetOf(bytes)];
  for (const label of named) {
    const decoder = label === undefined ? null : decoderFor(label);
    if (decoder) return decoder.decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return undefined;
}

function charsetOf(contentType: string): string | undefined {
  return /;\s*charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType)?.[1];
}

function metaCharsetOf(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, SNIFFED_BYTES));
  const label = META_CHARSET.exec(head)?.[1];
  // A page that could be read this far is not in UTF-16, whatever it says.
  return label && /^utf-?16/i.test(label) ? 'utf-8' : label;
}

function decoderFor(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}
