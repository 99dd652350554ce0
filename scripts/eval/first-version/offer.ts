import { fold } from '../../../src/intent/fold.ts';
import { makeReader } from './grammar.ts';
import type { Phrase, Vocabulary } from './grammar.ts';
import { groupByFirst, makeCompiler, once } from './match.ts';

/** How an assistant puts a question that wants a yes or a no, in the languages it answers in. */
const words: Vocabulary = {
  you: 'you | u',
  i: 'i | we',
};

const offers: readonly Phrase[] = [
  // English
  '(would | do | did) {you} (like | want | prefer | wish | need | care | mind) | (should | shall | can | could | may | let) {i} ~ (connect | transfer | bring | get | call | put | ask | book | reserve | help | do | go | send | check | look | find | try | show | make | add | set | forward | pass | hand)',
  '(want | like | prefer) me to | (is | was | does) (that | this | it) (ok | okay | right | correct | fine | all right | alright | work | sound good | what you) | are you (sure | ok with | okay with | happy with | interested) | (connect | transfer | put) you (to | with | through) | (talk | speak | chat) (to | with) (a | one | our) ~ (agent | person | human | colleague | team | representative | member | advisor)',
  '(how about | what about | anything else | something else | will that | would that | would it | have you | do you agree | does this answer | did that)',
  // Spanish
  '(quieres | quiere | quieren | deseas | desea | te gustaría | le gustaría | prefieres | prefiere | necesitas | necesita | puedo | podemos | debo | desearías) | (está bien | es correcto | de acuerdo | algo más | te parece | le parece)',
  // French
  '(voulez | souhaitez | désirez | préférez | aimeriez) vous | (veux | souhaites | préfères | aimerais) tu | (voudriez | voudrais) (vous | tu) | (puis je | dois je | est ce que (je | vous | tu | cela | ça) | cela vous | ça te) | autre chose',
  // German
  '(möchtest | willst | soll | sollen | möchten | wollen | darf | kann) (du | sie | ich | wir) | (ist das | passt das | stimmt das | einverstanden | noch etwas | sonst noch)',
  // Portuguese
  '(quer | queres | deseja | gostaria | gostarias | prefere | posso | podemos | devo | você quer) | (está certo | está bem | tudo bem | mais alguma coisa)',
  // Italian
  '(vuoi | vuole | vorresti | vorrebbe | desidera | desideri | preferisci | preferisce | posso | possiamo | devo | ti va | le va) | (va bene | è corretto | altro)',
  // Dutch
  '(wil | wilt | zou | zal | kan | mag) (je | jij | u | ik | we)',
];

const rules = once(() => {
  const read = makeReader(words);
  const compile = makeCompiler();
  return groupByFirst(
    offers.map((offer) => compile(read(offer))),
    (matcher) => matcher,
  );
});

/**
 * Whether an assistant's line asks for a yes or a no: its last sentence is a question and is put as an
 * offer. Stands in for the record of what was offered where there is only a transcript.
 */
export function looksLikeOffer(line: string): boolean {
  const texts = fold(line).map((word) => word.text);
  if (texts.at(-1) !== '?') return false;
  const start =
    texts.findLastIndex(
      (text, index) => index < texts.length - 1 && (text === '.' || text === '?'),
    ) + 1;
  return texts.some(
    (text, at) =>
      at >= start && (rules().get(text) ?? []).some((rule) => rule.ends(texts, at).length > 0),
  );
}

/** The context of a message in a transcript: `earlier` turns, oldest first. */
export function contextOf(earlier: readonly string[]): {
  earlier: readonly string[];
  offered: boolean;
} {
  return { earlier, offered: looksLikeOffer(earlier.at(-1) ?? '') };
}
