/** Small services of the frame; every page works without them. */

/** On a phone the places are a strip that scrolls: the one somebody is at is in sight. */
const strip = document.querySelector<HTMLElement>('.side-nav');
const here = strip?.querySelector('[aria-current]');
if (strip && here) {
  const room = strip.getBoundingClientRect();
  const place = here.getBoundingClientRect();
  strip.scrollLeft += place.left + place.width / 2 - (room.left + room.width / 2);
}

/** The list of websites closes as menus do: by Escape, by a press elsewhere, and when the focus has left. */
const switcher = document.querySelector<HTMLDetailsElement>('.switcher');
if (switcher) {
  const isInside = (target: EventTarget | null) =>
    target instanceof Node && switcher.contains(target);
  const close = () => {
    switcher.open = false;
  };
  addEventListener('pointerdown', ({ target }) => {
    if (!isInside(target)) close();
  });
  switcher.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !isInside(relatedTarget)) close();
  });
  switcher.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !switcher.open) return;
    close();
    switcher.querySelector('summary')?.focus();
  });
}
