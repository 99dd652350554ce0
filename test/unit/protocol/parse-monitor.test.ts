import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { MAX_FRAME_BYTES } from '../../../src/protocol/limits.ts';
import { parseMonitorFrame } from '../../../src/protocol/parse.ts';

const codeOf = (raw: string | ArrayBuffer) => {
  const parsed = parseMonitorFrame(raw);
  return parsed.ok ? 'ok' : parsed.code;
};

it('a watcher may say hello, and nothing else', () => {
  expect(parseMonitorFrame('{"type":"hello","protocol":1,"more":true}')).toEqual({
    ok: true,
    frame: { type: 'hello', protocol: 1 },
  });
  for (const type of ['say', 'typing', 'take_over', 'end', 'snapshot']) {
    expect(codeOf(JSON.stringify({ type, ref: 'r', text: 'Hi', name: 'Eve' }))).toBe('bad_frame');
  }
});

it('a greeting in another protocol is told so', () => {
  for (const protocol of [0, 2, '1', null]) {
    expect(codeOf(JSON.stringify({ type: 'hello', protocol }))).toBe('unsupported_protocol');
  }
});

it('length is looked at before anything else', () => {
  const padded = (bytes: number) => '{"type":"hello","protocol":1}'.padEnd(bytes);
  expect(codeOf(padded(MAX_FRAME_BYTES))).toBe('ok');
  expect(codeOf(padded(MAX_FRAME_BYTES + 1))).toBe('too_long');
});

it('whatever arrives is a value, never a throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (raw) => {
      expect(['ok', 'bad_frame', 'unsupported_protocol']).toContain(codeOf(raw));
    }),
  );
});
