/** Makes the page what the chat says it is. */
import type { Child, Key, Props, VNode } from './jsx-runtime.ts';

/** Stands for a tag in text. */
const TEXT = '';
const SVG = 'http://www.w3.org/2000/svg';

/** What was drawn into a node, and in which place among its siblings. */
const drawn = new WeakMap<Node, { readonly place: Key; readonly vnode: VNode }>();

/**
 * Makes the children of `parent` be what `child` says. A node is kept, with its focus, selection and
 * scroll position, for as long as its place (its `key`, or else its position) has the same tag.
 */
export function render(child: Child, parent: Element): void {
  const wanted = new Map<Key, VNode>();
  spread(child, '', wanted);

  const kept = new Map<Key, ChildNode>();
  for (const node of Array.from(parent.childNodes)) {
    const old = drawn.get(node);
    if (old && wanted.get(old.place)?.tag === old.vnode.tag) kept.set(old.place, node);
    else node.remove();
  }

  let next = parent.firstChild;
  for (const [place, vnode] of wanted) {
    const node = kept.get(place) ?? create(vnode, parent);
    const before = drawn.get(node)?.vnode;
    // The very same one again, kept by whoever draws it, is drawn already.
    if (vnode !== before) {
      update(node, vnode.props, before?.props ?? {});
      drawn.set(node, { place, vnode });
    }
    // Whole by then: a screen reader is told of it once.
    if (node === next) next = next.nextSibling;
    else parent.insertBefore(node, next);
  }
}

/** Flattens nested children. An element with a key is known by that wherever it stands. */
function spread(child: Child, position: string, into: Map<Key, VNode>): void {
  if (isList(child)) child.forEach((each, index) => spread(each, `${position}.${index}`, into));
  else if (typeof child === 'object' && child !== null) into.set(child.key ?? position, child);
  else if (typeof child === 'string' || typeof child === 'number') {
    into.set(position, { tag: TEXT, props: { text: child }, key: undefined });
  }
}

function isList(child: Child): child is readonly Child[] {
  return Array.isArray(child);
}

function create({ tag, props }: VNode, parent: Element): ChildNode {
  if (tag === TEXT) return document.createTextNode('');
  const element = document.createElementNS(tag === 'svg' ? SVG : parent.namespaceURI, tag);
  if (typeof props['ref'] === 'function') props['ref'](element);
  return element;
}

function update(node: ChildNode, props: Props, before: Props): void {
  for (const name of Object.keys({ ...before, ...props })) {
    const value = props[name];
    if (value === before[name] || name === 'children' || name === 'ref') continue;
    if (!(node instanceof Element)) node.nodeValue = String(value);
    else if (name.startsWith('on')) Reflect.set(node, name.toLowerCase(), value);
    else if (value === undefined || value === false) node.removeAttribute(name);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  if (node instanceof Element) render(props.children, node);
}
