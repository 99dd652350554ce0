import { describe, expect, it } from 'vitest';
import { formsOf } from '../../../src/assistant/retrieval/forms.ts';
import { termsText } from '../../../src/assistant/retrieval/knowledge-terms.ts';
import { normalize, split } from '../../../src/assistant/retrieval/normalize.ts';
import { meantBy, termsOf } from '../../../src/assistant/retrieval/question.ts';
import { passagesOf, wordCount } from '../../../src/assistant/retrieval/split.ts';
import { guessTongue } from '../../../src/assistant/retrieval/tongues.ts';

describe('the language of a question', () => {
  it.each([
    ['可以退货吗', 'zh'],
    ['返品できますか', 'ja'],
    ['반품하려면 어떻게 해야 하나요?', 'ko'],
    ['คืนสินค้าได้ไหม', 'th'],
    ['Как вернуть товар?', 'ru'],
    ['كيف يمكنني الدفع؟', 'ar'],
    ['सामान वापस कैसे करें', 'hi'],
    ['Hoe kan ik mijn bestelling volgen?', 'nl'],
    ['Czy mogę zapłacić kartą?', 'pl'],
    ['Kargo ücreti ne kadar?', 'tr'],
    ['Có giao hàng không?', 'vi'],
    ['Apakah bisa dikirim ke Bali?', 'id'],
    ['How do I return a tent?', 'en'],
    ['open track wash gift call size fix', 'en'],
    ['Wo ist meine Bestellung?', 'de'],
    ['¿Dónde está mi pedido?', 'es'],
    ['Où est ma commande ?', 'fr'],
    ['Onde está o meu pedido?', 'pt'],
    ['Dov’è il mio ordine?', 'it'],
    ['', 'en'],
  ])('%j is %s', (text, tongue) => {
    expect(guessTongue(text)).toBe(tongue);
  });
});

describe('words of other scripts', () => {
  it('without spaces come in pairs, a Chinese character also by itself', () => {
    expect(split(normalize('退货。'))).toEqual(['退货', '退', '货']);
    expect(split(normalize('サイズ'))).toEqual(['サイ', 'イズ']);
    expect(split(normalize('カード'))).toEqual(['カー', 'ード']);
    expect(split(normalize('배송비'))).toEqual(['배송', '송비']);
    expect(split(normalize('คืน'))).toEqual(['คืน']);
  });

  it('keep the marks that make a letter, and lose those that only colour one', () => {
    expect(split(normalize('が か'))).toEqual(['が', 'か']);
    expect(split(normalize('की का'))).toEqual(['की', 'का']);
    expect(split(normalize('مُدَّة ёлка İade café'))).toEqual(['مده', 'елка', 'iade', 'cafe']);
  });

  it('are read the same however wide they are typed', () => {
    expect(split(normalize('ｶｰﾄﾞ ＰａｙＰａｌ'))).toEqual(split(normalize('カード PayPal')));
  });

  it('are put to the index once, and only those that it is for', () => {
    expect(termsText('Returns: 退货 退货 PayPal', 'zh')).toBe('退货');
    expect(termsText('Plain English, déjà vu', 'en')).toBe('');
    expect(termsText('Płatność kartą', 'pl')).toBe('platnosc');
  });
});

describe('a question in a script without spaces', () => {
  it('is about its words, not about its grammar', () => {
    expect(termsOf({ text: '请问可以退货吗？' }).map(({ spellings }) => spellings)).toEqual([
      [['退货']],
    ]);
    const about = termsOf({ text: '返品したいのですが' }).filter(({ isTopic }) => isTopic);
    expect(about.map(({ spellings }) => spellings)).toEqual([[['返品']]]);
  });

  it('finds a Korean word without what is joined to it', () => {
    expect(termsOf({ text: '배송비는 얼마인가요?' }).map(({ spellings }) => spellings)).toEqual([
      [['배송', '송비']],
    ]);
  });
});

describe('what a question means', () => {
  it('takes the line before along only where it leans on it', () => {
    const before = 'Do you repair tents?';
    expect(meantBy({ text: 'and how much does it cost?', before })).toBe(
      'Do you repair tents?\nand how much does it cost?',
    );
    expect(meantBy({ text: 'How do I wash a tent?', before: 'Do you have gift cards?' })).toBe(
      'How do I wash a tent?',
    );
    expect(meantBy({ text: 'how much?' })).toBe('how much?');
  });
});

describe('forms of a word', () => {
  it.each([
    ['доставка', 'доставляете', 'ru'],
    ['zwrot', 'zwrocic', 'pl'],
    ['garanti', 'garantilidir', 'tr'],
    ['levering', 'standaardlevering', 'nl'],
    ['mengembalikan', 'pengembalian', 'id'],
    ['شحن', 'تشحنون', 'ar'],
  ] as const)('%s and %s are one', (a, b, tongue) => {
    expect([formsOf(a, [b], tongue), formsOf(b, [a], tongue)]).toEqual([[b], [a]]);
  });

  it.each([
    ['dostepny', 'dostawa', 'pl'],
    ['lever', 'levenslange', 'nl'],
    ['возврат', 'возможно', 'ru'],
    ['de', 'den', 'nl'],
    ['same', 'same', 'nl'],
  ] as const)('%s and %s are not', (a, b, tongue) => {
    expect(formsOf(a, [b], tongue)).toEqual([]);
  });
});

describe('passages in other scripts', () => {
  const split2 = (text: string) => passagesOf({ id: 1, title: 'T', text });

  it('are cut at full stops of their own, and fit what a reader takes in', () => {
    const sentence = `${'退货政策说明'.repeat(15)}。`;
    const passages = split2(sentence.repeat(3));
    expect(passages.length).toBeGreaterThan(1);
    for (const passage of passages) expect(passage.endsWith('。')).toBe(true);
  });

  it('of Thai are cut at the spaces between sentences', () => {
    const sentence = 'สินค้าที่ยังไม่ได้ใช้สามารถคืนได้ภายในหกสิบวันหลังจากได้รับ';
    const passages = split2(Array.from({ length: 12 }, () => sentence).join(' '));
    expect(passages.length).toBeGreaterThan(1);
    for (const passage of passages) expect(passage.replaceAll(sentence, '').trim()).toBe('');
  });

  it('take a short line for a heading only if it is short', () => {
    expect(split2('退货政策\n\n六十天之内可以退货。')).toEqual(['退货政策\n六十天之内可以退货。']);
    expect(split2('สินค้าที่ยังไม่ได้ใช้สามารถคืนได้ภายในหกสิบวัน\n\nฟรี')).toHaveLength(2);
  });

  it('count words where there are no spaces', () => {
    expect([wordCount('两个'), wordCount('PayPal 付款。'), wordCount('one two')]).toEqual([
      1, 2, 2,
    ]);
  });
});
