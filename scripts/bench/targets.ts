/** What the bench must show. One place, so that a bar is moved on purpose. */
import type { ScenarioName } from './scenarios.ts';

/** Which number is held against a bar: ours, ours as a multiple of the other, or what ours has on top of it. */
export type Of = 'value' | 'ratio' | 'difference';

export type Bar = { figure: string; of: Of } & ({ most: number } | { least: number });

type Target = Bar & { scenario: ScenarioName };

export const TARGETS: readonly Target[] = [
  { scenario: 'round-trip', figure: 'said and heard by both, p50, ms', of: 'ratio', most: 1.2 },
  { scenario: 'round-trip', figure: 'CPU a message, ms', of: 'ratio', most: 1.25 },
  { scenario: 'in-flight', figure: 'messages a second', of: 'ratio', least: 0.8 },
  { scenario: 'load', figure: '1000 of them: p99, ms', of: 'ratio', most: 1.5 },
  { scenario: 'load', figure: '1000 of them: CPU a message, ms', of: 'ratio', most: 1.25 },
  { scenario: 'opening', figure: 'CPU each, ms', of: 'ratio', most: 1.6 },
  { scenario: 'waking', figure: 'CPU each, ms', of: 'ratio', most: 1.6 },
  { scenario: 'memory', figure: 'each, KiB', of: 'ratio', most: 1.4 },
  { scenario: 'escalation', figure: 'asked to offered, p95, ms', of: 'value', most: 15 },
  { scenario: 'cards', figure: 'message to card, p95, ms', of: 'value', most: 1_000 },
  { scenario: 'first-draft', figure: 'first words, p50, ms', of: 'value', most: 25 },
  {
    scenario: 'model-draft',
    figure: 'after the model’s first word, p50, ms',
    of: 'value',
    most: 25,
  },
  { scenario: 'turn', figure: 'CPU an answer, ms', of: 'difference', most: 3 },
  { scenario: 'page', figure: 'loaded: fetched, gzip, kB', of: 'difference', most: 3 },
  { scenario: 'page', figure: 'loaded: requests', of: 'difference', most: 2 },
  { scenario: 'page', figure: 'loaded: main thread, ms', of: 'difference', most: 20 },
  { scenario: 'page', figure: 'loaded: layout shift', of: 'difference', most: 0 },
  { scenario: 'page', figure: 'chat opened: requests', of: 'value', most: 3 },
  { scenario: 'page', figure: 'chat opened: layout shift', of: 'value', most: 0 },
  { scenario: 'page', figure: 'code of an open chat, gzip, kB', of: 'value', most: 12 },
];
