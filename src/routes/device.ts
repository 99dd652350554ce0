/** A rough word for what the visitor holds, from the browser's own line about itself. Pure. */
export function deviceOf(userAgent: string): 'desktop' | 'phone' | 'tablet' {
  if (/iPad|Tablet|PlayBook|Silk|Android(?!.*Mobile)/i.test(userAgent)) return 'tablet';
  return /Mobi|iPhone|iPod|Android/i.test(userAgent) ? 'phone' : 'desktop';
}
