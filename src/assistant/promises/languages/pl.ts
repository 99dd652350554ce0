import type { Language } from '../language.ts';

export const pl: Language = {
  code: 'pl',
  who: `zespół|zespoł_|konsultant_|pracowni_|koleg_|koledz_|koleżan_|agent|agent_|człowiek_|ktoś|kogoś|komuś|osob_|specjali_|przedstawiciel_|doradc_|kierowni_|obsług_|dział_|ekspert_|wsparci_`,
  verbs: `trafi|powiad|poinform|przeka|zgłosi|wysła|zawiad|zawoł|wezwa|wzyw|poprosi|skontaktow|skontaktu|eskal|skierow|łącz|połącz|przełącz|przekier|dołącz|przej|oddzwoni|zadzwoni|odezwi|odpowi|odpis`,
  said: `(jest|są) (już|teraz)|%_(ło|łem|łam|liśmy|ny|na|ne|ni|nie|nia|ony|ona|ono|eni)|(łączę|przełączam|przekierowuję|przekazuję|wzywam|wołam|powiadamiam|informuję)|(dołączył_|przejął|przejęł_)`,
  will: `(połączę|przełączę|przekieruję|przekażę|powiadomię|poinformuję|zawołam|wezwę|poproszę)|(mam|mogę|możemy|chętnie) ~%_ć|(skontaktuj|zadzwoni|dołącz|odpowi|odpisz|przejm|oddzwoni|odezwi)(e|ie|y|ą|edzą)?|będzie z|pomoże|przyjdzie`,
  saidAlone: '(przekazał|eskalował|zgłosił)[ea]m (to|twoj_|sprawę)',
  willAlone: 'skontaktują|odezwą się',
  not: 'nie|nikt|nikogo|nikomu|nikim|bez|możesz',
  when: 'jeśli|jeżeli|gdy|kiedy|po(?! chwil)|jak tylko|o ile',
  truths: `Nie mogę nikogo poprosić do tego czatu, ale chętnie pomogę.
    Nikt nie został jeszcze wezwany; chcesz rozmawiać z człowiekiem, napisz.
    Nikt nie został jeszcze wezwany; chcesz rozmawiać z człowiekiem, napisz „tak”.
    Twoja prośba jest w drodze do zespołu.
    Zespół już wie; nikt jeszcze nie dołączył.
    Nie udało się powiadomić zespołu; zostaw swój e-mail.`,
};
