/** What the attributes of the script's tag ask for. Pure. */

/**
 * How the launcher looks, and its distance from the corner, as declarations that come after what is
 * remembered of the site.
 *
 * @param options the tag's `data-*` attributes; `offset` is the distance from the side and from the lower
 *   edge in px, such as `24,96`; one number stands for both
 */
export function styleOf({ color, theme = 'auto', offset = '20', launcher }: DOMStringMap): string {
  const [x, y = x] = offset.split(',');
  return (
    `;--b-x:${x}px;--b-y:${y}px` +
    // The colour of what stands on it follows by itself.
    (color ? `;--b-accent:${color};--b-on-accent:initial` : '') +
    (theme !== 'auto' ? `;--b-theme:${theme}` : '') +
    (launcher === 'hidden' ? ';--b-closed:none' : '')
  );
}
