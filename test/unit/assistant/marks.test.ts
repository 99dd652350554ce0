import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citedBy, createMarks } from '../../../src/assistant/words/marks.ts';
import type { Passage } from '../../../src/assistant/retrieval/passage.ts';

const PASSAGES = 3;

/** What a reply in these pieces comes to, and the longest stretch held back after any of them. */
function readPieces(pieces: readonly string[], passages = PASSAGES) {
  const marks = createMarks(passages);
  let text = '';
  let pushed = 0;
  let held = 0;
  for (const piece of pieces) {
    pushed += piece.length;
    text += marks.push(piece);
    held = Math.max(held, pushed - text.length);
  }
  const { rest, cited, knows } = marks.end();
  return { text: text + rest, cited, knows, held };
}

function read(text: string, passages = PASSAGES) {
  const { text: clean, cited, knows } = readPieces([text], passages);
  return { text: clean, cited, knows };
}

const signsOf = (text: string) => text.split('');

/** Pieces of replies, marks and near misses among them. */
const FRAGMENTS = [
  ['[1]', '[2]', ' [3]', '[1, 2]', '[1][2]', '【1】', '(passage 1)', '[source 2]', '[?]', '[9]'],
  ['[', ']', '(', ')', '【', '】', '<', '>', '1', '12', '?', ',', ', ', ';', ':', '.', ' ', '  '],
  ['\n', '\n\n', '**', 'Source', 'Sources: ', 'passage', 'see ', 'and', ' and ', '[XL]', '(1)'],
  ['<think>', '</think>', '<', 'think', '/', '(https://acme.example/a)', '(http', '†source', '^'],
  ['free', 'Hello', '退货', '。', '来源：', '😀', 'é', '[A team member wrote:]', '[A team'],
].flat();

const replies = fc
  .array(fc.constantFrom(...FRAGMENTS), { maxLength: 14 })
  .map((all) => all.join(''));

/** A text, and places to cut it at. */
const cutReplies = fc
  .tuple(replies, fc.array(fc.nat(80), { maxLength: 12 }))
  .map(([text, places]) => {
    const cuts = [0, ...places.filter((at) => at < text.length).toSorted((a, b) => a - b)];
    return { text, pieces: cuts.map((at, n) => text.slice(at, cuts[n + 1])) };
  });

