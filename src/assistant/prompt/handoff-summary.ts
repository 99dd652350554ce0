/** What a conversation is about, by rule, for the person who takes it over. Pure: a log in, lines out. */
import type { Detect } from '../../intent/verdict.ts';
import type { MessageEntry } from '../../protocol/entry.ts';
import { guessLanguage, isSmallWord } from '../retrieval/language.ts';
import { normalize, split } from '../retrieval/normalize.ts';
import { plainLine, shortened } from './plain-line.ts';
import { smallTalkOf } from '../embedded/small-talk.ts';

/** The longest line, in UTF-16 units. */
export const MAX_RULE_LINE_CHARS = 160;

/**
 * Two or three lines, separated by newlines: what the visitor wants, in their own words, and what was
 * tried. Empty when they have said nothing but greetings, yes, no and that they want a person.
 *
 * @param messages the log's messages, oldest first
 * @param detect tells what they mean
 */
export function summaryByRule(messages: readonly MessageEntry[], detect: Detect): string {
  const course = courseOf(messages, detect);
  const [first] = course.asked;
  const last = course.asked.at(-1);
  if (first === undefined) return '';
  return [
    saidLine('They wrote', first),
    ...(last !== undefined && last !== first ? [saidLine('Most recently', last)] : []),
    shortened([agentsPart(course), assistantsPart(course)].join(''), MAX_RULE_LINE_CHARS),
  ].join('\n');
}

/** What a conversation has come to. */
interface Course {
  /** What the visitor said, each time in one go, without what says nothing by itself. */
  asked: string[];
  answers: number;
  /** How often the assistant had no answer. */
  missed: number;
  isCutOff: boolean;
  /** Of the articles that the answers are from. */
  titles: Set<string>;
  agents: Set<string>;
}

/** A reply to a greeting is no answer, and neither is one that was cut off. */
function courseOf(messages: readonly MessageEntry[], detect: Detect): Course {
  const course: Course = {
    asked: [],
    answers: 0,
    missed: 0,
    isCutOff: false,
    titles: new Set(),
    agents: new Set(),
  };
  let isOpen = false;
  for (const { author, text, sources = [], unanswered, interrupted } of messages) {
    if (author.role === 'visitor') {
      if (!hasSubstance(text, detect)) continue;
      const before = isOpen ? [course.asked.pop()] : [];
      course.asked.push([...before, plainLine(startOf(text))].join(' / '));
      isOpen = true;
      continue;
    }
    if (author.role === 'agent') course.agents.add(author.name);
    else if (unanswered) course.missed += 1;
    else if (interrupted) course.isCutOff = true;
    else if (isOpen || sources.length > 0) {
      course.answers += 1;
      for (const { title } of sources) course.titles.add(title);
    }
    isOpen = false;
  }
  return course;
}

/** A request for a person, or anger, that has as many words of something else is about that. */
const WORDS_OF_A_MATTER = 2;

function hasSubstance(whole: string, detect: Detect): boolean {
  const text = startOf(whole);
  if (!/[\p{L}\p{N}]/u.test(text) || smallTalkOf(text) !== null) return false;
  const { label, evidence } = detect(text, { offered: true });
  if (label === 'other') return true;
  const rest = text.replace(evidence, '\n');
  // The number of an order, for one.
  if (/\d{3}/.test(rest)) return true;
  const language = guessLanguage(text);
  // What surrounds it is often a courtesy: “hello, can I …, please”.
  const telling = rest
    .split(/[\n,.!?]+/)
    .filter((part) => smallTalkOf(part) === null)
    .map((part) => split(normalize(part)).filter((word) => !isSmallWord(word, language)));
  return telling.some((words) => words.length >= WORDS_OF_A_MATTER);
}

/** As much of a message as is looked at: what it is about stands at its start. */
function startOf(text: string): string {
  return text.slice(0, 500);
}

function saidLine(label: string, said: string): string {
  return `${label}: ${quoted(said, MAX_RULE_LINE_CHARS - label.length - ': '.length)}`;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Somebody's words in quotes that they cannot close, and in a direction of their own, in `max` UTF-16 units. */
function quoted(said: string, max: number): string {
  const words = said.replaceAll(/["“”„«»]/g, '’');
  const [open, close] = RIGHT_TO_LEFT.test(words) ? ['“\u2068', '\u2069”'] : ['“', '”'];
  return `${open}${shortened(words, max - open.length - close.length)}${close}`;
}

const MAX_TITLES = 2;
const MAX_TITLE_CHARS = 30;
const MAX_NAMES = 2;
const MAX_NAME_CHARS = 20;

function agentsPart({ agents }: Course): string {
  if (agents.size === 0) return '';
  const names = [...agents].map((name) => shortened(plainLine(name), MAX_NAME_CHARS));
  return `${listOf(names, MAX_NAMES)} talked with them earlier. `;
}

function assistantsPart({ answers, missed, isCutOff, titles }: Course): string {
  if (answers === 0) {
    if (missed > 0)
      return `The assistant had no answer${missed === 1 ? '' : `, ${times(missed)}`}.`;
    return isCutOff ? 'The assistant’s answer was cut off.' : 'The assistant has not answered yet.';
  }
  const articles = [...titles].map((title) => quoted(plainLine(title), MAX_TITLE_CHARS));
  const from = articles.length === 0 ? '' : `, from ${listOf(articles, MAX_TITLES)}`;
  const gap = missed === 0 ? '' : `${from && ','} and ${times(missed)} had no answer`;
  return `The assistant answered ${times(answers)}${from}${gap}.`;
}

/** The first so many of some things, and how many more there are. */
function listOf(things: readonly string[], max: number): string {
  const rest = things.length - max;
  const all = rest > 0 ? [...things.slice(0, max), `${rest} more`] : things;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

function times(count: number): string {
  if (count === 1) return 'once';
  return count === 2 ? 'twice' : `${count} times`;
}
