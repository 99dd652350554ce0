/** Messages that ask nothing: a greeting, thanks, a goodbye, an "ok", a "who are you". */
import { guessLanguage, languageOf, LANGUAGES, type Language } from '../retrieval/language.ts';
import { normalize } from '../retrieval/normalize.ts';
import type { SmallTalkKind } from './sentences.ts';

interface SmallTalk {
  kind: SmallTalkKind;
  language: Language;
}

/** Of several in one message the first here is answered: "thanks, bye" is a goodbye. */
const KINDS = ['bye', 'thanks', 'who', 'ack', 'greeting'] as const;

/** Phrases by language and kind, normalized, separated by `|`. */
const PHRASES: Record<Language, Record<SmallTalkKind, string>> = {
  en: {
    greeting: `hi|hiya|hello|hey|heya|howdy|yo|greetings|good morning|good afternoon|good evening|good day
      |how are you|how are you doing|how is it going|how's it going|whats up|what's up|sup|anyone there|anybody there
      |is anyone there|are you there|nice to meet you`,
    thanks: `thanks|thank you|thx|thanx|ty|tysm|cheers|much appreciated|appreciate it|i appreciate it|thank u`,
    bye: `bye|bye bye|goodbye|good bye|cya|see you|see ya|see you later|later|good night|have a nice day|have a good day|have a great day|take care`,
    ack: `ok|okay|k|kk|alright|all right|great|cool|perfect|nice|awesome|got it|i see|understood|sounds good|that helps
      |that helped|good to know|no thanks|no thank you|that is all|that's all|thats all|nothing else|never mind|nevermind
      |good|wonderful|excellent|fine|brilliant|lovely|very helpful|you were helpful|makes sense|no problem|np|will do`,
    who: `who are you|what are you|are you a bot|are you a robot|are you an ai|are you ai|are you chatgpt|are you human
      |are you a human|are you real|are you a real person|are you a person|is this a bot|is this an ai|is this a robot
      |am i talking to a bot|am i talking to a robot|am i talking to an ai|am i talking to a human|am i talking to a real person
      |what is your name|what's your name|whats your name|what can you do|what do you do|what can you help me with|how can you help me|how can you help
      |can you help me|can you help|i have a question|i need help|help|help me`,
  },
  es: {
    greeting: `hola|buenas|buenos dias|buenas tardes|buenas noches|que tal|como estas|como esta`,
    thanks: `gracias|muchas gracias|mil gracias|te lo agradezco|se lo agradezco`,
    bye: `adios|hasta luego|hasta pronto|chao|chau|nos vemos|que tengas un buen dia`,
    ack: `ok|okay|vale|de acuerdo|perfecto|genial|entendido|entiendo|muy bien|bien|estupendo|no gracias|eso es todo|nada mas|listo`,
    who: `quien eres|que eres|eres un bot|eres un robot|eres humano|eres una persona|eres una ia|como te llamas|que puedes hacer
      |me puedes ayudar|puedes ayudarme|ayuda|tengo una pregunta|necesito ayuda`,
  },
  fr: {
    greeting: `bonjour|bonsoir|salut|coucou|ca va|comment ca va|comment allez vous`,
    thanks: `merci|merci beaucoup|merci bien|je vous remercie|mille mercis`,
    bye: `au revoir|a bientot|bonne journee|bonne soiree|bonne nuit|adieu|a plus`,
    ack: `ok|okay|d accord|daccord|parfait|super|tres bien|compris|c est bon|ca marche|entendu|non merci|c est tout|genial|bien`,
    who: `qui es tu|qui etes vous|es tu un robot|etes vous un robot|es tu un bot|etes vous un bot|etes vous humain|es tu humain
      |etes vous une personne|que peux tu faire|que pouvez vous faire|comment t appelles tu|pouvez vous m aider|peux tu m aider|aide|j ai une question`,
  },
  de: {
    greeting: `hallo|hi|hey|moin|servus|guten tag|guten morgen|guten abend|gruss gott|gruezi|wie geht's|wie gehts|wie geht es dir|wie geht es ihnen`,
    thanks: `danke|danke schon|dankeschon|vielen dank|besten dank|danke sehr|herzlichen dank|merci`,
    bye: `tschuss|tschuess|auf wiedersehen|bis bald|bis spater|ciao|schonen tag|schonen tag noch|schonen abend|gute nacht`,
    ack: `ok|okay|in ordnung|alles klar|super|perfekt|prima|toll|verstanden|verstehe|passt|gut|sehr gut|nein danke|das war alles|das ist alles|klasse`,
    who: `wer bist du|wer sind sie|was bist du|bist du ein bot|bist du ein roboter|sind sie ein bot|sind sie ein roboter|sind sie ein mensch|bist du ein mensch
      |bist du echt|wie heisst du|wie heissen sie|was kannst du|was konnen sie|kannst du mir helfen|konnen sie mir helfen|hilfe|ich habe eine frage|ich brauche hilfe`,
  },
  pt: {
    greeting: `ola|oi|bom dia|boa tarde|boa noite|tudo bem|como vai|e ai`,
    thanks: `obrigado|obrigada|muito obrigado|muito obrigada|brigado|valeu|agradeco`,
    bye: `tchau|adeus|ate logo|ate mais|ate breve|tenha um bom dia`,
    ack: `ok|okay|esta bem|ta bom|certo|perfeito|otimo|entendi|entendido|beleza|legal|nao obrigado|nao obrigada|e so isso|so isso|muito bem`,
    who: `quem e voce|quem es tu|voce e um robo|voce e um bot|voce e humano|voce e uma pessoa|voce e real|qual e o seu nome|o que voce pode fazer
      |pode me ajudar|voce pode me ajudar|ajuda|tenho uma pergunta|preciso de ajuda`,
  },
  it: {
    greeting: `ciao|salve|buongiorno|buon giorno|buonasera|buona sera|come va|come stai|come sta`,
    thanks: `grazie|grazie mille|molte grazie|tante grazie|ti ringrazio|la ringrazio`,
    bye: `arrivederci|a presto|a dopo|buona giornata|buona serata|buonanotte|addio`,
    ack: `ok|okay|va bene|d accordo|perfetto|ottimo|capito|ho capito|benissimo|bene|no grazie|e tutto|nient altro|fantastico`,
    who: `chi sei|chi e lei|cosa sei|sei un bot|sei un robot|sei umano|sei una persona|sei reale|come ti chiami|cosa puoi fare|cosa sai fare
      |puoi aiutarmi|mi puoi aiutare|mi puo aiutare|aiuto|ho una domanda|ho bisogno di aiuto`,
  },
};

