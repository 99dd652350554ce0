import { useEffect, useState } from 'preact/hooks';
import type { OfferReason } from '../../src/protocol/entry.ts';
import type { About } from '../../src/protocol/frames.ts';
import { attributeFacts, identityFacts } from '../shared/identity-words.ts';
import { isEvent } from '../shared/log.ts';
import type { Log } from '../shared/log.ts';
import { webUrl } from './links.ts';
import { clock } from './time.ts';

const WIDE = '(min-width: 900px)';

/** Who the visitor is, as far as anybody knows. On a phone it stays folded until asked for. */
export function AboutVisitor({ log }: { log: Log }) {
  const isWide = useMedia(WIDE);
  return (
    <aside class="desk-about" aria-label="About the visitor">
      <details open={isWide}>
        <summary>About the visitor</summary>
        <VisitorFacts log={log} />
      </details>
    </aside>
  );
}

/** What is known, one fact below the other. */
export function VisitorFacts({ log }: { log: Log }) {
  const asked = log.entries.findLast((entry) => isEvent(entry, 'escalation.requested'));
  const started = log.entries[0]?.at;
  return (
    <dl>
      {asked !== undefined && isEvent(asked, 'escalation.requested') && (
        <Fact name="Wants a person" value={WANTED[asked.reason]} />
      )}
      {log.about !== null && <Facts about={log.about} />}
      {started !== undefined && <Fact name="Here since" value={clock(started)} />}
      <Fact name="Messages" value={String(log.entries.filter(isMessage).length)} />
    </dl>
  );
}

const WANTED: Readonly<Record<OfferReason, string>> = {
  asked: 'They asked for one',
  frustrated: 'They were losing patience',
  unanswered: 'The assistant had no answer',
  button: 'They pressed the button',
};

function Facts({ about }: { about: About }) {
  const { page, locale, country, device, identity, attributes } = about;
  return (
    <>
      {identity &&
        identityFacts(identity).map(({ name, value, isVerified }) => (
          <Fact
            key={name}
            name={name}
            value={value}
            below={isVerified ? 'verified' : 'not verified'}
          />
        ))}
      {page?.url !== undefined && <PageFact url={page.url} title={page.title ?? ''} />}
      {locale !== undefined && <Fact name="Language" value={named('language', locale)} />}
      {country !== undefined && <Fact name="Country" value={named('region', country)} />}
      {device !== undefined && <Fact name="Device" value={DEVICES[device]} />}
      {attributes &&
        attributeFacts(attributes).map(({ name, value }) => (
          <Fact key={`page ${name}`} name={name} value={value} below="told by the page" />
        ))}
    </>
  );
}

const DEVICES = { desktop: 'Computer', phone: 'Phone', tablet: 'Tablet' } as const;

function PageFact({ url, title }: { url: string; title: string }) {
  const href = webUrl(url);
  return (
    <div>
      <dt>Page</dt>
      <dd>
        {href === null ? (
          title || url
        ) : (
          <a href={href} target="_blank" rel="noreferrer noopener">
            {title || url}
          </a>
        )}
        {href !== null && title !== '' && <span class="fact-below">{url}</span>}
      </dd>
    </div>
  );
}

function Fact({ name, value, below }: { name: string; value: string; below?: string }) {
  return (
    <div>
      <dt>
        <bdi>{name}</bdi>
      </dt>
      <dd>
        <bdi>{value}</bdi>
        {below !== undefined && <span class="fact-below">{below}</span>}
      </dd>
    </div>
  );
}

function isMessage(entry: { kind: string }): boolean {
  return entry.kind === 'message';
}

/** The code's name in the reader's language; the code itself where it is none. */
function named(type: 'language' | 'region', code: string): string {
  try {
    return new Intl.DisplayNames([], { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Whether the window is as the query says. */
export function useMedia(query: string): boolean {
  const [isMatch, setIsMatch] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const listen = () => setIsMatch(media.matches);
    media.addEventListener('change', listen);
    return () => media.removeEventListener('change', listen);
  }, [query]);
  return isMatch;
}
