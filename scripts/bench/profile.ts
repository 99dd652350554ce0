/** What V8's sampling profiler saw, by function. Pure. */

/** https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#type-Profile */
export interface Profile {
  nodes: readonly ProfileNode[];
  /** The node that ran at each sample. */
  samples: readonly number[];
  /** Between a sample and the one before, in µs. */
  timeDeltas: readonly number[];
}

interface ProfileNode {
  id: number;
  callFrame: { functionName: string; url: string; lineNumber: number };
  children?: readonly number[];
}

/** A function, over all places that it was called from. */
interface Spent {
  name: string;
  /** In it, and in it or in what it called, in ms. */
  selfMs: number;
  totalMs: number;
}

/** What took longest by itself comes first. Waiting is left out. */
export function spentBy({ nodes, samples, timeDeltas }: Profile): Spent[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const spent = new Map<string, Spent>();
  for (const [at, id] of samples.entries()) {
    const ms = (timeDeltas[at] ?? 0) / 1_000;
    const seen = new Set<string>();
    for (let next: number | undefined = id; next !== undefined; next = parents.get(next)) {
      const node = byId.get(next);
      const name = node && nameOf(node);
      // Whoever calls themselves is there once.
      if (name === undefined || seen.has(name)) continue;
      seen.add(name);
      const of = spent.get(name) ?? { name, selfMs: 0, totalMs: 0 };
      of.totalMs += ms;
      if (next === id) of.selfMs += ms;
      spent.set(name, of);
    }
  }
  return [...spent.values()]
    .filter(({ name }) => name !== '(idle)' && name !== '(root)')
    .toSorted((one, other) => other.selfMs - one.selfMs);
}

/** A line per function: those with most time of their own, then those with most of all. `times`: what was done so often. */
export function profileLines(spent: readonly Spent[], times: number, rows: number): string {
  const all = spent.reduce((sum, { selfMs }) => sum + selfMs, 0);
  const line = ({ name, selfMs, totalMs }: Spent) =>
    [
      `${((100 * selfMs) / all).toFixed(1).padStart(6)} %`,
      `${((1_000 * selfMs) / times).toFixed(1).padStart(9)} µs`,
      `${((1_000 * totalMs) / times).toFixed(1).padStart(9)} µs`,
      name,
    ].join('  ');
  const most = spent.toSorted((one, other) => other.totalMs - one.totalMs);
  return [
    `${all.toFixed(0)} ms of CPU seen, ${times} times`,
    '   self        self       with what it calls',
    ...spent.slice(0, rows).map(line),
    'by what they call',
    ...most.slice(0, rows).map(line),
    '',
  ].join('\n');
}

function nameOf({ callFrame }: ProfileNode): string {
  const { functionName, url, lineNumber } = callFrame;
  const name = functionName === '' ? '(anonymous)' : functionName;
  const file = url.split('/').at(-1) ?? '';
  return file === '' ? name : `${name}  ${file}:${lineNumber + 1}`;
}
