/** What an owner may write into an article, and what they are told when they may not. Pure. */
import {
  type ArticleDraft,
  MAX_TEXT_CHARS,
  MAX_TITLE_CHARS,
  MAX_URL_CHARS,
} from '../site/articles.ts';
import type { FieldErrors } from './form.tsx';

/** What stands in the form. */
export interface ArticleValues {
  title: string;
  url: string;
  text: string;
}

export const EMPTY_ARTICLE: ArticleValues = { title: '', url: '', text: '' };

export type ReadArticle = { ok: true; draft: ArticleDraft } | { ok: false; errors: FieldErrors };

/** Reads a form that was sent. */
export function readArticle(values: ArticleValues): ReadArticle {
  const title = values.title.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  const url = values.url.trim();
  const text = values.text.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '').trim();
  const errors: FieldErrors = {
    ...(isWithin(title, MAX_TITLE_CHARS) ? {} : { title: titleError(title) }),
    ...(url === '' || isLink(url) ? {} : { url: URL_ERROR }),
    ...(isWithin(text, MAX_TEXT_CHARS) ? {} : { text: textError(text) }),
  };
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, draft: { title, url: url === '' ? null : url, text } };
}

const URL_ERROR =
  'Please enter a web address such as https://acme.example/help, or leave this empty.';

function isWithin(text: string, chars: number): boolean {
  return text !== '' && text.length <= chars;
}

/** A web page, or a place on the website itself. */
function isLink(url: string): boolean {
  if (url.length > MAX_URL_CHARS) return false;
  if (/^\/(?![/\\])/.test(url)) return true;
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}

function titleError(title: string): string {
  return title === ''
    ? 'Please give the article a title: the assistant names it as its source.'
    : `Please keep the title to ${MAX_TITLE_CHARS} characters. It has ${title.length}.`;
}

function textError(text: string): string {
  if (text === '') return 'Please write what the assistant should know.';
  const most = MAX_TEXT_CHARS.toLocaleString('en');
  return `That is ${text.length.toLocaleString('en')} characters long; an article holds ${most}. Please make two of it.`;
}
