import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { About, ServerFrame } from '../../../src/protocol/frames.ts';
import { InShort } from '../../../widget/agent/in-short.tsx';
import { applyFrame, EMPTY_LOG } from '../../../widget/shared/log.ts';
import { breakouts, HOSTILE } from './hostile.ts';

const about = (summary?: string): About => ({
  site: 'demo',
  siteName: 'Acme Outdoor',
  ...(summary !== undefined && { summary }),
});

const box = (of: About | null, level: 2 | 3 = 2) => render(<InShort about={of} level={level} />);

describe('what a conversation is about, in short', () => {
  it('stands line by line in a region with a heading, each in a direction of its own', () => {
    const html = box(about('They wrote: “Where is it?”\nהם כתבו'));
    const [, id = ''] = /<h2 id="([^"]+)">In short<\/h2>/.exec(html) ?? [];
    expect(html).toContain(`<section class="in-short" aria-labelledby="${id}">`);
    expect(html.match(/<p dir="auto">[^<]+<\/p>/g)).toEqual([
      '<p dir="auto">They wrote: “Where is it?”</p>',
      '<p dir="auto">הם כתבו</p>',
    ]);
  });

  it('is open until somebody folds it, and reached by keyboard where it scrolls', () => {
    expect(box(about('x'))).toContain('<details open>');
    expect(box(about('x'))).toContain('<div class="in-short-lines" tabindex="0">');
  });

  it('is a level lower where a heading stands above it', () => {
    expect(box(about('x'), 3)).toMatch(/<h3 id="[^"]+">In short<\/h3>/);
  });

  it.each([undefined, '', '\n', ' \n '])('is not there where there is none: %j', (summary) => {
    expect(box(about(summary))).toBe('');
    expect(box(null)).toBe('');
  });

  it('leaves out empty lines', () => {
    expect(box(about('\none\n\n two\n')).match(/<p /g)).toHaveLength(2);
  });

  it('shows hostile words as text', () => {
    expect(breakouts(box(about(HOSTILE)))).toEqual([]);
  });
});

describe('a later welcome', () => {
  const welcome = (summary?: string): ServerFrame => ({
    type: 'welcome',
    protocol: 1,
    role: 'watcher',
    conversation: 'c',
    about: about(summary),
    seq: 0,
    state: { phase: 'waiting', since: 0, escalationEnabled: true },
    entries: [],
  });
  const after = (...frames: ServerFrame[]) =>
    box(frames.reduce((log, frame) => applyFrame(log, frame, 0), EMPTY_LOG).about);

  it('brings another one, or takes it away', () => {
    expect(after(welcome('one'), welcome('two'))).toContain('>two</p>');
    expect(after(welcome('one'), welcome('two'))).not.toContain('>one</p>');
    expect(after(welcome('one'), welcome())).toBe('');
  });
});
