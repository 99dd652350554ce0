/** The page that says which test keeps which security promise: whatever it names must be there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docsSources } from '../../scripts/build/docs-sources.ts';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');

/** What we hold ourselves to, area by area. */
const AREAS = [
  'Sockets',
  'Links and tokens',
  'Sessions',
  'Forms',
  'Pages',
  'Mail',
  'Exports',
  'Model',
  'Fetching pages for knowledge',
  'Abuse and cost',
  'Logs',
  'Erasure',
];

interface Row {
  area: string;
  rule: string;
  how: string;
  tests: { file: string; name: string[] }[];
}

function rowsOf(page: string): Row[] {
  return page.split(/^## /m).flatMap((section) => {
    const [area = '', ...lines] = section.split('\n');
    const [, , ...rows] = lines.filter((line) => line.startsWith('|'));
    return rows.map((line) => {
      const [rule = '', how = '', tests = ''] = line.slice(2, -2).split(' | ');
      const named = tests.split('<br>').map((test) => /^`([^`]+)` “(.+)”$/.exec(test));
      return {
        area,
        rule,
        how,
        tests: named.map((match) => ({
          file: match?.[1] ?? '',
          name: match?.[2]?.split(' › ') ?? [],
        })),
      };
    });
  });
}

const ROWS = rowsOf(PAGE);

describe('the security page', () => {
  it.each(AREAS)('has rules for this area, each with how it is kept: %s', (area) => {
    const rows = ROWS.filter((row) => row.area === area);
    expect(rows).not.toEqual([]);
    for (const { rule, how } of rows) expect([rule, rule && how]).not.toContain('');
  });

  it('has no area that nobody knows of', () => {
    expect([...new Set(ROWS.map(({ area }) => area))]).toEqual(AREAS);
  });

  it.each(ROWS)('names tests that exist: $area: $rule', ({ tests }) => {
    expect(tests).not.toEqual([]);
    for (const { file, name } of tests) {
      expect([file, file !== '' && existsSync(join(ROOT, file))]).toEqual([file, true]);
      const source = readFileSync(join(ROOT, file), 'utf8');
      const missing = name.filter((part) => !source.includes(`'${part}'`));
      expect([file, missing]).toEqual([file, []]);
      expect(name).not.toEqual([]);
    }
  });

  it('is part of the documentation, and the README leads to it', async () => {
    expect(await docsSources()).toContain('docs/security.md');
    expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain('(docs/security.md)');
  });
});