describe('marks', () => {
  it.each<[string, string, number[]]>([
    ['Returns are free [1].', 'Returns are free.', [1]],
    ['Returns are free.[1] Ship it back [2].', 'Returns are free. Ship it back.', [1, 2]],
    ['Returns are free [1] and easy.', 'Returns are free and easy.', [1]],
    ['Returns are free [1]and easy.', 'Returns are free and easy.', [1]],
    ['[2] Returns are free.', 'Returns are free.', [2]],
    ['A [3]. B [1]. C [3].', 'A. B. C.', [3, 1]],
    ['Free [1, 2].', 'Free.', [1, 2]],
    ['Free [1][2].', 'Free.', [1, 2]],
    ['Free [1], [2]; [3].', 'Free.', [1, 2, 3]],
    ['Free [1], and easy.', 'Free, and easy.', [1]],
    ['Free [1 and 3].', 'Free.', [1, 3]],
    ['Free [ 1 ].', 'Free.', [1]],
    ['Free [^2].', 'Free.', [2]],
    ['Free【1】。', 'Free。', [1]],
    ['Free【2†source】.', 'Free.', [2]],
    ['Free (passage 1).', 'Free.', [1]],
    ['Free (Passages 1 and 2).', 'Free.', [1, 2]],
    ['Free (passages 1-3).', 'Free.', [1, 2, 3]],
    ['Free (see passage 2).', 'Free.', [2]],
    ['Free [source 1].', 'Free.', [1]],
    ['Free [Source: 1, Source: 2].', 'Free.', [1, 2]],
    ['Free ([1]).', 'Free.', [1]],
    ['Free (source: [1], [2]).', 'Free.', [1, 2]],
    ['Free [passage #1].', 'Free.', [1]],
    ['Free <passage 1>.', 'Free.', [1]],
    ['Gratis [Quelle 1].', 'Gratis.', [1]],
    ['Gratuit (source 1) ?', 'Gratuit ?', [1]],
    ['可以退货[1]。', '可以退货。', [1]],
    ['可以退货（来源：2）。', '可以退货。', [2]],
    ['Free [1](https://acme.example/returns).', 'Free.', [1]],
    ['Free [1](see below).', 'Free (see below).', [1]],
    ['Free.\n\n[1]', 'Free.', [1]],
    ['Free.\n\nSources: [1], [2]', 'Free.', [1, 2]],
    ['Free.\n**Source:** [1]\nBye', 'Free.\nBye', [1]],
    ['Free.\n**Sources**: [1]', 'Free.', [1]],
    ['Free. [1]\n\nEasy. [2]\n', 'Free.\n\nEasy.', [1, 2]],
    ['- a [1]\n- b [2]\n', '- a\n- b', [1, 2]],
    ['- a\n  [1]\n\n- b', '- a\n\n- b', [1]],
    ['[A team member wrote:] Free [1].', 'Free.', [1]],
    ['Nothing here (passage 9).', 'Nothing here.', []],
    ['Free [1, 9].', 'Free.', [1]],
    ['Is it free [1]? Yes [2]!', 'Is it free? Yes!', [1, 2]],
    ['Free (#[2]).', 'Free (#).', [2]],
  ])('are taken out of %j', (text, clean, cited) => {
    expect(read(text)).toEqual({ text: clean, cited, knows: true });
    expect(readPieces(signsOf(text))).toMatchObject({ text: clean, cited, knows: true });
  });

  it.each([
    'Sizes [S], [M] and [XL].',
    'A warranty of [12] months.',
    'Since [2024].',
    '[0] and [4]',
    'First (1), then (2).',
    'Call [Ctrl] + [1-3].',
    'See [Returns](https://acme.example/returns).',
    'A list:\n- [ ] to do\n- [x] done\n',
    'a[i] = b[j]; c < 3 && d > 1',
    '<b>bold</b> <3 <passage>',
    'Source: our own pages.',
    'Sources say so. (source unknown)',
    '【重要】返品は60日以内。',
    '  leading and trailing  \n',
    'Sorry (really) [sic] … [',
    '(see',
    '[passage',
    'Passages are narrow here.',
    'I <think> so.',
    '',
  ])('are not seen where there are none: %j', (text) => {
    expect(read(text)).toEqual({ text, cited: [], knows: true });
    expect(readPieces(signsOf(text)).text).toBe(text);
  });

  it('are only of passages that there are', () => {
    expect(read('Free [1].', 0)).toEqual({ text: 'Free [1].', cited: [], knows: true });
    expect(read('Free [3].', 3).text).toBe('Free.');
    expect(read('Free [4].', 3).text).toBe('Free [4].');
  });

  it.each<[string, string, boolean]>([
    ['[?] I don’t have that.', 'I don’t have that.', false],
    [' \n[?]I don’t have that.', 'I don’t have that.', false],
    ['【？】I don’t have that.', 'I don’t have that.', false],
    ['([?]) I don’t have that.', 'I don’t have that.', false],
    ['I don’t have that. [?]', 'I don’t have that.', false],
    ['[?] Not that, but returns are free [1].', 'Not that, but returns are free.', false],
    ['Returns are free [1]. For gifts [?] ask.', 'Returns are free. For gifts ask.', true],
    ['Is it [that]?', 'Is it [that]?', true],
  ])('tell whether the reply knows: %j', (text, clean, knows) => {
    expect(read(text)).toMatchObject({ text: clean, knows });
    expect(readPieces(signsOf(text))).toMatchObject({ text: clean, knows });
  });

  it.each([
    ['<think>They ask [2].</think>\n\nFree [1].', 'Free.'],
    ['\n<THINK>\nhm\n</Think>Free [1].', 'Free.'],
    ['<think></think> <thinking>İ</thinking> Free [1].', 'Free.'],
    ['[THINK]hm[/THINK]Free [1].', 'Free.'],
  ])('are not looked for in leaked reasoning, which goes: %j', (text, clean) => {
    expect(read(text)).toEqual({ text: clean, cited: [1], knows: true });
    expect(readPieces(signsOf(text)).text).toBe(clean);
  });

  it('leave nothing of reasoning that never ends', () => {
    expect(read('<think>They want [1] and so on').text).toBe('');
    expect(read('<think').text).toBe('<think');
  });

  it('come out the same however the text is split', () => {
    fc.assert(
      fc.property(cutReplies, ({ text, pieces }) => {
        const { held: _, ...split } = readPieces(pieces);
        expect(split).toEqual(read(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('leave text without any to the letter', () => {
    const plain = fc
      .string({ unit: 'grapheme', maxLength: 200 })
      .filter((text) => !/[[【(（<]|^\s*\[/.test(text));
    fc.assert(
      fc.property(plain, fc.nat(), (text, at) => {
        const cut = at % (text.length + 1);
        expect(readPieces([text.slice(0, cut), text.slice(cut)]).text).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });

  it('hold back no more than a few characters of what goes on', () => {
    const text =
      'Sure (see the page on returns) [XL] costs $4 (from May) < 5 [12, or so] **Source code** is open. Sourdough: no.';
    expect(readPieces(signsOf(text))).toMatchObject({ text, cited: [] });
    expect(readPieces(signsOf(text)).held).toBeLessThanOrEqual(9);
    expect(readPieces(signsOf(`[${'1, '.repeat(100)}`)).held).toBeLessThanOrEqual(50);
  });

  it('are looked for in no more than a text’s length of steps, whatever it repeats', () => {
    for (const unit of [
      '[',
      '[1 ',
      '[1,   ',
      '(see ',
      '<think',
      '[passage ',
      ' ',
      '[1](',
      'Source: ',
    ]) {
      // A hundred thousand signs: the square of that would not be done before the test is called off.
      const long = unit.repeat(100_000 / unit.length);
      expect(readPieces([long, long]).text.length).toBeLessThanOrEqual(2 * long.length);
    }
  });
});

const passage = (title: string, text: string): Passage => ({ title, text, score: 1 });

const SHOP = [
  passage(
    'Returns',
    'You can send back anything unused within 60 days of receiving it. The return label is free: print it from the link in your order confirmation.',
  ),
  passage(
    'Shipping',
    'Standard delivery takes 2 to 4 working days. It is free for orders from $60; below that it costs $4.90.',
  ),
  passage('Opening hours', 'The shop in Portland is open Monday to Saturday, 10 am to 7 pm.'),
];

describe('sources that a model does not name', () => {
  it.each<[string, number[]]>([
    [
      'You can send back unused items within 60 days of receiving them, and the return label is free.',
      [1],
    ],
    [
      'Standard delivery takes 2 to 4 working days and costs $4.90, or nothing for orders from $60.',
      [2],
    ],
    ['The Portland shop is open from Monday to Saturday, 10 am to 7 pm.', [3]],
    [
      'You can send back anything unused within 60 days, and the label is free. The Portland shop is open Monday to Saturday, 10 am to 7 pm.',
      [1, 3],
    ],
  ])('are the passages whose words make up the answer: %j', (text, cited) => {
    expect(citedBy(text, SHOP).toSorted()).toEqual(cited);
  });

  it.each([
    'Hello! What would you like to know?',
    'You’re welcome! Enjoy your trip.',
    'I’m sorry, I don’t have information about shipping to the moon. Could you rephrase your question?',
    'I can only help with questions about this website, so I can’t write your essay on delivery.',
    'Free returns.',
    '',
  ])('are none for small talk, refusals and next to nothing: %j', (text) => {
    expect(citedBy(text, SHOP)).toEqual([]);
    expect(citedBy(text, [])).toEqual([]);
  });

  it('are found where words have no spaces between them', () => {
    const passages = [
      passage('配送', '标准配送需要两到四个工作日。'),
      passage('退货', '您可以在收到商品后六十天内退回任何未使用的商品。'),
    ];
    expect(citedBy('收到商品后六十天内，可以退回未使用的商品。', passages)).toEqual([2]);
    expect(citedBy('对不起，我没有这方面的信息。', passages)).toEqual([]);
  });

  it('are no further ones for a few words that an answer shares with them', () => {
    const returns = SHOP[0]?.text ?? '';
    expect(citedBy(`${returns} Standard delivery takes working`, SHOP)).toEqual([1]);
    expect(citedBy(`${returns} ${SHOP[1]?.text ?? ''}`, SHOP).toSorted()).toEqual([1, 2]);
  });

  it('are each named once, whatever an answer repeats', () => {
    const text = 'Standard delivery takes 2 to 4 working days. '.repeat(20);
    expect(citedBy(text, [...SHOP, ...SHOP])).toEqual([2]);
  });
});
