/**
 * How a model of ours tells, beside its words, whether it knew: `providerMetadata.baton.answered` of
 * the part that ends its answer. A model that says nothing there is taken to have answered.
 */
export const METADATA_KEY = 'baton';
export const ANSWERED_KEY = 'answered';

/** Whether the model declared that it did not know. Total: every metadata is fine. */
export function saysUnanswered(
  metadata: Record<string, Record<string, unknown>> | undefined,
): boolean {
  return metadata?.[METADATA_KEY]?.[ANSWERED_KEY] === false;
}
