/** Tells whoever put the chat on the page, and looks at the browser's console, why it does not do what it should. */
export const warn = (cause: string) => console.warn(cause);
