/** What a visitor is asking about: the words worth looking for, and how much each of them counts. */
import { conceptsOf, kindOf, phraseAt, type Concept } from './concepts.ts';
import { gramTermsOf } from './gram-terms.ts';
import { normalize, split, stem, wordOf } from './normalize.ts';
import { isHangul, isUnspaced, runsOf } from './scripts.ts';
import { guessTongue, isSmall } from './tongues.ts';

/** Something to look for. Found by each of its spellings, and by each word of its concepts. */
export interface Term {
  /** Each a list of stems, all of which have to be there: most are of one. */
  spellings: readonly (readonly string[])[];
  concepts: readonly Concept[];
  /** Whether most of a spelling will do: a word of a script that is compared by pairs of characters. */
  isLoose?: boolean;
  /** 0 to 1: how much of the question it is. */
  weight: number;
  /** Whether it says what the question is about; otherwise it only narrows or fills. */
  isTopic: boolean;
}

/** A visitor's message goes on from here: more words than this are a story, and its start tells it. */
const MAX_TERMS = 24;

/** No more than this is read at all: what a message costs must not grow with the square of its length. */
const MAX_READ_CHARS = 4_000;
const MAX_READ_TERMS = 200;

const FULL_WEIGHT = 1;
const CONCEPT_WEIGHTS = { matter: FULL_WEIGHT, thing: 0.6, angle: 0.4 } as const;
const WEAK_WEIGHT = 0.2;
/** Of a Vietnamese syllable: most words have two. */
const SYLLABLE_WEIGHT = 0.5;
/** Of the message before, when a question leans on it. */
const CONTEXT_WEIGHT = 0.6;

/** A question with less than this of its own leans on the message before. */
const STANDS_ALONE = 1;
/** One that begins as if going on leans on it unless it has this much of its own. */
const STANDS_FIRMLY = 2;

/** Words a question about anything may hold. */
const WEAK_WORDS = new Set(
  `possible way buy bought item product thing stuff anything something everything someone anyone everyone everybody
   nothing use used using find look question ask asking info information detail policy method try work new old good
   best right wrong really still also already actually maybe since last first ago day today tomorrow yesterday
   week month year morning night guy guys person people team company check happen think keep start piece pair
   couple lot bit kind sort type part able wonder wondering hope love explain understand sure case option
   different one two three online website site page problem issue trouble customer service support provide
   allow accept receive received arrived send sent number currently usually normally exactly long
   necesito quiero quisiera saber comprar comprado compre articulo producto ayuda ayudar posible algo
   besoin veux voudrais savoir acheter achete article produit aide aider possible voudrait quelque chose
   mochte wissen gekauft kaufen artikel produkt hilfe helfen brauche mussen moglich will gern gerne
   preciso saber comprei comprar artigo produto ajuda ajudar possivel alguma
   bisogno sapere comprato comprare articolo prodotto aiuto aiutare possibile`
    .split(/\s+/)
    .map(stem),
);

/** How a question begins that goes on from the one before, normalized. */
const GOES_ON =
  /^(and|but|or|also|what about|how about|then|what if|y|pero|et|mais|und|aber|e|ma|mas)\b|\b(it|that|this|they|them|those|these|there)\b/;

/** Every word that counts for little: what a misspelled word may have meant. */
export function weakWords(): Iterable<string> {
  return WEAK_WORDS;
}

/** What a visitor said, as retrieval looks at it. */
export interface Asked {
  /** The lines that want an answer, as one text. */
  text: string;
  /** What the visitor said before that, if anything. */
  before?: string;
}

/**
 * The terms of a question. `ignored` is text whose words say nothing here, such as the website's own
 * name. Total: every text gives a list, perhaps an empty one.
 */
export function termsOf({ text, before }: Asked, ignored = ''): Term[] {
  const skip = new Set(split(normalize(ignored)).map(stem));
  const own = read(text, skip);
  if (before === undefined || !leans(text, own)) return own;
  const earlier = read(before, skip).map(faded);
  return merge([...own, ...earlier]).slice(0, MAX_TERMS);
}

