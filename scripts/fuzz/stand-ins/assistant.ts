/** Stands in for src/conversation/assistant.ts: every run brings an assistant of its own. */
export function assistantOf(): never {
  throw new Error('No model is configured here.');
}
