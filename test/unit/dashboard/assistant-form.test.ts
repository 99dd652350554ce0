import { describe, expect, it } from 'vitest';
import {
  type AssistantValues,
  assistantValues,
  readAssistant,
  valuesIn,
} from '../../../src/dashboard/assistant-form.ts';
import { SETTINGS } from '../assistant/settings.ts';

const VALUES = assistantValues(SETTINGS);
const wrong = (over: Partial<AssistantValues>) => {
  const answer = readAssistant({ ...VALUES, ...over });
  return answer.ok ? [] : Object.keys(answer.errors);
};

describe('the assistant’s form', () => {
  it('changes nothing when nothing is typed', () => {
    const { assistantName, greeting, color, theme, language, launcherText, bubble } = SETTINGS;
    const { tone, languages, instructions, contact } = SETTINGS;
    const seen = { assistantName, greeting, color, theme, language, launcherText, bubble };
    expect(readAssistant(VALUES)).toEqual({
      ok: true,
      change: { ...seen, tone, languages, instructions, contact },
    });
  });

  it('lets nothing into the name that cannot be seen, or that turns the words around it', () => {
    const read = readAssistant({ ...VALUES, name: '\0Scout\u202e\u0085\u2028 One\u2066\n' });
    expect(read).toMatchObject({ ok: true, change: { assistantName: 'Scout One' } });
    expect(wrong({ name: '\0\u202e' })).toEqual(['name']);
  });

  it('lets a name, and nothing else, be required', () => {
    expect(wrong({ name: ' ', greeting: '', instructions: '', contact: '' })).toEqual(['name']);
  });

  it.each<[keyof AssistantValues, number]>([
    ['name', 40],
    ['greeting', 300],
    ['instructions', 4_000],
    ['contact', 300],
    ['launcher', 24],
  ])('takes a %s of up to %d characters, as a reader counts them', (field, most) => {
    expect(wrong({ [field]: '😀'.repeat(most) })).toEqual([]);
    expect(wrong({ [field]: 'x'.repeat(most + 1) })).toEqual([field]);
  });

  it.each(['#1f6f5c', '#ABCDEF', ' #000000 '])('takes the colour %j', (color) => {
    expect(wrong({ color })).toEqual([]);
  });

  it.each(['', 'teal', '#fff', '#1f6f5', '#1f6f5cc', '1f6f5c', '#gggggg', 'url(x)', '#1f6f5c;'])(
    'does not take the colour %j',
    (color) => {
      expect(wrong({ color })).toEqual(['color']);
    },
  );

  it('takes known tones, looks and languages alone', () => {
    expect(wrong({ tone: 'rude' })).toEqual(['tone']);
    expect(wrong({ theme: 'sepia' })).toEqual(['theme']);
    expect(wrong({ language: 'tlh' })).toEqual(['language']);
    expect(wrong({ language: 'zh-hant' })).toEqual([]);
    expect(readAssistant({ ...VALUES, languages: ['de', 'xx', 'ar', 'de'] })).toMatchObject({
      change: { languages: ['ar', 'de'] },
    });
  });

  it.each([
    ['#111111', '#1f4fd8', '#111111'],
    ['#1f4fd8', '#222222', '#222222'],
    ['#1F4FD8 ', '#222222', '#222222'],
    ['#111111', '#222222', '#111111'],
    ['teal', '#1f4fd8', 'teal'],
  ])('goes by the colour that was changed: typed %s, picked %s', (color, picked, meant) => {
    const form = new FormData();
    form.set('color', color);
    form.set('picked', picked);
    expect(valuesIn(form, SETTINGS).color).toBe(meant);
  });

  it('changes no look where the form knows of none', () => {
    const seen = { ...SETTINGS, theme: 'dark', language: 'de', bubble: true } as const;
    const form = new FormData();
    form.set('name', 'Scout');
    expect(valuesIn(form, seen)).toMatchObject({ theme: 'dark', language: 'de', bubble: true });
    form.set('theme', 'light');
    form.set('language', '');
    expect(valuesIn(form, seen)).toMatchObject({ theme: 'light', language: '', bubble: false });
  });
});
