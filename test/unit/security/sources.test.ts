/** What no file of ours may do, whatever it is for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HEADERS } from '../../../scripts/build/headers.ts';
import { safeUrl } from '../../../src/assistant/safe-url.ts';
import { webUrl } from '../../../widget/agent/links.ts';
import { WEB_LINK } from '../../../widget/visitor/web-link.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** The code that runs for anybody, by path from the root. */
const SOURCES = ['src', 'widget'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file)),
);

/** Where files say something, as `path: what they say`. */
function findings(pattern: RegExp): string[] {
  return SOURCES.flatMap((path) =>
    [...readFileSync(join(ROOT, path), 'utf8').matchAll(pattern)].map(
      ([found]) => `${path}: ${found}`,
    ),
  );
}

describe('no source', () => {
  it('is left out', () => {
    expect(SOURCES.length).toBeGreaterThan(200);
  });

  it('makes a page of a string of HTML, or code of a string', () => {
    expect(
      findings(
        /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\b|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|document\.write|\beval\(|new Function\(/g,
      ),
    ).toEqual([]);
  });

  it('shows a picture whose address comes from anywhere but us', () => {
    expect(findings(/<img\b[^>]*>|<video\b|<audio\b|new Image\(/g)).toEqual([]);
  });

  it('has HTML in a frame that may run scripts', () => {
    const frames = findings(/<iframe\b[^>]*>/g);
    for (const frame of frames) expect(frame).toMatch(/sandbox/);
  });

  it('takes an address from a header that anybody may write', () => {
    expect(findings(/X-Forwarded-For|X-Real-IP|True-Client-IP|['"]Forwarded['"]/gi)).toEqual([]);
  });

  it('hands a model tools, in the places where one is called', () => {
    const ofServer = (pattern: RegExp) =>
      findings(pattern).filter((found) => found.startsWith('src/'));
    expect(ofServer(/\b(?:doStream|generateText)\(\{/g)).not.toEqual([]);
    expect(ofServer(/\btools\s*[:=]|\btoolChoice\b|\btool\(\{/g)).toEqual([]);
  });

  it('guesses with numbers that can be guessed', () => {
    const guessable = findings(/Math\.random\(/g).filter(
      (found) => !found.startsWith('widget/shared/'),
    );
    expect(guessable).toEqual([]);
  });
});

/** Every kind of address that could do something, and how it is written to slip through. */
const HOSTILE_URLS = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'blob:https://acme.example/1',
];

describe('a link', () => {
  it.each(HOSTILE_URLS)('of words that are not ours leads to the web or nowhere: %j', (url) => {
    expect(safeUrl(url)).toBeNull();
    expect(webUrl(url, 'https://baton.example')).toBeNull();
    expect(WEB_LINK.test(url)).toBe(false);
  });
});

describe('static files', () => {
  it('are taken for what they are, and the documentation runs no script and is framed by nobody', () => {
    expect(HEADERS).toMatch(/^\/\*\n {2}X-Content-Type-Options: nosniff$/m);
    const [, docs = ''] = /\/docs\/\*\n((?: {2}.+\n)+)/.exec(HEADERS) ?? [];
    for (const rule of ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
      expect(docs).toContain(rule);
    }
    expect(docs).not.toContain('unsafe');
  });
});

describe('the platform’s log', () => {
  it('gets no addresses from the platform itself, for those of takeover links are secrets', () => {
    const wrangler = readFileSync(join(ROOT, 'wrangler.toml'), 'utf8');
    const [, section = ''] = /\[observability\.logs\]([^[]*)/.exec(wrangler) ?? [];
    expect(section).toMatch(/^invocation_logs = false$/m);
    expect(wrangler).not.toMatch(/^logpush\s*=\s*true|^\[\[tail_consumers\]\]/m);
  });
});
