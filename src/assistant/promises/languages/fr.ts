import type { Language } from '../language.ts';

export const fr: Language = {
  code: 'fr',
  who: `équipe_|personnel|collègue_|agent_|conseill_|représentant_|opérat_|spécialiste_|responsable_|superviseur|humain_|personne|quelqu'un
    |support|service client|expert_`,
  verbs: `préven|prévien|prévenu|avert|inform|notifi|alert|transm|transf|signal|envo|demand|contact|appel|escalad|confi|connect|mis|met|rejoin|répond|rappel|recontact|rev`,
  said: `(ai|avons|a|ont|viens de?|venons de?|êtes|es|suis|est|sont) ~(%_(is|it|u|i|e)e?s?|%(er|ir|re)|mis en|en (cours|route|contact|relation|ligne)|au courant|rejoint|pris|avec vous|connecté|maintenant|déjà (là|ici|dans))|(se|s) (joint|connecte)|nous rejoint
    |(vous|te|j|je) (y )?(%(e|s|ère|is|ens)|passe|aide|contacte)`,
  will: `(vais|allons|peux|pouvons|que je|puis je|va|vont|dois je) ~(%(er|ir|re|dre|enir|e|te)|passer|prendre|écrire|aider|arriver)
    |%(e?ra|e?ront|dra|dront|iendra|iendront)|(sera|seront) ~(avec|la|mis|ici)|(vous|te) aidera|prendra ~relais`,
  saidAlone: '(ai|avons) (transmis|escaladé|remonté|signalé) (votre|ta|cela|le|la)',
  willAlone:
    '(ils|elles|on) vous (rappell|recontact|contact|rejoi)[^ ]+ ~(bientôt|sous peu|ici|possible)|(ils|elles) (reviendront|seront avec)',
  not: 'n|ne|pas|jamais|sans|vous pouvez',
  when: 'si|s|une fois|quand|lorsque|après|dès que (vous|tu)',
  truths: `Je ne peux faire venir personne dans ce chat, mais je vous aide volontiers.
    Personne n’a encore été appelé ; pour parler à quelqu’un, demandez-le ici.
    Personne n’a encore été appelé ; pour parler à quelqu’un, dites oui.
    Votre demande est en route vers l’équipe.
    L’équipe est prévenue ; personne n’est encore arrivé.
    Je n’ai pas pu joindre l’équipe ; laissez votre adresse e-mail.`,
};
