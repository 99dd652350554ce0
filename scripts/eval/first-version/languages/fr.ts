import type { Language } from '../language.ts';

export const fr: Language = {
  code: 'fr',
  misspelt:
    'humain humaine personne conseiller conseillère agent opérateur parler discuter quelqu responsable',
  realWords: 'humains personnes parles parlez conseil conseils conseille conseillers agents',
  words: {
    // Naming a person.
    a: 'un | une | le | la | les | l | votre | vos | ton | des | du | au | à | mon | quelque | vrai',
    real: `réel | réelle | réels | humain | humaine | humains | vrai | vraie | vivant | vivante | physique | en chair et en
      os | compétent | compétente | en direct`,
    agent: `humain | humaine | humains | être humain | agent | agents | conseiller | conseillère | conseillers | opérateur
      | opératrice | opérateurs | téléconseiller | représentant | représentante | employé | employée | superviseur
      | (service | support) (client | clients | clientèle | technique | après vente) | sav | service consommateurs
      | équipe (support | commerciale | technique) | membre (de votre équipe | du personnel | de l équipe) | humain réel`,
    someone: `personne | quelqu un | quelquun | responsable | manager | gérant | directeur | chef | spécialiste | expert
      | technicien | commercial | commerciaux | vendeur | collègue | interlocuteur | équipe | gens | support
      | assistance | admin | administrateur | patron | personnes`,
    anAgent: '{a}? {real}? {agent} (client | clientèle | {real})?',
    realPerson: `{a}? {real} personne | {a}? (personne | personnes | gens | quelqu un | quelquun | interlocuteur) (de)? {real}
      | un vrai (être)? humain`,
    aPerson: `{anAgent} | {realPerson} | {a}? {real}? {someone} {real}? | {a}? (service | équipe | département) * | quelqu un
      d autre | une autre personne`,

    // Reaching one.
    talk: `parler | discuter | échanger | chatter | tchatter | converser | dialoguer | communiquer | m entretenir | m
      adresser | entrer en contact | prendre contact | parle | discute | parler directement | avoir une conversation
      | contacter | joindre | être mis en (relation | contact) | être mise en relation | être (transféré | transférée
      | connecté | redirigé)`,
    to: 'à | a | avec | au | aux | directement à | à l | en direct avec',
    connect: `(passez | passe | mettez | mets | transférez | transfère | connectez | connecte | redirigez | redirige | dirigez
      | orientez | branchez | envoyez) moi (en (contact | relation | communication))? | me (passer | mettre
      | transférer | connecter | rediriger | orienter | passez | mettez | transférez | connectez | passes | mettre) (en
      (contact | relation | communication))? | mise en relation | être mis en (contact | relation) | être (transféré
      | transférée | redirigé | connecté)`,
    give: `donnez moi | donne moi | je veux | je voudrais | j ai besoin d | j ai besoin de | besoin d | besoin de | j
      aimerais | il me faut | je préfère | je préférerais | je souhaite | je demande | j exige | je cherche | trouvez
      moi | appelez | appelle | passez moi | passe moi | envoyez moi | amenez moi | jveux | je veut | je voudrai`,
    want: `{give} | puis je | peux je | est ce que je peux | est ce possible de | possible de | je peux | on peut
      | pourrais je | j voudrais | laissez moi | laisse moi | comment | veux | voudrais | souhaite | souhaiterais
      | aimerais | préfère | besoin de | envie de | pouvoir | puisse | pourrais | merci de me | je dois | je
      souhaiterais | j aimerai`,
    after: `(> | svp | s il | stp | pour | maintenant | et | qui | pas | immédiatement | tout | de suite | rapidement | au
      | à | ici | merci | car | parce | mais | en | sur)`,

    // Naming the chat and judging it.
    bot: 'bot | robot | chatbot | machine | ia | assistant virtuel | bots | robots | intelligence artificielle',
    thisChat: `(ce | cet | cette | le | la | votre | ton | l) {bad}? (bot | robot | chatbot | chat | assistant | assistant
      virtuel | conversation | machine | discussion | tchat | ia)`,
    youAre: `t es | tu es | vous êtes | t | tu as l air | tu est | {thisChat} (est | sont | c est) | vous etes | es tu
      | tu | ce bot c est`,
    very: `vraiment | très | trop | si | tellement | complètement | totalement | un | une | le | la | plutôt | carrément
      | juste | d une | de la | de plus en plus | qu un | assez | franchement | pas très | un vrai | absolument`,
    bad: `nul | nulle | nuls | inutile | inutiles | stupide | idiot | idiote | bête | débile | con | conne | connard
      | imbécile | mauvais | mauvaise | pourri | pourrie | merdique | de merde | de la merde | une merde | ridicule
      | incompétent | incompétente | chiant | chiante | énervant | agaçant | pénible | lent | frustrant | horrible
      | terrible | lamentable | insupportable | une perte de temps | une blague | à chier | abruti | crétin | naze
      | catastrophique | décevant | déplorable`,
    done: `(> | et | pour | bot | robot | pas | je | vous | tu | parce | car | que | mais | comme | à | ce | de | en | ou
      | ton | votre)`,
    pas: 'pas | rien | jamais | aucunement | plus | pas du tout',
    understand: `(ne | n)? (me | m | le | l)? (comprends | comprend | comprenez | as | avez | pige | piges | captes | capte
      | écoutes | écoutez | écoute | lis | lisez | sais | savez | entends)`,
    helpMe: `(ne | n)? (me | m)? (aides | aide | aidez | sers | sert | servez | réponds | répond | répondez | peux | peut
      | pouvez | résous | résout | fonctionne | marche | fonctionnes)`,
    that: `ça | ca | cela | c | ceci | ce | votre réponse | ta réponse | cette réponse | la réponse | tes réponses | vos
      réponses`,
    iAsked: `(ce que | ce qu | la question que | ce dont) (je | j | on) (vous | t | te | ne | ai | avais | l)? (ai | avais
      | vous ai | t ai)? (demandé | demande | demandais | dit | dis | disais | veux | voulais | cherche | cherchais
      | besoin | voulu dire | voulu | posé | souhaite | attends)`,
    sigh: `non | mais | ok | bon | oh | ah | euh | pff | pfff | et | désolé | bah | ben | alors | je pense que | je crois
      que | en fait | franchement | sérieux | putain | merde | bot`,
  },

  ask: {
    plain: [
      '{talk} {to}? ({anAgent} | {realPerson})',
      '{want} ~ {talk} {to}? {aPerson}',
      '(parler | discuter) {to} {aPerson} &{after}',
      '{connect} (à | a | avec | au | l | en contact avec | vers)? {aPerson}',
      `{connect} (à | avec | au | vers) (le | la | l | un)? (service | département | équipe | ventes | facturation
        | commercial | support)`,
      '{give} ({anAgent} | {realPerson}) &{after}',
      `{give} (à)? (l | une)? (aide | assistance | intervention | réponse) (humaine | d un (humain | conseiller
        | agent) | d une (personne | vraie personne) | de quelqu un)`,
      `{give} (que)? (quelqu un | une personne) (d autre | de compétent | réelle | qui | pour | m | puisse | de réel
        | à qui parler)`,
      '(passez | passe | donnez | donne | trouvez) moi (quelqu un | une personne | un responsable | {aPerson})',
      `(y a t il | il y a | est ce qu il y a | ya t il | y a | avez vous) (un | une | des | quelqu un)? ({agent}
        | personne réelle | vraie personne | humain | quelqu un | conseiller) ~ (parler | disponible | ici | joindre
        | en ligne | discuter)`,
      `(pas | marre de | plutôt qu | au lieu d | assez de | sans | stop au | arrêtez avec | refuse de) (parler
        | discuter | envie de parler | envie de discuter | échanger)? (à | avec)? (un | une | ce | le | les | des
        | cette | vos)? (bot | robot | chatbot | machine | robots | bots | machines | ia) (> | je | mais | donnez
        | passez | svp | et)`,
      `(veux | souhaite | aime | envie de) (pas | plus) (parler | discuter | de | échanger) (à | avec)? (un | une
        | ce | des | cette)? (bot | robot | chatbot | machine | robots)`,
      `(contact | échange | interlocuteur | conseiller | support | aide | assistance) humain (svp | s il vous plaît
        | >)`,
      `(un | une)? (humain | conseiller | agent | vraie personne | opérateur | conseillère) (svp | stp | s il (vous
        | te) plaît | s il (vous | te) plait | tout de suite | maintenant | please)`,
      '(être | etre) (aidé | contacté | rappelé | assisté | mis en relation | mise en relation) (par | avec) {aPerson}',
    ],
    likely: [
      '^ {sigh}? (un | une)? ({agent}) (svp | maintenant)? $',
      `(quelqu un | une personne) (peut | pourrait) (il | elle)? m (aider | aide) (en direct | en vrai)`,
    ],
    unless: [
      `(agent | agents | conseiller) (immobilier | immobiliers | de voyage | de voyages | secret | de sécurité
        | nettoyant | d assurance | fiscal | de joueurs | de blanchiment | conjugal | municipal)`,
      '(mon | ma | mes | notre) {real}? ({agent} | {someone})',
      `(es tu | êtes vous | etes vous | est ce que je parle | je parle | est ce | suis je en train de parler | c est
        | t es | tu es | vous êtes | en train de parler) (à | avec)? (un | une | au moins une | bien | vraiment)?
        {real}? ({agent} | personne | {realPerson})`,
      '(j ai | on a | il a | elle a) (déjà)? (parlé | discuté | contacté | échangé) (à | avec)? {aPerson}',
      `(ne | n)? (veux | souhaite | besoin | envie | voudrais | veut) (pas | plus) (besoin)? (de | d)? {talk} {to}?
        {aPerson}`,
      '(pas | plus) (besoin | envie) d? {aPerson}',
      'ne veux pas d? {aPerson}',
      'il n y a (personne | plus personne)',
      `(que fait | où est | combien | quand | comment devenir | devenir) {aPerson}`,
      `(corps | droits | ressources | cheveux) (humain | humains | humaines)`,
    ],
  },

  frustrated: {
    plain: [
      '{youAre} {very}? {very}? {bad} &{done}',
      '(quel | espèce de | sale | putain de | foutu) {bad}? (bot | robot | chatbot | machine)',
      `^ {sigh}? (bot | robot | chatbot) {bad} | {bad} (bot | robot | chatbot)`,
      `(tu | vous | il | {thisChat}) (ne | n)? {understand} (vraiment | toujours)? (rien | pas | jamais | pas du
        tout) (compris)? (> | ce | ma | la | mes | du | de | le | ma question)`,
      `(tu | vous) (ne | n)? (me | m)? (comprends | comprend | comprenez | comprenais) (rien | pas | toujours pas
        | vraiment pas | jamais)`,
      '(rien | pas) compris (> | à | ma | de | du)',
      `(tu | vous | {thisChat}) {helpMe} (vraiment | toujours)? (pas | rien | à rien | jamais | plus) (m aider
        | aider | répondre | à ma | du tout | à mes | > | à la | m | à grand chose)`,
      `(tu | vous) (ne | n)? (m | me)? (aides | aidez | aide | sers | sert | servez | réponds | répondez) (vraiment
        | toujours)? (pas | à rien | jamais | rien)`,
      `(tu | vous) (ne)? (peux | peut | pouvez) (pas | rien) (m aider | faire | aider | me répondre | répondre)`,
      '(sert | sers | servez) à rien',
      `{that} (ne | n)? (m | me)? (aide | aidez | avance | répond | résout | sert | a | est) (pas | à rien | en rien
        | rien | absolument pas | vraiment pas) (aidé | utile | d aide | aidée | du tout | beaucoup | à ma | > | à mon
        | vraiment)?`,
      `^ {sigh}? {sigh}? (pas | peu | aucunement | même pas) (du tout | très | vraiment)? (utile | efficace | aidant)
        (du tout)? >`,
      `(c est | ce n est | c était) pas (du tout | très | vraiment | franchement)? (utile | efficace | d une grande
        aide | très utile | clair)`,
      `(n est | est | c est | était | n était) pas (du tout | vraiment)? {iAsked}`,
      'pas (du tout)? {iAsked}',
      `(répond | répondez | réponds | répondu) (toujours | vraiment)? pas (à | a) (ma | mes | la) (question
        | questions)`,
      `(n ai | ai | jamais) (pas | jamais)? (demandé | dit) (ça | cela)`,
      `(je | j) (vous | te | t | l | vous l | te l | le)? (ai)? (déjà) (dit | demandé | expliqué | répondu | répété
        | précisé | donné) | déjà (dit | demandé | expliqué | répondu | précisé) | viens de (vous | te)? (le)? (dire
        | expliquer | répondre) | combien de fois | (dix | trois | plusieurs | mille | cent) fois que je`,
      `(tu | vous | il | bot) (ne)? (fais | faites | fait | arrêtes | arrêtez | continues | continuez | n arrêtes)?
        (que | pas de | de | à)? (me)? (répéter | répètes | répétez | répète | redemander | redis | redites)`,
      `(toujours | encore) (la | les | le)? (même | mêmes) (réponse | réponses | question | chose | message
        | questions) | (même | mêmes) (réponse | réponses) (à chaque | encore | toujours | en boucle)`,
      `(tourne | tournons | tournez | tournes) en rond | en boucle | (mène | avance | sert) (à)? (nulle part | rien)`,
      `(mauvaise | fausse) (réponse | information) | réponse (incorrecte | fausse | inutile | nulle | erronée)`,
      `(c est | ce est | tu as | vous avez | t as) (complètement | totalement)? (faux | tort | incorrect | tout faux)
        | (tu te | vous vous) (trompes | trompez | es trompé | êtes trompé)`,
      '(mal | pas bien) compris',
      `(réponds | répondez | répond) (moi | à (ma | la) question | à mes questions) (maintenant | svp | enfin | s il
        vous plaît | >)?`,
      `(j en ai | je suis | ras | on en a) (marre | assez | le bol | fatigué | fatiguée | énervé | énervée | frustré
        | frustrée | saoulé | lassé | déçu | déçue) (de | d | par | contre | avec) (toi | vous | ce | cette | parler
        | répéter | tes | vos | ces | tourner | discuter)`,
      `(je (te | vous) (déteste | hais) | ta gueule | tais toi | va te faire | vas te faire | allez vous faire
        | nique | ferme la | fermez la | va mourir | je déteste (ce | ces | les) (bot | bots | robot | robots | chat
        | chatbot))`,
      `(tu | vous) (m | me) (énerves | énervez | saoules | saoulez | soûles | fatigues | gonfles | fais chier
        | faites chier | agaces | gaves | faites perdre | fais perdre | frustres)`,
      `(c est | ça | cela est | c était | quelle) {very}? {very}? (frustrant | inutile | ridicule | n importe quoi
        | une perte de temps | perte de temps | pénible | agaçant | énervant | une blague | du foutage de gueule | mener
        nulle part | nul comme réponse | nul ce | nul votre)`,
      'perte de temps | perdre mon temps | n importe quoi',
      `(apprends | apprenez | lis | lisez | écoute | écoutez) (à lire | mieux | ce que | ma question | mon message
        | moi | bien | à comprendre)`,
      '(tu | vous) (le)? (fais | faites) exprès',
      '(tu | vous) (ne)? (sais | savez) (vraiment)? rien',
      '(aucun | pas de) (sens | rapport)',
    ],
    likely: [
      '^ {sigh}? {very}? {bad} (bot)? $',
      '^ {sigh}? (c est | ce est | cest) {very}? {very}? {bad} $',
      `^ {sigh}? je suis {very}? (frustré | frustrée | énervé | énervée | déçu | déçue) $`,
      '(ça | ca | cela) (ne)? (m)? aide pas',
      `^ {sigh}? (ça | ca | cela) (ne)? (marche | fonctionne | va) pas du tout $`,
    ],
    unless: [
      '(je | j) (ne)? (comprends | comprend) (pas | rien)',
      `(le | la | mon | ma | les | mes) (produit | commande | livraison | service | colis | tente | magasin | carte
        | application | site | film) (est | était | sont | ne) ~`,
      `(pas | pas très | pas si) (mauvais | bête | stupide | nul | mal)`,
      `(si | quand) (tu | vous) (ne)? (peux | pouvez | comprends | comprenez)`,
      `(aide | sert | aidé) (pas | à rien) (pour | contre | à soulager) (mon | ma | mes) (dos | peau | mal | douleur)`,
      'sert à (rien)? quoi',
    ],
  },

  short: {
    yes: [
      `oui | ouii | ouais | ouaip | ouep | wi | yep | mouais | si | bien sûr | bien sur | bien sûr que oui
        | évidemment | certainement | certes | absolument | exactement | exact | c est exact | c est ça | c est cela | c
        est bien ça | tout à fait | en effet | effectivement | affirmatif | parfaitement | carrément | correct | c est
        correct | c est vrai | vrai | juste | c est juste | volontiers | avec plaisir | avec joie | pourquoi pas
        | sans problème | pas de problème | pas de soucis | sans aucun doute | sans doute | assurément | naturellement
        | clairement | grave`,
      `d accord | daccord | dac | je suis d accord | j accepte | je confirme | je veux bien | je le veux | je veux
        | ça marche | ca marche | ça me va | cela me va | ça me convient | allez y | vas y | allez | allons y | faites
        | fais le | fais ça | faites le | faites ça | faites donc | entendu | c est bon | c est d accord | ça serait
        (bien | super | génial | parfait | gentil | sympa) | ce serait (bien | super | génial | parfait | gentil
        | sympa | formidable) | j aimerais (bien | ça | beaucoup)? | avec grand plaisir | je pense | je pense que oui
        | je crois | je crois que oui | je suppose | je dis oui | oui (je veux | je le veux | merci | c est ça | c est
        bien ça | je veux bien | allez y | vas y | bien sûr) | la réponse est oui | ok pour moi | si vous voulez | si
        tu veux`,
    ],
    fine: [
      `ok | okay | bien | très bien | parfait | super | génial | excellent | cool | top | bon | impeccable | nickel | c
      est (parfait | super | génial | bien | cool)`,
    ],
    no: [
      `non | nan | nann | nope | non non | jamais | jamais de la vie | pas du tout | absolument pas | certainement
        pas | sûrement pas | bien sûr que non | surtout pas | pas vraiment | pas maintenant | pas encore | pas pour le
        moment | pas pour l instant | pas tout de suite | pas aujourd hui | pas la peine | pas besoin | pas nécessaire
        | pas intéressé | pas question | hors de question | en aucun cas | négatif | plus tard | peut être plus tard
        | une autre fois | plutôt pas | plutôt non | rien | aucun | aucune | nullement | pas forcément`,
      `non (merci | pas (du tout | vraiment | maintenant | besoin | encore | la peine) | ça va | c est bon | c est
        pas la peine | je ne veux pas | je veux pas | sans façon | jamais | désolé | ça ira | pas pour le moment)
        | merci mais non | sans façon | je ne (veux | pense | crois | souhaite | préfère) pas | je (veux | pense | crois
        | préfère) pas | je ne suis pas d accord | je suis pas d accord | je refuse | je préfère pas | je préfère ne
        pas | je ne préfère pas | ce n est pas (nécessaire | la peine) | c est pas (nécessaire | la peine) | ne (le)?
        (faites | fais) pas | laisse tomber | laissez tomber | oublie | oubliez | ça ira | la réponse est non | je dis
        non | je ne pense pas`,
    ],
    accept: [
      `s il vous plaît | s il te plaît | svp | stp | maintenant | tout de suite | faites | connectez moi | mettez moi
      en (contact | relation) | passez moi (quelqu un | un conseiller | une personne) | passez le moi | appelez (le
      | quelqu un) | dès que possible | je veux (ça | de l aide | parler à (quelqu un | une personne)) | un humain`,
    ],
    refuse: [
      `ça va | ça va aller | c est bon | je me débrouille | je vais me débrouiller | je préfère (que (tu | vous)
      (répondes | répondiez | m aidiez) | continuer (avec (toi | vous))? | attendre | rester avec (toi | vous)) | c
      est tout | je peux attendre`,
    ],
    human: [
      `{agent} | {real} personne | personne {real} | (parler | discuter) (à | avec) (un | une)? (humain | conseiller
      | agent | personne | quelqu un | conseillère)`,
    ],
    thanks: [
      'merci | merci beaucoup | merci bien | mille mercis | au revoir | bonne journée | à bientôt | salut',
    ],
    filler: [
      'peut être',
      `s il vous plaît | s il te plaît | s il vous plait | svp | stp | euh | bah | ben | bon | eh bien | oh | ah | hum
      | alors | un | une | et | mais | vraiment | monsieur | madame | mon ami | pour moi | encore | du coup | donc
      | en fait | aussi | beaucoup | maintenant | un peu | bonjour`,
    ],
  },
};
