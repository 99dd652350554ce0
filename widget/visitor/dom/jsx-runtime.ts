/**
 * JSX for the visitor's chat: elements and plain functions, redrawn from the top, in about 0.7 kB with
 * render.ts, which only the chat carries: what is loaded later hands it what to draw.
 *
 * Preact draws the other pages. It is a third of all that an open chat may weigh, on every shop's
 * page, and what it adds (components with a life of their own) the chat has no need for: all it
 * shows follows from one view. The JSX is the same, so going back is a change of one pragma.
 */
import type { JSX as PreactJsx } from 'preact';

export type Key = string | number;
export type Props = Readonly<Record<string, unknown>> & { readonly children?: Child };

export interface VNode {
  readonly tag: string;
  readonly props: Props;
  readonly key: Key | undefined;
}

/** Nothing is drawn for null, undefined and booleans, but they keep their siblings' places. */
export type Child = VNode | string | number | boolean | null | undefined | readonly Child[];

/** What the compiler turns JSX into. A function is called at once: it has no state to be kept. */
export function jsx<P>(type: string | ((props: P) => Child), props: P & Props, key?: Key): Child {
  return typeof type === 'function' ? type(props) : { tag: type, props, key };
}

export { jsx as jsxs };

type Attributes<T> = Omit<T, 'ref' | 'key' | 'children'> & {
  ref?: (element: HTMLElement) => void;
  key?: Key | undefined;
  children?: Child;
};

// The names TypeScript looks JSX up by; the attributes are Preact's list of what HTML allows.
export declare namespace JSX {
  type Element = Child;
  interface ElementChildrenAttribute {
    children: unknown;
  }
  interface IntrinsicAttributes {
    key?: Key | undefined;
  }
  type IntrinsicElements = {
    [Tag in keyof PreactJsx.IntrinsicElements]: Attributes<PreactJsx.IntrinsicElements[Tag]>;
  };
}
