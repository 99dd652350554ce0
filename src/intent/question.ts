/** Greek asks with what others part sentences with. */
const ASKS = /[?？؟;]\s*$/;

/** Whether a line ends by asking something. */
export function isQuestion(line: string): boolean {
  return ASKS.test(line);
}
