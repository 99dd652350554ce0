/** What an owner decides about the assistant, and what they are told when it cannot be so. Pure. */
import { TONGUES } from '../language/codes.ts';
import { LANGUAGES } from '../site/languages.ts';
import { type SiteSettings, THEMES, TONES } from '../site/settings.ts';
import { oneLine } from '../team/name.ts';
import type { FieldErrors } from './form.tsx';
import { textOf } from './text-field.ts';

/** Limits in characters, as a reader counts them. */
export const MAX_NAME_CHARS = 40;
export const MAX_GREETING_CHARS = 300;
export const MAX_INSTRUCTIONS_CHARS = 4_000;
export const MAX_CONTACT_CHARS = 300;
export const MAX_LAUNCHER_CHARS = 24;

/** What stands in the form. */
export interface AssistantValues {
  name: string;
  greeting: string;
  color: string;
  theme: string;
  /** A code, or empty for the page's language. */
  language: string;
  launcher: string;
  bubble: boolean;
  tone: string;
  languages: readonly string[];
  instructions: string;
  contact: string;
}

export type AssistantChange = Pick<
  SiteSettings,
  | 'assistantName'
  | 'greeting'
  | 'color'
  | 'theme'
  | 'language'
  | 'launcherText'
  | 'bubble'
  | 'tone'
  | 'languages'
  | 'instructions'
  | 'contact'
>;

export type ReadAssistant =
  | { ok: true; change: AssistantChange }
  | { ok: false; errors: FieldErrors };

/** The form as it is before anybody types. */
export function assistantValues(settings: SiteSettings): AssistantValues {
  const { assistantName: name, launcherText: launcher, ...others } = settings;
  const { greeting, color, theme, language, bubble } = others;
  const { tone, languages, instructions, contact } = others;
  const seen = { name, greeting, color, theme, language, launcher, bubble };
  return { ...seen, tone, languages, instructions, contact };
}

/**
 * The values of a form that was sent. A colour may be typed or picked; without a script to keep the two
 * fields the same, the one that is no longer `saved` was meant.
 */
export function valuesIn(form: FormData, saved: SiteSettings): AssistantValues {
  const text = (name: string) => textOf(form, name);
  // A form that knows nothing of looks changes none.
  const seen = form.has('theme')
    ? {
        theme: text('theme'),
        language: text('language'),
        launcher: text('launcher'),
        bubble: form.has('bubble'),
      }
    : assistantValues(saved);
  const typed = text('color');
  const picked = text('picked');
  return {
    name: text('name'),
    greeting: text('greeting'),
    color: typed.trim().toLowerCase() === saved.color && picked !== '' ? picked : typed,
    theme: seen.theme,
    language: seen.language,
    launcher: seen.launcher,
    bubble: seen.bubble,
    tone: text('tone'),
    languages: form.getAll('languages').filter((code) => typeof code === 'string'),
    instructions: text('instructions'),
    contact: text('contact'),
  };
}

/** Reads a form that was sent. */
export function readAssistant(values: AssistantValues): ReadAssistant {
  const name = oneLine(values.name);
  const greeting = tidy(values.greeting);
  const color = values.color.trim().toLowerCase();
  const tone = oneOf(TONES, values.tone);
  const theme = oneOf(THEMES, values.theme);
  const language = oneOf(['', ...TONGUES] as const, values.language);
  const launcherText = oneLine(values.launcher);
  const instructions = tidy(values.instructions);
  const contact = tidy(values.contact);
  const errors = withoutGaps({
    name: name === '' ? 'Please give the assistant a name.' : tooLong(name, MAX_NAME_CHARS),
    greeting: tooLong(greeting, MAX_GREETING_CHARS),
    color: isColor(color) ? undefined : 'Please enter a colour such as #1f6f5c.',
    theme: theme ? undefined : 'Please choose one of the looks.',
    language: language === undefined ? 'Please choose one of the languages.' : undefined,
    launcher: tooLong(launcherText, MAX_LAUNCHER_CHARS),
    tone: tone ? undefined : 'Please choose one of the tones.',
    instructions: tooLong(instructions, MAX_INSTRUCTIONS_CHARS),
    contact: tooLong(contact, MAX_CONTACT_CHARS),
  });
  const isWhole = tone && theme && language !== undefined;
  if (!isWhole || Object.keys(errors).length > 0) return { ok: false, errors };
  const languages = LANGUAGES.map(({ code }) => code).filter((code) =>
    values.languages.includes(code),
  );
  const change = {
    assistantName: name,
    greeting,
    color,
    theme,
    language,
    launcherText,
    bubble: values.bubble,
    tone,
    languages,
    instructions,
    contact,
  };
  return { ok: true, change };
}

/** Whether it is `#rrggbb`, in lower case. */
export function isColor(text: string): boolean {
  return /^#[\da-f]{6}$/.test(text);
}

function oneOf<T extends string>(all: readonly T[], text: string): T | undefined {
  return all.find((each) => each === text);
}

function tidy(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '').trim();
}

function tooLong(text: string, most: number): string | undefined {
  const { length } = [...text];
  return length <= most
    ? undefined
    : `Please keep it to ${most.toLocaleString('en')} characters. It has ${length.toLocaleString('en')}.`;
}

function withoutGaps(errors: Readonly<Record<string, string | undefined>>): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([name, error]) => (error === undefined ? [] : [[name, error]])),
  );
}
