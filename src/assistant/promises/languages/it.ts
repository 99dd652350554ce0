import type { Language } from '../language.ts';

export const it: Language = {
  code: 'it',
  who: `team|personale|collega|colleghi|operatore|operatori|operatrice|agente|agenti|rappresentante_|consulente_|specialista_|responsabile_|supervisore|umano
    |persona|qualcuno|assistenza|servizio clienti|supporto|esperto|addetto`,
  verbs: `scriv|aiut|avvis|inform|notific|inoltr|pass|invi|trasfer|segnal|chiam|contatt|comunic|chies|gir|escal|colleg|connett|mett|ricontatt|richiam|unir|unit|entr|rispond|prend|occup`,
  said: `(ho|abbiamo|è|sono|sto|stiamo|sei|ha|stato|stata) ~(%([aiu]?t[oaie]|[ae]ndo)|in contatto|in arrivo|(ora|già) (in chat|qui)|al corrente|preso|messo)|unit[oa]|sta(nno)? (arrivando|entrando)|(ti|la|le|vi) ~%[oa]|ora %o`,
  will: `unirà|%([aei]rà|[aei]ranno|[aei]rò|drà)|(posso|possiamo|vorrei|vado a) ~%_|che (ti |la |le )?%(a|i|hi)|sarà (da|con|qui)`,
  saidAlone: '(ho|abbiamo) (inoltrato|segnalato|escalato) (il|la|tutto|questo)',
  willAlone: '(ti|la|vi) (ri)?(contatteranno|chiameranno) ~(presto|breve|subito)',
  not: 'non|nessun_|mai|senza|puoi|può',
  when: 'se|quando|una volta|dopo|appena (avrai|avrà)',
  truths: `Non posso far entrare nessuno in questa chat, ma aiuto volentieri.
    Nessuno è stato ancora chiamato; se vuoi una persona, chiedi pure.
    Nessuno è stato ancora chiamato; se vuoi una persona, di’ di sì.
    La tua richiesta è in viaggio verso il team.
    Il team è avvisato; non è ancora entrato nessuno.
    Non sono riuscito ad avvisare il team; lascia la tua e-mail.`,
};
