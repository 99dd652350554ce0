import { useId } from 'preact/hooks';
import type { About } from '../../src/protocol/frames.ts';

interface InShortProps {
  about: About | null;
  /** The heading’s level, by what stands above it. */
  level: 2 | 3;
}

/** What the conversation is about, for those who have not read it; nothing where nobody can tell. */
export function InShort({ about, level }: InShortProps) {
  const id = useId();
  const lines = (about?.summary ?? '').split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return null;
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section class="in-short" aria-labelledby={id}>
      <details open>
        <summary>
          <Heading id={id}>In short</Heading>
        </summary>
        {/* Long ones scroll where there is little room, also by keyboard. */}
        <div class="in-short-lines" tabIndex={0}>
          {lines.map((line) => (
            <p dir="auto">{line}</p>
          ))}
        </div>
      </details>
    </section>
  );
}
