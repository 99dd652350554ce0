/** Days that are not as the week has them. */
import type { FieldErrors } from './form.tsx';
import { type ExceptionValues, MAX_EXCEPTIONS } from './hours-form.ts';
import { marked, Problem, SpanFields } from './span-fields.tsx';

/** Empty rows to fill in where no script adds any. */
const SPARE_ROWS = 2;

export function Exceptions(props: { values: readonly ExceptionValues[]; errors: FieldErrors }) {
  const { values, errors } = props;
  const spare = Math.max(0, Math.min(SPARE_ROWS, MAX_EXCEPTIONS - values.length));
  const rows = [...values, ...Array.from({ length: spare }, () => EMPTY)];
  return (
    <fieldset class="plain-set exceptions">
      <legend>Exceptions</legend>
      <p class="hint">
        Holidays, for example, up to {MAX_EXCEPTIONS}. A date without times is closed all day. Empty
        the date and its times to take it out; days that are over go by themselves.
      </p>
      <ul id="exceptions" data-most={MAX_EXCEPTIONS}>
        {rows.map((row, at) => (
          <Exception key={at} row={row} at={at} error={errors[`date-${at}`]} />
        ))}
      </ul>
      <Problem name="exceptions" error={errors['exceptions']} />
      <button type="button" class="small-button" id="add-exception" hidden>
        Add a date
      </button>
    </fieldset>
  );
}

const EMPTY: ExceptionValues = { date: '', from: '', to: '' };

function Exception(props: { row: ExceptionValues; at: number; error: string | undefined }) {
  const { row, at, error } = props;
  const name = `date-${at}`;
  const label = `Exception ${at + 1}`;
  return (
    <li class="exception">
      <input
        type="date"
        name={name}
        value={row.date}
        aria-label={`${label}: date`}
        {...marked(name, error)}
      />
      <SpanFields name={name} label={label} values={row} />
      <Problem name={name} error={error} />
    </li>
  );
}
