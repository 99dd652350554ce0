/** A question put to the assistant by its owner: what it answers, and what it goes by. */
import type { ResortReason, TroubleReason } from '../assistant/answerer.ts';
import type { Passage } from '../assistant/retrieval/passage.ts';
import type { Source } from '../protocol/entry.ts';
import { articlePath } from './article.tsx';
import { Field, Form } from './form.tsx';
import { pathOf } from './layout.tsx';
import { reasonWords } from './model-words.ts';
import { Panel } from './parts.tsx';
import { Said } from './said.tsx';

/** Longest question worth testing with, in UTF-16 units. */
export const MAX_TEST_CHARS = 1_000;

/** A passage the assistant had before it. */
export interface ReadPassage {
  passage: Passage;
  /** Whether the answer was made of it. */
  isUsed: boolean;
}

/** What became of a test question. */
export interface TestAnswer {
  outcome: 'answered' | 'unanswered' | 'failed';
  text: string;
  /** What a visitor would see named below the answer. */
  sources: readonly Source[];
  /** Likeliest first. */
  passages: readonly ReadPassage[];
  /** What went wrong last, before there was an answer or none. */
  trouble?: { reason: TroubleReason; detail: string };
  /** Why the answer is the built-in assistant's although there is a model. */
  resort?: ResortReason;
}

export interface TestQuestionProps {
  site: string;
  assistant: string;
  question: string;
  error?: string | undefined;
  answer?: TestAnswer | undefined;
}

export function TestQuestion({ site, assistant, question, error, answer }: TestQuestionProps) {
  return (
    <Panel
      title="Ask a test question"
      id="test"
      lead={`${assistant} answers as it would in the chat. Nobody else sees it.`}
    >
      <Form action={`${pathOf(site, 'knowledge')}/ask`} class="inline-form">
        <Field
          name="question"
          label="Question"
          value={question}
          error={error}
          input={{
            dir: 'auto',
            autoComplete: 'off',
            placeholder: 'How long does delivery take?',
          }}
        />
        <button type="submit">Ask</button>
      </Form>
      {answer && <Answer site={site} assistant={assistant} question={question} answer={answer} />}
    </Panel>
  );
}

const OUTCOMES = {
  answered: { look: 'good', words: 'Answered' },
  unanswered: { look: 'wait', words: 'Not answered' },
  failed: { look: 'bad', words: 'Failed' },
} as const satisfies Record<TestAnswer['outcome'], { look: string; words: string }>;

function Answer(props: { site: string; assistant: string; question: string; answer: TestAnswer }) {
  const { site, assistant, question, answer } = props;
  const { outcome, text, sources, passages } = answer;
  const { look, words } = OUTCOMES[outcome];
  return (
    <div class="test-answer">
      <p class="test-outcome" role="status">
        <bdi>{assistant}</bdi> <span class={`badge ${look}`}>{words}</span>
      </p>
      {outcome === 'failed' ? (
        <p>The assistant failed just now. Please ask again in a moment.</p>
      ) : (
        <p class="test-text" dir="auto">
          {text}
        </p>
      )}
      <HowItWent answer={answer} />
      {sources.length > 0 && (
        <p class="muted small">
          Named as its source: <bdi>{sources.map(({ title }) => title).join(', ')}</bdi>
        </p>
      )}
      {outcome === 'unanswered' && (
        <p>
          <a href={`${pathOf(site, 'knowledge')}/new?${new URLSearchParams({ title: question })}`}>
            Write an article that answers it
          </a>
        </p>
      )}
      {outcome !== 'failed' && <Passages site={site} outcome={outcome} passages={passages} />}
    </div>
  );
}

/** Whatever kept the model from answering at once: nothing, on a good day. */
function HowItWent({ answer: { outcome, trouble, resort } }: { answer: TestAnswer }) {
  const words = resort ? RESORTS[resort] : outcome === 'failed' ? '' : AGAIN;
  if (!trouble) return resort ? <p class="small step-in">{words}</p> : null;
  return (
    <div class="step-in">
      <p class="small">
        {words} {reasonWords(trouble.reason).what}
      </p>
      <Said detail={trouble.detail} />
    </div>
  );
}

const RESORTS = {
  trouble: 'The built-in assistant stepped in, since the model failed.',
  spent:
    'The built-in assistant stepped in, since the model has answered as often as it may today.',
} as const satisfies Record<ResortReason, string>;

const AGAIN = 'It failed at first, and answered when it was asked again.';

function Passages(props: {
  site: string;
  outcome: TestAnswer['outcome'];
  passages: readonly ReadPassage[];
}) {
  const { site, outcome, passages } = props;
  if (passages.length === 0) {
    return <p class="muted small">No passage of your articles speaks of this.</p>;
  }
  return (
    <details open>
      <summary>
        {passages.some(({ isUsed }) => isUsed)
          ? 'Passages it found, best first'
          : outcome === 'answered'
            ? 'Passages it found, none of them named as a source'
            : 'The nearest passages, none of them used'}
      </summary>
      <ol class="passages">
        {passages.map(({ passage: { article, title, text }, isUsed }) => (
          <li key={`${article}\n${text}`} class={isUsed ? 'used' : ''}>
            <p class="passage-head">
              {article === undefined ? (
                <strong dir="auto">{title}</strong>
              ) : (
                <a href={articlePath(site, article)} dir="auto">
                  {title}
                </a>
              )}
              {isUsed && <span class="badge good">Used</span>}
            </p>
            <p class="passage-text small" dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
