/** Puts a question to the real assistant of a website, outside of any conversation. */
import { createAnswerer } from '../../assistant/answer.ts';
import type { Retrieval } from '../../assistant/retrieve.ts';
import type { TestAnswer } from '../../dashboard/test-question.tsx';
import { logEvent } from '../../log.ts';
import { findArticles } from '../../site/knowledge.ts';
import type { SiteSettings } from '../../site/settings.ts';

/** An answer that takes longer is given up. */
const ANSWER_MS = 30_000;

/** Asks by the website's current settings, the same way a conversation does. Never rejects. */
export async function askTest(
  db: D1Database,
  settings: SiteSettings,
  question: string,
): Promise<TestAnswer> {
  let found: Retrieval = { passages: [], answer: [] };
  const answerer = createAnswerer({
    findArticles: (site, text, limit) => findArticles(db, site, text, limit),
    onRetrieved: (retrieval) => {
      found = retrieval;
    },
  });
  const asked = {
    settings,
    lines: [{ role: 'visitor', text: question }],
    asked: [question],
    waiting: false,
  } as const;
  let text = '';
  for await (const part of answerer(asked, AbortSignal.timeout(ANSWER_MS))) {
    if (part.type === 'text') text += part.delta;
    else if (part.type === 'done') {
      const { answered, sources } = part;
      // What needs no source, such as a greeting, was made of no passage either.
      const used = answered && sources.length > 0 ? found.answer : [];
      const passages = found.passages.map((passage) => ({
        passage,
        isUsed: used.includes(passage),
      }));
      return { outcome: answered ? 'answered' : 'unanswered', text, sources, passages };
    } else {
      logEvent('test_question.failed', { site: settings.site, error: part.error });
    }
  }
  return { outcome: 'failed', text, sources: [], passages: [] };
}
