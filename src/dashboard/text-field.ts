/** One field of a form, as it was typed; empty where there is none of that name. A file is no text. Pure. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
