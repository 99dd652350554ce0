/** What visitors asked and no article answered. */
import type { OpenQuestion } from '../site/unanswered.ts';
import { Form } from './form.tsx';
import { pathOf } from './layout.tsx';
import { Moment, Panel } from './parts.tsx';

/** So that the articles below stay in sight. */
const SHOWN_QUESTIONS = 5;

export function OpenQuestions(props: { site: string; questions: readonly OpenQuestion[] }) {
  const { site, questions } = props;
  const rest = questions.slice(SHOWN_QUESTIONS);
  return (
    <Panel
      title="Questions without an answer"
      id="questions"
      lead="Visitors asked these, and no article answered them. What most of them asked comes first."
    >
      <Rows site={site} questions={questions.slice(0, SHOWN_QUESTIONS)} />
      {rest.length > 0 && (
        <details class="questions-rest">
          <summary>Show {rest.length} more</summary>
          <Rows site={site} questions={rest} />
        </details>
      )}
    </Panel>
  );
}

function Rows({ site, questions }: { site: string; questions: readonly OpenQuestion[] }) {
  const knowledge = pathOf(site, 'knowledge');
  return (
    <ul class="rows">
      {questions.map(({ fold, question, conversations, at }) => (
        <li key={fold}>
          <div class="rows-main">
            {/* Isolated, not turned: whatever its direction, it begins where the others do. */}
            <p class="question">
              <bdi>{question}</bdi>
            </p>
            <p class="muted small">
              Asked in {conversations} {conversations === 1 ? 'conversation' : 'conversations'},
              last <Moment at={at} />
            </p>
          </div>
          <div class="row-actions">
            <a
              class="button plain"
              href={`${knowledge}/new?${new URLSearchParams({ answers: fold })}`}
            >
              Write an article
              <span class="hidden">: {question}</span>
            </a>
            <Form action={`${knowledge}/dismiss`}>
              <input type="hidden" name="fold" value={fold} />
              <button type="submit" class="quiet">
                Dismiss
                <span class="hidden">: {question}</span>
              </button>
            </Form>
          </div>
        </li>
      ))}
    </ul>
  );
}
