/** What visitors asked and no article answered. */
import type { OpenQuestion } from '../site/unanswered.ts';
import { Form } from './form.tsx';
import { pathOf } from './layout.tsx';
import { Moment, Panel } from './parts.tsx';

export function OpenQuestions(props: { site: string; questions: readonly OpenQuestion[] }) {
  const { site, questions } = props;
  const knowledge = pathOf(site, 'knowledge');
  return (
    <Panel
      title="Questions without an answer"
      id="questions"
      lead="Visitors asked these, and no article answered them. What most of them asked comes first."
    >
      <ul class="rows">
        {questions.map(({ fold, question, conversations, at }) => (
          <li key={fold}>
            <div class="rows-main">
              <p class="question" dir="auto">
                {question}
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
    </Panel>
  );
}
