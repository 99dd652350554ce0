/** Takes out the reasoning that some models put before their reply as if it were part of it. */

const TAGS = ['<think>', '<thinking>', '<thought>', '<reasoning>', '[think]'] as const;

interface ThoughtFilter {
  push(delta: string): string;
  end(): string;
}

/**
 * Drops what stands between such tags at the beginning of a text, all of it where the closing one is
 * missing, and the white space around it. Anything else comes back to the letter.
 */
export function createThoughtFilter(): ThoughtFilter {
  let stage: 'start' | 'thinking' | 'reply' = 'start';
  let held = '';
  let closing = '';
  let hasThought = false;

  /** Whether something was decided, and there may be more to decide. */
  function goOn(): boolean {
    if (stage === 'reply') return false;
    if (stage === 'thinking') {
      // Not by lower case: that may move what comes after a letter or two.
      const at = held.search(new RegExp(closing.replace(/[[\]]/g, '\\$&'), 'i'));
      if (at === -1) {
        held = held.slice(1 - closing.length);
        return false;
      }
      held = held.slice(at + closing.length);
      stage = 'start';
      return true;
    }
    const start = held.trimStart().toLowerCase();
    const tag = TAGS.find((known) => start.startsWith(known));
    if (tag) {
      held = held.trimStart().slice(tag.length);
      closing = `${tag.slice(0, 1)}/${tag.slice(1)}`;
      stage = 'thinking';
      hasThought = true;
      return true;
    }
    if (TAGS.some((known) => known.startsWith(start))) return false;
    stage = 'reply';
    return false;
  }

  function take(): string {
    const out = hasThought ? held.trimStart() : held;
    hasThought = false;
    held = '';
    return out;
  }

  return {
    push(delta) {
      held += delta;
      while (goOn());
      return stage === 'reply' ? take() : '';
    },
    end() {
      return stage === 'thinking' ? '' : take();
    },
  };
}
