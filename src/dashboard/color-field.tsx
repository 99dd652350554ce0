import { isColor } from './assistant-form.ts';

/** A colour, typed or picked. The page's script keeps the two the same; the server does without. */
export function ColorField(props: { saved: string; value: string; error?: string | undefined }) {
  const { saved, value, error } = props;
  const typed = value.trim().toLowerCase();
  return (
    <div class="field">
      <label for="field-color">Colour</label>
      <p class="hint" id="hint-color">
        Of the button, the visitor’s own messages and links. It is made a little lighter or darker
        where that is needed to be read.
      </p>
      <div class="color">
        <input
          id="field-picked"
          type="color"
          name="picked"
          aria-label="Pick a colour"
          value={isColor(typed) ? typed : saved}
        />
        <input
          id="field-color"
          name="color"
          value={value}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          dir="ltr"
          autofocus={error !== undefined}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? 'hint-color error-color' : 'hint-color'}
        />
      </div>
      {error && (
        <p class="field-error" id="error-color">
          {error}
        </p>
      )}
    </div>
  );
}
