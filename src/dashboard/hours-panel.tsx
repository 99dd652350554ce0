/** When the team is there: always, or by the week with its exceptions. */
import type { SiteSettings } from '../site/settings.ts';
import { type FieldErrors, Form } from './form.tsx';
import { Exceptions } from './hours-exceptions.tsx';
import { type DayValues, type HoursValues, hoursValues } from './hours-form.ts';
import { DAY_NAMES, hoursWords } from './hours-words.ts';
import { pathOf } from './layout.tsx';
import { Panel } from './parts.tsx';
import { marked, Problem, SpanFields } from './span-fields.tsx';

export interface HoursPanelProps {
  settings: SiteSettings;
  /** What was typed and could not be saved. */
  typed?: { values: HoursValues; errors: FieldErrors } | undefined;
  /** In ms since 1970. */
  now: number;
}

export function HoursPanel({ settings, typed, now }: HoursPanelProps) {
  const { site, assistantName, escalation } = settings;
  const values = typed?.values ?? hoursValues(escalation.hours);
  const errors = typed?.errors ?? {};
  const { isOpen, text } = hoursWords(escalation.hours, now);
  return (
    <Panel
      title="When your team is there"
      id="hours"
      lead={`Outside these hours ${assistantName} says when you are back. You are mailed nevertheless, and the times above count from then on.`}
    >
      {escalation.hours && <p class={`hours-now badge ${isOpen ? 'good' : 'wait'}`}>{text}</p>}
      <Form action={`${pathOf(site, 'escalation')}/hours`} id="hours-form">
        <fieldset class="plain-set">
          <legend class="hidden">When your team is there</legend>
          <When value="always" label="Always" isChosen={values.isAlways} />
          <When value="hours" label="In business hours" isChosen={!values.isAlways} />
        </fieldset>
        <div class="hours-plan">
          <TimeZone value={values.timeZone} error={errors['timeZone']} />
          <fieldset class="plain-set week">
            <legend>The week</legend>
            <p class="hint">Local times. Midnight as an end is 00:00.</p>
            {values.week.map((day, at) => (
              <Day key={at} day={day} at={at} error={errors[`day-${at}`]} />
            ))}
            <Problem name="week" error={errors['week']} />
            <button type="button" class="small-button" id="copy-monday" hidden>
              Copy Monday to the other weekdays
            </button>
          </fieldset>
          <Exceptions values={values.exceptions} errors={errors} />
        </div>
        <div class="form-foot">
          <button type="submit" class="primary">
            Set hours
          </button>
        </div>
      </Form>
    </Panel>
  );
}

function When(props: { value: 'always' | 'hours'; label: string; isChosen: boolean }) {
  const { value, label, isChosen } = props;
  return (
    <label class="check">
      <input type="radio" name="when" value={value} checked={isChosen} />
      {label}
    </label>
  );
}

/** The page’s script chooses the browser’s own where none is chosen. */
function TimeZone({ value, error }: { value: string; error: string | undefined }) {
  const known = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')];
  const names = value === '' || known.includes(value) ? known : [value, ...known];
  return (
    <div class="field time-zone">
      <label for="field-timeZone">Time zone</label>
      <select name="timeZone" {...marked('timeZone', error)} id="field-timeZone">
        <option value="" selected={value === ''}>
          Please choose
        </option>
        {names.map((name) => (
          <option key={name} value={name} selected={name === value}>
            {name.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
      <Problem name="timeZone" error={error} />
    </div>
  );
}

function Day({ day, at, error }: { day: DayValues; at: number; error: string | undefined }) {
  const name = `day-${at}`;
  const label = DAY_NAMES[at] ?? '';
  const [first = NO_SPAN, second = NO_SPAN] = day.spans;
  return (
    <div class="day" role="group" aria-label={label}>
      <label class="check day-name">
        <input type="checkbox" name={name} value="open" checked={day.isOpen} />
        {label}
      </label>
      {/* Shown by the style sheet for as long as the day is not ticked. */}
      <span class="day-closed muted">Closed</span>
      <div class="day-spans">
        <SpanFields name={`${name}-0`} label={label} values={first} by={name} error={error} />
        <details class="second-span" open={second.from + second.to !== ''}>
          <summary>
            Second span<span class="hidden"> of {label}</span>
          </summary>
          <SpanFields name={`${name}-1`} label={`${label}, second`} values={second} />
        </details>
      </div>
      <Problem name={name} error={error} />
    </div>
  );
}

const NO_SPAN = { from: '', to: '' };
