/** WebSocket frames in a stream of bytes (RFC 6455, section 5.2), as far as somebody on the way can tell. */

export interface Frame {
  /** The whole frame, header included, as it came. */
  bytes: Buffer;
  /** A whole text message, in one frame. */
  isText: boolean;
}

const FINAL_TEXT = 0x81;
const MASKED = 0x80;
const MASK_BYTES = 4;

/** The length of the frame at the beginning of `bytes`; null while too little of it is there. */
function lengthOf(bytes: Buffer): number | null {
  const second = bytes[1];
  if (second === undefined) return null;
  const mask = second & MASKED ? MASK_BYTES : 0;
  const short = second & ~MASKED;
  if (short < 126) return 2 + mask + short;
  if (short === 126) return bytes.length < 4 ? null : 4 + mask + bytes.readUInt16BE(2);
  return bytes.length < 10 ? null : 10 + mask + Number(bytes.readBigUInt64BE(2));
}

/** Puts pieces together and cuts them where frames end. */
export class FrameSplitter {
  #rest: Buffer = Buffer.alloc(0);

  /** The frames that this piece completes. */
  push(piece: Buffer): Frame[] {
    const frames: Frame[] = [];
    this.#rest = Buffer.concat([this.#rest, piece]);
    for (;;) {
      const length = lengthOf(this.#rest);
      if (length === null || this.#rest.length < length) return frames;
      const bytes = this.#rest.subarray(0, length);
      this.#rest = this.#rest.subarray(length);
      frames.push({ bytes, isText: bytes[0] === FINAL_TEXT });
    }
  }
}
