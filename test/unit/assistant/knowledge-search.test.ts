import { beforeEach, describe, expect, it } from 'vitest';
import type { DatabaseSync } from 'node:sqlite';
import { candidateQuery } from '../../../src/assistant/candidate-query.ts';
import { addArticle, articlesOf, find, openDatabase, SEED } from './demo-shop.ts';

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
    const found = find(db, 'demo', question).map(({ title }) => title);
    expect(found).toEqual(/zebra/.test(question) ? ['Zebra'] : []);
  });

  it.each(['', ' \n', '?!…', '🦓', 'the and of', 'what is it', '¿qué es?'])(
    'is none without a word worth looking for: %j',
    (question) => {
      expect(candidateQuery('demo', question)).toBeNull();
    },
  );

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
