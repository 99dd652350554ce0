/** One article: written, imported, changed, thrown away. */
import type { ArticleValues } from './article-form.ts';
import { Field, type FieldErrors, Form, TextField } from './form.tsx';
import { Icon } from './icons.tsx';
import { pathOf } from './layout.tsx';

/** Where an article is changed. */
export function articlePath(site: string, id: number): string {
  return `${pathOf(site, 'knowledge')}/${id}`;
}

export interface ArticleProps {
  site: string;
  /** Absent for one that is yet to be written. */
  id?: number;
  values: ArticleValues;
  errors: FieldErrors;
  /** The fold of the open question it is to answer. */
  answers?: string | undefined;
  /** Where its text has been imported from. */
  importedFrom?: string | undefined;
}

export function ArticlePage({ site, id, values, errors, answers, importedFrom }: ArticleProps) {
  const knowledge = pathOf(site, 'knowledge');
  const isNew = id === undefined;
  return (
    <section class="card panel" aria-label="Article">
      {importedFrom !== undefined && (
        <p class="flash done" role="status">
          <Icon name="download" />
          <span>
            Imported from <bdi>{importedFrom}</bdi>. Nothing is saved yet: check the text, then save
            it.
          </span>
        </p>
      )}
      <Form action={isNew ? `${knowledge}/new` : articlePath(site, id)}>
        {answers !== undefined && <input type="hidden" name="answers" value={answers} />}
        <Field
          name="title"
          label="Title"
          value={values.title}
          error={errors['title']}
          hint="The assistant names it as the source of its answer."
          input={{ dir: 'auto', autoComplete: 'off' }}
        />
        <Field
          name="url"
          label="Web address (optional)"
          value={values.url}
          error={errors['url']}
          hint="Where visitors can read more. The source links there."
          input={{ inputMode: 'url', autoComplete: 'off', autoCapitalize: 'none', dir: 'ltr' }}
        />
        <TextField
          name="text"
          label="Text"
          value={values.text}
          error={errors['text']}
          rows={18}
          hint="Write or paste what visitors should know, in plain text. Short paragraphs, one matter each, make the best answers."
        />
        <div class="form-foot">
          <button type="submit" class="primary">
            {isNew ? 'Save article' : 'Save'}
          </button>
          <a class="button plain" href={knowledge}>
            Cancel
          </a>
          {!isNew && (
            <a class="button plain danger apart" href={`${articlePath(site, id)}/delete`}>
              Delete…
            </a>
          )}
        </div>
      </Form>
    </section>
  );
}

/** Asks once more before an article is thrown away. */
export function ArticleDeletion({ site, id, title }: { site: string; id: number; title: string }) {
  return (
    <section class="card panel" aria-label="Delete">
      <p>
        The assistant will no longer know what <strong dir="auto">{title}</strong> says. There is no
        way to bring the article back.
      </p>
      <Form action={`${articlePath(site, id)}/delete`}>
        <div class="form-foot">
          <button type="submit" class="danger">
            Delete article
          </button>
          <a class="button plain" href={articlePath(site, id)}>
            Keep it
          </a>
        </div>
      </Form>
    </section>
  );
}

/** Asks which page of the web to make an article of. */
export function ImportPage(props: { site: string; address: string; error?: string | undefined }) {
  const { site, address, error } = props;
  const knowledge = pathOf(site, 'knowledge');
  return (
    <section class="card panel" aria-label="Import">
      <Form action={`${knowledge}/import`}>
        <Field
          name="address"
          label="Address of the page"
          value={address}
          error={error}
          hint="A public web page of up to 2 MB. You see its text and can change it before anything is saved."
          input={{
            inputMode: 'url',
            autoComplete: 'off',
            autoCapitalize: 'none',
            dir: 'ltr',
            placeholder: 'https://acme.example/help',
          }}
        />
        <div class="form-foot">
          <button type="submit" class="primary">
            Import
          </button>
          <a class="button plain" href={knowledge}>
            Cancel
          </a>
        </div>
      </Form>
    </section>
  );
}