/**
 * What a question is about, as one text: with the message before where it leans on that one. For
 * whoever looks for its meaning rather than its words.
 */
export function meantBy(asked: Asked): string {
  const { text, before } = asked;
  if (before === undefined || !leans(text, read(text, new Set()))) return text;
  return `${before}\n${text}`;
}

function leans(text: string, own: readonly Term[]): boolean {
  const weight = strength(own);
  return weight < STANDS_ALONE || (weight < STANDS_FIRMLY && GOES_ON.test(normalize(text)));
}

/** The term that looks for a single word. */
export function termOf(stemmed: string): Term {
  const concepts = conceptsOf(stemmed);
  const spellings = [[stemmed]];
  const isWeak = WEAK_WORDS.has(stemmed) || /^\p{N}+$/u.test(stemmed);
  if (concepts.length > 0) return { spellings, ...aboutConcepts(concepts) };
  return { spellings, concepts, weight: isWeak ? WEAK_WEIGHT : FULL_WEIGHT, isTopic: !isWeak };
}

function aboutConcepts(concepts: readonly Concept[]): Omit<Term, 'spellings'> {
  const kinds = concepts.map(kindOf);
  const weight = Math.max(...kinds.map((kind) => CONCEPT_WEIGHTS[kind]));
  return { concepts, weight, isTopic: kinds.some((kind) => kind !== 'angle') };
}

function faded(term: Term): Term {
  return { ...term, weight: term.weight * CONTEXT_WEIGHT };
}

/** How many whole topics a question has of its own. */
function strength(terms: readonly Term[]): number {
  return terms.filter(({ isTopic }) => isTopic).reduce((sum, { weight }) => sum + weight, 0);
}

function read(whole: string, skip: ReadonlySet<string>): Term[] {
  const text = whole.slice(0, MAX_READ_CHARS);
  const tongue = guessTongue(text);
  const runs = runsOf(normalize(text));
  const words = runs.flatMap((run) => (isUnspaced(run) || isHangul(run) ? [] : wordOf(run)));
  const stems = words.map(stem);
  const taken = new Set<number>();
  const terms: Term[] = [];
  for (const at of stems.keys()) {
    const phrase = taken.has(at) ? null : phraseAt(stems, at);
    if (!phrase) continue;
    for (const place of phrase.places) taken.add(place);
    terms.push({
      spellings: [phrase.places.map((place) => stems[place] ?? '')],
      ...aboutConcepts([phrase.concept]),
    });
  }
  const seen = new Set(skip);
  for (const [at, word] of words.entries()) {
    const stemmed = stems[at] ?? '';
    if (taken.has(at) || seen.has(stemmed)) continue;
    seen.add(stemmed);
    if (terms.length >= MAX_READ_TERMS) break;
    if (isSmall(word, tongue)) continue;
    const term = termOf(stemmed);
    terms.push(tongue === 'vi' ? { ...term, weight: term.weight * SYLLABLE_WEIGHT } : term);
  }
  terms.push(...gramTermsOf(runs, tongue, skip));
  return merge(terms).slice(0, MAX_TERMS);
}

/** Says once what is said twice: "refund" and "money back" are one thing looked for. */
function merge(terms: readonly Term[]): Term[] {
  const merged: Term[] = [];
  for (const term of terms) {
    const twin = merged.findIndex((other) => isSame(other, term));
    const known = merged[twin];
    if (!known) merged.push(term);
    else {
      const spellings = [...known.spellings, ...term.spellings];
      merged[twin] = { ...(term.weight > known.weight ? term : known), spellings };
    }
  }
  return merged;
}

function isSame(a: Term, b: Term): boolean {
  if (a.concepts.length > 0) return a.concepts.some((concept) => b.concepts.includes(concept));
  return a.spellings.join() === b.spellings.join();
}
