/**
 * "I don't want to talk to a human" holds every word of a wish for one. What was learned weighs words one
 * by one and cannot tell, so that what decided is looked at again: does somebody say that they do not want
 * it? Pure.
 */
import type { Span } from './evidence.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Folded, by language: English, Spanish, Portuguese, Italian, French, German, Dutch, Polish, Russian. */
const DENIALS = words(
  `dont doesnt didnt not never no nao nunca non pas nicht kein keine keinen keinem niet geen nie не`,
);
const WISHES = words(
  `want wanted wanna need wish like prefer have quiero quisiera necesito deseo quero preciso desejo voglio vorrei
   desidero veux souhaite besoin will mochte brauche wil hoef chce potrzebuje хочу нужно надо`,
);
const WITHOUT = words('without sin sem senza sans ohne zonder bez без');
/** Whoever does not want one of these does want a person. */
const MACHINES = words(
  `bot bots robot robots robo robos chatbot chatbots machine machines ai computer computers ki maquina maquinas macchina
   maschine roboter automat bota robota бот бота ботом робот робота роботом`,
);

/** So many words before what decided, a denial still holds. */
const REACH = 6;
/** A denial and the wish that it denies stand this near. */
const APART = 2;

/** What is asked not to be done: "don't transfer me". */
const IMPERATIVES = words('dont never');

/** Whether the words that decided are denied by what stands before them in their sentence. */
export function isDenied(texts: readonly string[], { from, to }: Span): boolean {
  const start = Math.max(0, from - REACH, lastEnd(texts, from) + 1);
  // What decided may itself begin with the wish: "don't", and then "want a human".
  const before = texts.slice(start, Math.min(from + 2, to));
  const at = before.findIndex((word, place) => isDenial(before, word, place, from - start));
  if (at === -1) return false;
  return !texts.slice(start + at, nextEnd(texts, to)).some((word) => MACHINES.has(word));
}

/** @param decided where in `before` the words begin that decided */
function isDenial(before: readonly string[], word: string, at: number, decided: number): boolean {
  if (at >= decided) return false;
  if (WITHOUT.has(word)) return at >= decided - APART;
  if (IMPERATIVES.has(word) && at === decided - 1) return true;
  return DENIALS.has(word) && isNearWish(before, at);
}

function isNearWish(texts: readonly string[], denial: number): boolean {
  return texts.some((word, at) => Math.abs(at - denial) <= APART && WISHES.has(word));
}

/** Where the sentence before ends; -1 if it is the first. */
function lastEnd(texts: readonly string[], before: number): number {
  return texts.findLastIndex((word, at) => at < before && (word === '.' || word === '?'));
}

/** Where the sentence ends. */
function nextEnd(texts: readonly string[], from: number): number {
  const end = texts.findIndex((word, at) => at >= from && (word === '.' || word === '?'));
  return end === -1 ? texts.length : end;
}
