/**
 * What one language knows about promises in the team's name: who the people behind a chat are called,
 * and what they or the assistant are said to do. A claim is a deed and somebody of the team in one
 * clause, in any order, with nothing between them or before them that denies it.
 *
 * Written as a native speaker would spell it: everything is folded before it is compared (no case, no
 * accents, no full-width letters). Deeds are regular expressions over folded words with one space
 * between them; scripts without spaces, and Korean, have none between their characters. Besides:
 *
 *     %   one of the `verbs`, to be followed by its endings        _   the rest of a word
 *     ~   up to 40 letters of further words, or nothing
 */
export interface Language {
  /** As in a BCP 47 tag. */
  code: string;
  /** Written without spaces, or with spaces nobody agrees on. */
  unspaced?: true;
  /** Somebody of the team, or the team. Flat alternatives, no parentheses. */
  who: string;
  /** Beginnings of the verbs for calling, telling, connecting, joining. Flat alternatives. */
  verbs: string;
  /** It happened or is happening: was told, is being called, has joined. */
  said: string;
  /** It will happen, or is offered. Under a condition, it is no promise. */
  will: string;
  /** The same, said so that nobody of the team need be named. */
  saidAlone?: string;
  willAlone?: string;
  /** Negations. */
  not: string;
  /** Conditions. */
  when: string;
  /** What is true instead; a line each for off, available, offered, calling, called, unreachable. */
  truths: string;
}
