/** Minutes as they are typed and as they are said. */

/** A day. */
export const MAX_MINUTES = 1_440;

/** Whole minutes, from 1 to {@link MAX_MINUTES}, as somebody may have typed them; null for anything else. */
export function minutesIn(text: string): number | null {
  const digits = text.trim();
  if (!/^\d{1,5}$/.test(digits)) return null;
  const minutes = Number(digits);
  return minutes >= 1 && minutes <= MAX_MINUTES ? minutes : null;
}

/** Minutes as one says them: 90 are “1 hour 30 minutes”. */
export function minutesWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [hours > 0 && counted(hours, 'hour'), rest > 0 && counted(rest, 'minute')];
  return parts.filter(Boolean).join(' ');
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
