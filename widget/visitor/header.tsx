/** @jsxImportSource ./dom */
import type { Child } from './dom/jsx-runtime.ts';

/** Who is there. */
export interface Who {
  name: string;
  status: string;
  /** The look of the dot: there, unless it is about to be, or is not. */
  dot?: 'soon' | 'away' | undefined;
  /** Below the status. */
  more?: Child;
  menu?: Child;
}

/** The chat's head. */
export function Header({ name, status, dot, more, menu }: Who) {
  return (
    <div class="head">
      <span class={`avatar ${dot ?? ''}`} aria-hidden="true">
        {[...name][0]}
      </span>
      <div class="who">
        <strong>{name}</strong>
        <span role="status">{status}</span>
        {more}
      </div>
      {menu}
    </div>
  );
}
