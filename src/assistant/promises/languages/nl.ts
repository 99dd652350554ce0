import type { Language } from '../language.ts';

export const nl: Language = {
  code: 'nl',
  who: `team|personeel|collega_|medewerk_|agent|mens|iemand|klantenservice|support_|specialist_|adviseur_|vertegenwoordig_|manager_|expert_|helpdesk`,
  verbs: `ingelicht|geïnformeerd|gewaarschuwd|doorg|doorverb|verb|gemeld|verwittigd|geroepen|overge|geëscaleerd|hoogte|inschakel|ingeschakeld|neem|nemen|haal|waarschuw|contacteer|gevoegd|komt zo|er komt`,
  said: `(is|zijn) (nu|al) (in|hier|bij)|(heb|hebben|is|zijn|wordt|word|werd|bent|heeft) ~(%_|gebeld|gestuurd|gevraagd|overgenomen|aangesloten|onderweg|in gesprek)|(ik|we) (%_|roep|schakel|stuur|breng|informeer)|(verbind|waarschuw) ik`,
  will: `(ga|gaan|zal|zullen|kan) (ik |je |u |we )*~(%_|opnemen|bellen|roepen|halen|helpen|reageren|antwoorden|aansluiten)|(neemt|nemen) ~(contact|over)|(komt|helpt|reageert|antwoordt|belt) ~(zo|snel|direct|terug|bij|erbij|chat|binnenkort)`,
  saidAlone: 'haal er ~bij|(heb|hebben) (dit|het|je [^ ]+|uw [^ ]+) (doorg|geëscaleerd)_',
  willAlone: '(ze|zij) (bellen (u|je)|(nemen|zullen|komen) ~(contact|binnenkort|zo|snel))',
  not: 'niet|geen|niemand|nooit|zonder|je kunt|u kunt',
  when: 'als|wanneer|zodra|nadat|indien|mits',
  truths: `Ik kan niemand in deze chat halen, maar ik help je graag.
    Er is nog niemand geroepen; wil je een mens spreken, vraag het gerust.
    Er is nog niemand geroepen; wil je een mens spreken, zeg gerust ja.
    Je verzoek is onderweg naar het team.
    Het team weet ervan; er is nog niemand.
    Ik kon het team niet bereiken; laat je e-mailadres achter.`,
};
