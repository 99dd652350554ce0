import { describe, expect, it } from 'vitest';
import { PAGES_CSS, renderPage } from '../../../src/pages/shell.tsx';
import { breakouts, HOSTILE, inlined } from './hostile.ts';

describe('the shell of a page', () => {
  it('is a whole document that names its language and fits a phone', () => {
    const html = renderPage({ title: 'Hello', name: 'test', body: <p>Hi</p> });
    expect(html).toMatch(/^<!doctype html><html lang="en"><head><meta charset="utf-8"/);
    expect(html).toContain('width=device-width');
    expect(html).toContain('<title>Hello</title>');
    expect(html).toContain('<body class="test"><p>Hi</p></body>');
  });

  it('shows whatever it is given as text', () => {
    const html = renderPage({ title: HOSTILE, name: HOSTILE, body: HOSTILE, icon: HOSTILE });
    expect(breakouts(html)).toEqual([]);
    expect(inlined(html)).toEqual([]);
  });

  it('links the shared style sheet unless the page brings its own', () => {
    const page = { title: '', name: '', body: null };
    expect(renderPage(page)).toContain(`href="${PAGES_CSS}"`);
    expect(renderPage({ ...page, styles: ['/other.css'] })).not.toContain(PAGES_CSS);
  });

  it('loads scripts as modules, by path', () => {
    const html = renderPage({ title: '', name: '', body: null, modules: ['/baton/a.js'] });
    expect(html).toContain('<script type="module" src="/baton/a.js"></script>');
  });

  it('carries its icon along, so that no browser asks for one', () => {
    expect(renderPage({ title: '', name: '', body: null })).toContain(
      '<link rel="icon" href="data:image/svg+xml,',
    );
  });
});
