import type { Language } from '../language.ts';

/** Hindi as it is typed in Latin letters. */
export const hiLatn: Language = {
  code: 'hi-Latn',
  who: 'team|sahkarmi|agent|representative|manager|vyakti|insaan|insan|karmchari|support|staff|adhikari|koi|kisi|operator|executive|expert|human',
  verbs:
    'suchit|soochit|bata|jaankari|jankari|bhej|bula|jod|jud|connect|transfer|inform|forward|sampark|contact|call|khabar|shamil|sambhal|jawab|join|maang|pahuncha|phone',
  said: '%_?(a|i) (hai|hain)|chat (mein|me) (hai|hain)|mein aa rah[aie]|%_ ~(diya|di|liya|chuk[ai]|ga?y[aei]|rah[aie]) (gaya|gayi|hai|hain|hoon|hun)',
  will: '%_ (kar |de |ho )?(kare|de|ho|le|karu|du|kar sak|sak)(ga|gi|nge|nga|ngi|n|ta|ti)|%(unga|ungi|ega|un)',
  willAlone: '(woh|wo|ve) ~(sampark|contact|call) karenge',
  not: 'nahi|nahin|nhi|na|mat|sakte',
  when: 'agar|yadi|jab|ke baad',
  truths: `Main is chat mein kisi ko nahi la sakta, par khushi se madad karunga.
    Abhi kisi ko nahi bulaya gaya hai; insaan se baat karni ho to kahiye.
    Abhi kisi ko nahi bulaya gaya hai; insaan se baat karni ho to haan kahiye.
    Aapka request team tak ja raha hai.
    Team ko khabar hai; abhi koi nahi aaya hai.
    Team tak pahunch nahi ho payi; kripya apna email chhod dijiye.`,
};
