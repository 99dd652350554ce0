/** The Live page's icons: strokes on a 24 × 24 grid, in the colour of the text around them. */
const PATHS = {
  sound: 'M5 10v4h3l4 4V6l-4 4zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  silence: 'M5 10v4h3l4 4V6l-4 4zM16 10l4.5 4.5M20.5 10L16 14.5',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21h4',
  keys: 'M3.5 7h17v10h-17zM7 10.5h.01M10.5 10.5h.01M14 10.5h.01M17 10.5h.01M8.5 14h7',
  close: 'M6 6l12 12M18 6L6 18',
  back: 'M14 6l-6 6 6 6',
  hide: 'M6 12h12',
  talk: 'M4 5h16v11H9l-5 4zM8 9.5h8M8 12.5h5',
  alert: 'M12 4l9 16H3zM12 10v4.5M12 17v.5',
  mail: 'M3.5 6h17v12h-17zM3.5 7l8.5 6.5L20.5 7',
  away: 'M5 4h9v16H5zM17 9l3 3-3 3M20 12h-9',
  up: 'M12 19V6M6.5 11L12 5.5 17.5 11',
} as const;

/** A drawing that says nothing by itself: the text beside it does. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
