/** Baton's mark: a relay baton on the slant, drawn once for pages and once as their icon. */
export function BatonMark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect class="mark-ground" width="32" height="32" rx="9" />
      <g transform="rotate(-45 16 16)">
        <rect class="mark-rod" x="3.5" y="12.5" width="25" height="7" rx="3.5" />
        <rect class="mark-band" x="9" y="12.5" width="3" height="7" />
        <rect class="mark-band" x="20" y="12.5" width="3" height="7" />
      </g>
    </svg>
  );
}

/** The mark as an icon of its own: a data URL, so that no page asks for a file that is not there. */
export const BATON_ICON = svgIcon(
  '<rect width="32" height="32" rx="9" fill="#1f6f5c"/><g transform="rotate(-45 16 16)">' +
    '<rect x="3.5" y="12.5" width="25" height="7" rx="3.5" fill="#fff"/>' +
    '<rect x="9" y="12.5" width="3" height="7" fill="#1f6f5c"/>' +
    '<rect x="20" y="12.5" width="3" height="7" fill="#1f6f5c"/></g>',
);

/** Wraps the inside of a 32 × 32 drawing as a data URL. */
export function svgIcon(inside: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${inside}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
