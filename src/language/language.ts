/** What a language is made of: one file of sentences each, below `tongues/`. Types alone. */
import type * as en from './tongues/en.ts';

/** A sentence with a count: a form for each plural category of the language that differs from `other`. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** The same names as `Pattern` has, a string or a plural where that has one. */
type Like<Pattern> = {
  readonly [Name in keyof Pattern]: Pattern[Name] extends string ? string : Plural;
};

/** The visitor's interface. */
export type Words = Like<typeof en.words>;
/** What the chat tells its visitor of what happened. */
export type Lines = Like<typeof en.lines>;
/** What the assistant says, word for word. */
export type Said = Like<typeof en.said>;
/** Mails to the team. */
export type MailWords = Like<typeof en.mail>;

export interface Language {
  readonly words: Words;
  readonly lines: Lines;
  readonly said: Said;
  readonly mail: MailWords;
}
