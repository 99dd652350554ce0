/**
 * A model's words on their way to the visitor: its marks are read and taken out, and what it has no
 * business to promise is replaced by the truth.
 */
import { assertNever } from '../../protocol/assert-never.ts';
import type { Source } from '../../protocol/entry.ts';
import type { AnswerPart, Question } from '../answerer.ts';
import { type Heard, nameSource } from '../models/heard.ts';
import { citedBy, createMarks } from './marks.ts';
import type { Passage } from '../retrieval/passage.ts';
import { createGuard } from '../promises/guard.ts';
import { safeUrl } from '../safe-url.ts';

/** What of `heard` may be said, closing as an answer does. */
export async function* guardedAnswer(
  heard: AsyncIterable<Heard>,
  { team, locale }: Question,
  passages: readonly Passage[],
): AsyncGenerator<AnswerPart, void, undefined> {
  const marks = createMarks(passages.length);
  const guard = createGuard(team, locale);
  let text = '';
  let caught = 0;
  const note = (part: AnswerPart): AnswerPart => {
    if (part.type === 'text') text += part.delta;
    if (part.type === 'rewritten') ({ text } = part);
    return part;
  };
  for await (const part of heard) {
    switch (part.type) {
      case 'text': {
        const said = guard.push(marks.push(part.delta));
        if (guard.caught > caught) yield { type: 'truth', team };
        ({ caught } = guard);
        for (const one of said) yield note(one);
        break;
      }
      case 'end': {
        const { rest, cited, knows } = marks.end();
        const said = [...guard.push(rest), ...guard.end()];
        if (guard.caught > caught) yield { type: 'truth', team };
        for (const one of said) yield note(one);
        if (text.trim() === '') {
          yield { type: 'failed', reason: 'silent', detail: 'The model ended without a word.' };
          return;
        }
        const used = cited.length > 0 || !knows ? cited : citedBy(text, passages);
        yield { type: 'done', answered: knows, sources: sourcesOf(used, passages) };
        return;
      }
      case 'trouble': {
        const { reason, detail } = part;
        yield { type: 'failed', reason, detail };
        return;
      }
      default:
        assertNever(part);
    }
  }
}

function sourcesOf(numbers: readonly number[], passages: readonly Passage[]): Source[] {
  const sources: Source[] = [];
  for (const number of numbers) {
    const passage = passages[number - 1];
    if (passage) nameSource(sources, passage.title, safeUrl(passage.url ?? ''));
  }
  return sources;
}
