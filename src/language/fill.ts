/** Puts what a sentence is about into it. Pure; the widget does it too. */
import type { Plural } from './language.ts';

type Values = Readonly<Record<string, string | number>>;

/** `{name}` becomes the value of that name. A value is never looked at for more of them. */
export function fill(sentence: string, values: Values): string {
  return sentence.replace(/\{(\w+)\}/g, (hole, name: string) => `${values[name] ?? hole}`);
}

/** The form that goes with a number, the number put in as `{n}`. `language`: a BCP 47 tag. */
export function count(forms: Plural, n: number, language: string, values: Values = {}): string {
  const form = forms[new Intl.PluralRules(language).select(n)] ?? forms.other;
  return fill(form, { ...values, n: n.toLocaleString(language) });
}

/** Sentences one after the other, as the language sets them. */
export function inARow(language: string, ...sentences: readonly string[]): string {
  return sentences.join(/^(?:ja|zh)/.test(language) ? '' : ' ');
}
