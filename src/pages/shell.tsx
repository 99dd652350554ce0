import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import { BATON_ICON } from './mark.tsx';

/** The style sheet every page of Baton's own shares. */
export const PAGES_CSS = '/baton/pages.css';

/** What a page is made of. Whatever is a string in it reaches the browser as text. */
interface Page {
  title: string;
  /** Names the page to its style sheets: the class of its body. */
  name: string;
  body: ComponentChildren;
  /** Further elements of the head. */
  head?: ComponentChildren;
  /** Style sheets by path; {@link PAGES_CSS} unless told. */
  styles?: readonly string[];
  /** Module scripts by path. Nothing on a page may be inline: the policy would refuse it. */
  modules?: readonly string[];
  /** A data URL; Baton's own mark unless told. */
  icon?: string;
}

/** The last part keeps what stands at a page's foot above the keyboard of a phone. */
const VIEWPORT =
  'width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content';

/** Renders a whole document. Pure: the same page gives the same text. */
export function renderPage(page: Page): string {
  const { title, name, body, head, styles = [PAGES_CSS], modules = [], icon = BATON_ICON } = page;
  return `<!doctype html>${render(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content={VIEWPORT} />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="icon" href={icon} />
        {styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {modules.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
        {head}
      </head>
      <body class={name}>{body}</body>
    </html>,
  )}`;
}
