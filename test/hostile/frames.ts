/** Frames that mean harm to whoever parses or keeps them. None of them is one of the protocol. */
import { MAX_FRAME_BYTES } from '../../src/protocol/limits.ts';

export interface HostileFrame {
  name: string;
  raw: string;
}

const nested = (open: string, close: string, depth: number): string =>
  `${open.repeat(depth)}${close.repeat(depth)}`;

/** As many keys as a frame has room for. */
const wide = (): string => {
  const keys = Array.from({ length: 3_000 }, (_, at) => `"${at.toString(36)}":0`).join(',');
  return `{"type":"say",${keys}}`.slice(0, MAX_FRAME_BYTES - 1);
};

/** Each is refused, whoever sends it. */
export const BAD_FRAMES: readonly HostileFrame[] = Object.entries({
  'lists 8,000 deep': nested('[', ']', 8_000),
  'lists that never end': '['.repeat(16_000),
  'objects 3,000 deep': `${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`,
  'a stamp that is deep': `{"type":"say","text":"x","ref":${nested('[', ']', 8_000)}}`,
  'thousands of keys and no end': wide(),
  'a million keys': `{${Array.from({ length: 1_000_000 }, (_, at) => `"${at}":0`).join(',')}}`,
  'two types, the last of which is none': '{"type":"typing","type":"dance"}',
  'a type by its prototype': '{"__proto__":{"type":"typing"}}',
  'a type of the prototype': '{"type":"__proto__","ref":"r"}',
  'a type that is a method': '{"type":"toString","ref":"r"}',
  'a type that is a constructor': '{"type":"constructor","ref":"r"}',
  'a type that is a list': '{"type":["say"],"ref":"r","text":"x"}',
  'text with a length of its own': '{"type":"say","ref":"r","text":{"length":1,"trim":"x"}}',
  'text as a list': '{"type":"say","ref":"r","text":["x"]}',
  'a stamp that is a number': '{"type":"say","ref":1e400,"text":"x"}',
  'a number beyond numbers': '{"type":"hello","protocol":1,"lastSeq":1e400}',
  'a number that is none': '{"type":"hello","protocol":1,"lastSeq":NaN}',
  'a number below zero': '{"type":"hello","protocol":1,"lastSeq":-1}',
  'a number of 9,000 digits': `{"type":"hello","protocol":1,"lastSeq":${'9'.repeat(9_000)}}`,
  'half a number': '{"type":"hello","protocol":1,"lastSeq":0.5}',
  'another protocol by much': `{"type":"hello","protocol":${'1'.repeat(400)}}`,
  'a yes in words': '{"type":"answer_offer","ref":"r","accept":"true"}',
  'two values': '{"type":"typing"}{"type":"typing"}',
  'a comment': '{"type":"typing"/**/}',
  'a comma too many': '{"type":"typing",}',
  'a mark before it': '\ufeff{"type":"typing"}',
  'NUL after it': '{"type":"typing"}\0',
  'single quotes': "{'type':'typing'}",
  'a bad escape': '{"type":"\\x74yping"}',
  'an unclosed string': `{"type":"say","ref":"r","text":"${'\\'.repeat(9_999)}`,
  'nothing at all': '',
  'white space': ' '.repeat(MAX_FRAME_BYTES),
  'PING, which is not ping': 'PING',
  'too many bytes in few characters': `{"type":"say","ref":"r","text":"${'\u20ac'.repeat(6_000)}"}`,
  'too many escapes': `{"type":"say","ref":"r","text":"${'\\u0000'.repeat(2_800)}"}`,
  'a megabyte of zeros': '\0'.repeat(1_000_000),
}).map(([name, raw]) => ({ name, raw }));

/** Each is accepted for what it says by the protocol, whatever else it brings. */
export const ODD_FRAMES: readonly HostileFrame[] = Object.entries({
  'keys of the prototype':
    '{"__proto__":{"greeted":false},"constructor":{"prototype":{}},"type":"typing"}',
  'thousands of keys': `{"type":"typing",${Array.from({ length: 1_500 }, (_, at) => `"${at}":0`).join(',')}}`,
  'a key twice': '{"type":"dance","type":"typing"}',
  'depth where nobody looks': `{"type":"typing","x":${nested('[', ']', 8_000)}}`,
  'its name in escapes': '{"\\u0074ype":"\\u0074yping"}',
  'a large number where nobody looks': '{"type":"typing","x":1e400}',
}).map(([name, raw]) => ({ name, raw }));
