import type { Language } from '../language.ts';

export const de: Language = {
  code: 'de',
  misspelt:
    'mensch menschen mitarbeiter berater kundenservice kundendienst sprechen jemand person verbinden',
  realWords: 'sprechend beraten verbunden persona personen personal spreche',
  words: {
    // Naming a person.
    a: `ein | eine | einen | einem | einer | der | die | das | den | dem | eurem | eurer | ihrem | ihrer | ihren | euren
      | deinem | deiner | irgendein | irgendeinem | irgendeinen | vom | zum | zur | am | im | nen | nem | ne | n`,
    real: `echt | echte | echten | echter | echtem | real | reale | realen | realer | wirklich | wirklichen | menschlich
      | menschliche | menschlichen | menschlicher | menschliches | richtig | richtige | richtigen | richtiger | lebend
      | lebende | lebenden | lebendigen | kompetent | kompetenten | live | zuständigen | anderen | andere`,
    agent: `mensch | menschen | mitarbeiter | mitarbeiterin | mitarbeitern | kundenberater | kundenberaterin | berater
      | beraterin | agent | agenten | kundenservice | kundendienst | kundensupport | support mitarbeiter
      | supportmitarbeiter | service mitarbeiter | servicemitarbeiter | ansprechpartner | ansprechpartnerin
      | sachbearbeiter | sachbearbeiterin | kundenbetreuer | kundenbetreuung | kundenbetreuerin | operator | support
      team | supportteam | serviceteam | service team | vertreter | hotline mitarbeiter | angestellten | menschliche
      hilfe | live agent | live chat | vorgesetzten | teamleiter`,
    someone: `person | personen | jemand | jemanden | jemandem | irgendjemand | irgendjemandem | irgendwem | wem | leute
      | leuten | chef | chefin | manager | support | service | team | verkäufer | verkauf | vertrieb | techniker
      | experten | spezialisten | kollege | kollegen | kollegin | geschäftsführer | admin | fachmann | abteilung
      | buchhaltung`,
    anAgent: '{a}? {real}? {real}? {agent}',
    realPerson: `{a}? {real} (person | personen | leute | leuten | ansprechpartner | jemand | typen) | (jemand | jemanden
      | jemandem) (echtes | echten | echtem | richtigem | anderem | menschlichem | anderes | anderen | kompetentem | aus
      fleisch und blut | vom team | von euch)`,
    aPerson: '{anAgent} | {realPerson} | {a}? {real}? {someone} | {a} * (abteilung | team)',

    // Reaching one; the verb mostly comes last.
    talk: `sprechen | reden | chatten | schreiben | kommunizieren | unterhalten | quatschen | telefonieren | spreche | rede
      | chatte | in kontakt treten | verbunden werden | kontakt aufnehmen | zu tun haben | sprechn`,
    connect: `(verbinde | verbinden | verbindet | leite | leiten | leitet | stell | stelle | stellen | bring | übergib
      | übergeben | vermittle | vermitteln) (sie)? (mich | uns | mir | das gespräch | bitte) | mich ~ (verbinden
      | weiterleiten | durchstellen | vermitteln | weiterverbinden)`,
    give: `ich (will | möchte | brauche | hätte gern | hätte gerne | verlange | bevorzuge | wünsche | suche | benötige
      | möcht | mochte | brauch | würde gern | würde gerne) | gib mir | geben sie mir | gebt mir | hol | hol mir | holen
      sie | ruf | brauche | möchte | will | kann ich | bring mir | schick mir | schicken sie mir | bekomme ich
      | kriege ich | hätte gern`,
    want: `{give} | kann | könnte | darf | lass mich | lassen sie mich | würde | wie kann ich | wo kann ich | möglich
      | gerne | gern | lieber | bitte | muss | können wir | ich | wollen`,
    after: `(> | bitte | jetzt | sofort | und | der | die | das | sprechen | reden | haben | der mir | um | für | nicht
      | kein | keinen | hier | am | zum | im | mit | weil | statt | als | hilfe | aber | schnell)`,

    // Naming the chat and judging it.
    bot: 'bot | roboter | chatbot | maschine | ki | computer | bots | automat | maschinen | robotern | robot',
    thisChat: `(der | die | das | dieser | diese | dieses | dein | euer | dieser | so ein | dem | diesem | den) {bad}? (bot
      | roboter | chatbot | chat | assistent | unterhaltung | maschine | gespräch | ki | ding | konversation)`,
    youAre: `du bist | sie sind | ihr seid | bist du | sind sie | {thisChat} (ist | war | sind) | du | was für ein | du bist
      ja | bist`,
    very: `so | sehr | echt | wirklich | total | völlig | ganz schön | ziemlich | ein | eine | einfach | nur | ja | aber
      | absolut | komplett | richtig | zu | wohl | doch | der | die | das | auch | eigentlich | mir | keine | scheinbar
      | offenbar | ganz`,
    bad: `dumm | dumme | dummer | blöd | blöde | blöder | doof | doofer | nutzlos | nutzloser | nutzlose | unnütz | idiot
      | idiotisch | bescheuert | behindert | schlecht | schlechter | schlechte | scheiße | scheisse | scheiß | scheiss
      | scheissbot | scheißbot | mist | müll | schrott | kacke | unfähig | unfähiger | nervig | nervst | hilfsbereit
      nicht | lächerlich | furchtbar | schrecklich | witz | katastrophe | zeitverschwendung | trottel | depp
      | arschloch | versager | nichtskönner | frustrierend | sinnlos | ätzend | grauenhaft | inkompetent | zum kotzen
      | unbrauchbar | mies | lahm | langweilig | hohl | peinlich | penner | wichser | grottig | grottenschlecht`,
    done: `(> | und | aber | ich | du | bot | dass | weil | mir | bitte | für | oder | warum | kann | wie | als | das | man
      | für nichts)`,
    nicht: `nicht | nichts | nie | niemals | nix | gar nicht | überhaupt nicht | nich | kein | keine | keinen | net | immer
      noch nicht | einfach nicht | wirklich nicht | leider nicht | nicht wirklich | mir nicht | mich nicht | mich gar
      nicht | mich einfach nicht | mich überhaupt nicht | offenbar nicht | offensichtlich nicht | mir gar nicht | mir
      überhaupt nicht | mir wirklich nicht | mir leider nicht | mir nicht wirklich | mir kein`,
    that: `das | dies | es | deine antwort | ihre antwort | die antwort | diese antwort | deine antworten | die auskunft
      | diese unterhaltung | so`,
    sigh: `nein | ne | nee | ok | okay | aber | oh | ah | äh | hm | na | tja | och | sorry | ich glaube | ich denke | also
      | hey | man | mann | alter | wow | boah | ja | super | danke | ach`,
  },

  ask: {
    plain: [
      '(mit | an | zu) ({anAgent} | {realPerson}) ~ {talk}',
      '{want} ~ (mit | an) {aPerson} ~ {talk}',
      '(sprechen | reden | chatten | schreiben) (sie)? (mit | zu) ({anAgent} | {realPerson})',
      '{connect} ~ (mit | an | zu | auf)? {aPerson}',
      `{connect} (bitte | direkt | jetzt)? (mit | an | zu) {a}? (abteilung | vertrieb | support | buchhaltung
        | service)`,
      `(mit | an | zu) {aPerson} (weiterleiten | verbinden | durchstellen | weiterverbinden | vermitteln | verbunden
        werden | weitergeleitet werden | weitergeleitet | verbunden)`,
      '{give} (mal | bitte | jetzt | sofort | endlich | lieber | mit | nur)? ({anAgent} | {realPerson}) &{after}',
      `{give} (mal | bitte | jetzt | sofort)? (jemanden | jemand | eine person) (der | die | zum | mit dem | anderen
        | echten)`,
      `(hilfe | unterstützung | kontakt | antwort | beratung | antworten) (von | durch | zu | mit) ({anAgent}
        | {realPerson} | einer person | jemandem)`,
      `(menschliche | menschlichen | persönliche | persönlichen) (hilfe | unterstützung | kontakt | ansprechpartner
        | beratung | support | betreuung)`,
      `(gibt es | ist | habt ihr | haben sie) (hier | da)? ({anAgent} | {realPerson} | jemand | jemanden | eine
        person) ~ (sprechen | reden | chatten | da | verfügbar | erreichbar | schreiben)`,
      `(nicht | keine lust | statt | kein bock | satt | ungern | keinem | keiner | nicht mehr) (mehr)? (mit | an)?
        (einem | einer | diesem | dieser | dem | einen | auf einen | auf)? (bot | roboter | chatbot | maschine | ki
        | computer | bots | maschinen | automaten) (> | sprechen | reden | chatten | schreiben | zu | sondern
        | unterhalten)`,
      '(keinen | kein | keine) (bot | roboter | chatbot | maschine) (> | sondern | mehr | bitte)',
      `(kundenservice | kundendienst | kundensupport | berater | mitarbeiter | mensch | menschen | support) (bitte
        | sofort | jetzt)`,
      '(darf | kann | könnte) ich (bitte | mal)? (mit | an) {aPerson}',
    ],
    likely: [
      '^ {sigh}? {a}? {real}? {agent} (bitte | jetzt | sofort)? $',
      `ist (da | hier) (jemand | ein mensch | wer) (echtes | menschliches)?`,
      '(mit | zu) {aPerson} (sprechen | reden | chatten)',
    ],
    unless: [
      `(immobilienmakler | versicherungsberater | reisebüro | steuerberater)`,
      `(mein | meine | meinen | meinem | meiner | unser | unserem) {real}? ({agent} | {someone})`,
      `(bist du | sind sie | spreche ich | rede ich | ist das | bin ich | chatte ich | schreibe ich | du bist | bist)
        (hier | gerade | wirklich | eigentlich | jetzt | denn | überhaupt | ich | auch)? (mit | mit einem | etwa)?
        {a}? {real}? ({agent} | person | {realPerson})`,
      `(habe | hab | hatte) (ich | schon | bereits | gestern)? ~ (mit | an) {aPerson} (gesprochen | geredet
        | telefoniert | geschrieben)`,
      `(mit) {aPerson} (gesprochen | geredet | telefoniert | geschrieben)`,
      `(nicht | kein | keinen | keine | nie) (mehr)? (mit | zu | an)? {aPerson} ~ {talk}`,
      `(kein | keinen | keine | brauche keinen | will keinen) {real}? {agent}`,
      '(möchte | will | muss | brauche) nicht (mit | zu) {aPerson}',
      'was macht {aPerson}',
      `(wann | wie lange | wo) (ist | hat | sind | arbeitet) {aPerson}`,
      '(körper | rechte | haare) des menschen',
    ],
  },

  frustrated: {
    plain: [
      '{youAre} {very}? {very}? {bad} &{done}',
      `(du | {thisChat} | sie) (nervst | nervt | nerven | verarscht | verarschst | spinnst | versagst | versagt
        | enttäuschst | regst mich auf | machst mich wahnsinnig | gehst mir auf die nerven | kotzt mich an | kotzt an
        | saugst)`,
      `^ {sigh}? {sigh}? {very}? {bad} (bot | chatbot | roboter) | (du | hey du | was für ein | so ein) {very}? {bad}
        (bot | chatbot | roboter)? >`,
      `(du | sie | ihr | {thisChat}) (verstehst | verstehen | versteht | kapierst | kapiert | begreifst | checkst
        | raffst | weißt | weisst | wissen | hörst | lest | liest | lesen | peilst) (mich | ja | es | doch | meine frage
        | mein problem | das | hier | wohl | scheinbar | offenbar | auch | mir | aber)? (einfach | ja | überhaupt
        | gar | immer noch | wirklich | leider | wohl)? {nicht}`,
      `(hast | haben) (du | sie) (mich | es | das | meine frage)? (wieder | schon wieder | wohl)? (nicht | falsch
        | nichts) (richtig)? (verstanden | gelesen | kapiert | beantwortet)`,
      '(hast du | haben sie | du hast) ~ (falsch | missverstanden) ',
      '(falsch verstanden | missverstanden | nicht kapiert)',
      `(du | sie | ihr | {thisChat}) (hilfst | helfen | helft | hilft | antwortest | antworten | beantwortest
        | beantworten | nützt | taugst | taugt | bringst | bringt | kannst | können | könnt | kann | willst | wollen)
        (mir | ja | meine frage | mir ja | einfach | hier | wohl | anscheinend | uns | auch | doch | aber | es)?
        {nicht} (helfen | weiterhelfen | beantworten | antworten | lösen | verstehen | > | weiter | bringen | geholfen
        | machen | verstanden | viel | auf meine)?`,
      '(wenn | dass | weil | ob) (du | sie) (mir)? (nicht | nichts) (helfen | verstehen | antworten)',
      `{that} (hilft | half | nützt | bringt | beantwortet | löst | nutzt) (mir | ja | mich | uns | meine frage | mir
        ja | jetzt | mir auch | mein problem | doch | auch | aber | mir leider | mir jetzt)? {nicht} (weiter | viel
        | > | wirklich | geholfen | sonderlich)?`,
      `{that} (hat | habe) (mir | mich)? {nicht} (geholfen | weitergeholfen | gebracht | beantwortet)`,
      `{that} (war | ist) (mir)? {very}? {very}? (nicht | wenig | keine | kein) {very}? (hilfreich | hilfe | gut
        | sinnvoll | nützlich | brauchbar | grosse hilfe | große hilfe)`,
      `^ {sigh}? {very}? (nicht | wenig | kaum | gar nicht) {very}? (hilfreich | nützlich | sinnvoll) >`,
      `(diese | die) (unterhaltung | antwort | konversation) (ist | war) (nicht | wenig | sinnlos | nutzlos)`,
      'keine (große | grosse)? hilfe >',
      `(nicht | nich) (das)? (was | wonach) ich (dich | sie | dir)? (gefragt | gesagt | gemeint | will | wollte
        | möchte | meine | suche | gesucht | brauche | wissen wollte | wissen will | wissen möchte | hören wollte
        | meinte | frage | gesagt habe)`,
      `(das | danach | so) (habe | hab | hatte) ich (doch | so | gar | dich)? nicht (gefragt | gesagt | gemeint
        | gewollt)`,
      `(das | so) (meinte | wollte | meine | will) ich (doch | gar | aber | so)? nicht`,
      `(habe | hab | hatte) ich (dir | ihnen | doch | euch | das | es)? (dir | ihnen | doch | schon | bereits
        | gerade | eben | das)? (doch | schon | bereits | gerade | eben | mehrmals | dreimal | zweimal)? (gesagt
        | geschrieben | beantwortet | erklärt | erwähnt | angegeben | mitgeteilt)`,
      `ich (habe | hab) (das | es | dir | ihnen | doch)? (dir | ihnen | das | doch | es)? (schon | bereits | gerade
        erst | doch schon) (mehrmals | dreimal | alles | zweimal | mehrfach)? (gesagt | geschrieben | gefragt
        | beantwortet | erklärt)`,
      `(wie oft | zum (dritten | zweiten | zehnten | hundertsten | x ten) mal | schon (dreimal | zweimal | tausendmal
        | hundertmal) | immer wieder das | ständig (das | die) gleiche)`,
      `(immer | schon wieder | ständig | wieder | nur) (die | das) (gleiche | selbe | dieselbe | gleichen) (antwort
        | frage | antworten)? | (wiederholst | wiederholen | wiederholt) (du | sie)? (dich | sich) | (du | sie)
        (wiederholst | wiederholen) | immer dasselbe`,
      `(drehen | dreht | drehe) (uns | sich | mich)? im kreis | führt (zu nichts | nirgendwo hin | nirgends hin
        | nirgendwohin) | bringt (mich | uns)? (nichts | nicht weiter) | kommen (wir)? nicht weiter`,
      `(falsche | schlechte | dumme | blöde | unpassende) (antwort | auskunft | information | antworten) | (das | es)
        (ist | war | stimmt) (leider | doch | einfach | total | aber)? (falsch | nicht richtig | nicht korrekt
        | quatsch | unsinn | blödsinn | nicht) > | (du | sie) (liegst | liegen | irrst | irren) (falsch | dich)`,
      `(beantworte | beantworten sie | beantwortest du) (endlich | bitte | einfach | doch)? (meine | die) (frage
        | fragen) | antworte (mir | endlich | auf meine frage) (endlich | bitte | >)`,
      `(ich (hasse | verabscheue) (dich | diesen (bot | chat) | bots | chatbots) | halt (die | deine) (klappe
        | fresse | schnauze) | halts maul | halt s maul | verpiss dich | fick dich | leck mich | fahr zur hölle | scher
        dich)`,
      `(ich bin | ich werde | bin | habe | ich hab | macht mich | machst mich) {very}? (genervt | sauer | wütend
        | frustriert | satt | enttäuscht) (von | auf | über | mit) (dir | dich | diesem (bot | chat) | ihnen | den
        antworten | deinen antworten | euch bots)`,
      `(ich habe | ich hab | hab) (es | die nase | dich | langsam) (satt | voll)`,
      `(das | dies | es | dieser chat) (ist | war | wird) {very}? {very}? (frustrierend | nutzlos | sinnlos
        | zeitverschwendung | lächerlich | ein witz | nervig | zwecklos | bescheuert | unbrauchbar | kacke | eine
        frechheit)`,
      `(verschwende | verschwendest | verschwenden | verschwendung) (meine | meiner | hier meine)? zeit
        | zeitverschwendung`,
      `(du | sie) (hast | haben) (keine | null) (ahnung | plan) | (bist du | sind sie) (taub | blind | blöd | dumm
        | bescheuert | doof)`,
      `(warum | wieso) (verstehst | antwortest | hilfst | kapierst) du (mich | mir | das | es)? nicht`,
      '(das)? (was | ist | war) (ja)? (kacke | scheiße | scheisse) $',
    ],
    likely: [
      '^ {sigh}? {very}? {bad} (bot)? $',
      `^ {sigh}? (das | es | dies) (ist | war) {very}? {very}? ({bad} | nicht gut | nicht hilfreich) $`,
      '^ {sigh}? ich bin {very}? (frustriert | genervt) $',
      `(fürchte | schätze | glaube | denke | befürchte) (dass)? (du | sie) (mir)? (kannst | können | willst | kann)
      (mir)? nicht (helfen)?`,
    ],
    unless: [
      `ich (verstehe | kapiere | weiß | weiss) (das | es | dich)? nicht`,
      `(die | der | das | meine | mein) (bestellung | lieferung | produkt | ware | paket | zelt | service | laden
      | shop | film | karte | app) (ist | war | sind | funktioniert) ~`,
      `(nicht | gar nicht | nicht so) (schlecht | dumm | übel | blöd)`,
      '(gegen | bei) (meine | meinen | rückenschmerzen | schmerzen)',
      'bin ich (dumm | blöd)',
    ],
  },

  short: {
    yes: [
      `ja | jaa | jap | jep | jepp | jupp | jop | jo | joa | jau | jawohl | jawoll | ja klar | klar | klaro | na klar
        | na gut | na schön | aber klar | klar doch | sicher | sicherlich | natürlich | na sicher | selbstverständlich
        | auf jeden fall | auf alle fälle | gerne | gern | sehr gerne | sehr gern | liebend gern | genau | exakt
        | richtig | korrekt | stimmt | das stimmt | das ist (richtig | korrekt) | so ist es | definitiv | absolut
        | bestimmt | gewiss | durchaus | unbedingt | einverstanden | bin einverstanden | ich bin einverstanden | bin
        dabei | abgemacht | wird gemacht | warum nicht | wieso nicht | kein problem | kein ding | ohne zweifel
        | jederzeit | freilich | passt | passt schon so | jo klar | wäre gut`,
      `(mach | machen) (sie | wir)? (das | es | mal) | mach mal | tu das | tun sie das | leg los | los | dann los
        | los geht s | nur zu | das (wäre | ist | klingt | hört sich | passt) (super | toll | gut | prima | nett | schön
        | lieb | perfekt | klasse | hilfreich | großartig | in ordnung | okay | ok) (an)? | das wäre (sehr)? (nett
        | gut | schön | hilfreich | lieb | toll) | wäre (super | toll | nett | gut | schön | prima) | klingt (gut
        | super | toll | prima | perfekt) | hört sich gut an | ich bitte darum | das möchte ich | möchte ich | ich
        (möchte | will | denke schon | glaube schon | glaube ja | denke ja | stimme zu | akzeptiere | bestätige) | von
        mir aus | meinetwegen | wenn (du | sie) (willst | meinst | möchtest | wollen | meinen) | ja (das wäre | das)
        (super | toll | gut | schön | nett) | ja (bitte | gerne | klar | natürlich | mach das | machen sie das
        | stimmt | genau | danke | möchte ich | will ich) | die antwort ist ja`,
    ],
    fine: [
      `ok | okay | oki | gut | super | toll | prima | perfekt | klasse | in ordnung | alles klar | schön | fein | geht
      klar | cool | spitze | sehr gut | alright`,
    ],
    no: [
      `nein | ne | nee | nö | nööö | nope | nein nein | niemals | nie | auf keinen fall | keinesfalls | keineswegs
        | sicher nicht | bestimmt nicht | natürlich nicht | ganz und gar nicht | gar nicht | überhaupt nicht | absolut
        nicht | nicht wirklich | nich wirklich | nicht unbedingt | nicht nötig | nicht notwendig | nicht jetzt | jetzt
        nicht | noch nicht | nicht heute | heute nicht | momentan nicht | im moment nicht | gerade nicht | lieber
        nicht | besser nicht | eher nicht | nicht interessiert | kein interesse | kein bedarf | später | vielleicht
        später | ein andermal | ein anderes mal | nichts | keine | keiner | keins | auf gar keinen fall | unter keinen
        umständen | denke nicht | glaube nicht | von wegen`,
      `nein (danke | lieber nicht | nicht (nötig | wirklich | jetzt | heute) | passt schon | schon gut | alles gut
        | ist nicht nötig | das ist nicht nötig | muss nicht sein | brauche ich nicht | möchte ich nicht | will ich
        nicht | auf keinen fall | noch nicht | eher nicht) | danke nein | danke nicht nötig | nicht nötig danke
        | (ich)? (möchte | will | brauche | mag | denke | glaube) (ich | das | es)? nicht | ich (möchte | will | brauche
        | denke | glaube | mag) (das | es)? (lieber)? nicht | ich lehne ab | das (ist | wäre) nicht (nötig
        | notwendig) | brauch ich nicht | muss nicht sein | lass (mal | es | das | gut sein | stecken) | lassen (sie
        | wir) (es | das) | vergiss es | vergessen sie es | schon gut | mach das nicht | machen sie das nicht | lieber
        später | die antwort ist nein | ich sage nein | ich verzichte`,
    ],
    accept: [
      `bitte | bitte sehr | mach | jetzt | sofort | schnell | verbinde mich | verbinden sie mich | hol (jemanden
      | einen) | holen sie (jemanden | einen mitarbeiter) | mit einem (menschen | mitarbeiter) | das wäre es | hilfe
      | so schnell wie möglich | das brauche ich | ich brauche hilfe | dann mach | jemanden`,
    ],
    refuse: [
      `passt schon | alles gut | geht schon | ich komme (schon)? klar | das war s | das wars | das war alles | (mir)?
      wäre lieber wenn du (antwortest | weitermachst) | antworte (du)? lieber | ich bleibe (lieber)? bei dir | mach
      (du)? (lieber)? weiter | ich warte | ich kann warten | du (reichst | genügst)`,
    ],
    human: [
      `{real}? {agent} | {real} person | (mit)? (einem | einer | einen)? {real}? (mitarbeiter | menschen | berater
      | person) (sprechen | reden | chatten | verbinden)`,
    ],
    thanks: [
      `danke | vielen dank | dankeschön | danke schön | danke sehr | tausend dank | besten dank | danke dir | danke
      ihnen | tschüss | tschüß | auf wiedersehen | ciao | bis bald | merci`,
    ],
    filler: [
      `bitte | bitteschön | also | äh | ähm | hm | hmm | mhm | oh | ach | na | dann | mal | doch | eigentlich
      | wirklich | schon | halt | eben | einen | ein | und | aber | ich | sehr | jetzt | gleich | auch | mein freund
      | alter | bot | da | das | noch | hallo | so`,
    ],
  },
};
