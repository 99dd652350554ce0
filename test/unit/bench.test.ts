import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { SCENARIOS } from '../../scripts/bench/scenarios.ts';
import { TARGETS } from '../../scripts/bench/targets.ts';
import type { Scenario } from '../../scripts/bench/scenario.ts';

describe('every bar', () => {
  it.each(TARGETS)('$scenario: $figure, is for a figure that is measured', (target) => {
    const scenario: Scenario = SCENARIOS[target.scenario];
    expect(scenario.figures).toContain(target.figure);
    if (target.of !== 'value') expect(scenario.columns.bare).toBeDefined();
  });
});

describe('the bench', () => {
  const bench = (...args: string[]) =>
    spawnSync('node', ['scripts/run.mjs', 'bench', ...args], { encoding: 'utf8' });

  it('refuses what it does not know, in one line that names what it does', () => {
    const { status, stderr } = bench('--fast');
    expect(status).toBe(2);
    expect(stderr.trim()).toMatch(/^Unknown argument: --fast\. Known here: .*round-trip.*\.$/);
  });

  it('refuses a profile of what is no load', () => {
    const { status, stderr } = bench('startup', '--profile');
    expect(status).toBe(2);
    expect(stderr.trim()).toBe('Of those there is no profile.');
  });
});
