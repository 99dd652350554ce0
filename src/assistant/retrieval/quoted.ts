/** An FTS5 string; NUL would end the expression, and a lone surrogate cannot be sent. */
export function quoted(text: string): string {
  return `"${text.toWellFormed().replaceAll('\0', ' ').replaceAll('"', '""')}"`;
}
