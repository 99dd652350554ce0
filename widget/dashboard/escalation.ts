/** The escalation page’s script. Without it every form works, with a little more typing. */
import { minutesIn, minutesWords } from '../shared/minutes.ts';

const times = document.querySelector<HTMLFormElement>('#times-form');
if (times) followTimes(times);

const hours = document.querySelector<HTMLFormElement>('#hours-form');
if (hours) {
  chooseZone(hours);
  offerCopy(hours);
  offerRows(hours);
}

/** Has the sentences below the times say what is typed. */
function followTimes(form: HTMLFormElement): void {
  form.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const shown = form.querySelector(`[data-minutes="${target.name}"]`);
    const minutes = minutesIn(target.value);
    if (shown) shown.textContent = minutes === null ? '…' : minutesWords(minutes);
  });
}

/** Most owners sit where their team does. */
function chooseZone(form: HTMLFormElement): void {
  const select = form.querySelector<HTMLSelectElement>('[name=timeZone]');
  if (!select || select.value !== '') return;
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const isListed = [...select.options].some(({ value }) => value === timeZone);
  if (!isListed) select.add(new Option(timeZone.replaceAll('_', ' '), timeZone));
  select.value = timeZone;
}

function offerCopy(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>('#copy-monday');
  const [monday, ...rest] = form.querySelectorAll<HTMLElement>('.day');
  if (!button || !monday) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    for (const day of rest.slice(0, 4)) copyDay(monday, day);
  });
}

function copyDay(from: HTMLElement, to: HTMLElement): void {
  const fields = to.querySelectorAll('input');
  for (const [at, field] of from.querySelectorAll('input').entries()) {
    const copy = fields[at];
    if (!copy) continue;
    if (field.type === 'checkbox') copy.checked = field.checked;
    else copy.value = field.value;
  }
  const second = to.querySelector('details');
  if (second) second.open = from.querySelector('details')?.open ?? false;
}

/** One row more at a press, up to as many as are kept. */
function offerRows(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>('#add-exception');
  const list = form.querySelector<HTMLElement>('#exceptions');
  if (!button || !list) return;
  const most = Number(list.dataset['most']);
  const isFull = () => list.children.length >= most;
  button.hidden = isFull();
  button.addEventListener('click', () => {
    const row = list.lastElementChild?.cloneNode(true);
    if (!(row instanceof HTMLElement)) return;
    const at = list.children.length;
    row.querySelector('.field-error')?.remove();
    for (const field of row.querySelectorAll('input')) renumber(field, at);
    list.append(row);
    row.querySelector('input')?.focus();
    button.hidden = isFull();
  });
}

function renumber(field: HTMLInputElement, at: number): void {
  field.value = '';
  field.name = field.name.replace(/^date-\d+/, `date-${at}`);
  const label = field.getAttribute('aria-label') ?? '';
  field.setAttribute('aria-label', label.replace(/\d+/, String(at + 1)));
  for (const name of ['aria-invalid', 'aria-describedby', 'autofocus']) field.removeAttribute(name);
}
