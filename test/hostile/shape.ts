/** The elements of a page with the names of their attributes, which are ours to choose. */
export function shapeOf(html: string): string[] {
  return (html.match(/<[a-z!/](?:"[^"]*"|[^<>"])*>/gi) ?? []).map((tag) =>
    tag.replaceAll(/="[^"]*"/g, '=""'),
  );
}
