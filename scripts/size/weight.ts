import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Bytes of one or more files as they are, and as the network carries them. */
export interface Weight {
  plain: number;
  gzip: number;
  brotli: number;
}

export const NOTHING: Weight = { plain: 0, gzip: 0, brotli: 0 };

/** Weighs one file, compressed as hard as the formats allow. */
export function weigh(content: Uint8Array): Weight {
  return {
    plain: content.length,
    gzip: gzipSync(content, { level: 9 }).length,
    brotli: brotliCompressSync(content).length,
  };
}

/** Files travel one by one, so their compressed sizes add up. */
export function add(a: Weight, b: Weight): Weight {
  return { plain: a.plain + b.plain, gzip: a.gzip + b.gzip, brotli: a.brotli + b.brotli };
}

export interface Row {
  name: string;
  weight: Weight;
  /** The most gzip bytes allowed; without one the row is only told. */
  budget?: number;
}

export function isOver(row: Row): boolean {
  return row.budget !== undefined && row.weight.gzip > row.budget;
}

/** The rows as an aligned table with a line per row. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.name,
    bytes(row.weight.plain),
    bytes(row.weight.gzip),
    bytes(row.weight.brotli),
    row.budget === undefined ? '' : bytes(row.budget),
    row.budget === undefined ? '' : verdict(row, row.budget),
  ]);
  const all = [['', 'min', 'gzip', 'brotli', 'budget (gzip)', ''], ...cells];
  const widths =
    all[0]?.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0))) ?? [];
  return all
    .map((line) =>
      line
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function verdict(row: Row, budget: number): string {
  return isOver(row) ? `${bytes(row.weight.gzip - budget)} over` : 'ok';
}

function bytes(count: number): string {
  return count.toLocaleString('en');
}
