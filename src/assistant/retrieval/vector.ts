/** Vectors small enough to keep, and how near they point. Pure. */

const MOST = 127;

/** A vector's direction in one signed byte per dimension; its length is lost. */
export function quantize(values: readonly number[]): Int8Array {
  const most = Math.max(Number.MIN_VALUE, ...values.map(Math.abs));
  return Int8Array.from(values, (value) => Math.round((value / most) * MOST));
}

/** As text, since D1 hands out bytes one number at a time. */
export function encode(vector: Int8Array): string {
  return btoa(
    String.fromCharCode(...new Uint8Array(vector.buffer, vector.byteOffset, vector.length)),
  );
}

/** The vector of a text made by {@link encode}; throws at any other. */
export function decode(text: string): Int8Array {
  return Int8Array.from(atob(text), (char) => char.charCodeAt(0));
}

/** The cosine of the angle between two vectors; 0 where one has no direction, or they do not compare. */
export function nearness(a: Int8Array, b: Int8Array): number {
  if (a.length !== b.length) return 0;
  let dot = 0;
  let squareA = 0;
  let squareB = 0;
  for (let at = 0; at < a.length; at++) {
    const x = a[at] ?? 0;
    const y = b[at] ?? 0;
    dot += x * y;
    squareA += x * x;
    squareB += y * y;
  }
  return dot === 0 ? 0 : dot / Math.sqrt(squareA * squareB);
}

/** Something that a vector stands for, and how near that is, 0 to 1. */
export interface Near<T> {
  item: T;
  nearness: number;
}

/** The `limit` of `items` that point most nearly as `asked` does, nearest first; none that point away. */
export function nearestTo<T extends { vector: Int8Array }>(
  asked: Int8Array,
  items: readonly T[],
  limit: number,
): Near<T>[] {
  return items
    .map((item) => ({ item, nearness: nearness(asked, item.vector) }))
    .filter((near) => near.nearness > 0)
    .sort((a, b) => b.nearness - a.nearness)
    .slice(0, limit);
}
