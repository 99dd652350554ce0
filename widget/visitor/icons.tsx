/** @jsxImportSource ./dom */
/** Line icons on a 24 px grid, in the colour of the text around them. */

function icon(path: string) {
  return () => (
    <svg viewBox="0 0 24 24">
      <path d={path} />
    </svg>
  );
}

export const SendIcon = /* @__PURE__ */ icon('M12 19V5m-6 6 6-6 6 6');
export const PersonIcon = /* @__PURE__ */ icon(
  'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7 8c.6-3.3 3.4-5 7-5s6.4 1.7 7 5',
);
export const MenuIcon = /* @__PURE__ */ icon('M12 5v.01M12 12v.01M12 19v.01');
