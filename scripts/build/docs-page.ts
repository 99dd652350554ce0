import { posix } from 'node:path';

export interface NavItem {
  /** Where the page is served, below `/docs/`. */
  target: string;
  title: string;
}

/** The frame around one page of documentation. `html` is its rendered Markdown; `title` is plain text. */
export function docsPage(page: {
  target: string;
  title: string;
  html: string;
  nav: readonly NavItem[];
}): string {
  const from = posix.dirname(page.target);
  const to = (target: string) => escapeHtml(posix.relative(from, target));
  const items = page.nav.map(({ target, title }) => {
    const current = target === page.target ? ' aria-current="page"' : '';
    return `<li><a href="${to(target)}"${current}>${escapeHtml(title)}</a></li>`;
  });
  const name = page.title === 'Baton' ? 'Baton' : `${page.title} · Baton`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(name)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${to('docs.css')}">
</head>
<body>
<nav aria-label="Documentation"><ul>
${items.join('\n')}
</ul></nav>
<main>
${page.html}</main>
</body>
</html>
`;
}

/** Makes text safe between tags and inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
