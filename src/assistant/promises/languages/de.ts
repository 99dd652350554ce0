import type { Language } from '../language.ts';

export const de: Language = {
  code: 'de',
  who: `team|support_|kundenservice|kundendienst_|mitarbeiter_|kolleg_|agent_|mensch|menschen|jemand_|person|berater_|spezialist_|expert_|vertreter_|personal`,
  verbs: `benachrichtig|informier|verständig|kontaktier|weitergeleitet|weitergegeben|übergeben|übergibt|gemeldet|meld|gerufen|eskalier|bescheid|verb|weiterverb|weiterleit
    |durchstell|übernimm|übernehm|beitret|beigetreten|zurück|sie werden`,
  said: `(habe|haben|hab|wurde|wurden|ist|sind|werden|wirst|bist) ~(%(t|n|en|unden)?|angerufen|gesendet|geschickt|gebeten|übernommen|unterwegs|bei|dazugekommen)
    |(verbinde|leite|stelle|hole|rufe|übergebe|informiere|benachrichtige|kontaktiere|verständige|gebe|eskaliere)|(ist|sind) (nun|bereits|schon|gleich|jetzt|sofort) ~(da|hier|für|im chat|bei)`,
  will: `(ich|wir) ~(werde|werden|kann|können|würde)? ?~(%(en|t|inden)|holen|rufen|bitten|geben)|(meldet|melden) sich|(wird|werden) ~(melden|kontaktieren|anrufen|zurückrufen|übernehmen
    |beitreten|dazukommen|antworten|schreiben|kümmern|bei ihnen|bei dir)|(übernimmt|übernehmen|tritt)|(ruft|rufen) (sie|dich)|(kommt|hilft|antwortet|kümmert|meldet) ~(gleich|kürze|bald|sofort|hier|minuten|umgehend)`,
  saidAlone: '(habe|haben) (das|es|dies|ihr_|dein_) ~(weitergeleitet|weitergegeben|eskaliert)',
  willAlone: 'sie werden sich ~melden',
  not: 'nicht|kein_|niemand_|nie|ohne|weder|können sie',
  when: 'wenn|falls|sobald|nachdem|sofern|nach der',
  truths: `Ich kann niemanden in diesen Chat holen, helfe aber gern.
    Bisher wurde niemand gerufen; wünschen Sie einen Menschen, sagen Sie es einfach.
    Bisher wurde niemand gerufen; wünschen Sie einen Menschen, sagen Sie einfach Ja.
    Ihre Bitte ist auf dem Weg zum Team.
    Das Team weiß Bescheid; bisher ist niemand da.
    Ich konnte das Team nicht erreichen; bitte hinterlassen Sie Ihre E-Mail-Adresse.`,
};
