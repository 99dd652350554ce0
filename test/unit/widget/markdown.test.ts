import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlain } from '../../../widget/visitor/talk/inline.ts';
import type { Inline } from '../../../widget/visitor/talk/inline.ts';
import { parseMarkdown } from '../../../widget/visitor/talk/markdown.ts';
import type { Block } from '../../../widget/visitor/talk/markdown.ts';

/** A tree as one line of text: enough to see what became what. */
function outline(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.is === 'text') return `(${inline(block.of)})`;
      if (block.is === 'code') return `<pre ${block.text}>`;
      const items = block.items.map(outline).join(', ');
      return `${block.start ?? ''}[${items}]`;
    })
    .join(' ');
}

function inline(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.is === 'code') return `<code ${part.text}>`;
      if (part.is === 'link') return `<${part.href} ${inline(part.of)}>`;
      return `<${part.is} ${inline(part.of)}>`;
    })
    .join('');
}

function textOf(parts: readonly (Block | Inline)[]): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('text' in part) return part.text;
      return textOf(part.is === 'list' ? part.items.flat() : part.of);
    })
    .join('');
}

function addressesIn(parts: readonly (Block | Inline)[]): string[] {
  return parts.flatMap((part): string[] => {
    if (typeof part === 'string' || 'text' in part) return [];
    const within = addressesIn(part.is === 'list' ? part.items.flat() : part.of);
    return part.is === 'link' ? [part.href, ...within] : within;
  });
}

const read = (text: string) => outline(parseMarkdown(text));
const draft = (text: string) => outline(parseMarkdown(text, true));

describe('an answer', () => {
  it.each([
    ['two\nlines\n\nand a paragraph', '(two\nlines) (and a paragraph)'],
    ['**bold**, *soft*, __bold__, _soft_', '(<strong bold>, <em soft>, <strong bold>, <em soft>)'],
    [
      '***both*** and **bold *soft* bold**',
      '(<strong <em both>> and <strong bold <em soft> bold>)',
    ],
    ['**太字**です', '(<strong 太字>です)'],
    ['a `x * y` b', '(a <code x * y> b)'],
    ['# Returns\nWithin 60 days', '(<strong Returns>) (Within 60 days)'],
    ['a\n\n---\n\nb', '(a) (b)'],
    ['Then:\n- one\n- two\n\nDone', '(Then:) [(one), (two)] (Done)'],
    ['3. three\n4. four', '3[(three), (four)]'],
    ['1. a\n   - b\n   - c\n2. d', '1[(a) [(b), (c)], (d)]'],
    ['- a\n  more\n\n  and more\n- b', '[(a\nmore) (and more), (b)]'],
    ['- a\n```\n- b\n  c\n```\nd', '[(a)] <pre - b\n  c> (d)'],
    ['~~~js\nlet a;', '<pre let a;>'],
  ])('%j is read', (text, tree) => {
    expect(read(text)).toBe(tree);
  });

  it.each([
    'snake_case_names and 2 * 3 * 4',
    '**never closed',
    'it`s',
    '<b>no</b> &amp; | a | b |',
    '> quoted',
    '#tag',
    '-no list',
    'http://[ [x](https://%)',
    '[a](/path) [b](javascript:alert(1)) [c](data:text/html,x)',
    '![a](x.png)',
    'javascript:alert(1) www.example.com',
  ])('%j stays the text that it is', (text) => {
    expect(read(text)).toBe(`(${text})`);
  });

  it('keeps a mark that is meant as itself', () => {
    expect(read('\\*not soft\\* \\[a](https://b.example)')).toBe(
      '(*not soft* [a](<https://b.example https://b.example>))',
    );
  });
});

describe('a link', () => {
  it.each([
    ['[our **page**](https://a.example/x_(y))', '<https://a.example/x_(y) our <strong page>>'],
    ['[write](mailto:a@b.example)', '<mailto:a@b.example write>'],
    ['![map](https://a.example/x.png)', '<https://a.example/x.png map>'],
    [
      'see https://a.example/b_c?d=*e*.',
      'see <https://a.example/b_c?d=*e https://a.example/b_c?d=*e>*.',
    ],
    ['(https://a.example)', '(<https://a.example https://a.example>)'],
    ['https://a.example/B_(c)', '<https://a.example/B_(c) https://a.example/B_(c)>'],
    ['(see https://a.example/B_(c)).', '(see <https://a.example/B_(c) https://a.example/B_(c)>).'],
    ['(https://a.example/b)', '(<https://a.example/b https://a.example/b>)'],
    ['(https://a.example/b) c)', '(<https://a.example/b https://a.example/b>) c)'],
    ['https://a.example/b).', '<https://a.example/b https://a.example/b>).'],
    ['https://a.example/(b)/c', '<https://a.example/(b)/c https://a.example/(b)/c>'],
    ['https://a.exampleをご覧', '<https://a.example https://a.example>をご覧'],
    ['[https://a.example](https://b.example)', '<https://b.example https://a.example>'],
  ])('is found in %j', (text, tree) => {
    expect(read(text)).toBe(`(${tree})`);
  });

  it('is whole, whatever letters, digits and signs it is made of', () => {
    const address = `https://www.bank-${'abcdefghijklmnopqrstuvwxyz'}.example/ABCDEFGHIJKLMNOPQRSTUVWXYZ/0123456789?a=b&c=%20+d;e@f$g#h`;
    expect(parsePlain(`see ${address}, please`)).toEqual([
      'see ',
      { is: 'link', href: address, of: [address] },
      ', please',
    ]);
  });

  it('is all that is found in what a person wrote', () => {
    expect(inline(parsePlain('**a** http://b.example, c'))).toBe(
      '**a** <http://b.example http://b.example>, c',
    );
    expect(inline(parsePlain('(http://b.example/C_(d))'))).toBe(
      '(<http://b.example/C_(d) http://b.example/C_(d)>)',
    );
  });
});

