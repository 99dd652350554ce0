import type { Source } from '../../src/protocol/entry.ts';
import { LABELS } from './lines.ts';
import { webUrl } from './links.ts';
import type { Actions } from './session.ts';
import { clock } from './time.ts';
import { authorName } from './transcript-items.ts';
import type { Decision, Item } from './transcript-items.ts';

/** Something that was said. The visitor stands on one side, the team and its assistant on the other. */
export function MessageView({ entry, decision, isFirst }: Extract<Item, { is: 'message' }>) {
  const { role } = entry.author;
  return (
    <li class={`said ${role === 'visitor' ? 'theirs' : 'ours'} ${role}${isFirst ? ' first' : ''}`}>
      <p class={isFirst ? 'said-who' : 'hidden'}>
        <bdi>{authorName(entry)}</bdi>
        <time dateTime={new Date(entry.at).toISOString()}>{clock(entry.at)}</time>
      </p>
      <p class="said-text" dir="auto">
        {entry.text}
      </p>
      {entry.interrupted && <p class="said-note">Cut off here</p>}
      {entry.sources && <Sources sources={entry.sources} />}
      {decision && <DecisionView decision={decision} />}
    </li>
  );
}

function Sources({ sources }: { sources: readonly Source[] }) {
  return (
    <p class="said-note">
      From{' '}
      {sources.map(({ title, url }, index) => {
        const href = url === undefined ? null : webUrl(url, location.origin);
        return (
          <span key={title}>
            {index > 0 && ', '}
            {href === null ? (
              <bdi>{title}</bdi>
            ) : (
              <a href={href} target="_blank" rel="noreferrer noopener">
                <bdi>{title}</bdi>
              </a>
            )}
          </span>
        );
      })}
    </p>
  );
}

function DecisionView({ decision }: { decision: Decision }) {
  const { label, score, evidence, tier, ms } = decision;
  return (
    <details class={`decision ${label}`}>
      <summary>
        {LABELS[label]}
        <span>{tier === 'model' ? 'by the model' : `${Math.round(score * 100)}%`}</span>
      </summary>
      <p>
        {evidence === '' ? (
          'No words stood out'
        ) : (
          <>
            Because of “<bdi>{evidence}</bdi>”
          </>
        )}
        , by {tier} in {ms} ms
      </p>
    </details>
  );
}

/** Something said that the server has not confirmed, or would not take. */
export function UnsentView(props: {
  text: string;
  ref_: string;
  failure: string | undefined;
  actions: Actions;
}) {
  const { text, ref_, failure, actions } = props;
  return (
    // Read out once, when the server has it; that it has not is an alert of its own.
    <li class={`said ours agent unsent${failure === undefined ? '' : ' failed'}`} aria-live="off">
      <p class="said-text" dir="auto">
        {text}
      </p>
      {failure === undefined ? (
        <p class="said-note">Sending…</p>
      ) : (
        <p class="said-note field-error" role="alert">
          Not sent. {failure}
          <button type="button" class="quiet" onClick={() => actions.retry(ref_)}>
            Try again
          </button>
          <button type="button" class="quiet" onClick={() => actions.discard(ref_)}>
            Discard
          </button>
        </p>
      )}
    </li>
  );
}
