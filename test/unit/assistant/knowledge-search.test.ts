import { beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseSync } from 'node:sqlite';
import { candidateQuery } from '../../../src/assistant/retrieval/candidate-query.ts';
import { termsQuery } from '../../../src/assistant/retrieval/knowledge-terms.ts';
import { addArticle, articlesOf, find, openDatabase, readDue, SEED } from './demo-shop.ts';

const titles = (db: DatabaseSync, site: string, question: string) =>
  find(db, site, question).map(({ title }) => title);

describe('the knowledge index', () => {
  let db: DatabaseSync;
  beforeEach(() => {
    db = openDatabase();
  });

  it('finds an article as soon as it is written', () => {
    addArticle(db, 'demo', 'Zebras', 'They have stripes.');
    expect(titles(db, 'demo', 'tell me about zebras')).toEqual(['Zebras']);
  });

  it('follows an edit: the new words are found and the old ones are not', () => {
    const id = addArticle(db, 'demo', 'Zebras', 'They have stripes.');
    db.prepare("UPDATE knowledge SET title = 'Walrus', text = 'Tusks.' WHERE id = ?").run(id);
    expect(titles(db, 'demo', 'zebra stripes')).toEqual([]);
    expect(titles(db, 'demo', 'walrus')).toEqual(['Walrus']);
  });

  it('follows an edit that moves the article to another site', () => {
    const id = addArticle(db, 'demo', 'Zebras', 'Stripes.');
    db.prepare("UPDATE knowledge SET site = 'other' WHERE id = ?").run(id);
    expect(titles(db, 'demo', 'zebra')).toEqual([]);
    expect(titles(db, 'other', 'zebra')).toEqual(['Zebras']);
  });

  it('forgets a deleted article', () => {
    const id = addArticle(db, 'demo', 'Zebras', 'Stripes.');
    db.prepare('DELETE FROM knowledge WHERE id = ?').run(id);
    expect(titles(db, 'demo', 'zebra')).toEqual([]);
  });

  it('holds when an article is replaced, for which SQLite runs no delete trigger', () => {
    const id = addArticle(db, 'demo', 'Zebras', 'Stripes.');
    db.prepare(
      "INSERT OR REPLACE INTO knowledge VALUES (?, 'demo', 'Walrus', NULL, 'Tusks.', 0, 0)",
    ).run(id);
    expect(titles(db, 'demo', 'zebra')).toEqual([]);
    expect(titles(db, 'demo', 'walrus')).toEqual(['Walrus']);
  });

  it('goes with its site', () => {
    addArticle(db, 'demo', 'Zebras', 'Stripes.');
    db.exec("DELETE FROM site WHERE id = 'demo'");
    expect(articlesOf(db, 'demo')).toEqual([]);
    expect(
      db
        .prepare("SELECT count(*) AS n FROM knowledge_search WHERE knowledge_search MATCH 'zebras'")
        .get(),
    ).toEqual({ n: 0 });
  });

  it('never finds another site’s article, even one that names this site', () => {
    addArticle(db, 'other', 'Zebras of demo', 'demo demo demo');
    expect(titles(db, 'demo', 'zebras demo')).toEqual([]);
  });

  it('finds words without their accents, in another form, or misspelled after three letters', () => {
    addArticle(db, 'demo', 'Devoluciones', 'Plazo de devolución: 60 días.');
    const questions = ['devolucion', 'DEVOLUCIÓN', 'devolver', 'devoulciones'];
    expect(questions.filter((question) => find(db, 'demo', question).length === 0)).toEqual([]);
  });

  it('finds an article by a word of the same meaning', () => {
    addArticle(db, 'demo', 'Refunds', 'Five days.');
    expect(titles(db, 'demo', 'I want my money back')).toEqual(['Refunds']);
  });

  it('puts the article that is about the words before one that mentions them, and keeps to the limit', () => {
    addArticle(db, 'demo', 'Something else', 'A zebra is mentioned here among other things.');
    addArticle(db, 'demo', 'Zebra', 'An animal.');
    expect(find(db, 'demo', 'zebra', 1).map(({ title }) => title)).toEqual(['Zebra']);
  });
});

