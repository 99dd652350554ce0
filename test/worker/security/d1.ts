/** All that D1 holds, for tests that ask whether something is in it or has changed. */
import { bindings } from '../client.ts';

/** What the full-text indexes keep for themselves. */
const SHADOW = /_(?:data|idx|content|docsize|config)$/;

async function tables(): Promise<string[]> {
  const { results } = await bindings.DB.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
  ).all<{ name: string }>();
  const names = results.map(({ name }) => name);
  return names.filter((name) => !SHADOW.test(name) && !/^(?:_cf|sqlite_|d1_)/.test(name));
}

/** Every row of every table, as text. */
export async function dump(
  leavingOut: readonly string[] = [],
): Promise<Readonly<Record<string, string[]>>> {
  const names = (await tables()).filter((name) => !leavingOut.includes(name));
  const contents = await bindings.DB.batch<Record<string, unknown>>(
    names.map((name) => bindings.DB.prepare(`SELECT * FROM "${name}"`)),
  );
  return Object.fromEntries(
    names.map((name, at) => [
      name,
      (contents[at]?.results ?? []).map((row) => JSON.stringify(row)),
    ]),
  );
}

/** The tables with one of these words in any row. */
export async function tablesWith(words: readonly string[]): Promise<string[]> {
  return Object.entries(await dump())
    .filter(([, rows]) => rows.some((row) => words.some((word) => row.includes(word))))
    .map(([name]) => name);
}
