/** @jsxImportSource ./dom */
import type { MessageEntry } from '../../src/protocol/entry.ts';
import type { Child } from './dom/jsx-runtime.ts';
import { words } from './words.ts';

interface BubbleProps {
  /** Its place in the log. */
  id: string | number;
  /** A look, and a silence, of its own. */
  kind?: 'draft' | undefined;
  role: MessageEntry['author']['role'];
  name?: string | null | undefined;
  text: Child;
  /** An answer's paragraphs, instead of the text. */
  rich?: Child;
  /** Below the bubble. */
  children?: Child;
}

/** Something said. */
export function Bubble({ id, kind, role, name, text, rich, children }: BubbleProps) {
  return (
    <div key={id} class={`message ${role} ${kind ?? ''}`} aria-live={kind && 'off'}>
      {name && <span class="name">{name}</span>}
      {role === 'visitor' && <span class="unseen">{words.you}: </span>}
      {rich ?? <p dir="auto">{text}</p>}
      {children}
    </div>
  );
}
