/** A second press on a button that is being served: sent once is enough. */
const sent = new Set<HTMLFormElement>();

addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
  if (sent.has(form)) event.preventDefault();
  sent.add(form);
});

// A page that comes back from the browser's own memory is as good as new.
addEventListener('pageshow', () => sent.clear());
