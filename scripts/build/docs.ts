/**
 * The documentation as a site of its own, so that `/docs/` answers wherever Baton runs: the Markdown of
 * the repository's root and of docs/, with links between pages that work here as they do in the files.
 */
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { Marked, type Tokens } from 'marked';
import type { Asset } from './bundles.ts';
import { Complaint } from '../lib/complaint.ts';
import { ROOT } from '../lib/paths.ts';
import { docsPage, escapeHtml, type NavItem } from './docs-page.ts';
import { docsSources, isMarkdown } from './docs-sources.ts';

interface Page {
  /** Where it lies in the repository, with forward slashes: `docs/storage.md`. */
  source: string;
  /** Where it is served, below `/docs/`: `storage.html`. */
  target: string;
  title: string;
  text: string;
}

/** Renders every page, and copies whatever else lies in docs/ (pictures) beside them. */
export async function renderDocs(): Promise<Asset[]> {
  const sources = await docsSources();
  const pages = await Promise.all(sources.filter(isMarkdown).map(readPage));
  const targets = new Map(pages.map((page) => [page.source, page.target]));
  if (new Set(targets.values()).size < pages.length) {
    throw new Complaint('Two Markdown files would become the same page under /docs/.');
  }
  const nav = pages.map(({ target, title }): NavItem => ({ target, title }));
  const others = sources.filter((source) => !isMarkdown(source));
  return [
    ...pages.map((page) => ({
      path: `docs/${page.target}`,
      content: docsPage({ ...page, html: toHtml(page, targets, new Set(others)), nav }),
    })),
    ...(await Promise.all(
      others.map(async (source) => ({ path: source, content: await readFile(join(ROOT, source)) })),
    )),
    {
      path: 'docs/docs.css',
      content: await readFile(join(ROOT, 'scripts', 'build', 'docs.css'), 'utf8'),
    },
  ];
}

async function readPage(source: string): Promise<Page> {
  const text = await readFile(join(ROOT, source), 'utf8');
  const title = /^#\s+(.+)$/m.exec(text)?.[1] ?? posix.basename(source, '.md');
  return { source, target: targetOf(source), title: title.replaceAll(/[`*_]/g, ''), text };
}

function targetOf(source: string): string {
  const path = source.replace(/^docs\//, '').replace(/\.md$/, '');
  if (/(^|\/)README$/.test(path)) return path.replace(/README$/, 'index.html');
  return `${source.includes('/') ? path : path.toLowerCase()}.html`;
}

function toHtml(
  page: Page,
  targets: ReadonlyMap<string, string>,
  others: ReadonlySet<string>,
): string {
  const seen = new Map<string, number>();
  const marked = new Marked({
    gfm: true,
    renderer: {
      heading({ tokens, depth }: Tokens.Heading) {
        const id = slug(this.parser.parseInline(tokens, this.parser.textRenderer), seen);
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }: Tokens.Link) {
        const text = this.parser.parseInline(tokens);
        const to = resolveHref(href, page, targets, others);
        // The source code is not served, so a link into it is only its text here.
        return to === undefined ? text : `<a href="${escapeHtml(to)}">${text}</a>`;
      },
      image({ href, text }: Tokens.Image) {
        const to = resolveHref(href, page, targets, others);
        return to === undefined ? '' : `<img src="${escapeHtml(to)}" alt="${escapeHtml(text)}">`;
      },
      table(token: Tokens.Table) {
        const cells = (row: Tokens.TableCell[], tag: 'th' | 'td') =>
          `<tr>${row.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join('')}</tr>`;
        const body = token.rows.map((row) => cells(row, 'td')).join('\n');
        // Its own scrolling box, so that a wide table never makes the page wider than a phone.
        return `<div class="table"><table><thead>${cells(token.header, 'th')}</thead><tbody>${body}</tbody></table></div>\n`;
      },
    },
  });
  return marked.parse(page.text, { async: false });
}

/** Where a link leads from this page's place in the site; `undefined` if the site does not have it. */
function resolveHref(
  href: string,
  page: Page,
  targets: ReadonlyMap<string, string>,
  others: ReadonlySet<string>,
): string | undefined {
  if (/^(https?:|mailto:|#)/i.test(href)) return href;
  const [path = '', fragment] = href.split('#');
  const source = posix.normalize(posix.join(posix.dirname(page.source), path));
  const target =
    targets.get(source) ?? (others.has(source) ? source.slice('docs/'.length) : undefined);
  if (target === undefined) return undefined;
  const to = posix.relative(posix.dirname(page.target), target);
  return fragment === undefined ? to : `${to}#${fragment}`;
}

/** A heading's anchor, made as code hosts make theirs, so that a link works in both places. */
function slug(text: string, seen: Map<string, number>): string {
  const plain = text
    .toLowerCase()
    .replaceAll(/&[a-z]+;|&#\d+;/g, '')
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
  const count = seen.get(plain) ?? 0;
  seen.set(plain, count + 1);
  return count === 0 ? plain : `${plain}-${count}`;
}
