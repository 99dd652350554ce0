import type { Language } from '../language.ts';

export const it: Language = {
  code: 'it',
  misspelt:
    'umano umana persona operatore operatrice agente parlare qualcuno assistenza consulente rappresentante',
  realWords: 'human umani persone personal parlate parlando operatori agenti consulenti',
  words: {
    // Naming a person.
    a: `un | uno | una | il | lo | la | l | i | gli | le | vostro | vostra | vostri | tuo | qualche | al | all | col
      | dal | dell | del | altro | altra`,
    real: `reale | reali | umano | umana | umani | vero | vera | in carne ed ossa | in carne e ossa | vivo | viva | fisica
      | dal vivo | competente`,
    agent: `umano | umana | umani | essere umano | operatore | operatrice | operatori | agente | agenti | consulente
      | rappresentante | addetto | addetta | impiegato | impiegata | incaricato | supervisore | dipendente
      | centralinista | (servizio | assistenza | supporto | customer) (clienti | al cliente | tecnico | tecnica | care
      | service) | membro del (team | personale | vostro team) | assistenza umana | team di (supporto | vendita
      | assistenza) | servizio di assistenza`,
    someone: `persona | persone | qualcuno | responsabile | manager | direttore | capo | specialista | esperto | tecnico
      | venditore | commerciale | collega | team | staff | gente | assistenza | supporto | titolare | amministratore
      | reparto | vendite | commessa | commesso`,
    anAgent: '{a}? {real}? {agent} {real}?',
    realPerson:
      '{a}? {real} (persona | persone) | {a}? (persona | persone | qualcuno) (di | che sia)? {real}',
    aPerson: `{anAgent} | {realPerson} | {a}? {real}? {someone} {real}? | {a}? (reparto | ufficio | team | servizio) *
      | qualcun altro | un altra persona`,

    // Reaching one.
    talk: `parlare | chattare | conversare | discutere | comunicare | mettermi in contatto | entrare in contatto
      | contattare | parlo | chatto | interagire | essere messo in contatto | confrontarmi | avere a che fare
      | dialogare | parlare (direttamente | subito)`,
    to: 'con | a | ad | direttamente con | col | coll | con l',
    connect: `(mi)? (passa | passi | passate | passami | passatemi | passarmi | metti | mettimi | metta | mettetemi | mettermi
      | trasferiscimi | trasferisci | trasferisca | trasferire | trasferirmi | collegami | collega | colleghi
      | collegarmi | collegatemi | inoltrami | connettimi | connetti | indirizzami | reindirizzami | può passare | puoi
      passare | può mettere | puoi mettere) (in (contatto | comunicazione | linea))?`,
    give: `voglio | vorrei | ho bisogno di | ho bisogno d | mi serve | preferisco | preferirei | desidero | esigo
      | pretendo | richiedo | dammi | datemi | mi dia | chiamami | chiama | chiamate | cerco | mi servirebbe | fammi
      avere | necessito di | bisogno di | mandami`,
    want: `{give} | posso | potrei | possiamo | fammi | fatemi | mi faccia | mi fai | è possibile | come posso | come
      faccio a | devo | mi piacerebbe | gradirei | posso per favore | vorrei poter | volevo | si può | lasciami
      | potrebbe farmi`,
    after: `(> | per | subito | ora | adesso | che | e | non | perché | grazie | qui | in | ma | reale | immediatamente
      | con | please | al | o | pf)`,

    // Naming the chat and judging it.
    bot: `bot | robot | chatbot | macchina | ia | assistente virtuale | intelligenza artificiale | risponditore | macchine`,
    thisChat: `(questo | questa | quel | quella | il | la | l | sto | sta) {bad}? (bot | robot | chatbot | chat | assistente
      | conversazione | macchina | assistente virtuale | ia)`,
    youAre:
      'sei | siete | tu sei | lei è | {thisChat} (è | sono) | ma sei | sembri | quanto sei | proprio un',
    very: `molto | così | un | una | davvero | veramente | proprio | troppo | completamente | totalmente | più | il | la
      | solo | abbastanza | tanto | uno | di una | una vera | sempre più | dei | parecchio`,
    bad: `inutile | inutili | stupido | stupida | idiota | scemo | scema | cretino | imbecille | deficiente | incapace
      | pessimo | pessima | orribile | terribile | schifo | fai schifo | uno schifo | merda | una merda | di merda
      | ridicolo | ridicola | fastidioso | fastidiosa | noioso | incompetente | tonto | ottuso | frustrante | patetico
      | vergognoso | spazzatura | una perdita di tempo | perdita di tempo | coglione | stronzo | penoso | snervante
      | irritante | scarso | lento | cattivo | scadente | ignorante | rincoglionito`,
    done: '(> | e | per | bot | non | mi | perché | che | ma | io | tu | voglio | di | a | come | se)',
    helpMe: `(mi)? (aiuti | aiuta | aiutate | stai aiutando | sta aiutando | hai aiutato | ha aiutato | servi | serve
      | rispondi | risponde | rispondete | hai risposto | ha risposto | stai rispondendo | risolvi | risolve | funzioni
      | funziona | è servito | è stato utile | è di aiuto | sei di aiuto | sei d aiuto | sei utile | sei stato utile)`,
    understand: `(mi | lo | ci)? (capisci | capisce | capite | stai capendo | hai capito | ha capito | avete capito | comprendi
      | comprende | ascolti | ascolta | leggi | legge | sai | sa)`,
    that: `questo | ciò | quello | questa risposta | la tua risposta | la risposta | la sua risposta | così | questa cosa
      | le tue risposte`,
    iAsked: `(quello che | ciò che | quel che | cosa | la cosa che) (io)? (ti | le | vi)? (ho | avevo | sto | stavo)?
      (chiesto | detto | voglio | volevo | cercando | chiedendo | chiedevo | cerco | cercavo | intendevo | intendo
      | domandato | richiesto | mi serve | dico | dicevo | chiedo)`,
    sigh: `no | ma | ok | beh | oh | ah | uffa | e | scusa | mi dispiace | allora | guarda | credo che | penso che | mah
      | cavolo | cazzo | dai | però | basta | eh`,
  },

  ask: {
    plain: [
      '{talk} {to}? ({anAgent} | {realPerson})',
      '{want} ~ {talk} {to}? {aPerson}',
      '(parlare | chattare) con {aPerson} &{after}',
      `{connect} (a | ad | con | al | all | alla | in contatto con | allo | per favore con)? ({anAgent}
        | {realPerson} | {a} {someone} | qualcuno)`,
      '{give} ({anAgent} | {realPerson}) &{after}',
      `{give} (qualcuno | una persona) (reale | di reale | vera | umano | che (mi)? (aiuti | capisca | risponda
        | sappia | possa | capisce) | con cui (parlare | chattare))`,
      `(voglio | vorrei | preferisco) (essere)? (che)? (mi)? (aiutato | assistito | contattato | risponda | aiuti
        | ricontattato | seguito) (da)? {aPerson}`,
      `(assistenza | aiuto | supporto | contatto | intervento | risposta | risposte) (umano | umana | di (un | una)
        (umano | persona | operatore | persona reale | persona vera) | da (un | una) (umano | persona | operatore))`,
      `(c è | ci sono | avete | esiste | c e) (un | una | qualche | qualcuno | degli)? ({agent} | persona | umano
        | qualcuno | persone | {realPerson}) ~ (parlare | disponibile | disponibili | lì | qui | reale | chattare
        | aiutarmi)`,
      `(non | senza | invece di | stufo di | basta con | odio | basta) (voglio | mi piace | vorrei)? (più)? (parlare
        | parlo | chattare)? (con)? (un | una | questo | questa | i | le | il | la)? (bot | robot | chatbot | macchina
        | macchine | risponditore | ia) (> | voglio | ma | per | dammi | passami | e | vorrei)`,
      `(un | una)? (operatore | umano | persona vera | persona reale | agente | essere umano | operatrice) (per
        favore | subito | adesso | ora | grazie)`,
    ],
    likely: [
      `^ {sigh}? {a}? {agent} (per favore | subito | ora | grazie)? $`,
      'c è qualcuno (di reale | di vero | lì | in linea)',
      'parlare con {someone}',
    ],
    unless: [
      `{agent} (immobiliare | di viaggio | di viaggi | assicurativo | segreto | di polizia | chimico | di commercio
        | finanziario | ecologico | turistico)`,
      `(mio | mia | miei | mie | nostro | nostra) {real}? ({agent} | {someone})`,
      `(sei | siete | è | sto parlando con | parlo con | stai | sto chattando con | lei è) (davvero | veramente)? (un
        | una | l)? {real}? ({agent} | persona | qualcuno | {realPerson})`,
      `(ho parlato | ho già parlato | parlato | abbiamo parlato | ha parlato) (ieri | già)? con {aPerson}`,
      `non (voglio | desidero | serve | ho bisogno di | vorrei | mi serve) (parlare | chattare)? (con)? {aPerson}`,
      `(cosa | quanto | come | quando | dove) (fa | guadagna | è | sono | lavora) {aPerson}`,
      `(diritti | corpo | risorse | capelli) (umani | umano | umane)`,
    ],
  },

  frustrated: {
    plain: [
      '{youAre} {very}? {very}? {bad} &{done}',
      `(bot | robot | chatbot | che bot) {very}? {bad} | {bad} (di)? (bot | robot | chatbot)`,
      `(fai | fate | fa) (proprio | davvero)? schifo | non (vali | servi | serve | servite) (a)? (niente | nulla | un
        cazzo)`,
      `(tu)? non {understand} (niente | nulla | quello | cosa | > | la | un | ancora | ciò | bene | mai | proprio)`,
      `(non) (mi)? (capisci | hai capito | stai capendo | capite | comprendi)`,
      `(non) (mi)? (aiuti | stai aiutando | hai aiutato | sta aiutando | sei utile | sei di aiuto | sei d aiuto
        | rispondi | stai rispondendo | hai risposto | aiutate | servi) (niente | per niente | affatto | a niente | a
        nulla | alla mia | molto | > | alla | a quello)`,
      '{thisChat} non {helpMe}',
      `non (puoi | può | sai | riesci a | potete | vuoi | riesce a) (aiutarmi | aiutare | rispondere | rispondermi
        | capire | capirmi | risolvere | fare niente)`,
      `{that} non (mi)? (aiuta | ha aiutato | serve | è utile | risponde | risolve | è servito | sta aiutando | è d
        aiuto | è di aiuto | va bene)`,
      `^ {sigh}? {sigh}? non (mi)? (aiuta | è utile | serve | è stato utile | sta aiutando | aiuti | è d aiuto)
        (niente | a niente | a nulla | per niente | molto | affatto)? >`,
      '(per niente | poco | affatto) utile',
      '(serve | servi | servito) a (niente | nulla)',
      'non (è | era | sono) (affatto | proprio)? {iAsked}',
      '{iAsked} non',
      `non (hai | ha | avete)? (risposto | rispondi | risponde | rispondete) (alla | a) (mia | quello | domanda | ciò
        | questa)`,
      `(io)? non (ho | avevo) (detto | chiesto | domandato) (questo | quello | ciò)`,
      `(te | ve | gliel | glielo | l | ti)? (l)? ho (già | appena) (detto | chiesto | spiegato | scritto | risposto
        | ripetuto | fornito | dato) | già (detto | chiesto | spiegato | scritto) | (quante volte) ~ (dire | dirti
        | ripetere | chiedere | spiegare | dirlo | ripeterlo | detto | dirtelo) | (mille | tre | dieci | più) volte`,
      `(continui | continua | continuate | smettila di | smetti di | non fai che | ripeti | ripete | rispondi) (a)?
        (ripetere | ripeterti | chiedere | dire | rispondere | dirmi | chiedermi | mandarmi | sempre | sempre le
        stesse | la stessa | le stesse)`,
      `(la stessa | sempre la stessa | le stesse | sempre le stesse) (risposta | risposte | domanda | cosa | cose
        | domande) | sempre (lo stesso | uguale)`,
      `(girando | giriamo | girare | giri) (in tondo | intorno | a vuoto | in circolo) | (porta | portando
        | arriviamo | andiamo | va) (a niente | a nulla | da nessuna parte)`,
      `(risposta | informazione) (sbagliata | errata | inutile | pessima | scorretta) | (è | hai | questo è | tutto)
        {very}? (sbagliato | errato | scorretto) > | (ti sbagli | stai sbagliando | hai sbagliato | hai capito male
        | hai frainteso | ti sei sbagliato)`,
      `(rispondi | rispondimi | risponda) (alla | a) (mia | domanda | quello | questa) (domanda)? | (rispondimi
        | rispondi) (subito | ora | per favore | >)`,
      `(sono | mi sono | mi sto | mi hai | mi avete) {very}? (stufo | stufa | stanco | stanca | arrabbiato
        | arrabbiata | frustrato | frustrata | stufato | stancando | innervosendo | rotto) (di | con | per | da) (te
        | questo | questa | parlare | ripetere | spiegare | chattare | voi | queste | sta)`,
      `(ti odio | odio (questo bot | i bot | questa chat | te | i robot) | stai zitto | zitto | vaffanculo | vai a
        cagare | vai al diavolo | vai a quel paese | fanculo | taci | mi hai rotto | mi fai (arrabbiare | incazzare
        | perdere tempo))`,
      `(questo | questa chat | questa conversazione | è | questa cosa) (è | sta diventando)? {very}? {very}? (inutile
        | frustrante | ridicolo | ridicola | perdita di tempo | una perdita di tempo | una presa in giro | assurdo
        | uno scherzo | snervante) &{done}`,
      `(perdere | perdendo | perdita di | perso) (il | mio)? (mio)? tempo`,
      `(sei | ma sei) (sordo | cieco | scemo | stupido | serio | fuso)`,
      'non (sai | capisci) (niente | nulla | un cazzo | un tubo)',
      'non ha (alcun | nessun)? senso',
    ],
    likely: [
      '^ {sigh}? {very}? {bad} (bot)? $',
      '^ {sigh}? (questo | è | questa) (è)? {very}? {very}? {bad} $',
      `^ {sigh}? sono {very}? (frustrato | frustrata | stufo | stufa) $`,
    ],
    unless: [
      '(io)? non (capisco | so | riesco)',
      `(il | la | mio | mia | il mio | la mia | lo) (prodotto | ordine | negozio | spedizione | servizio | carta | app
      | sito | film | pacco) (è | non | era) ~`,
      `(non è | non sei | non è poi) {very}? (male | stupido | cattivo | inutile)`,
      '(se | quando) non',
      `(aiuta | utile) (per | contro | con) (il | la | mio) (mal | mio mal | schiena | pelle)`,
    ],
  },

  short: {
    yes: [
      `sì | si | sii | sisi | si si | certo | certo che sì | certamente | sicuro | sicuramente | assolutamente
        | assolutamente sì | ovvio | ovviamente | naturalmente | esatto | esattamente | giusto | è giusto | corretto | è
        corretto | vero | è vero | precisamente | affermativo | senz altro | senza dubbio | volentieri | molto
        volentieri | con piacere | perché no | nessun problema | non c è problema | come no | eccome | infatti
        | proprio così | è così | d accordo | sono d accordo | va bene | vabbene | vabene | va benissimo | accetto
        | confermo | confermato | approvo | ci sto | dai | procedi | proceda | procediamo | vai | avanti | fallo | lo
        faccia | faccia pure | fai pure | facciamolo | andiamo | fai così | mi va | mi sta bene | per me va bene`,
      `mi piacerebbe (molto)? | sarebbe (ottimo | perfetto | bello | fantastico | l ideale | utile | meraviglioso
        | grandioso | gentile) | mi farebbe piacere | suona bene | sembra (buono | ottimo | perfetto) | lo voglio | lo
        vorrei | vorrei | penso di sì | credo di sì | direi di sì | penso proprio di sì | dico di sì | la risposta è
        sì | suppongo di sì | sì (grazie | per favore | certo | va bene | lo voglio | mi piacerebbe | vorrei
        | volentieri | fallo | è giusto | esatto | signore | perché no) | si (grazie | per favore | certo | va bene
        | fallo | volentieri) | se (vuoi | puoi | vuole | possibile)`,
    ],
    fine: [
      `ok | okay | okei | bene | benissimo | perfetto | ottimo | fantastico | eccellente | bello | grande | benone
      | molto bene | tutto ok`,
    ],
    no: [
      `no | noo | nope | no no | mai | giammai | niente | nulla | nessuno | nessuna | per niente | affatto | niente
        affatto | assolutamente no | certo che no | ovviamente no | sicuramente no | neanche per sogno | neanche per
        idea | in nessun caso | negativo | non ora | non adesso | non oggi | non ancora | adesso no | ora no | per ora
        no | al momento no | non proprio | non davvero | non necessario | più tardi | magari dopo | magari più tardi
        | forse dopo | un altra volta | un altro giorno | meglio di no | forse no | preferibilmente no`,
      `no (grazie | non (serve | voglio | ora | adesso | proprio | importa | è necessario | occorre | mi serve | mi
        interessa | ancora | credo | penso) | va bene così | per favore | lascia stare | mai | signore | tranquillo
        | preferisco di no) | grazie ma no | grazie no | non (serve | voglio | importa | mi interessa | occorre | è
        necessario | ce n è bisogno | lo voglio | mi serve | accetto | sono d accordo | sono interessato | credo
        | penso | vorrei | farlo | lo faccia | mi va) (grazie)? | credo di no | penso di no | direi di no | preferisco
        di no | preferirei di no | preferisco no | lascia (stare | perdere) | lasciamo (stare | perdere) | lasci stare
        | dimentica | dimenticalo | rifiuto | passo | la risposta è no | dico di no | non importa`,
    ],
    accept: [
      `per favore | subito | ora | adesso | passami (qualcuno | un operatore | una persona) | mettimi in contatto
      | collegami | chiama (qualcuno | lo) | chiamalo | con una persona | parlare con (qualcuno | una persona) | vorrei
      (parlare con (qualcuno | una persona) | aiuto) | il prima possibile | quello | fai`,
    ],
    refuse: [
      `va bene così | sto bene così | sono a posto | a posto così | tutto a posto | è tutto | basta così | preferisco
      (che (risponda | rispondi) tu | continuare (con te)? | te | aspettare | parlare con te | tu) | rispondi tu
      | continua tu | aspetto | posso aspettare | faccio da solo`,
    ],
    human: [
      `{agent} {real}? | persona {real} | {real} persona | (parlare | chattare) con (un | una)? (umano | operatore
      | persona | agente | qualcuno)`,
    ],
    thanks: [
      `grazie | grazie mille | molte grazie | tante grazie | ti ringrazio | la ringrazio | grazie tante | arrivederci
      | ciao | a presto`,
    ],
    filler: [
      `per favore | per piacere | perfavore | beh | eh | ah | oh | mah | allora | dunque | un | uno | una | e | ma
      | molto | davvero | proprio | amico | signore | di | a | ora | adesso | subito | anche | io | tu | pure | poi
      | salve`,
    ],
  },
};
