/** Parts of the widget, whose names carry a hash: any website may load them, and keep them for good. */
const PARTS = ['chat', 'talk', 'extra', 'page', 'tongues'];

const partRules = PARTS.map(
  (part) => `\
/baton/${part}.*
  Access-Control-Allow-Origin: *
  Cross-Origin-Resource-Policy: cross-origin
  Cache-Control: public, max-age=31536000, immutable
`,
);

/**
 * The headers of static assets, in the format Workers reads from `_headers`: a path, then indented
 * headers. All rules that match a path apply.
 */
export const HEADERS = `\
/*
  X-Content-Type-Options: nosniff

/widget.js
  Access-Control-Allow-Origin: *
  Cross-Origin-Resource-Policy: cross-origin
  Cache-Control: public, max-age=300, stale-while-revalidate=86400

${partRules.join('\n')}
/docs/*
  Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
  Referrer-Policy: no-referrer
`;
