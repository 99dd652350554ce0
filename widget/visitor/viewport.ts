/** Tells the style sheet which part of the screen the phone's keyboard leaves. */
export function followViewport(element: HTMLElement): void {
  const viewport = visualViewport;
  if (viewport === null) return;
  const fit = () => {
    element.style.setProperty('--b-view-height', `${viewport.height}px`);
    element.style.setProperty('--b-view-top', `${viewport.offsetTop}px`);
  };
  viewport.addEventListener('resize', fit);
  viewport.addEventListener('scroll', fit);
  fit();
}
