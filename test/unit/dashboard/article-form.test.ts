import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/dashboard/article-form.ts';

const VALUES = { title: 'Returns', url: '', text: 'Within 60 days.' };
const read = (over: Partial<typeof VALUES>) => readArticle({ ...VALUES, ...over });
const wrong = (over: Partial<typeof VALUES>) => {
  const answer = read(over);
  return answer.ok ? [] : Object.keys(answer.errors);
};

describe('an article', () => {
  it('is tidied: one line of title, one kind of line break', () => {
    expect(
      read({ title: ' Returns\0\n and\u0085 more ', url: ' ', text: '\r\nOne\r\nTwo\r' }),
    ).toEqual({
      ok: true,
      draft: { title: 'Returns and more', url: null, text: 'One\nTwo' },
    });
  });

  it('needs a title and a text', () => {
    expect(wrong({ title: ' ', text: '\n' })).toEqual(['title', 'text']);
  });

  it('holds as much as it may, and no more', () => {
    expect(wrong({ title: 'x'.repeat(200), text: 'x'.repeat(100_000) })).toEqual([]);
    expect(wrong({ title: 'x'.repeat(201), text: 'x'.repeat(100_001) })).toEqual(['title', 'text']);
    const url = (length: number) => 'https://acme.example/'.padEnd(length, 'x');
    expect(wrong({ url: url(2_000) })).toEqual([]);
    expect(wrong({ url: url(2_001) })).toEqual(['url']);
  });

  it.each([
    'https://acme.example/help',
    'http://acme.example',
    '/help#returns',
    'HTTPS://A.example',
  ])('may link to %s', (url) => {
    expect(read({ url })).toMatchObject({ draft: { url } });
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'mailto:a@acme.example',
    '//acme.example',
    '/\\acme.example',
    'acme.example',
    'https://',
    'ftp://acme.example',
  ])('may not link to %s', (url) => {
    expect(wrong({ url })).toEqual(['url']);
  });
});
