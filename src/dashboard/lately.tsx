/** What a website's model failed at lately. */
import type { TroubleRow } from '../site/model-trouble.ts';
import { agoWords } from './ago.ts';
import { storedReasonWords } from './model-words.ts';
import { Said } from './said.tsx';

/** How far back the page looks. */
export const LATELY_DAYS = 7;

export function Lately({ troubles, now }: { troubles: readonly TroubleRow[]; now: number }) {
  return (
    <div class="lately" id="lately">
      <h3>Lately</h3>
      {troubles.length === 0 ? (
        <p class="muted">No failures in the last seven days.</p>
      ) : (
        <>
          <p class="hint">
            What failed in the last seven days. Visitors never see these messages: the model was
            asked again, or the built-in assistant stepped in.
          </p>
          <ul class="rows troubles">
            {byReason(troubles).map((trouble) => (
              <Row key={trouble.reason} trouble={trouble} now={now} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Row({ trouble, now }: { trouble: TroubleRow; now: number }) {
  const { reason, times, lastAt, model, detail } = trouble;
  const { what, todo } = storedReasonWords(reason);
  return (
    <li>
      <div class="rows-main">
        <p>
          <strong>{what}</strong>
        </p>
        {todo !== '' && <p class="small">{todo}</p>}
        <p class="small muted">
          {times === 1 ? 'Once' : `${times} times`},{times === 1 ? ' ' : ' last '}
          <time dateTime={new Date(lastAt).toISOString()}>{agoWords(lastAt, now)}</time>
          {model !== '' && (
            <>
              {' · '}
              <code>{model}</code>
            </>
          )}
        </p>
        <Said detail={detail} />
      </div>
    </li>
  );
}

/** One row for each reason, counted together, with what was said last. `troubles`: latest first, and so the result. */
export function byReason(troubles: readonly TroubleRow[]): TroubleRow[] {
  const rows = new Map<string, TroubleRow>();
  for (const trouble of troubles) {
    const later = rows.get(trouble.reason);
    rows.set(trouble.reason, later ? { ...later, times: later.times + trouble.times } : trouble);
  }
  return [...rows.values()];
}
