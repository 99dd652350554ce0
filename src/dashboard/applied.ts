/** How many open conversations took up saved settings, in words. */
export function appliedWords(count: number): string {
  if (count === 0) return 'No conversation was open.';
  return count === 1
    ? 'Applied to 1 open conversation.'
    : `Applied to ${count} open conversations.`;
}
