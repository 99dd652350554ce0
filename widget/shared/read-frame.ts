import type { ServerFrame } from '../../src/protocol/frames.ts';

/** What each frame must have for a client to go on with it. */
const NEEDS: Readonly<Record<ServerFrame['type'], readonly string[]>> = {
  welcome: ['conversation', 'seq', 'state', 'entries'],
  entry: ['entry'],
  draft: ['turn', 'text'],
  state: ['state'],
  typing: ['role'],
  refused: ['code', 'message'],
};

/**
 * Reads what the server sent. The server is ours and compiles against the same types, so this looks
 * no deeper than at a frame's parts; what is no frame, or one of a later protocol, is null.
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
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  const needs = Object.entries(NEEDS).find(([type]) => type === value.type)?.[1];
  return needs?.every((part) => part in value) ?? false;
}