/** Says nothing by itself beside one of the above. */
const FILLER = new Set(
  `there everyone all again so very much a lot you your for the help it that this oh ah well please then and
   me now too anyway really sir madam team buddy friend mate dear is was i u im just
   por todo tu su ayuda y muy la el pour tout votre aide et tres fur ihre deine hilfe und sehr mir
   pela pelo sua ajuda e muito per il tuo suo aiuto molto`.split(/\s+/),
);

const WAVES = /\p{Extended_Pictographic}/u;

/** The kind of small talk a message is, if it is nothing else; `locale` settles words of two languages. */
export function smallTalkOf(text: string, locale?: string): SmallTalk | null {
  const words = wordsOf(text);
  if (words.length === 0) {
    if (!WAVES.test(text)) return null;
    return { kind: text.includes('👋') ? 'greeting' : 'ack', language: guessLanguage('', locale) };
  }
  const likely = [languageOf(locale) ?? [], guessLanguage(text)].flat();
  for (const language of new Set([...likely, ...LANGUAGES])) {
    const kinds = kindsOf(words, language);
    const kind = KINDS.find((candidate) => kinds.has(candidate));
    if (kind) return { kind, language };
  }
  return null;
}

/** Every kind in a message that consists of phrases of one language and filler; none otherwise. */
function kindsOf(words: readonly string[], language: Language): ReadonlySet<SmallTalkKind> {
  const phrases = phrasesOf(language);
  const kinds = new Set<SmallTalkKind>();
  let at = 0;
  while (at < words.length) {
    const next = longestAt(words, at, phrases);
    if (next) {
      kinds.add(next.kind);
      at += next.length;
    } else if (FILLER.has(words[at] ?? '')) at += 1;
    else return new Set();
  }
  return kinds;
}

const MAX_PHRASE_WORDS = 7;

function longestAt(
  words: readonly string[],
  at: number,
  phrases: ReadonlyMap<string, SmallTalkKind>,
) {
  for (let length = Math.min(MAX_PHRASE_WORDS, words.length - at); length > 0; length--) {
    const kind = phrases.get(words.slice(at, at + length).join(' '));
    if (kind) return { kind, length };
  }
  return null;
}

const built = new Map<Language, ReadonlyMap<string, SmallTalkKind>>();

function phrasesOf(language: Language): ReadonlyMap<string, SmallTalkKind> {
  const known = built.get(language);
  if (known) return known;
  const phrases = new Map<string, SmallTalkKind>();
  for (const kind of KINDS) {
    for (const phrase of PHRASES[language][kind].split('|'))
      phrases.set(wordsOf(phrase).join(' '), kind);
  }
  built.set(language, phrases);
  return phrases;
}

/** Words with drawn-out letters shortened: "hellooo", "thankssss". */
function wordsOf(text: string): string[] {
  const words = normalize(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => word.replace(/(\p{L})\1{2,}/gu, '$1'));
}
