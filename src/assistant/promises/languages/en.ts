import type { Language } from '../language.ts';

export const en: Language = {
  code: 'en',
  who: `team|staff|colleague_|coworker_|teammate_|agent|agents|representative_|human|humans|person|someone|somebody|specialist_
    |expert_|advis_|operator_|manager_|supervisor_|support|customer service|customer care|helpdesk|department|our people`,
  verbs: `notif|inform|alert|contact|call|messag|flag|escalat|forward|pass|relay|hand|transfer|connect|rout|redirect|ask|pag|ping|loop
    |summon|report|join|they will|theyll|help is|reach out|shortly|told|people know`,
  said: `(ive|weve|im|i|we|am|is|are|was|were|has|have|been|being|youre|you)( have| just| already| now| also| gone ahead and| went ahead and)*
    (%[irgpy]?(ed|ing)|told|sent|submitted|raised|put through|putting|telling|reached out|aware of|coming
    |taking over|taken over|looking into|on (the|its|their) way|now (here|in)|on it|logged|shared|(speaking|chatting|talking) (with|to)|stepped in|with you)
    |(connecting|transferring|putting|redirecting) you|%(ed|ing) the chat|joined (us|this|the)|(im|i am) (getting|bringing)|(ive|i|we|weve) (let|made sure|got|brought)`,
  will: `(ill|well|i will|we will|i can|we can|going to|let me|(shall|should|may) (i|we)|me to|while i|as i)( now| just| quickly)?
    (%[ey]?|tell|get|find|bring|put|have|let|make sure|check with|send|speak with|see if|look for)
    |(will|should|ll|is going to|are going to|about to)( [^ ]+)?( [^ ]+)? (contact|call you|join|reach out|get back|be in touch|get in touch|in touch
    |take over|with you|right there|follow up|step in|be (contacted|called|connected|transferred|helped)|hear|be %[irgpy]?ing|text you|ring you)
    |youll be (speaking|talking|chatting)|(will|youll) ~(hear|get a|receive a|respond|reply|help|assist|handle|be here|answer|look) ~(from|shortly|soon|in a|right away|as soon as|asap|minutes|here)|will (call|write)|expect a|(ill|i will) make sure`,
  saidAlone: `(ive|weve|(i|we) have|i) (just |already |now )*(escalated|(passed|forwarded|flagged|relayed|handed) (this|it|that|your [^ ]+)( on| along| over| up)?)
    |(been|being|is|was) escalated|help is on|(i am|im) an? (real |live |human )*(person|human|agent)|people ~know`,
  willAlone:
    'they(ll| will) (soon |shortly )?(be (right )?with you|join|take over|get back|reach out|be here|be in touch|~(shortly|soon))',
  not: `not|no|never|nobody|none|neither|can_t|cant|cannot|dont|wont|didnt|doesnt|havent|hasnt|isnt|arent|wasnt|werent|unable|without|whether
    |anyone|another|you can|they havent`,
  when: '(?<!know )if|once|when|whenever|after|unless|until|before|should you|as soon as (you|your|we)',
  truths: `I can’t bring anyone into this chat, but I’m glad to help.
    Nobody has been called yet; just ask if you’d like a person.
    Nobody has been called yet; just say yes if you’d like a person.
    Your request is on its way to the team.
    The team has been told; nobody has joined yet.
    I couldn’t reach the team; please leave your email address.`,
};
