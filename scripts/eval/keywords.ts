/** What a list of keywords would make of a message: the bar to leave far behind. */
import type { Label } from '../../src/protocol/entry.ts';

const KEYWORDS: readonly (readonly [Label, RegExp])[] = [
  [
    'ask_human',
    /\b(human|agent|person|representative|operator|manager|supervisor|customer service|live chat|someone|somebody|humano|persona|agente|humain|conseiller|mensch|mitarbeiter|pessoa|atendente|persona|operatore|mens|medewerker|człowiek|konsultant)\b|人工|真人|客服|担当者|상담원|человек|оператор|موظف|इंसान/iu,
  ],
  [
    'frustrated',
    /\b(useless|stupid|idiot|dumb|not helping|doesn't help|not helpful|don't understand|you already said|frustrat\w+|annoying|wrong answer|inútil|inutile|nutzlos|nutteloos)\b/iu,
  ],
  ['confirm', /^\W*(yes|yeah|yep|sure|ok|okay|sí|si|oui|ja|sim|tak|evet|да|نعم|हाँ|是|はい|네)\b/iu],
  ['decline', /^\W*(no|nope|nah|non|nein|nee|não|nie|hayır|нет|لا|नहीं|不|いいえ|아니)/iu],
];

/** The first label of which a keyword is there. */
export function byKeywords(text: string): Label {
  return KEYWORDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}
