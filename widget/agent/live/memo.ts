import { Component, h } from 'preact';
import type { FunctionComponent } from 'preact';

/** A view that is drawn anew only when one of its properties has changed. */
export function memo<P extends object>(view: FunctionComponent<P>): new (props: P) => Component<P> {
  return class extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      return !isSame(this.props, next);
    }

    override render() {
      return h(view, this.props);
    }
  };
}

function isSame(one: object, other: object): boolean {
  const before = new Map(Object.entries(one));
  const after = Object.entries(other);
  return (
    before.size === after.length &&
    after.every(([name, value]) => before.has(name) && Object.is(before.get(name), value))
  );
}
