import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { TroubleReason } from '../../../src/assistant/answerer.ts';
import type { ModelChoice, ModelProblem } from '../../../src/assistant/models/choice.ts';
import { byReason } from '../../../src/dashboard/lately.tsx';
import { ModelPanel, type ModelPanelProps } from '../../../src/dashboard/model-panel.tsx';
import {
  mannerWords,
  problemWords,
  reasonWords,
  storedReasonWords,
  waitWords,
} from '../../../src/dashboard/model-words.ts';
import { TestQuestion, type TestAnswer } from '../../../src/dashboard/test-question.tsx';
import type { TroubleRow } from '../../../src/site/model-trouble.ts';

const HOUR_MS = 3_600_000;
const NOW = 1_000 * HOUR_MS;
const HOSTILE = '<img src=x onerror=alert(1)>';

const EMBEDDED: ModelChoice = { provider: 'embedded' };
const OPENAI: ModelChoice = {
  provider: 'openai-compatible',
  baseUrl: 'https://ada:pass-phrase@models.acme.example:8443/v1',
  apiKey: 'a-key-nobody-may-see',
  answer: 'large-1',
  small: 'small-1',
};

const row = (change: Partial<TroubleRow> = {}): TroubleRow => ({
  reason: 'busy',
  times: 3,
  lastAt: NOW - 2 * HOUR_MS,
  model: 'large-1',
  detail: 'Rate limit reached',
  ...change,
});

const html = (change: Partial<ModelPanelProps> = {}) =>
  render(
    ModelPanel({
      site: 'demo',
      models: { choice: OPENAI },
      troubles: [],
      form: 'assistant-form',
      now: NOW,
      ...change,
    }),
  );

const REASONS = {
  stalled: true,
  too_slow: true,
  cut_off: true,
  busy: true,
  refused: true,
  broken: true,
  silent: true,
  internal: true,
} satisfies Record<TroubleReason, true>;
const reasons = Object.keys(REASONS);

const PROBLEMS: readonly (readonly [ModelProblem, string])[] = [
  ['unknown_provider', 'MODEL_PROVIDER'],
  ['no_binding', '[ai]'],
  ['no_url', 'MODEL_URL'],
  ['no_model', 'ANSWER_MODEL'],
];

describe('the panel of the language model', () => {
  it('names the provider by its host alone, and every model by its use', () => {
    const page = html();
    expect(page).toContain('An OpenAI-compatible service at models.acme.example:8443');
    expect(page).toMatch(/Answers<\/dt><dd><code>large-1/);
    expect(page).toMatch(/Summaries<\/dt><dd><code>small-1/);
    expect(page).toMatch(/Finding articles<\/dt><dd>Full-text search, no model/);
    expect(page).toContain('MODEL_PROVIDER');
    expect(page).not.toContain('nobody-may-see');
    expect(page).not.toContain('pass-phrase');
  });

  it('says that there is no model where there is none, and nothing of failures', () => {
    const page = html({ models: { choice: EMBEDDED } });
    expect(page).toContain('Built in: no language model');
    expect(page).not.toContain('Summaries');
    expect(page).not.toContain('Lately');
    expect(page).toContain('Try it');
  });

  it.each(PROBLEMS)('says what to do about %s', (problem, setting) => {
    const page = html({ models: { choice: EMBEDDED, problem } });
    expect(page).toContain(setting);
    expect(problemWords(problem).todo).toMatch(/deploy again\.$/);
  });

  it('tells the times of a model that works', () => {
    const page = html({
      trial: { is: 'works', text: 'Hello there', firstMs: 999, wholeMs: 1_000 },
    });
    expect(page).toContain('First word after 999 ms, done after 1.0 s.');
    expect(page).toContain('Hello there');
  });

  it('tells what failed, in its provider’s words too', () => {
    const trial = {
      is: 'failed',
      reason: 'refused',
      detail: 'No such model',
      afterMs: 20,
    } as const;
    const page = html({ trial });
    expect(page).toContain(reasonWords('refused').what);
    expect(page).toContain('<q dir="auto">No such model</q>');
    expect(html({ trial: { ...trial, detail: '' } })).not.toContain('<q');
  });

  it('shows hostile words of models and providers as text', () => {
    const models = { choice: { ...OPENAI, answer: HOSTILE, small: HOSTILE } };
    const troubles = [row({ reason: HOSTILE, model: HOSTILE, detail: HOSTILE })];
    const pages = [
      html({ models, troubles, trial: { is: 'works', text: HOSTILE, firstMs: 1, wholeMs: 1 } }),
      html({ trial: { is: 'failed', reason: 'broken', detail: HOSTILE, afterMs: 1 } }),
      html({ trial: { is: 'built_in', text: HOSTILE } }),
    ];
    for (const page of pages) {
      expect(page).toContain('&lt;img');
      expect(page).not.toContain('<img');
    }
  });
});

