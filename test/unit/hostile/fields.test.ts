/** A field that is new is put through with hostile words as well, or these fail. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FRAMES } from '../../../src/protocol/parse.ts';
import {
  ANSWER_HEADERS,
  FORMS,
  FRAME_FIELDS,
  QUERIES,
  REQUEST_HEADERS,
} from '../../hostile/fields.ts';

const SOURCE = join(import.meta.dirname, '../../../src');

/** All of the Worker's source, file by file. */
const FILES = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(SOURCE, file), 'utf8') }));

function found(pattern: RegExp, files: RegExp): string[] {
  const texts = FILES.filter(({ file }) => files.test(file)).map(({ text }) => text);
  return texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name));
}

/** Where fields are read of a form or an address. */
const READERS = [
  /(?:\b(?:form|params|formData\(\)\)))\??\.(?:get|getAll|has)\(['`]([^'`]+)['`]/g,
  /\b(?:text|typed|textOf|field|textField|query)\((?:form, |c, |await c\.req\.formData\(\), )?['`]([^'`]+)['`]\)/g,
];
const READING = /^(?:routes\/|dashboard\/[\w-]+-form\.ts$)/;

/** Of elements whose name is that of a field. */
const ELEMENTS = /<(?:Field|TextField|Select|input|textarea|select)\b[^>]*?\bname="([\w-]+)"/g;

const listed = [
  ...FORMS.flatMap(({ fields }) => Object.keys(fields)),
  ...Object.values(QUERIES).flat(),
];

/** Chooses how a preview looks, in the page alone: no server reads it. */
const NEVER_SENT = 'scheme';

/** A name that is put together, such as `date-${row}`, stands for all that it may become. */
const meant = (name: string): RegExp => new RegExp(`^${name.split(/\$\{\w+\}/).join('.+')}$`);

describe('hostile words are put through', () => {
  it.each(['visitor', 'agent', 'monitor'] as const)('every field of every frame: %s', (side) => {
    const fields = FRAMES[side].def.options.map(({ def: { shape } }) => {
      const [type] = shape.type.def.values;
      return [type, Object.keys(shape).filter((name) => name !== 'type')];
    });
    const known = Object.entries(FRAME_FIELDS[side]).map(([type, all]) => [type, Object.keys(all)]);
    const inOrder = (all: unknown[][]) => all.map((one) => JSON.stringify(one)).toSorted();
    expect(inOrder(known)).toEqual(inOrder(fields));
  });

  const read = [...new Set(READERS.flatMap((reader) => found(reader, READING)))];

  it('every field that is read of a form or an address', () => {
    expect(read.length).toBeGreaterThan(40);
    expect(read.filter((name) => !listed.some((one) => meant(name).test(one)))).toEqual([]);
  });

  it('every field that a form shows', () => {
    const shown = found(ELEMENTS, /^dashboard\//);
    expect(shown.length).toBeGreaterThan(15);
    expect([...new Set(shown)].filter((name) => !listed.includes(name))).toEqual([NEVER_SENT]);
  });

  it('and no field that nobody reads', () => {
    expect(listed.filter((one) => !read.some((name) => meant(name).test(one)))).toEqual([]);
  });

  it('every header', () => {
    const headers = [...new Set(found(/headers\.get\('([\w-]+)'\)/g, /./))].filter(
      // An object's own name for the one of the request that the Worker makes for it.
      (name) => name !== 'upgrade',
    );
    expect(headers.toSorted()).toEqual([...REQUEST_HEADERS, ...ANSWER_HEADERS].toSorted());
  });
});
