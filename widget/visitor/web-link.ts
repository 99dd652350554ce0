/**
 * An address of the web, or one without a scheme, which leads into the page's own site. A scheme ends
 * at a colon before any slash, question mark or hash (https://url.spec.whatwg.org/#scheme-state);
 * whatever names another one is no link.
 */
export const WEB_LINK = /^(https?:|[^:]*([/?#]|$))/i;
