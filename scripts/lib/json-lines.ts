/** One JSON object of a file or stream of JSON lines, and its line number, counted from 1. */
export interface JsonLine {
  number: number;
  value: Readonly<Record<string, unknown>>;
}

/** A line that is not what it should be. `message` is one line and names it. */
export class BadLine extends Error {}

/** Reads JSON objects, one a line; lines of nothing but white space are none. Throws `BadLine` at the first line that is none. */
export async function* readJsonLines(input: NodeJS.ReadableStream): AsyncGenerator<JsonLine> {
  let number = 0;
  for await (const line of linesOf(input)) {
    number += 1;
    if (line.trim() === '') continue;
    yield { number, value: parseObject(line, number) };
  }
}

/** Lines end at a line feed and nowhere else: JSON strings may hold U+2028, which `readline` splits at. */
async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  input.setEncoding('utf8');
  let rest = '';
  for await (const chunk of input) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function parseObject(line: string, number: number): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    // A byte order mark counts as white space.
    value = JSON.parse(line.trim());
  } catch {
    throw new BadLine(`line ${number}: not JSON`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadLine(`line ${number}: not an object`);
  return Object.fromEntries(Object.entries(value));
}
