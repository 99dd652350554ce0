/** The assistant page: who visitors talk to, how it answers, and what that looks like. */
import { TONGUES } from '../language/codes.ts';
import { LANGUAGES } from '../site/languages.ts';
import { type SiteSettings, type Theme, THEMES, type Tone, TONES } from '../site/settings.ts';
import {
  type AssistantValues,
  MAX_CONTACT_CHARS,
  MAX_GREETING_CHARS,
  MAX_INSTRUCTIONS_CHARS,
  MAX_LAUNCHER_CHARS,
  MAX_NAME_CHARS,
} from './assistant-form.ts';
import { ColorField } from './color-field.tsx';
import { Field, type FieldErrors, Form, Select, TextField } from './form.tsx';
import { pathOf } from './layout.tsx';
import { ModelPanel, type ModelPanelProps } from './model-panel.tsx';
import { mannerWords } from './model-words.ts';
import { Panel } from './parts.tsx';

/** Draws the preview, and keeps the two ways to choose a colour the same. */
export const ASSISTANT_SCRIPT = '/baton/assistant.js';

export interface AssistantProps {
  settings: SiteSettings;
  values: AssistantValues;
  errors: FieldErrors;
  /** The language model, and how it has been doing. */
  model: Pick<ModelPanelProps, 'models' | 'troubles' | 'trial' | 'now'>;
}

const FORM = 'assistant-form';

const TONE_WORDS: Readonly<Record<Tone, string>> = {
  friendly: 'Friendly: warm, as in a conversation',
  plain: 'Plain: everyday words, straight to the point',
  formal: 'Formal: polite and reserved',
};

const THEME_WORDS: Readonly<Record<Theme, string>> = {
  auto: 'Light or dark, as the visitor’s device has it',
  light: 'Light',
  dark: 'Dark',
};

/** By their names in English, in the order of the alphabet. */
function tongues() {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return TONGUES.map((tongue) => ({ value: tongue, label: names.of(tongue) ?? tongue })).sort(
    (one, other) => one.label.localeCompare(other.label, 'en'),
  );
}

export function Assistant(props: AssistantProps) {
  const { settings, model } = props;
  return (
    <div class="assistant">
      <Form action={pathOf(settings.site, 'assistant')} id={FORM} class="panel-stack">
        <Identity {...props} />
        <Manner {...props} />
        <Contact {...props} />
        <div class="form-foot">
          <button type="submit" class="primary">
            Save
          </button>
          <p class="hint">Open chats take it up at once.</p>
        </div>
      </Form>
      <Preview settings={settings} />
      <ModelPanel site={settings.site} form={FORM} {...model} />
    </div>
  );
}

function Identity({ settings, values, errors }: AssistantProps) {
  return (
    <Panel title="What visitors see">
      <div class="fields">
        <Field
          name="name"
          label="Name"
          value={values.name}
          error={errors['name']}
          hint={`Up to ${MAX_NAME_CHARS} characters. Below it stands that it is an AI assistant.`}
          input={{ dir: 'auto', autoComplete: 'off' }}
        />
        <TextField
          name="greeting"
          label="Greeting"
          value={values.greeting}
          error={errors['greeting']}
          rows={3}
          hint={`The first line of every chat, up to ${MAX_GREETING_CHARS} characters. Empty for none.`}
        />
        <label class="check">
          <input type="checkbox" name="bubble" checked={values.bubble} />
          Show the greeting beside the chat button, at most once a day
        </label>
        <ColorField saved={settings.color} value={values.color} error={errors['color']} />
        <Select
          name="theme"
          label="Look"
          value={values.theme}
          error={errors['theme']}
          options={THEMES.map((theme) => ({ value: theme, label: THEME_WORDS[theme] }))}
        />
        <Field
          name="launcher"
          label="Words on the chat button"
          value={values.launcher}
          error={errors['launcher']}
          hint={`Up to ${MAX_LAUNCHER_CHARS} characters. Empty for a round button with a picture.`}
          input={{ dir: 'auto', autoComplete: 'off' }}
        />
        <Select
          name="language"
          label="Language"
          value={values.language}
          error={errors['language']}
          options={[
            { value: '', label: 'As the page, or else the visitor’s browser' },
            ...tongues(),
          ]}
          hint="Of buttons and notices, and of the mails to your team, which are in English otherwise. Whoever writes in another language is offered a person in theirs."
        />
      </div>
    </Panel>
  );
}

function Manner({ values, errors, model }: AssistantProps) {
  const { choice } = model.models;
  return (
    <Panel
      title="How it answers"
      lead={
        <>
          {mannerWords(choice)} <a href="#model">See which one it is</a>
        </>
      }
    >
      <div class="fields">
        <Select
          name="tone"
          label="Tone"
          value={values.tone}
          error={errors['tone']}
          options={TONES.map((tone) => ({ value: tone, label: TONE_WORDS[tone] }))}
        />
        <fieldset class="languages">
          <legend>Languages</legend>
          <p class="hint" id="hint-languages">
            Which ones it may answer in. Choose none, and it answers in whichever the visitor writes
            in.
          </p>
          <ul>
            {LANGUAGES.map(({ code, name }) => (
              <li key={code}>
                <label class="check">
                  <input
                    type="checkbox"
                    name="languages"
                    value={code}
                    checked={values.languages.includes(code)}
                  />
                  {name}
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        <TextField
          name="instructions"
          label="Instructions"
          value={values.instructions}
          error={errors['instructions']}
          rows={7}
          hint={`What else it should heed, in your own words, up to ${MAX_INSTRUCTIONS_CHARS.toLocaleString('en')} characters. Facts belong in Knowledge.`}
        />
      </div>
    </Panel>
  );
}

function Contact({ values, errors }: AssistantProps) {
  return (
    <Panel title="When nobody can come">
      <TextField
        name="contact"
        label="Contact details"
        value={values.contact}
        error={errors['contact']}
        rows={2}
        hint={`Told to visitors who ask for a person while escalation is off, up to ${MAX_CONTACT_CHARS} characters. An address or a telephone number, for example.`}
      />
    </Panel>
  );
}

/** Stays hidden where there is no script to draw it. */
function Preview({ settings }: { settings: SiteSettings }) {
  return (
    <section
      id="preview"
      class="preview"
      aria-labelledby="preview-heading"
      data-site={settings.site}
      data-escalation={settings.escalation.enabled ? 'on' : 'off'}
      hidden
    >
      <div class="preview-head">
        <h2 id="preview-heading">Preview</h2>
        <fieldset class="preview-schemes">
          <legend class="hidden">Look</legend>
          <label class="check">
            <input type="radio" name="scheme" value="light" />
            Light
          </label>
          <label class="check">
            <input type="radio" name="scheme" value="dark" />
            Dark
          </label>
        </fieldset>
      </div>
      <div
        id="preview-stage"
        class="preview-stage"
        role="img"
        aria-label="The chat as a visitor sees it"
      />
    </section>
  );
}
