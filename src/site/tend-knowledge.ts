/** Everything that is made of articles by code, brought up to date: words of other scripts, and vectors. */
import type { ModelChoice } from '../assistant/models/choice.ts';
import { logEvent } from '../log.ts';
import { readDueArticles } from './terms.ts';
import { forgetVectors } from './vector-cache.ts';
import { refreshVectors } from './vectors.ts';

/**
 * Brings a website's knowledge up to date with its articles; cheap where it is. To be run where nobody
 * waits for it: it may call a model, once for every fifty passages that are new. Never rejects.
 */
export async function tendKnowledge(
  db: D1Database,
  choice: ModelChoice,
  site: string,
): Promise<void> {
  try {
    await readDueArticles(db, site);
    if (choice.provider !== 'workers-ai' || choice.embedding === '') return;
    const { binding, embedding } = choice;
    await refreshVectors(db, site, embedding, async (texts) => {
      const { embedTexts } = await import('../assistant/retrieval/embedder.ts');
      return embedTexts(binding, embedding, texts);
    });
  } catch (error) {
    logEvent('knowledge.upkeep_failed', {
      site,
      reason: error instanceof Error ? error.message : String(error),
    });
  } finally {
    forgetVectors(site);
  }
}