describe('a draft', () => {
  it.each([
    ['Say **bo', '(Say <strong bo>)'],
    ['Say **bold*', '(Say <strong bold>)'],
    ['Say **', '(Say )'],
    ['Say `co', '(Say <code co>)'],
    ['See [the pa', '(See )'],
    ['See [the page](https://a.exam', '(See )'],
    ['Like:\n-', '(Like:)'],
    ['Like:\n- a\n1', '(Like:) [(a)]'],
    ['So:\n```', '(So:)'],
  ])('shows no mark before it is whole: %j', (text, tree) => {
    expect(draft(text)).toBe(tree);
  });

  it('only grows: whatever is shown is shown a letter later', () => {
    const text =
      'Sure, **two ways** to *do* that:\n\n1. Call `us`\n2. See [here](https://a.example)';
    const shown = Array.from(text, (_, at) => textOf(parseMarkdown(text.slice(0, at), true)));
    for (const [at, before] of shown.entries()) {
      expect((shown[at + 1] ?? before).startsWith(before.trimEnd())).toBe(true);
    }
  });
});

/** What grew with the square of the length would take minutes. */
const SLOW_MS = 2_000;

/** What answers are made of, and what could break them. */
const MARKS = `
* ** _ __ \` \`\`\` ~~~ \\ [ ] ]( ) ![ # 1. - https://a.example http://[ mailto:a javascript:a
`.split(/\s/);

const TEXT = fc
  .array(
    fc.oneof(
      fc.constantFrom(...MARKS, '\n', '\n\n', '  ', '\r', '\0'),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('whatever is said', () => {
  it('is read, and nothing is said that was not', () => {
    fc.assert(
      fc.property(TEXT, fc.boolean(), (text, isDraft) => {
        let at = 0;
        for (const unit of textOf(parseMarkdown(text, isDraft)).replaceAll('\n', '')) {
          at = text.indexOf(unit, at) + unit.length;
          expect(at).toBeGreaterThanOrEqual(unit.length);
        }
      }),
    );
  });

  it('loses nothing but marks and gaps', () => {
    const letters = (text: string) => text.replace(/[^a-z]/g, '');
    const words = fc
      .array(fc.constantFrom('a', 'b', '*', '**', '_', '`', '\n', ' ', '- ', '# ', '\\', '[', '!'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, (text) => {
        // What stands behind a fence names the code's language.
        const said = text.replaceAll(/^[^\S\n]*```.*$/gm, '');
        expect(letters(textOf(parseMarkdown(text)))).toBe(letters(said));
        expect(textOf(parsePlain(text))).toBe(text);
      }),
    );
  });

  it('leads to the web and to mailboxes alone', () => {
    fc.assert(
      fc.property(TEXT, fc.boolean(), (text, isDraft) => {
        const addresses = [
          ...addressesIn(parseMarkdown(text, isDraft)),
          ...addressesIn(parsePlain(text)),
        ];
        for (const href of addresses) expect(href).toMatch(/^(?:https?:\/\/|mailto:)\S+$/i);
      }),
    );
  });

  const BOMBS = [
    '* _ ` [ ( # \\ ~ ![ **a*b __a_b [a]( [a](http://x( 1. http:// http://.... *_`['.split(' '),
    [' ', '\n', '**a ', '*a_b ', '` `` ', '[a](http://x ', '- - x', '# '],
    ['- a\n', '\n  - a', '```\n'],
  ].flat();

  it.each([4_000, 100_000])('takes time by its length alone, at %i characters', (length) => {
    const slow: string[] = [];
    for (const bomb of BOMBS) {
      const body = bomb.repeat(length / bomb.length);
      for (const text of [body, `${body}x`, `${body}  y`, `a${body}\n`, `**${body}`]) {
        const began = performance.now();
        parseMarkdown(text);
        parseMarkdown(text, true);
        parsePlain(text);
        if (performance.now() - began > SLOW_MS) slow.push(bomb);
      }
    }
    expect(slow).toEqual([]);
  });
});
