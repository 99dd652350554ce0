import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_FRAME_BYTES, MAX_REF_CHARS, MAX_TEXT_CHARS } from '../../../src/protocol/limits.ts';
import { parseAgentFrame, parseVisitorFrame, refIn } from '../../../src/protocol/parse.ts';

const say = (text: string, ref = 'r1') => JSON.stringify({ type: 'say', ref, text });
const codeOf = (raw: string | ArrayBuffer) => {
  const parsed = parseVisitorFrame(raw);
  return parsed.ok ? 'ok' : parsed.code;
};

describe('a message', () => {
  it('is trimmed at its ends and otherwise kept to the letter', () => {
    const text = ' a\u0000b </script>\r\nBcc: x\u202E שלום 👋🏽 \ud800 ';
    expect(parseVisitorFrame(say(text))).toEqual({
      ok: true,
      frame: { type: 'say', ref: 'r1', text: text.trim() },
    });
  });

  it('may have 4,000 characters, however many bytes each takes, and not one more', () => {
    for (const character of ['a', 'ß', '汉', '😀']) {
      expect(codeOf(say(character.repeat(MAX_TEXT_CHARS)))).toBe('ok');
    }
    for (const character of ['a', 'ß']) {
      expect(codeOf(say(character.repeat(MAX_TEXT_CHARS + 1)))).toBe('too_long');
    }
    expect(codeOf(say('😀'.repeat(MAX_TEXT_CHARS + 1)))).toBe('too_long');
  });

  it('is refused when nothing is left after trimming', () => {
    for (const text of ['', '   ', '\n\t\u00a0']) expect(codeOf(say(text))).toBe('bad_frame');
  });

  it('needs a stamp of 1 to 64 characters', () => {
    expect(codeOf(say('hi', 'x'.repeat(MAX_REF_CHARS)))).toBe('ok');
    expect(codeOf(say('hi', 'x'.repeat(MAX_REF_CHARS + 1)))).toBe('bad_frame');
    expect(codeOf(say('hi', ''))).toBe('bad_frame');
  });
});

