/** The page of docs/ that shows the pictures. Pure. */
import type { Scene } from './scene.ts';

/** Its Markdown. */
export function pageOf(scenes: readonly Scene[]): string {
  const parts = scenes.map(
    ({ file, title, remark }) =>
      `## ${title}\n\n${remark}\n\n![${title}: eight pictures](images/gallery/${file}.webp)\n`,
  );
  return `# The widget in pictures

Every phase of the chat, light and dark, left to right and right to left (in Arabic), on a desktop (above) and on a phone (below). \`npm run gallery\` makes this page: it runs the built widget in a browser, against a server that says what each picture needs. The clock stands still: unless the widget has changed, pictures that are made again are the same, apart from the shade of some pixels.

${parts.join('\n')}`;
}
