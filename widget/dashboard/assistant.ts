/** The assistant page: one colour in two fields, and a preview that follows what is typed. */
import { parseColor } from '../shared/color.ts';
import { type Look, setStage } from './preview/stage.ts';

const form = document.querySelector<HTMLFormElement>('#assistant-form');
const preview = document.querySelector<HTMLElement>('#preview');
const stage = document.querySelector<HTMLElement>('#preview-stage');
if (form && preview && stage) run(form, preview, stage);

function run(form: HTMLFormElement, preview: HTMLElement, stage: HTMLElement): void {
  const typed = form.querySelector<HTMLInputElement>('#field-color');
  const picker = form.querySelector<HTMLInputElement>('#field-picked');
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
  let scheme: Look['scheme'] = prefersDark ? 'dark' : 'light';
  let end: Look['end'] = 'last';

  preview.hidden = false;
  const show = setStage(
    stage,
    preview.dataset['site'] ?? '',
    preview.dataset['escalation'] === 'on',
  );

  function draw(): void {
    const fields = new FormData(form);
    const text = (name: string) => String(fields.get(name) ?? '').trim();
    // A name that is still empty is named by nobody: the chat has one as soon as it can be saved.
    const name = text('name') || 'Assistant';
    show({ name, greeting: text('greeting'), color: picker?.value ?? '', scheme, end });
  }

  form.addEventListener('input', ({ target }) => {
    if (target === picker && typed && picker) typed.value = picker.value;
    if (target === typed && typed && picker) {
      const color = typed.value.trim().toLowerCase();
      if (parseColor(color)) picker.value = color;
    }
    end = target instanceof HTMLTextAreaElement && target.name === 'greeting' ? 'first' : end;
    draw();
  });
  for (const choice of preview.querySelectorAll<HTMLInputElement>('[name=scheme]')) {
    choice.checked = choice.value === scheme;
    choice.addEventListener('change', () => {
      scheme = choice.value === 'dark' ? 'dark' : 'light';
      draw();
    });
  }
  draw();
}
