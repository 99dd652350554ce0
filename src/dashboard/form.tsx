/** What forms are made of. A field says what is wrong beside itself and keeps what was typed. */
import { createContext, type ComponentChildren, type InputHTMLAttributes } from 'preact';
import { useContext } from 'preact/hooks';

/** What every form of a session carries, so that no other website can have one sent. */
export const FormTokenContext = createContext('');

/** The name of the field that holds the token. */
export const FORM_TOKEN = 'form_token';

/** What is wrong with a form, by field. */
export type FieldErrors = Readonly<Partial<Record<string, string>>>;

/** A form that changes something. */
export function Form(props: {
  /** One of our own paths; the page's own unless told. */
  action?: string;
  class?: string;
  id?: string;
  children: ComponentChildren;
}) {
  const token = useContext(FormTokenContext);
  const { children, ...attributes } = props;
  return (
    <form method="post" noValidate {...attributes}>
      {token !== '' && <input type="hidden" name={FORM_TOKEN} value={token} />}
      {children}
    </form>
  );
}

interface FieldProps {
  name: string;
  label: string;
  value?: string | undefined;
  error?: string | undefined;
  /** What belongs in it, below the label. */
  hint?: ComponentChildren;
  /** Attributes of the input itself. */
  input?: InputHTMLAttributes;
}

/** A labelled text field of one line. */
export function Field({ name, label, value, error, hint, input }: FieldProps) {
  return (
    <Labelled name={name} label={label} error={error} hint={hint}>
      <input {...input} {...described(name, error, hint)} name={name} value={value ?? ''} />
    </Labelled>
  );
}

/** A labelled text field of several lines. */
export function TextField({
  name,
  label,
  value,
  error,
  hint,
  rows = 4,
  maxLength,
}: Omit<FieldProps, 'input'> & { rows?: number; maxLength?: number }) {
  return (
    <Labelled name={name} label={label} error={error} hint={hint}>
      <textarea {...described(name, error, hint)} name={name} rows={rows} maxLength={maxLength}>
        {/* A text area swallows one line break at its beginning. */}
        {value?.startsWith('\n') ? `\n${value}` : value}
      </textarea>
    </Labelled>
  );
}

/** A labelled choice of one among several. */
export function Select({
  name,
  label,
  value,
  error,
  hint,
  options,
}: Omit<FieldProps, 'input'> & { options: readonly { value: string; label: string }[] }) {
  return (
    <Labelled name={name} label={label} error={error} hint={hint}>
      <select {...described(name, error, hint)} name={name}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function Labelled(props: {
  name: string;
  label: string;
  error?: string | undefined;
  hint?: ComponentChildren;
  children: ComponentChildren;
}) {
  const { name, label, error, hint, children } = props;
  return (
    <div class="field">
      <label for={`field-${name}`}>{label}</label>
      {hint && (
        <p class="hint" id={`hint-${name}`}>
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p class="field-error" id={`error-${name}`}>
          {error}
        </p>
      )}
    </div>
  );
}

function described(name: string, error: string | undefined, hint: ComponentChildren) {
  const by = [hint && `hint-${name}`, error && `error-${name}`].filter(Boolean).join(' ');
  return {
    id: `field-${name}`,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': by || undefined,
    // Of several, the browser takes the first: a refused form begins where it is to be put right.
    ...(error && { autofocus: true }),
  };
}
