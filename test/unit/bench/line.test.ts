import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { frameAt, Line } from '../../../scripts/bench/driver/line.ts';

/** A text as a server sends it. */
function frame(text: string): Buffer {
  const payload = Buffer.from(text);
  const { length } = payload;
  const head = length < 126 ? [length] : [126, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([0x81, ...head]), payload]);
}

describe('a frame', () => {
  it.each([0, 125, 126, 65_535])('of %d bytes is read whole', (length) => {
    const bytes = Buffer.concat([frame('x'.repeat(length)), Buffer.from('next')]);
    const read = frameAt(bytes);
    expect(read?.payload.toString()).toBe('x'.repeat(length));
    expect(bytes.subarray(read?.end).toString()).toBe('next');
  });

  it('with a long length is read whole', () => {
    const head = Buffer.alloc(10);
    head.writeUInt16BE(0x817f);
    head.writeBigUInt64BE(65_536n, 2);
    expect(frameAt(Buffer.concat([head, Buffer.alloc(65_536)]))?.end).toBe(65_546);
  });

  it('is waited for until all of it is there', () => {
    const bytes = frame('x'.repeat(200));
    for (const length of [0, 1, 3, 100, 203]) {
      expect(frameAt(bytes.subarray(0, length))).toBeNull();
    }
  });
});

describe('a line', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  async function serve(answer: (socket: Socket) => void): Promise<string> {
    server = createServer((socket) => socket.once('data', () => answer(socket)));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return `http://127.0.0.1:${address.port}`;
  }

  it('tells every text in order, however the network cuts it', async () => {
    const url = await serve((socket) => {
      const bytes = Buffer.concat([
        Buffer.from('HTTP/1.1 101 Switching Protocols\r\n\r\n'),
        frame('one'),
        frame('two'),
      ]);
      const cut = bytes.length - 4;
      socket.write(bytes.subarray(0, cut), () => socket.write(bytes.subarray(cut)));
    });
    const heard = Promise.withResolvers<string[]>();
    const texts: string[] = [];
    const line = await Line.open(url, {
      onText(text) {
        texts.push(text);
        if (texts.length === 2) heard.resolve(texts);
      },
    });
    expect(await heard.promise).toEqual(['one', 'two']);
    line.close();
  });

  it('is not there where the server refuses', async () => {
    const url = await serve((socket) => socket.end('HTTP/1.1 429 Too Many Requests\r\n\r\n'));
    await expect(Line.open(url, { onText: () => undefined })).rejects.toThrow('429');
  });
});
