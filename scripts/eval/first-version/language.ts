import type { Phrase, Vocabulary } from './grammar.ts';

/** What one language knows about the four things a visitor may mean. */
export interface Language {
  /** ISO 639-1. */
  code: string;
  /** Small named vocabularies that the phrases below are composed of. */
  words: Vocabulary;
  /** Words worth recognising when mistyped by one letter: five letters or longer. */
  misspelt?: string;
  /** Words that are a slip away from those and mean something else. */
  realWords?: string;
  /** A person is wanted. Found anywhere in a message. */
  ask: Phrases;
  /** The chat itself has failed the visitor. Found anywhere in a message. */
  frustrated: Phrases;
  /** What a whole short message is put together from. */
  short: Short;
}

/** Phrases by how much they can be relied on. */
export interface Phrases {
  /** Can hardly mean anything else. */
  plain: readonly Phrase[];
  /** Usually means it. */
  likely?: readonly Phrase[];
  /** The same words in another sense: whatever overlaps one of these is no match. */
  unless?: readonly Phrase[];
}

/** The pieces of a whole short message. Only messages made of nothing else are read this way. */
export interface Short {
  /** Yes, and nothing but yes. */
  yes: readonly Phrase[];
  /** Agreement that with thanks or a goodbye is mere politeness: "ok", "great". */
  fine?: readonly Phrase[];
  /** No, and nothing but no. */
  no: readonly Phrase[];
  /** Added to a yes, or itself a yes when something was just offered: "do that", "I would like that". */
  accept?: readonly Phrase[];
  /** Added to a no, or itself a no when something was just offered: "I'm good", "I'd rather you answered". */
  refuse?: readonly Phrase[];
  /** Naming a person and nothing else is asking for one. */
  human: readonly Phrase[];
  /** Thanks and goodbyes. */
  thanks?: readonly Phrase[];
  /** Means nothing by itself: "please", "well", "my friend". */
  filler?: readonly Phrase[];
}
