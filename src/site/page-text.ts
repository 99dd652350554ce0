/** What a web page says, without what surrounds it: the part of an import that reads HTML. */
import { decodeEntities } from './entities.ts';
import { type Gap, TextWriter, tidyTitle } from './text-writer.ts';

export interface PageText {
  /** Empty when the page has none. */
  title: string;
  /** Paragraphs, separated by empty lines. Empty when there is nothing to read. */
  text: string;
}

/** Nothing in these is meant to be read. */
const NEVER_READ =
  'script, style, noscript, template, svg, math, iframe, object, canvas, audio, video, select, button, textarea, dialog, [hidden], [aria-hidden="true"]';

/** What stands around the matter of a page. */
const SURROUNDINGS =
  'nav, header, footer, aside, form, [role="navigation"], [role="banner"], [role="contentinfo"], [role="search"], [role="complementary"]';

/** Where a page says its matter is, likeliest first. */
const MAIN_PARTS = ['main, [role="main"]', 'article', 'body'];

/** Elements that stand in a paragraph of their own. */
const PARAGRAPHS: ReadonlySet<string> = new Set(
  'address article blockquote body center details div dl fieldset figcaption figure h1 h2 h3 h4 h5 h6 hr main ol p pre section summary table ul'.split(
    ' ',
  ),
);
/** Elements that stand in a line of their own. */
const LINES: ReadonlySet<string> = new Set(['br', 'dd', 'dt', 'li', 'tr', 'caption', 'legend']);
/** Those of them that have no end. */
const EMPTY: ReadonlySet<string> = new Set(['br', 'hr']);
/** After these, no item is open any more. */
const LISTS: ReadonlySet<string> = new Set(['li', 'ul', 'ol']);
/** Elements that follow each other in a line. */
const CELLS: ReadonlySet<string> = new Set(['td', 'th']);

/** A page that comes in more pieces than this is made of signs that begin a tag and do not: each takes its time. */
const MAX_CHUNKS = 200_000;

/**
 * The title and the matter of an HTML page. The matter is what its `<main>` or `<article>` holds, or
 * else all of it, without navigation, forms and the like; where nothing is left then, with them.
 */
export async function readPage(html: string): Promise<PageText> {
  const title = await titleOf(html);
  for (const unwanted of [`${NEVER_READ}, ${SURROUNDINGS}`, NEVER_READ]) {
    const cleaned = await without(html, unwanted);
    for (const part of MAIN_PARTS) {
      const text = await textWithin(cleaned, part);
      if (text !== '') return { title, text };
    }
  }
  // A page of a few words, without so much as a body.
  return { title, text: await textWithin(await without(html, `${NEVER_READ}, title`), null) };
}

async function titleOf(html: string): Promise<string> {
  let shared = '';
  const title = firstText();
  const heading = firstText();
  const rewriter = new HTMLRewriter()
    .on('meta[property="og:title"]', {
      element: (meta) => {
        shared ||= meta.getAttribute('content') ?? '';
      },
    })
    .on('title', title.handler)
    .on('h1', heading.handler);
  await run(rewriter, html);
  const candidates = [shared, title.text(), heading.text()];
  return candidates.map((raw) => tidyTitle(decodeEntities(raw))).find(Boolean) ?? '';
}

/** Collects the text of the first element that has any. */
function firstText() {
  const texts: string[] = [];
  return {
    handler: {
      element: () => {
        texts.push('');
      },
      text: (chunk: Text) => {
        texts.push((texts.pop() ?? '') + chunk.text);
      },
    },
    text: () => texts.find((text) => text.trim() !== '') ?? '',
  };
}

function without(html: string, selector: string): Promise<string> {
  const rewriter = new HTMLRewriter().on(selector, {
    element: (element) => {
      element.remove();
    },
  });
  return run(rewriter, html);
}

async function textWithin(html: string, part: string | null): Promise<string> {
  const writer = new TextWriter();
  const breaks = {
    element: (element: Element) => {
      const { tagName } = element;
      const gap = gapOf(tagName);
      if (gap === '') return;
      writer.part(tagName === 'br' ? 'br' : gap);
      if (tagName === 'li') writer.mark('- ');
      if (CELLS.has(tagName) || EMPTY.has(tagName)) return;
      element.onEndTag(() => {
        writer.part(gap);
        if (LISTS.has(tagName)) writer.mark('');
      });
    },
  };
  let chunks = 0;
  const text = {
    text: (chunk: Text) => {
      chunks += 1;
      if (chunks > MAX_CHUNKS) throw new Error('That is no page for people.');
      writer.add(chunk.text);
    },
  };
  const rewriter = new HTMLRewriter();
  if (part === null) rewriter.on('*', breaks).onDocument(text);
  else {
    const inside = part
      .split(', ')
      .flatMap((one) => [one, `${one} *`])
      .join(', ');
    rewriter.on(inside, breaks).on(part, text);
  }
  await run(rewriter, html);
  return writer.end();
}

function gapOf(tag: string): Gap {
  if (PARAGRAPHS.has(tag)) return '\n\n';
  if (LINES.has(tag)) return '\n';
  return CELLS.has(tag) ? ' ' : '';
}

function run(rewriter: HTMLRewriter, html: string): Promise<string> {
  const headers = { 'Content-Type': 'text/html; charset=utf-8' };
  return rewriter.transform(new Response(html, { headers })).text();
}
