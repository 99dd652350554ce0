import type { ServerFrame } from '../../src/protocol/frames.ts';

/** The part by which each frame is known for what it says it is. */
const PART_OF: Readonly<Record<ServerFrame['type'], string>> = {
  welcome: 'entries',
  entry: 'entry',
  draft: 'text',
  state: 'state',
  typing: 'role',
  about: 'about',
  refused: 'code',
};

/**
 * Reads what the server sent. The server is ours and compiles against the same types, so this looks
 * no deeper than that; what is no frame, or one of a later protocol, is null.
 */
export function readFrame(data: unknown): ServerFrame | null {
  try {
    const value: unknown = JSON.parse(String(data));
    return isServerFrame(value) ? value : null;
  } catch {
    return null;
  }
}

function isServerFrame(value: unknown): value is ServerFrame {
  const frame: { type?: unknown } = Object(value);
  return Object.entries(PART_OF).some(([type, part]) => type === frame.type && part in frame);
}
