import type { Language } from '../language.ts';

export const pl: Language = {
  code: 'pl',
  words: {
    real: `prawdziwym | prawdziwy | prawdziwego | żywym | żywy | żywego | realnym | ludzkim | innym | jakimś | jakiś
      | waszym | kompetentnym | prawdziwą | żywą`,
    person: `człowiekiem | człowieka | człowiek | człowiekowi | konsultantem | konsultanta | konsultantką | konsultant
      | agentem | agenta | pracownikiem | pracownika | przedstawicielem | przedstawiciela | operatorem | operatora
      | kimś | osobą | osoba | osoby | doradcą | doradca | obsługą klienta | obsługi klienta | biurem obsługi
      | menedżerem | kierownikiem | managerem | wsparciem | ludźmi | supportem | działem * | biura obsługi`,
    strong: `człowiekiem | człowieka | konsultantem | konsultanta | agentem | pracownikiem | pracownika | obsługą klienta
      | operatorem`,
    talk: `rozmawiać | porozmawiać | pogadać | gadać | mówić | pomówić | skontaktować się | czatować | popisać | pisać
      | rozmowa | rozmowę | rozmowy | kontakt | rozmawiac | porozmawiac | skontaktowac sie | rozmawiał`,
    bad: `głupi | głupia | bezużyteczny | beznadziejny | bezużyteczna | idiota | idiotą | debil | beznadziejna | kretyn
      | tępy | denerwujący | irytujący | żałosny | do niczego | do dupy | beznadzieja`,
  },
  ask: {
    plain: [
      '{talk} ~ z (kimś z (obsługi | działu))? {real}? {person}',
      `(połącz | połączcie | przełącz | przełączcie | proszę połączyć | proszę o połączenie | połączyć | przekieruj
        | proszę mnie połączyć | polacz) ~ (z | do) {real}? {person}`,
      `(chcę | potrzebuję | wolę | poproszę | proszę o | dajcie | daj mi | dajcie mi | chce | potrzebuje) (o)?
        {real}? (człowieka | konsultanta | agenta | pracownika | operatora | doradcę | prawdziwą osobę)`,
      '(pomoc | pomocy) (od)? {real}? (człowieka | konsultanta)',
      `nie chcę (rozmawiać | gadać) z (botem | robotem | maszyną | automatem)`,
    ],
    unless: [
      '(moim | mojego | mój) {person}',
      '(czy | jesteś) ~ (rozmawiam z | jesteś) ~ {person}',
      'rozmawiałem z {person}',
      'nie (chcę | potrzebuję) {talk} z {real}? {person}',
    ],
  },
  frustrated: {
    plain: [
      `(jesteś | ten bot jest | bot jest | co za) (taki | naprawdę | po prostu | kompletnie | zupełnie)? {bad}`,
      '{bad} bot',
      `(nie | nic nie | w ogóle nie | wcale nie) (rozumiesz | rozumie pan | pomagasz | pomaga | pomogłeś | pomogło
        | słuchasz | odpowiadasz | odpowiedziałeś | kumasz)`,
      `(to | to w ogóle) nie (pomaga | pomogło | jest pomocne | jest to o co (pytam | pytałem | pytałam))`,
      `nie (o to | to) (pytałem | pytałam | chodziło | pytam | mi chodzi | chodzi)`,
      `(już | przecież) (mówiłem | mówiłam | pisałem | powiedziałem | to mówiłem | pytałem)`,
      '(ciągle | cały czas) (to samo | powtarzasz)',
      'powtarzasz się',
      'zła odpowiedź',
      'odpowiedz na (moje)? pytanie',
      '(strata | tracę) czasu',
      'nienawidzę (cię | tego bota)',
      'zamknij się | spierdalaj',
    ],
  },
  short: {
    yes: [
      `tak | tak proszę | tak poproszę | jasne | oczywiście | pewnie | no pewnie | zgoda | zgadzam się | chętnie | z
      chęcią | z przyjemnością | dokładnie | zgadza się | jak najbardziej | poproszę | śmiało | dlaczego nie | czemu
      nie | zrób to | byłoby (super | świetnie | miło) | brzmi dobrze | potwierdzam | no tak | racja | nie ma problemu`,
    ],
    fine: ['ok | okej | dobrze | dobra | super | świetnie | może być'],
    no: [
      `nie | nie dziękuję | nie dzięki | dziękuję nie | nie trzeba | nie teraz | nie chcę | nie potrzebuję | jeszcze
      nie | raczej nie | na pewno nie | absolutnie nie | oczywiście że nie | nigdy | nie ma potrzeby | może później
      | później | innym razem | niekoniecznie | wolę nie | nieważne | wcale nie | w żadnym wypadku`,
    ],
    accept: ['proszę | połącz | połącz mnie | teraz'],
    human: [
      '{strong} | konsultant | człowiek | prawdziwy człowiek | obsługa klienta | żywy człowiek',
    ],
    thanks: ['dziękuję | dzięki | dziękuje | dziękuję bardzo'],
    filler: ['proszę | bardzo | no | to | i | o'],
  },
};
