/** Something the caller can put right: shown as one line, without a stack. */
export class Complaint extends Error {
  readonly exitCode: 1 | 2;

  /** `exitCode` 2 is for bad arguments, 1 for everything else. */
  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * Runs a task to its end and exits with the code it returns (0 if it returns nothing). A complaint
 * becomes one line on stderr; any other error is a bug and keeps its stack.
 */
export async function main(task: () => Promise<number | void>): Promise<never> {
  try {
    const code = await task();
    process.exit(code ?? 0);
  } catch (error) {
    if (!(error instanceof Complaint)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(error.exitCode);
  }
}

/** Refuses arguments a task has no use for. `known` are the flags it does know. */
export function onlyFlags(args: readonly string[], known: readonly string[]): Set<string> {
  const stranger = args.find((arg) => !known.includes(arg));
  if (stranger !== undefined) {
    const hint = known.length > 0 ? `Known here: ${known.join(', ')}.` : 'None are known here.';
    throw new Complaint(`Unknown argument: ${stranger}. ${hint}`, 2);
  }
  return new Set(args);
}
