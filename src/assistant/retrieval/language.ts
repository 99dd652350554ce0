/**
 * Which of the languages that the fixed sentences exist in a text is most likely written in. Counts
 * small words; good enough to choose a sentence by, not meant for more.
 */
import { normalize, split } from './normalize.ts';

export const LANGUAGES = ['en', 'es', 'fr', 'de', 'pt', 'it'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Small words by language, without diacritics. They carry no topic, so they are no search terms. */
const SMALL_WORDS: Record<Language, string> = {
  en: `a am an and are as at be been but by can cannot could did do does doing 
    else for from had has have he her here hers him his how i if im in into is it its just
    let may me might mine more most my no nor not now of off oh on once one only or other our ours out
    own per please pls same shall she should so some such than that the their theirs them
    then there these they thing this those to too until up upon us very was we were what
    when where whether which while who whom whose why will with within won would yes you your yours
    hi hello hey thanks thank ok okay about any every many much get gets got getting go goes going went come
    came make take takes give put let want wanna need know tell help like see say please whats wheres hows
    whos whens dont doesnt didnt cant couldnt wont wouldnt shouldnt isnt arent wasnt
    werent hasnt havent hadnt im ive id u r ur gonna there`,
  es: `al algo algun alguna ante aqui asi aunque como con cual cuales cuando cuanto cuanta cuantos cuantas de del
    desde donde el ella ellos en entonces era eres es esa ese eso esta estan estar este esto estoy fue
    ha han has hasta hay he hola la las le les lo los mas me mi mis muy nada ni nos nosotros o os para pero
    por porque puede puedo pueden que quien quiero se sea ser si sin sobre son soy su sus tambien te tener
    tengo tiene tienen tu tus un una uno unos usted ustedes y ya yo gracias hacer hago`,
  fr: `a ai aie alors apres as au aussi aux avec avez avoir avons bonjour ca ce cela ces cet cette chez comme
    comment dans de depuis des donc du elle elles en est et etait ete etes etre eu faire fait il ils je
    la le les leur leurs lui ma mais me merci mes moi mon ne nos notre nous on ont ou par pas peut peux plus
    pour pouvez puis puisje quand que quel quelle quelles quels qui quoi sa sans se ses si son sont suis sur ta te
    tes toi ton tu un une vos votre vous y oui non faut`,
  de: `aber als am an auch auf aus bei bin bis bitte da damit dann das dass dein dem den denn der des die
    dies diese dieser dieses doch dort du ein eine einem einen einer eines er es etwas euch euer eure fur
    habe haben hallo hat hier ich ihr ihre ihren im in ins ist ja kann kannst konnen konnt mein meine meinem meinen
    meiner mich mir mit muss nach nein nicht noch nun nur ob oder ohne sehr sein seine sich sie sind so um und
    uns unser unsere vom von vor wann war warum was welche welcher welches wenn wer werden wie wieviel wir
    wird wo wurde zu zum zur uber gibt danke`,
  pt: `ao aos as ate com como da das de dela dele desde do dos e ela ele eles em era essa esse esta
    este estou eu foi ha isso isto ja la lhe mais mas me meu meus minha minhas muito na nao nas nem
    no nos nossa nosso o oi ola onde os ou para pela pelo pode podem por porque posso pra qual quais quando
    quanto quanta quantos que quem quero se sem ser seu seus sua suas sim sobre sou tambem te tem tenho ter tu um
    uma umas uns voce voces obrigado obrigada fazer`,
  it: `ad agli ai al alla alle anche avete c che chi ci ciao cio come con cosa cui da dal dalla de degli
    dei del della delle di dopo dove e ed era fa fra gli grazie ha hai hanno ho i il in io l la le
    lei lo loro lui ma mi mia mie miei mio molto ne nei nel nella no noi non nostra nostro o per perche
    piu poi posso potete puo qual quale quali quando quanto quanta quanti questa queste questi questo qui se sei si
    sia siamo siete sono su sua suo sul sulla ti tra tu tua tuo un una uno vi voi vorrei vostra vostro`,
};

const sets = new Map<Language, ReadonlySet<string>>();

/** The small words of a language, normalized. */
export function smallWords(language: Language): ReadonlySet<string> {
  const known = sets.get(language);
  if (known) return known;
  const words = new Set(SMALL_WORDS[language].split(/\s+/));
  sets.set(language, words);
  return words;
}

/** Whether a normalized word carries no topic in `language`, or in the English that everyone mixes in. */
export function isSmallWord(word: string, language: Language): boolean {
  return smallWords(language).has(word) || smallWords('en').has(word);
}

/**
 * The language a text is most likely in; when its words do not tell, the one of `locale` (a BCP 47
 * tag); when that is none of ours, English.
 */
export function guessLanguage(text: string, locale?: string): Language {
  const fallback = languageOf(locale) ?? 'en';
  const words = split(normalize(text));
  let best: Language = fallback;
  let most = 0;
  for (const language of LANGUAGES) {
    const small = smallWords(language);
    // Half a word's lead for the browser's language, which settles ties.
    const count =
      words.filter((word) => small.has(word)).length + (language === fallback ? 0.5 : 0);
    if (count > most) {
      most = count;
      best = language;
    }
  }
  return best;
}

/** The language of a BCP 47 tag, if it is one of ours. */
export function languageOf(locale: string | undefined): Language | undefined {
  const primary = locale?.slice(0, 2).toLowerCase();
  return LANGUAGES.find((language) => language === primary);
}
