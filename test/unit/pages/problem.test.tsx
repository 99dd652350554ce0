import { describe, expect, it } from 'vitest';
import { PROBLEMS, problemPage } from '../../../src/pages/problem.tsx';
import { breakouts, HOSTILE, inlined } from './hostile.ts';

describe('a problem’s page', () => {
  it.each(Object.entries(PROBLEMS))('says what happened and what to do: %s', (_, problem) => {
    const html = problemPage(problem);
    expect(html).toContain(`<p class="notice-status">${problem.status}</p>`);
    expect(html).toContain(`<h1>${problem.title}</h1>`);
    expect(html).toContain(problem.message);
    expect(inlined(html)).toEqual([]);
  });

  it('covers every status that a page may be served with', () => {
    const statuses = Object.values(PROBLEMS).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([401, 403, 404, 413, 429, 500]));
  });

  it('shows a way on where there is one', () => {
    const action = { href: '/demo', label: 'To the shop' };
    expect(problemPage({ ...PROBLEMS.notFound, action })).toContain('href="/demo">To the shop</a>');
    expect(problemPage(PROBLEMS.notFound)).not.toContain('<a ');
  });

  it('shows hostile words as text', () => {
    const html = problemPage({
      status: 404,
      title: HOSTILE,
      message: HOSTILE,
      action: { href: '/', label: HOSTILE },
    });
    expect(breakouts(html)).toEqual([]);
    expect(inlined(html)).toEqual([]);
  });
});
