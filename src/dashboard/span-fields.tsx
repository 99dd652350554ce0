/** Two times, from and to, and what is wrong with them. */
import type { SpanValues } from './hours-form.ts';

export function SpanFields(props: {
  /** The fields are `NAME-from` and `NAME-to`. */
  name: string;
  /** What the span is of, to those who cannot see where it stands. */
  label: string;
  values: SpanValues;
  /** The field beside which an error stands; its own unless told. */
  by?: string;
  error?: string | undefined;
}) {
  const { name, label, values, by = name, error } = props;
  return (
    <span class="span-fields">
      <input
        type="time"
        name={`${name}-from`}
        value={values.from}
        aria-label={`${label}: from`}
        {...marked(by, error)}
      />
      <span aria-hidden="true">–</span>
      <input
        type="time"
        name={`${name}-to`}
        value={values.to}
        aria-label={`${label}: to`}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error && `error-${by}`}
      />
    </span>
  );
}

/** What is wrong with a field, below it. */
export function Problem({ name, error }: { name: string; error: string | undefined }) {
  return error ? (
    <p class="field-error" id={`error-${name}`}>
      {error}
    </p>
  ) : null;
}

/** Attributes of a field that something is wrong with. The browser goes to the first of them. */
export function marked(name: string, error: string | undefined) {
  return error
    ? {
        'aria-invalid': 'true' as const,
        'aria-describedby': `error-${name}`,
        autofocus: true,
      }
    : {};
}
