/**
 * A WebSocket client that does no more than the protocol demands (RFC 6455): the less the driver works,
 * the less of it is mistaken for the server's doing. Text only, and nothing is compressed.
 */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { Complaint } from '../../lib/complaint.ts';

export interface LineOptions {
  protocols?: readonly string[];
  headers?: Readonly<Record<string, string>>;
  /** Told of every text, in order. */
  onText: (text: string) => void;
}

const END_OF_HEAD = '\r\n\r\n';

const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

const FINAL = 0x80;
const MASKED = 0x80;
/** Clients mask what they send, to fool no proxy. There is none here, and a key of zeros changes nothing. */
const NO_KEY = 4;

export class Line {
  readonly #socket: Socket;
  readonly #onText: (text: string) => void;
  #rest: Buffer | null = null;

  private constructor(socket: Socket, onText: (text: string) => void) {
    this.#socket = socket;
    this.#onText = onText;
  }

  /** Opens one. Rejects if the server refuses it. */
  static open(url: string, { protocols = [], headers = {}, onText }: LineOptions): Promise<Line> {
    const { hostname, port, host, pathname, search } = new URL(url);
    const head = [
      `GET ${pathname}${search} HTTP/1.1`,
      `Host: ${host}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      ...(protocols.length > 0 ? [`Sec-WebSocket-Protocol: ${protocols.join(', ')}`] : []),
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ].join('\r\n');
    return new Promise((resolve, reject) => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      socket.on('error', reject);
      socket.on('close', () => reject(new Complaint(`${url} hung up.`)));
      socket.write(head + END_OF_HEAD);
      let begun: Buffer = Buffer.alloc(0);
      const onHead = (piece: Buffer) => {
        begun = Buffer.concat([begun, piece]);
        const end = begun.indexOf(END_OF_HEAD);
        if (end < 0) return;
        socket.off('data', onHead);
        const status = begun.subarray(0, begun.indexOf('\r\n')).toString('latin1');
        if (!status.includes(' 101 ')) {
          socket.destroy();
          return reject(new Complaint(`${url} was answered with ${status}.`));
        }
        const line = new Line(socket, onText);
        socket.on('data', (data: Buffer) => line.#read(data));
        resolve(line);
        const rest = begun.subarray(end + END_OF_HEAD.length);
        // Whoever waits for the line is told first.
        if (rest.length > 0) queueMicrotask(() => line.#read(rest));
      };
      socket.on('data', onHead);
    });
  }

  /** Sends one text. */
  send(text: string): void {
    this.#write(TEXT, Buffer.from(text));
  }

  /** Hangs up without waiting for an answer. */
  close(): void {
    this.#write(CLOSE, Buffer.from([0x03, 0xe8]));
    this.#socket.end();
  }

  #write(kind: number, payload: Buffer): void {
    const { length } = payload;
    const sizeBytes = length < 126 ? 0 : length < 65_536 ? 2 : 8;
    const frame = Buffer.alloc(2 + sizeBytes + NO_KEY + length);
    frame[0] = FINAL | kind;
    frame[1] = MASKED | (sizeBytes === 0 ? length : sizeBytes === 2 ? 126 : 127);
    if (sizeBytes === 2) frame.writeUInt16BE(length, 2);
    if (sizeBytes === 8) frame.writeBigUInt64BE(BigInt(length), 2);
    payload.copy(frame, 2 + sizeBytes + NO_KEY);
    this.#socket.write(frame);
  }

  #read(piece: Buffer): void {
    let data = this.#rest === null ? piece : Buffer.concat([this.#rest, piece]);
    for (;;) {
      const frame = frameAt(data);
      if (frame === null) break;
      data = data.subarray(frame.end);
      if (frame.kind === TEXT) this.#onText(frame.payload.toString());
      else if (frame.kind === PING) this.#write(PONG, frame.payload);
      else if (frame.kind === CLOSE) this.#socket.end();
    }
    this.#rest = data.length === 0 ? null : data;
  }
}

interface Frame {
  kind: number;
  payload: Buffer;
  /** Where the next one begins. */
  end: number;
}

/** The frame that data begins with; null while it is not all there. */
export function frameAt(data: Buffer): Frame | null {
  const [first, second] = data;
  if (first === undefined || second === undefined) return null;
  if ((first & FINAL) === 0) throw new Error('a frame in pieces');
  const short = second & 0x7f;
  const begin = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (data.length < begin) return null;
  const length =
    short < 126 ? short : short === 126 ? data.readUInt16BE(2) : Number(data.readBigUInt64BE(2));
  const end = begin + length;
  if (data.length < end) return null;
  return { kind: first & 0x0f, payload: data.subarray(begin, end), end };
}
