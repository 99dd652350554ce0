/**
 * The lines of a text that goes into a file which any program may open: wherever some program breaks a line,
 * by `\n`, `\v`, `\f`, `\r` and those of Unicode. Other controls are signals to terminals: what is left of one
 * is that it was there. A tab stays. Pure.
 */
export function plainLines(text: string): string[] {
  return text.replace(/[^\P{Cc}\t-\r\x85]/gu, '\u{fffd}').split(/\r\n|[\n-\r\x85\u2028\u2029]/);
}
