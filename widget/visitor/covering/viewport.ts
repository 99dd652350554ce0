/** More than this is magnified; a browser's sums are not exact. */
const MAGNIFIED = 1.01;

/**
 * Tells the style sheet which part of the screen the phone's keyboard leaves. Whoever magnifies the
 * page sees a part of the chat, which stays as it is.
 */
export function followViewport(element: HTMLElement, signal: AbortSignal): void {
  const viewport = visualViewport;
  if (viewport === null) return;
  const fit = () => {
    if (viewport.scale > MAGNIFIED) return;
    element.style.setProperty('--b-view-height', `${viewport.height}px`);
    element.style.setProperty('--b-view-top', `${viewport.offsetTop}px`);
  };
  viewport.addEventListener('resize', fit, { signal });
  viewport.addEventListener('scroll', fit, { signal });
  fit();
}
