/** The language model of the deployment: which one it is, whether it works, and what it failed at lately. */
import type { TroubleReason } from '../assistant/answerer.ts';
import type { ModelProblem, Models } from '../assistant/models/choice.ts';
import { assertNever } from '../protocol/assert-never.ts';
import type { TroubleRow } from '../site/model-trouble.ts';
import { Icon } from './icons.tsx';
import { Lately } from './lately.tsx';
import { pathOf } from './layout.tsx';
import { modelUses, problemWords, providerWords, reasonWords, waitWords } from './model-words.ts';
import { Panel } from './parts.tsx';
import { Said } from './said.tsx';

/** What became of trying the model. Times in ms. */
export type Trial =
  | { is: 'works'; text: string; firstMs: number; wholeMs: number }
  /** There is no model: the built-in assistant said this. */
  | { is: 'built_in'; text: string }
  | { is: 'failed'; reason: TroubleReason; detail: string; afterMs: number }
  /** It was not asked: this member has tried often enough for now. */
  | { is: 'too_fast' };

export interface ModelPanelProps {
  site: string;
  models: Models;
  /** Newest first. */
  troubles: readonly TroubleRow[];
  trial?: Trial | undefined;
  /** The form above, which is sent along when the model is tried: what was typed in it is kept. */
  form: string;
  /** In ms since 1970. */
  now: number;
}

export function ModelPanel({ site, models, troubles, trial, form, now }: ModelPanelProps) {
  const { choice, problem } = models;
  const isRemote = choice.provider !== 'embedded';
  return (
    <Panel title="Language model" id="model">
      {problem !== undefined && <Problem problem={problem} />}
      <dl class="model-facts">
        <div>
          <dt>Provider</dt>
          <dd>{providerWords(choice)}</dd>
        </div>
        {modelUses(choice).map(({ use, model, isName }) => (
          <div key={use}>
            <dt>{use}</dt>
            <dd>{isName ? <code>{model}</code> : model}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">
        {isRemote && 'Whenever the model fails, the built-in assistant steps in. '}
        Set for the whole deployment in <code>wrangler.toml</code>, by <code>MODEL_PROVIDER</code>{' '}
        and what stands beside it.
      </p>
      <div class="form-foot">
        <button type="submit" form={form} formaction={`${pathOf(site, 'assistant')}/try#model`}>
          Try it
        </button>
        <a href={`${pathOf(site, 'knowledge')}#test`}>Ask a test question</a>
      </div>
      {trial && <Tried trial={trial} />}
      {(isRemote || troubles.length > 0) && <Lately troubles={troubles} now={now} />}
    </Panel>
  );
}

function Problem({ problem }: { problem: ModelProblem }) {
  const { what, todo } = problemWords(problem);
  return (
    <div class="flash failed">
      <Icon name="alert" />
      <span>
        {what} {todo} Until then, the built-in assistant answers.
      </span>
    </div>
  );
}

function Tried({ trial }: { trial: Trial }) {
  return (
    <div class="trial" role="status">
      <Outcome trial={trial} />
    </div>
  );
}

function Outcome({ trial }: { trial: Trial }) {
  switch (trial.is) {
    case 'works': {
      const { text, firstMs, wholeMs } = trial;
      return (
        <>
          <p>
            <span class="badge good">Works</span> First word after {waitWords(firstMs)}, done after{' '}
            {waitWords(wholeMs)}.
          </p>
          <Words text={text} />
        </>
      );
    }
    case 'built_in':
      return (
        <>
          <p>
            <span class="badge good">Works</span> No model is asked.
          </p>
          <Words text={trial.text} />
        </>
      );
    case 'failed': {
      const { what, todo } = reasonWords(trial.reason);
      return (
        <>
          <p>
            <span class="badge bad">Failed</span> {what} {todo}
          </p>
          <Said detail={trial.detail} />
          <p class="small muted">
            After {waitWords(trial.afterMs)}. When this happens to a visitor, the built-in assistant
            answers.
          </p>
        </>
      );
    }
    case 'too_fast':
      return <p>That was a little fast. Please wait a minute, then try again.</p>;
    default:
      return assertNever(trial);
  }
}

function Words({ text }: { text: string }) {
  return (
    <p class="test-text" dir="auto">
      {text}
    </p>
  );
}