describe('a frame', () => {
  it('is refused by its size before anything else', () => {
    const padding = (bytes: number) => `{"type":"typing"${' '.repeat(bytes - 17)}}`;
    expect(codeOf(padding(MAX_FRAME_BYTES))).toBe('ok');
    expect(codeOf(padding(MAX_FRAME_BYTES + 1))).toBe('too_long');
    expect(codeOf('é'.repeat(MAX_FRAME_BYTES / 2 + 1))).toBe('too_long');
  });

  it.each([
    ['binary', new ArrayBuffer(8)],
    ['not JSON', '{"type":'],
    ['a bare value', '42'],
    ['null', 'null'],
    ['of no type', '{}'],
    ['of unknown type', '{"type":"dance"}'],
    ['an agent’s from a visitor', '{"type":"take_over","ref":"r","name":"Eve"}'],
    ['of the wrong shape', '{"type":"answer_offer","ref":"r","accept":"yes"}'],
    ['with a bad address', '{"type":"leave_contact","ref":"r","email":"nobody"}'],
    [
      'with an address that breaks a line',
      '{"type":"leave_contact","ref":"r","email":"a@b.co\\nBcc: c@d.co"}',
    ],
  ])('that is %s is refused', (_, raw) => {
    expect(codeOf(raw)).toBe('bad_frame');
  });

  it('with a bad address is refused in words for whoever typed it', () => {
    const parsed = parseVisitorFrame('{"type":"leave_contact","ref":"r","email":"nobody"}');
    expect(parsed).toMatchObject({
      message: 'That does not look like an email address.',
      ref: 'r',
    });
  });

  it('that asks for deletion needs a ref, as all that is answered', () => {
    expect(codeOf('{"type":"erase","ref":"r"}')).toBe('ok');
    expect(codeOf('{"type":"erase"}')).toBe('bad_frame');
  });

  it('of another protocol is refused as such', () => {
    expect(codeOf('{"type":"hello","protocol":1,"lastSeq":0}')).toBe('ok');
    for (const other of [
      '"protocol":2,"lastSeq":0',
      '"protocol":"1"',
      '"protocol":3,"resume":{}',
    ]) {
      expect(codeOf(`{"type":"hello",${other}}`)).toBe('unsupported_protocol');
    }
  });

  it.each(['r', '😀', 'é', '한'])(
    'may have a stamp of 64 %s, and names it when refused',
    (letter) => {
      const longest = letter.repeat(64);
      const asks = (ref: string) => JSON.stringify({ type: 'ask_human', ref });
      expect(parseVisitorFrame(asks(longest))).toMatchObject({ ok: true, frame: { ref: longest } });
      expect(parseVisitorFrame(say('', longest))).toMatchObject({ ok: false, ref: longest });
      expect(parseVisitorFrame(say('x'.repeat(20_000), longest))).toMatchObject({ ref: longest });
      expect(refIn(asks(longest))).toBe(longest);
      expect(parseVisitorFrame(asks(longest + letter))).not.toHaveProperty('ref');
      expect(codeOf(asks(longest + letter))).toBe('bad_frame');
    },
  );

  it('that is refused names the stamp it came with', () => {
    expect(parseVisitorFrame(say(''))).toMatchObject({ ok: false, ref: 'r1' });
    expect(parseVisitorFrame('{"type":"dance","ref":"r7"}')).toMatchObject({
      ok: false,
      ref: 'r7',
    });
  });

  it('of an agent is read by the same rules', () => {
    expect(parseAgentFrame('{"type":"take_over","ref":"r","name":"  Alex "}')).toEqual({
      ok: true,
      frame: { type: 'take_over', ref: 'r', name: 'Alex' },
    });
    expect(parseAgentFrame('{"type":"take_over","ref":"r","name":"  "}')).toMatchObject({
      ok: false,
    });
    expect(parseAgentFrame('{"type":"ask_human","ref":"r"}')).toMatchObject({ ok: false });
  });

  it('is answered with a value whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((v) => JSON.stringify(v)),
        ),
        (raw) => {
          expect(typeof parseVisitorFrame(raw).ok).toBe('boolean');
          expect(typeof parseAgentFrame(raw).ok).toBe('boolean');
        },
      ),
    );
  });

  it('that is too long to be read is refused under its stamp where that can be seen', () => {
    const text = 'x'.repeat(MAX_FRAME_BYTES);
    for (const raw of [
      `{"type":"say","ref":"r9","text":"${text}"}`,
      `{"text":"${text}","ref":"r9"}`,
    ]) {
      expect(parseVisitorFrame(raw)).toMatchObject({ ok: false, code: 'too_long', ref: 'r9' });
    }
  });

  it('greets with what it has: a browser that says odd things about itself is welcome', () => {
    const page = { url: 5, title: 'Tents', referrer: null };
    const raw = JSON.stringify({ type: 'hello', protocol: 1, page, locale: null });
    expect(parseVisitorFrame(raw)).toEqual({
      ok: true,
      frame: { type: 'hello', protocol: 1, lastSeq: 0, page: { title: 'Tents' } },
    });
    expect(parseAgentFrame('{"type":"hello","protocol":1}')).toMatchObject({
      frame: { lastSeq: 0 },
    });
  });

  it('volunteers facts about the browser that are cut to size, never refused', () => {
    const page = { url: `https://shop.example/${'x'.repeat(5000)}`, title: 'Tents', referrer: '' };
    const raw = JSON.stringify({ type: 'hello', protocol: 1, lastSeq: 0, page, locale: 'en' });
    expect(parseVisitorFrame(raw)).toMatchObject({
      ok: true,
      frame: { page: { url: page.url.slice(0, 2000), title: 'Tents' } },
    });
  });
});
