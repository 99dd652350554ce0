/** Shows a transcript's times and days where the reader is; the server can only say them in UTC. */

const CLOCK = new Intl.DateTimeFormat([], { timeStyle: 'short' });
const DAY = new Intl.DateTimeFormat([], { dateStyle: 'full' });

for (const time of document.querySelectorAll<HTMLElement>('time[data-clock]')) {
  time.textContent = CLOCK.format(Number(time.dataset['clock']));
}
for (const log of document.querySelectorAll<HTMLElement>('.transcript-log')) redrawDays(log);
for (const note of document.querySelectorAll<HTMLElement>('[data-zone]')) {
  note.textContent = `Times are those of ${CLOCK.resolvedOptions().timeZone}.`;
}

/** Midnight is another one here: days begin before other rows. */
function redrawDays(log: HTMLElement): void {
  for (const day of log.querySelectorAll('.day')) day.remove();
  let last = '';
  for (const row of log.querySelectorAll<HTMLElement>(':scope > [data-at]')) {
    const name = DAY.format(Number(row.dataset['at']));
    if (name !== last) row.before(dayRow(name));
    last = name;
  }
}

function dayRow(name: string): HTMLElement {
  const row = document.createElement('li');
  row.className = 'day';
  row.textContent = name;
  return row;
}