describe('the index over other scripts', () => {
  const terms = (db: DatabaseSync, question: string) =>
    find(db, 'demo', question, 12, false).map(({ title }) => title);

  it.each([
    ['退货与退款', '怎么退货'],
    ['返品について', '返品したい'],
    ['การคืนสินค้า', 'คืนของ'],
    ['반품 안내', '반품하려면'],
    ['Возвраты', 'возврат'],
    ['الإرجاع', 'للارجاع'],
    ['वापसी', 'वापस'],
    ['Płatności', 'jak zapłacić: platnosc'],
    ['Kargo sınırları', 'sinir nedir'],
    ['Đổi trả', 'toi muon doi tra'],
    ['Pengembalian', 'bagaimana cara mengembalikan'],
  ])('finds %s by %s', (title, question) => {
    const db = openDatabase();
    for (const site of ['demo', 'other']) addArticle(db, site, title, 'ini adalah untuk anda');
    readDue(db, 'demo');
    readDue(db, 'other');
    expect(terms(db, question)).toEqual([title]);
  });

  it('has an article due until its words are read, and again after an edit', () => {
    const db = openDatabase();
    const due = () => db.prepare('SELECT count(*) AS count FROM knowledge_due').get()?.['count'];
    const id = addArticle(db, 'demo', '退货', '六十天');
    expect([due(), terms(db, '退货'), find(db, 'demo', '退货').length]).toEqual([1, [], 1]);
    readDue(db, 'demo');
    expect([due(), terms(db, '退货')]).toEqual([0, ['退货']]);
    db.prepare('UPDATE knowledge SET updated_at = 9 WHERE id = ?').run(id);
    expect([due(), terms(db, '退货')]).toEqual([0, ['退货']]);
    db.prepare("UPDATE knowledge SET title = '配送' WHERE id = ?").run(id);
    expect([due(), terms(db, '退货')]).toEqual([1, []]);
    readDue(db, 'demo');
    expect([terms(db, '退货'), terms(db, '配送')]).toEqual([[], ['配送']]);
  });

  it('forgets an article with its row, its replacement and its website', () => {
    const db = openDatabase();
    const id = addArticle(db, 'demo', '退货', '六十天');
    readDue(db, 'demo');
    db.prepare(
      "INSERT OR REPLACE INTO knowledge (id, site, title, text, created_at, updated_at) VALUES (?, 'demo', '配送', '两天', 0, 0)",
    ).run(id);
    expect(terms(db, '退货')).toEqual([]);
    readDue(db, 'demo');
    db.prepare('DELETE FROM knowledge WHERE id = ?').run(id);
    addArticle(db, 'demo', '保修', '五年');
    readDue(db, 'demo');
    db.exec("DELETE FROM site WHERE id = 'demo'");
    const left = (table: string) => db.prepare(`SELECT count(*) AS count FROM ${table}`).get();
    expect([left('knowledge_due'), left('knowledge_terms')]).toEqual([{ count: 0 }, { count: 0 }]);
  });
});

describe('a question as a search', () => {
  it.each([
    '"',
    '""" OR "',
    "'; DROP TABLE knowledge; --",
    'a AND',
    'NOT',
    'NEAR(a b, 2)',
    'title:zebra',
    '^zebra',
    'zebra*',
    '{title text} : (zebra)',
    '(((',
    ')',
    'zebra - zebra',
    '+',
    '\\',
    '%',
    'zebra\0zebra',
    '\0',
    '👩‍👩‍👧 zebra 🦓',
    '🦓',
    'ﬁnance ẞ İ',
    '\ud800 zebra \udfff',
    'x'.repeat(4_000),
    'zebra '.repeat(660),
    '退货政策',
    'مرحبا كيف',
    '',
    '   ',
    '\r\nBcc: a@b.c',
    Array.from({ length: 600 }, (_, at) => `w${at}x`).join(' '),
    'return refund ship pay open track wash gift call size fix',
  ])('is never an error: %j', (question) => {
    const db = openDatabase();
    addArticle(db, 'demo', 'Zebra', 'Stripes');
    readDue(db, 'demo');
    const found = find(db, 'demo', question).map(({ title }) => title);
    expect(found).toEqual(/zebra/.test(question) ? ['Zebra'] : []);
  });

  it.each(['', ' \n', '?!…', '🦓', 'the and of', 'what is it', '¿qué es?', '是什么？', 'что это'])(
    'is none without a word worth looking for: %j',
    (question) => {
      expect([candidateQuery('demo', question), termsQuery('demo', question)]).toEqual([
        null,
        null,
      ]);
    },
  );

  it('is put to the index over other scripts only where it holds words for it', () => {
    expect(termsQuery('demo', 'How do I return a jacket?')).toBeNull();
    expect(candidateQuery('demo', '可以退货吗')).toBeNull();
    expect(termsQuery('demo', '可以退货吗')).toBe('(site : "demo") AND ({title text} : ("退货"))');
    expect([candidateQuery('demo', 'PayPal 付款'), termsQuery('demo', 'PayPal 付款')]).toEqual([
      expect.stringContaining('"paypal"*'),
      expect.stringContaining('"付款"'),
    ]);
  });

  it.each([
    '退"货',
    "退货'; DROP TABLE knowledge; --",
    '退货 OR *',
    '退\0货',
    '\ud800退货\udfff',
    '(退货',
    'वापसी" NEAR(',
  ])('gets nothing but letters of other scripts into an expression either: %j', (question) => {
    const db = openDatabase();
    addArticle(db, 'demo', '退货', 'वापसी');
    readDue(db, 'demo');
    expect(find(db, 'demo', question).map(({ title }) => title)).toEqual(['退货']);
  });

  it('takes a site’s name for a name, whatever it holds', () => {
    const db = openDatabase();
    for (const site of ['"', 'a" OR "b', '-', '', 'de\0mo'])
      expect(find(db, site, 'zebra')).toEqual([]);
  });
});

describe('the demo shop’s seed', () => {
  it('may run again without changing a thing', () => {
    const db = openDatabase();
    db.exec(SEED);
    const before = articlesOf(db, 'demo');
    db.exec(SEED);
    expect(articlesOf(db, 'demo')).toEqual(before);
    expect(before.length).toBeGreaterThanOrEqual(10);
  });

  it('brings back nothing that its owner edited or deleted', () => {
    const db = openDatabase();
    db.exec(SEED);
    db.exec(
      "UPDATE knowledge SET text = 'Edited.' WHERE title = 'Shipping'; DELETE FROM knowledge WHERE title = 'Gift cards'",
    );
    const before = articlesOf(db, 'demo');
    db.exec(SEED);
    expect(articlesOf(db, 'demo')).toEqual(before);
  });
});
