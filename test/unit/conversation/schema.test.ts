import { expect, it } from 'vitest';
import { create, isCreated, migrate } from '../../../src/conversation/schema.ts';
import { sqlStorage } from '../objects/sql-storage.ts';

type Storage = ReturnType<typeof sqlStorage>;

const columnsIn = ({ sql }: Storage) =>
  Array.from(
    sql.exec(
      `SELECT item.type, item.name, part.* FROM sqlite_master AS item
       LEFT JOIN pragma_table_info(item.name) AS part ORDER BY item.name, part.cid`,
    ),
  );

const indexesIn = ({ sql }: Storage) =>
  Array.from(
    sql.exec("SELECT name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name"),
    (row) => ({ ...row, sql: String(row['sql']).replaceAll(/\s+/g, ' ') }),
  );

const versionIn = ({ sql }: Storage) => sql.exec('SELECT version FROM migration').toArray();

it('the tables of a new object are those that all migrations lead to', () => {
  const [made, migrated] = [sqlStorage(), sqlStorage()];
  expect(isCreated(made.sql)).toBe(false);
  create(made);
  migrate(migrated);
  expect(isCreated(made.sql)).toBe(true);
  expect(columnsIn(made)).toEqual(columnsIn(migrated));
  expect(indexesIn(made)).toEqual(indexesIn(migrated));
  expect(versionIn(made)).toEqual(versionIn(migrated));
  migrate(made);
  expect(versionIn(made)).toEqual(versionIn(migrated));
});
