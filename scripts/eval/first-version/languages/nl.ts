import type { Language } from '../language.ts';

export const nl: Language = {
  code: 'nl',
  words: {
    a: 'een | de | het | uw | jullie | je | n | ander | andere',
    real: 'echt | echte | menselijk | menselijke | levend | levende | live | bevoegde',
    agent: `mens | mensen | medewerker | medewerkers | agent | klantenservice | klantendienst | adviseur | vertegenwoordiger
      | helpdesk | servicemedewerker | supportmedewerker | operator | klantenservicemedewerker | menselijke hulp
      | klantenondersteuning`,
    someone:
      'persoon | iemand | manager | leidinggevende | team | support | collega | verkoop | baas | personen',
    aPerson:
      '{a}? {real}? ({agent} | {someone}) | iemand (echt | anders | van (het | jullie) (team | klantenservice))',
    aReal: '{a}? {real}? {agent} | {a}? {real} (persoon | iemand)',
    talk: `praten | spreken | chatten | overleggen | communiceren | contact opnemen | contact | kletsen | spreek | praat`,
    want: `ik wil | ik wil graag | wil ik | kan ik | mag ik | ik zou graag | zou ik | ik moet | laat me | wil | graag | ik
      kan | kunnen we | kan ik misschien | hoe kan ik`,
    bot: 'bot | robot | chatbot | machine | computer',
    youAre: `je bent | jij bent | u bent | ben je | (deze | die | dit | stomme) (bot | chatbot | robot) is | wat een | deze
      bot is`,
    bad: `nutteloos | nutteloze | dom | domme | stom | stomme | waardeloos | waardeloze | slecht | idioot | irritant
      | vervelend | onzin | rotzooi | hopeloos | belachelijk | frustrerend | klote | kut | debiel | tijdverspilling`,
    very: 'echt | zo | heel | erg | zeer | totaal | een | gewoon | volkomen | te | wel',
  },
  ask: {
    plain: [
      '{want} ~ met {aPerson} ~ {talk}',
      '{want} ~ {talk} met {aPerson}',
      '(praten | spreken | chatten) met {aPerson}',
      'met {aReal} (praten | spreken | chatten | verbinden)',
      '{want} {aReal} (spreken | aan de lijn)?',
      `een (medewerker | mens | echt persoon | echte persoon) (spreken | alstublieft | alsjeblieft | graag)`,
      `(verbind | verbindt | verbinden | schakel) ~ (met | door) ~ {aPerson}`,
      '(me | mij) (doorverbinden | verbinden) met {aPerson}',
      'doorverbinden',
      `(geef | geef me | geef mij | ik wil | ik heb | ik wil liever | liever) {a}? {real}? ({agent} | echte persoon
        | echt persoon) (nodig | aub)?`,
      '(hulp | contact) (van | met) {aReal}',
      '(niet | geen) (met)? (een)? {bot} (praten | maar | >)',
    ],
    unless: [
      '(mijn | onze) ({agent} | {someone})',
      `(ben je | ben jij | bent u | spreek ik | praat ik) (met | nu met)? (een)? (echt | echte)? {aPerson}`,
      '(niet | geen) (met)? {aPerson}',
      '{agent} (rechten | haar)',
    ],
  },
  frustrated: {
    plain: [
      '{youAre} {very}? {very}? {bad}',
      '{bad} (bot | robot | chatbot)',
      `(je | jij | u | deze bot) (begrijpt | snapt | helpt | luistert | leest) (me | mij | het | er | dat)? (echt
        | ook | helemaal | gewoon)? (niet | niets | niks)`,
      `(dit | dat) (helpt | hielp) (me | mij)? (niet | niets | echt niet | helemaal niet)`,
      `(dit | dat) is (niet | totaal niet | helemaal niet) (nuttig | behulpzaam | wat ik (vroeg | bedoel | bedoelde
        | vraag | wil))`,
      '(niet | niet wat) wat ik (vroeg | bedoel | bedoelde | zei)',
      'niet (nuttig | behulpzaam)',
      `(ik heb | heb ik) (dat | het)? (al | net) (gezegd | verteld | gevraagd)`,
      `(hoe vaak | steeds hetzelfde | telkens hetzelfde | steeds dezelfde | altijd hetzelfde)`,
      '(verkeerd | fout | verkeerde) antwoord',
      'beantwoord (mijn | de) vraag',
      '(dit | dat) is {very}? {bad}',
      'ik haat (deze bot | je | jou)',
      'houd je mond | hou je bek | rot op',
    ],
    unless: ['ik (begrijp | snap)'],
  },
  short: {
    yes: [
      `ja | jaa | jawel | jep | jazeker | zeker | natuurlijk | graag | ja graag | prima | klopt | dat klopt | inderdaad
      | tuurlijk | uiteraard | absoluut | doe maar | doe dat | dat is goed | is goed | akkoord | lijkt me (goed
      | prima) | waarom niet | geen probleem | klinkt goed | dat zou (fijn | mooi | goed | geweldig) zijn | ga je gang
      | zeker weten`,
    ],
    fine: ['ok | oke | oké | goed | mooi | perfect | top | fijn'],
    no: [
      `nee | nee hoor | neen | nee (bedankt | dank je | dank u | liever niet | niet nodig) | niet nodig | liever niet
      | nu niet | niet nu | nog niet | helemaal niet | zeker niet | absoluut niet | nooit | hoeft niet | dat hoeft niet
      | laat maar | geen interesse | later | misschien later | ik wil niet | niet echt | geen behoefte`,
    ],
    accept: ['verbind me | een mens | alsjeblieft'],
    refuse: ['het gaat wel | ik red me wel'],
    human: ['{real}? {agent} | {real} persoon'],
    thanks: ['bedankt | dank je | dank u | dank je wel | dankjewel | dank u wel'],
    filler: ['alstublieft | alsjeblieft | aub | maar | hoor | dan | even | wel | heel | een | en'],
  },
};
