/** What becomes of a visitor for whom nobody comes: three times, and what will happen then. */
import { minutesIn, minutesWords } from '../../widget/shared/minutes.ts';
import type { SiteSettings } from '../site/settings.ts';
import { Field, type FieldErrors, Form } from './form.tsx';
import { type LadderValues, ladderValues, type RungName, RUNGS } from './ladder-form.ts';
import { pathOf } from './layout.tsx';
import { Panel } from './parts.tsx';

export interface LadderPanelProps {
  settings: SiteSettings;
  /** What was typed and could not be saved. */
  typed?: { values: LadderValues; errors: FieldErrors } | undefined;
}

const LABELS: Readonly<Record<RungName, string>> = {
  remind: 'Remind your team after',
  ask: 'Ask for the visitor’s address after',
  close: 'Stop waiting after',
};

export function LadderPanel({ settings, typed }: LadderPanelProps) {
  const { site, assistantName, escalation } = settings;
  const values = typed?.values ?? ladderValues(escalation.ladder);
  return (
    <Panel
      title="If nobody comes"
      id="times"
      lead={`No wait goes on in silence. ${assistantName} keeps helping all the while, and says how it stands to whoever asks.`}
    >
      <Form action={`${pathOf(site, 'escalation')}/times`} id="times-form">
        <div class="rungs">
          {RUNGS.map((name) => (
            <Field
              key={name}
              name={name}
              label={LABELS[name]}
              value={values[name]}
              error={typed?.errors[name]}
              hint="Minutes"
              input={{
                inputMode: 'numeric',
                autoComplete: 'off',
              }}
            />
          ))}
        </div>
        <Course values={values} assistantName={assistantName} />
        <div class="form-foot">
          <button type="submit" class="primary">
            Set times
          </button>
          <p class="hint">Visitors who wait at this moment are served by the new times too.</p>
        </div>
      </Form>
    </Panel>
  );
}

/** What will happen, by the times as they stand in the form. The page’s script follows what is typed. */
function Course({ values, assistantName }: { values: LadderValues; assistantName: string }) {
  return (
    <ol class="course" aria-label="What will happen">
      <li>
        <strong>At once</strong> your team is mailed.
      </li>
      <li>
        <After name="remind" values={values} /> your team is mailed once more.
      </li>
      <li>
        <After name="ask" values={values} /> {assistantName} tells the visitor that nobody could
        come yet, and asks for an email address. You are mailed what they leave.
      </li>
      <li>
        <After name="close" values={values} /> the wait is over. The visitor may still leave an
        address, or ask again.
      </li>
    </ol>
  );
}

function After({ name, values }: { name: RungName; values: LadderValues }) {
  const minutes = minutesIn(values[name]);
  return (
    <strong>
      After <span data-minutes={name}>{minutes === null ? '…' : minutesWords(minutes)}</span>
    </strong>
  );
}
