/** Texts to numbers that tell how near they are in meaning, by a model of Workers AI. */
import { createWorkersAI } from 'workers-ai-provider';

/**
 * One vector per text, in their order. Rejects if the model does, or if what it says is no such list.
 *
 * @param model by its full name: `@cf/…`
 */
export async function embedTexts(
  binding: Ai,
  model: string,
  texts: readonly string[],
  abortSignal?: AbortSignal,
): Promise<number[][]> {
  const { embeddings } = await createWorkersAI({ binding })
    .textEmbedding(model)
    .doEmbed({ values: [...texts], ...(abortSignal && { abortSignal }) });
  const dimensions = embeddings?.[0]?.length ?? 0;
  const isWhole =
    embeddings?.length === texts.length &&
    dimensions > 0 &&
    embeddings.every((one) => one.length === dimensions && one.every(Number.isFinite));
  if (!isWhole) throw new TypeError(`${model} gave no vector for each of ${texts.length} texts`);
  return embeddings;
}