describe('what failed lately', () => {
  it('is nothing on a good week', () => {
    expect(html()).toContain('No failures in the last seven days.');
    expect(html({ troubles: [row()] })).not.toContain('No failures');
  });

  it('is told with how often, when, which model and why', () => {
    const page = html({ troubles: [row()] });
    expect(page).toContain(reasonWords('busy').what);
    expect(page).toMatch(/3 times, last <time[^>]*>2 hours ago/);
    expect(page).toContain('<code>large-1</code>');
    expect(page).toContain('Rate limit reached');
    expect(html({ troubles: [row({ times: 1 })] })).toMatch(/Once, <time/);
  });

  it('is shown also after the model was given up', () => {
    const page = html({ models: { choice: EMBEDDED }, troubles: [row()] });
    expect(page).toContain('Rate limit reached');
  });

  it('is counted together by reason, with the latest words', () => {
    const rows = [
      row({ times: 2, lastAt: 30, detail: 'late', model: 'new' }),
      row({ reason: 'stalled', times: 1, lastAt: 20 }),
      row({ times: 5, lastAt: 10, detail: 'early', model: 'old' }),
    ];
    expect(byReason(rows)).toEqual([
      { reason: 'busy', times: 7, lastAt: 30, detail: 'late', model: 'new' },
      { reason: 'stalled', times: 1, lastAt: 20, detail: 'Rate limit reached', model: 'large-1' },
    ]);
  });

  it.each(reasons)('has words for %s', (reason) => {
    const { what } = storedReasonWords(reason);
    expect(what).toMatch(/^[A-Z].*\.$/);
    expect(what).not.toContain('It failed:');
  });

  it('can be read where the reason is unknown', () => {
    expect(storedReasonWords('out_of_luck').what).toBe('It failed: out of luck.');
    expect(storedReasonWords('toString').what).toBe('It failed: toString.');
  });
});

describe('words about models', () => {
  it('tell the owner whose manner is chosen', () => {
    expect(mannerWords(EMBEDDED)).not.toBe(mannerWords(OPENAI));
  });

  it.each([
    [0, '0 ms'],
    [999.4, '999 ms'],
    [999.6, '1.0 s'],
    [1_000, '1.0 s'],
    [9_960, '10.0 s'],
  ])('tell how long %d ms are', (ms, words) => {
    expect(waitWords(ms)).toBe(words);
  });
});

describe('a test question to a model that fails', () => {
  const ANSWER: TestAnswer = { outcome: 'answered', text: 'Yes.', sources: [], passages: [] };
  const trouble = { reason: 'busy', detail: HOSTILE } as const;
  const asked = (answer: TestAnswer) =>
    render(TestQuestion({ site: 'demo', assistant: 'Scout', question: 'Open?', answer }));

  it('says that the built-in assistant stepped in, and why', () => {
    const page = asked({ ...ANSWER, trouble, resort: 'trouble' });
    expect(page).toContain('The built-in assistant stepped in');
    expect(page).toContain(reasonWords('busy').what);
    expect(page).toContain('&lt;img');
    expect(page).not.toContain('<img');
    expect(asked({ ...ANSWER, resort: 'spent' })).toContain('as often as it may today');
  });

  it('says that it answered when asked again', () => {
    expect(asked({ ...ANSWER, trouble })).toContain('answered when it was asked again');
  });

  it('says why there was no answer at all', () => {
    const page = asked({ ...ANSWER, outcome: 'failed', text: '', trouble });
    expect(page).toContain('>Failed<');
    expect(page).toContain(reasonWords('busy').what);
    expect(page).not.toContain('when it was asked again');
  });

  it('says nothing of failures on a good day', () => {
    expect(asked(ANSWER)).not.toContain('step-in');
  });
});
