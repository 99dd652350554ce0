/** Pieces that several dashboard pages share. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icons.tsx';

/** A card with a heading, for one matter of a page. */
export function Panel(props: {
  title: string;
  /** Names the panel to links within the page. */
  id?: string;
  lead?: ComponentChildren;
  children: ComponentChildren;
}) {
  const { title, id, lead, children } = props;
  return (
    <section class="card panel" id={id}>
      <h2>{title}</h2>
      {lead && <p class="panel-lead">{lead}</p>}
      {children}
    </section>
  );
}

/** What stands where a list would be while there is nothing in it. */
export function Empty(props: { icon: IconName; title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <Icon name={props.icon} />
      <h2>{props.title}</h2>
      {props.children}
    </div>
  );
}

/**
 * A moment: the browser's script, where there is one, shows it in the reader's own time zone.
 *
 * @param at ms since 1970
 */
export function Moment({ at }: { at: number }) {
  const iso = new Date(at).toISOString();
  return (
    <time dateTime={iso} data-moment={at}>
      {iso.slice(0, 16).replace('T', ' ')} UTC
    </time>
  );
}
