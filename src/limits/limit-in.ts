/** The number that a limit is configured by; `otherwise` where there is none. Pure. */
export function limitIn(text: string | undefined, otherwise: number): number {
  const limit = Number(text);
  return text?.trim() && Number.isFinite(limit) ? limit : otherwise;
}
