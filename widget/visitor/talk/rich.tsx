/** @jsxImportSource ../dom */
import type { Child } from '../dom/jsx-runtime.ts';
import type { Inline } from './inline.ts';
import type { Block } from './markdown.ts';

/** An answer's paragraphs, lists and code, as elements. */
export function drawBlocks(blocks: readonly Block[]): Child {
  return blocks.map((block): Child => {
    switch (block.is) {
      case 'text':
        return <p>{drawInline(block.of)}</p>;
      case 'code':
        return (
          <pre dir="ltr">
            <code>{block.text}</code>
          </pre>
        );
      case 'list': {
        const items = block.items.map((item) => <li>{drawBlocks(item)}</li>);
        return block.start === undefined ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
      }
    }
  });
}

/** What stands within a paragraph, as text and elements. */
export function drawInline(parts: readonly Inline[]): Child {
  return parts.map((part): Child => {
    if (typeof part === 'string') return part;
    switch (part.is) {
      case 'strong':
        return <strong>{drawInline(part.of)}</strong>;
      case 'em':
        return <em>{drawInline(part.of)}</em>;
      case 'code':
        return <code>{part.text}</code>;
      case 'link':
        return (
          <a href={part.href} target="_blank" rel="noopener noreferrer">
            {drawInline(part.of)}
          </a>
        );
    }
  });
}
