/**
 * Set phrases of a wish that is refused: "I would rather not", "je ne veux pas", 不要, "istemiyorum". They
 * stand before what is refused, or, where the verb comes last, after it. Pure.
 */
import type { Span } from './evidence.ts';
import { fold, isUnspaced, type Word } from './fold.ts';

const phrases = (list: string): readonly (readonly string[])[] =>
  list.split(/[|\n]/).map((phrase) => fold(phrase).map(({ text }) => text));

const BEFORE =
  phrases(`rather not|prefer not to|refuse to|veux pas|voudrais pas|souhaite pas|préfère ne pas|préférerais ne pas
prefiero no|preferiría no|no quiero|no me pases con|prefiro não|preferia não|não quero|preferisco non|preferirei non|non voglio
lieber nicht|will nicht|will keinen|will keine|möchte nicht|liever niet|wil niet|wil geen|wolę nie|nie chcę|nie łącz mnie
не хочу|не нужен|лучше не|не соединяйте меня|не потрібен|не искам|nechci|nechcem|ne želim|neću|nočem
vill inte|vill helst inte|vil ikke|vil helst ikke|en halua|nem akarok|nem szeretnék|nu vreau|nu doresc|nu am nevoie de|no vull
δεν θέλω|לא רוצה|لا أريد|لا احتاج|نمی‌خواهم|نمیخوام|tidak mau|tidak ingin|gak mau|nggak mau|tak nak|không muốn|ไม่อยาก|ไม่ต้องการ
不要|不想|不需要|不用|别给我|别转`);
/** These say it only of what follows at once. */
const AT_ONCE = phrases('not a|not an|keinen|keine');
const AFTER = phrases(`istemiyorum|istemem|gerek yok
고 싶지 않|하지 마|필요 없|원하지 않|नहीं करनी|नहीं करना|नहीं चाहिए|চাই না`);

/** Whoever refuses one of these wants a person. Rather too many words than too few: a request is dear. */
const MACHINE =
  /bot|robo|machin|maquin|macchin|maschin|automat|\bai\b|\bki\b|\bia\b|компьют|бот|робот|машин|机器|機器|智能|ロボ|ボット|自動|로봇|봇|기계|روبوت|بوت|ربات|बॉट|रोबोट|রোবট|বট|רובוט|בוט|μηχαν|ρομποτ|หุ่นยนต์|บอท|yapay|makine|mesin|\bmay\b/;
/** What is wished after all. */
const WISHES =
  /(?:^| )(?:want|need|veux|voudrais|quiero|quero|voglio|will|mochte|wil|chce|хочу|нужен|искам|chci|chcem|zelim|vill|vil|haluan|akarok|vreau|vull|θελω|רוצה|اريد|mau|muon|我 要|我 想|请|需 要)(?: |$)/;

/** So many words, and no more, lie between the phrase and what is refused. */
const APART = 3;
const APART_AFTER = 4;
/** So many may follow it, for politeness: 아요. What comes after more may be wished after all. */
const TAIL = 2;
/** Between characters of these scripts a space divides as a comma does. */
const CHINESE_OR_JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const COMMA = /[,;،、，；:：–—]/;

/** Whether the words that decided are refused within their clause. */
export function isRefused(text: string, words: readonly Word[], { from, to }: Span): boolean {
  const start = clauseStart(text, words, to - 1);
  const end = clauseEnd(text, words, to);
  const clause = words.slice(start, end).map((word) => word.text);
  if (clause.at(-1) === '?' || words[end]?.text === '?') return false;
  if (MACHINE.test(clause.join(' ')) || MACHINE.test(clause.join(''))) return false;
  const span = { from: Math.max(0, from - start), to: to - start };
  return (
    BEFORE.some((phrase) => standsBefore(clause, phrase, span, APART)) ||
    AT_ONCE.some((phrase) => standsBefore(clause, phrase, span, 0)) ||
    AFTER.some((phrase) => standsAfter(clause, phrase, span))
  );
}

function standsBefore(
  clause: readonly string[],
  phrase: readonly string[],
  { from, to }: Span,
  apart: number,
): boolean {
  const at = placeOf(clause, phrase);
  const end = at + phrase.length;
  if (at === -1 || end >= to || from - end > (isUnspaced(phrase[0] ?? '') ? 0 : apart))
    return false;
  // 要不要 asks whether.
  if (at > 0 && clause[at - 1] === phrase[1]) return false;
  return !WISHES.test(clause.slice(end).join(' '));
}

function standsAfter(clause: readonly string[], phrase: readonly string[], span: Span): boolean {
  const at = placeOf(clause, phrase);
  const isLast = clause.length - at - phrase.length <= TAIL;
  return at > span.from && isLast && at - span.to <= APART_AFTER;
}

function placeOf(clause: readonly string[], phrase: readonly string[]): number {
  return clause.findIndex((_, at) => phrase.every((word, next) => clause[at + next] === word));
}

function clauseStart(text: string, words: readonly Word[], from: number): number {
  let start = from;
  while (start > 0 && !isBreak(text, words, start)) start -= 1;
  return start;
}

function clauseEnd(text: string, words: readonly Word[], to: number): number {
  let end = to;
  while (end < words.length && !isBreak(text, words, end)) end += 1;
  return end;
}

/** Whether a clause ends before this word. */
function isBreak(text: string, words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (before === undefined || word === undefined) return true;
  if (CHINESE_OR_JAPANESE.test(before.text) && before.end < word.start) return true;
  return (
    word.text === '.' ||
    word.text === '?' ||
    before.text === '.' ||
    before.text === '?' ||
    COMMA.test(text.slice(before.end, word.start))
  );
}
