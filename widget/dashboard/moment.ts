/** Shows moments in the reader's own words and time zone; the server knew neither. */
const words = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-moment]')) {
  time.title = time.textContent;
  time.textContent = words.format(Number(time.dataset['moment']));
}
