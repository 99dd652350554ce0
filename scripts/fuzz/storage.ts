/** The object's storage: one SQLite database in memory and one alarm. Both outlive every instance. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { Millis } from '../../src/protocol/entry.ts';

/** A statement with what is bound to it. */
export interface Statement {
  query: string;
  bindings: SQLInputValue[];
}

/** What may be made of a statement before it is run: a fault of the storage's, in tests of the invariants. */
export type Tamper = (statement: Statement) => Statement[];

type Row = Record<string, unknown>;

/** What the platform's `exec` returns, as much of it as is used. */
class Cursor {
  readonly #rows: Row[];

  constructor(rows: Row[]) {
    this.#rows = rows;
  }

  toArray(): Row[] {
    return this.#rows;
  }

  one(): Row {
    const [row, ...more] = this.#rows;
    if (!row || more.length > 0) throw new Error('Expected exactly one row.');
    return row;
  }

  [Symbol.iterator](): Iterator<Row> {
    return this.#rows[Symbol.iterator]();
  }
}

/**
 * A database whose tables and prepared statements are kept from run to run, for making them anew takes longer
 * than all else. What was dropped is empty and not to be seen until it is created again.
 */
class Database {
  readonly #sqlite = new DatabaseSync(':memory:');
  readonly #prepared = new Map<string, StatementSync>();
  readonly #scripts = new Set<string>();
  #isBare = true;

  run(query: string, bindings: SQLInputValue[]): Row[] {
    if (bindings.length === 0 && /^(?:CREATE|ALTER)\b/.test(query)) return this.#define(query);
    if (this.#isBare && !/^(?:SAVEPOINT|RELEASE|ROLLBACK)\b/.test(query)) {
      if (query.includes('sqlite_master')) return [];
      throw new Error(`There are no tables: ${query}`);
    }
    let prepared = this.#prepared.get(query);
    if (!prepared) this.#prepared.set(query, (prepared = this.#sqlite.prepare(query)));
    return prepared.all(...bindings);
  }

  tables(): string[] {
    const rows = this.run("SELECT name FROM sqlite_master WHERE type = 'table'", []);
    return rows.map(({ name }) => String(name));
  }

  drop(): void {
    for (const name of this.tables()) this.run(`DELETE FROM "${name}"`, []);
    this.#isBare = true;
  }

  #define(script: string): [] {
    if (!this.#scripts.has(script)) this.#sqlite.exec(script);
    this.#scripts.add(script);
    this.#isBare = false;
    return [];
  }
}

let kept: Database | undefined;

export class FakeStorage {
  /** When the alarm rings; null when none is set. */
  alarm: Millis | null = null;
  /** Is told of every statement that was run. */
  onStatement: (query: string) => void = () => undefined;
  readonly #tamper: Tamper | undefined;
  readonly #database: Database;
  #depth = 0;

  constructor(tamper?: Tamper) {
    this.#tamper = tamper;
    // Tables that may have been tampered with are nobody else's.
    this.#database = tamper ? new Database() : (kept ??= new Database());
    this.#database.drop();
  }

  /** Runs a statement on the object's behalf. */
  exec(query: string, bindings: SQLInputValue[]): Cursor {
    const statements = this.#tamper?.({ query, bindings }) ?? [{ query, bindings }];
    let rows: Row[] = [];
    for (const one of statements) rows = this.all(one.query, ...one.bindings);
    this.onStatement(query);
    return new Cursor(rows);
  }

  /** Runs a statement for whoever looks on: nobody is told. */
  all(query: string, ...bindings: SQLInputValue[]): Row[] {
    return this.#database.run(query, bindings);
  }

  /** All or nothing. */
  transaction<T>(work: () => T): T {
    this.#depth += 1;
    const name = `level${this.#depth}`;
    this.all(`SAVEPOINT ${name}`);
    try {
      const done = work();
      this.all(`RELEASE ${name}`);
      return done;
    } catch (error) {
      this.all(`ROLLBACK TO ${name}`);
      this.all(`RELEASE ${name}`);
      throw error;
    } finally {
      this.#depth -= 1;
    }
  }

  /** What is written from now on may yet be lost: see {@link commit} and {@link lose}. */
  begin(): void {
    this.all('SAVEPOINT unsaved');
  }

  commit(): void {
    this.all('RELEASE unsaved');
  }

  lose(): void {
    this.all('ROLLBACK TO unsaved');
    this.all('RELEASE unsaved');
  }

  tables(): string[] {
    return this.#database.tables();
  }

  deleteAll(): void {
    this.#database.drop();
    this.alarm = null;
  }
}
