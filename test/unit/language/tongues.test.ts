import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ALL } from '../../../src/language/all-tongues.ts';
import { TONGUES } from '../../../src/language/codes.ts';
import type { Language, Plural } from '../../../src/language/language.ts';
import * as en from '../../../src/language/tongues/en.ts';

const PATTERN: Language = { ...en };

const PARTS = ['words', 'lines', 'said', 'mail'] as const;
/** What a file of the widget may weigh, in bytes after gzip. */
const MOST_BYTES = 1_500;

async function languageOf(tongue: string): Promise<Language> {
  const language: Language = await import(`../../../src/language/tongues/${tongue}.ts`);
  return language;
}

const holesIn = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort().join(' ');

/** Every sentence with its place, plurals form by form. */
function sentencesIn(language: Language): { place: string; form: string; pattern: string }[] {
  return PARTS.flatMap((part) => {
    const patterns: Readonly<Record<string, string | Plural>> = { ...PATTERN[part] };
    return Object.entries(language[part]).flatMap(([name, value]: [string, string | Plural]) => {
      const pattern = patterns[name] ?? '';
      const like = typeof pattern === 'string' ? pattern : pattern.other;
      const forms = typeof value === 'string' ? [value] : Object.values(value);
      return forms.map((form) => ({ place: `${part}.${name}`, form, pattern: like }));
    });
  });
}

describe.each(TONGUES)('%s', (tongue) => {
  it('has every sentence, with everything in it that is to be filled in, once', async () => {
    const language = await languageOf(tongue);
    for (const part of PARTS) {
      expect(Object.keys(language[part])).toEqual(Object.keys(PATTERN[part]));
    }
    for (const { place, form, pattern } of sentencesIn(language)) {
      expect({ place, holes: holesIn(form) }).toEqual({ place, holes: holesIn(pattern) });
      expect(form.trim()).toBe(form);
      expect(form).not.toBe('');
      // No marks that turn what follows around, and nothing that is markup.
      expect(form).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069<>\n]/);
    }
  });

  it('has forms for the numbers that its grammar tells apart', async () => {
    const { words, mail } = await languageOf(tongue);
    const rules = new Intl.PluralRules(tongue);
    const told = new Set<string>(Array.from({ length: 1_001 }, (_, n) => rules.select(n)));
    const forms = [words.left, words.unread, mail.digest, mail.digestSubject];
    const categories = forms.flatMap((one) => Object.keys(one));
    expect(categories.filter((each) => each !== 'other' && !told.has(each))).toEqual([]);
  });

  it('quotes the button that was pressed by its name', async () => {
    const { words, mail } = await languageOf(tongue);
    expect(mail.pressed).toContain(words.talk);
  });

  it('is light enough to be fetched', async () => {
    const language = await languageOf(tongue);
    for (const part of ['words', 'lines'] as const) {
      expect(gzipSync(JSON.stringify(language[part]), { level: 9 }).length).toBeLessThan(
        MOST_BYTES,
      );
    }
  });

  it('is the Worker’s too', async () => {
    const { said, mail } = await languageOf(tongue);
    expect(ALL[tongue].said).toBe(said);
    expect(ALL[tongue].mail).toBe(mail);
  });
});

it('is another language in each file', async () => {
  const languages = await Promise.all(TONGUES.map(languageOf));
  const talk = languages.map(({ said }) => said.noPerson);
  expect(new Set(talk).size).toBe(TONGUES.length);
});
