import type { Vocabulary } from '../../grammar.ts';

/** What English phrases are composed of. */
export const words: Vocabulary = {
  // Naming a person.
  a: 'a | an | the | your | ur | any | some | another | one of your | a different',
  swear:
    'damn | damned | goddamn | god damn | bloody | freaking | frigging | fucking | fuckin | stupid | effing',
  real: 'real | live | living | actual | human | physical | proper | genuine | flesh and blood | breathing | real life',
  desk: `customer | client | support | service | services | sales | billing | technical | tech | chat | help | care
    | account | accounts | finance | returns | refunds | refund | complaints | orders | order | shipping | delivery
    | warranty | payments`,
  quality: `{real} | {swear} | {desk} | competent | qualified | knowledgeable | senior | trained | helpful | online | local
    | new | good`,
  // These mean somebody of this business by themselves.
  agent: `human | humans | human being | human beings | humna | agent | agents | representative | representatives | rep
    | reps | operator | operators | adviser | advisor | advisers | advisors | csr | supervisor | team member | team
    members | staff member | member of (your | the) (staff | team | crew) | employee | employees | staff
    | receptionist | attendant | moderator | (customer | client) (service | services | support | care | assistance
    | relations | success) | support (team | person | staff | people) | help desk | helpdesk | service desk | call
    center | call centre | tech support | technical support | human support`,
  // These do so when the visitor wants to talk to them.
  someone: `person | people | someone | somebody | anyone | anybody | some one | any one | manager | managers | boss | team
    | sales | support | billing | specialist | expert | technician | consultant | assistant | associate | admin
    | administrator | owner | colleague | guy | guys | man | woman | dude | department | dept | officer | salesperson
    | headquarters | higher up | professional`,
  anAgent: `{a}? {quality}? {quality}? {agent} | {a} {real} * {agent} | your * (agents | team | staff | reps | people
    | employees)`,
  realPerson: `{a}? {quality}? {real} (person | people | someone | somebody | individual | man | woman | one | assistant | voice)
    | (someone | somebody | anyone | anybody) (real | human | living | else | (who | that) (is | s) (real | human | a
    human | not a bot))`,
  aPerson: `{anAgent} | {realPerson} | {a}? {quality}? {quality}? {someone} | {a} * (team | department | dept | desk | people
    | guys | guy | manager | representative | rep | specialist)`,

  // Reaching one.
  talk: `talk | tlak | takl | talkk | speak | chat | converse | communicate | text | (talk | speak | chat) (directly | live
    | again | now | just) | have a (chat | word | talk | conversation)`,
  talking:
    'talking | speaking | chatting | conversing | communicating | having a (chat | conversation)',
  to: 'to | with | w | wth | too | 2',
  reach: `{talk} {to} | (get | be | become) (connected | transferred | passed on | forwarded | redirected | referred) (to
    | with) | (get | be put) through to | get (hold | a hold | ahold) of | get (help | assistance | support | an answer
    | answers) from | be (helped | served | assisted) by | switch (over)? to | interact with | deal with`,
  contact: `contact | reach | reach out to | get in (touch | contact) with | message | find | ask for | request | see | meet`,
  connect: `(connect | transfer | forward | refer | escalate | direct | redirect | route | link | hand | pass | send | switch
    | patch | put) me | (connect | transfer | forward | escalate | redirect | route | hand | pass | send | switch) (us
    | this | it | (my | this | the) (chat | conversation | call | case | issue | request | ticket | problem
    | question)) | (pass | send | hand | switch) me (on | over | along | off) | (put | patch) me (through | on | over
    | in contact | in touch) | get me (connected | transferred | through | over | in touch) | connect | escalate`,
  give: `give me | gimme | get me | bring me | find me | send me | fetch me | pass me | hand me | bring in | bring | call
    | get | fetch | let me have | give me to | assign me | loop in`,
  want: `want | wanna | need | require | demand | request | prefer | (would | d | id | ill) (like | love | prefer | rather
    have) | looking for | asking for | asked for | waiting for | insist on | wish for`,
  wish: `({want} | have | have got | got | has | like | love | prefer | trying | try | tried | hoping | hope | wanted
    | wish | ready | able | possible | possible for me | way | chance | option | asking | asked | allowed | time | glad
    | happy) to | wanna | gotta | must | should | would rather | id rather | better | wish i could | let me | lemme
    | let us | please | pls | plz | just | can | and | or | help me to? | (can | could | may | might | cant | cannot
    | couldnt | can not) (i | we | you | u | ya | someone | i please | i just) (please | just | maybe | possibly | pls)?
    ((help | let | get | have | allow) me to?)? | i (can | could | may | cant | cannot) (just | please)? | how (do
    | can | could | would | should | may) i (get to)? | how to | where (can | do | could) i | (help | assistance) (me)?
    to | (do | done) to | want you to let me`,
  likes: `(want | need | like | would like)? (some)? (help | assistance | assist me) (me)? (with | in)? | prefer | mind
    | rather be | feel like | interested in | how about | more comfortable`,
  // What may follow a person who is wanted, as opposed to "a human hair wig".
  after: `(> | to | please | pls | plz | now | not | instead | for | who | that | and | because | asap | here | right
    | immediately | in | on | so | help | soon | today | this | thanks | thank | if | about | or | with | regarding
    | rather | can | as | at | i | ok | already | over | available | from | but | before | is | it | you | no | just
    | cause | since | quickly | directly | urgently | man | bro | sir | fast)`,

  // Naming the chat.
  bot: `bot | bots | chatbot | chatbots | chat bot | chat bots | robot | robots | ai | ai (assistant | bot | thing | chat)
    | automated (system | assistant | responses | replies | messages | chat | service) | virtual (assistant | agent)
    | bot thing | chat thing | digital assistant`,
  machine: '{bot} | machine | machines | computer | program | algorithm',
  thisChat: `(this | that | the | your | these | such a) {swear}? {bad}? ({bot} | assistant | chat | conversation | dialogue
    | live chat | help chat | tool) | (this | the) (whole | entire) (chat | conversation | thing) | talking to you`,
  you: 'you | u | ya | {thisChat} | bot | chatbot',
  youAre: `you (are | were | re | r | seem | sound | have been | ve been | must be | can be) | youre | youve been | u (are
    | r) | ur | are you | r u | call yourself | find you | (think | thought) you are | {thisChat} (is | are | was | has
    been | seems) | (bot | chatbot) is | (bots | robots) are`,

  // Judging it.
  very: `so | so much | really | very | just | such | a | an | the | totally | completely | absolutely | clearly
    | obviously | pretty | quite | rather | too | truly | utterly | all | kind of | kinda | as | being | still
    | extremely | incredibly | super | literally | honestly | seriously | simply | most | one | {swear}`,
  bad: `useless | stupid | dumb | dumber | dumbest | idiot | idiots | idiotic | moron | moronic | imbecile | annoying
    | terrible | awful | horrible | pathetic | worthless | crap | crappy | shit | shitty | rubbish | garbage | trash
    | lame | ridiculous | hopeless | incompetent | unhelpful | irritating | silly | disgusting | clueless | brainless
    | retarded | retard | joke | disgrace | bullshit | pointless | worst | dull | frustrating | infuriating | ignorant
    | dumbass | asshole | jerk | bitch | fool | nonsense | piece of (shit | crap | junk | garbage) | lousy | bad
    | nuisance | inept | failure | mess | waste | waste of (my)? (time | space) | boring | atrocious | abysmal
    | unbearable | maddening`,
  notGood: `no (help | good | use) | of no (help | use) | wrong | incorrect | mistaken | repeating yourself | contradicting
    yourself | repetitive | (not | never | hardly | barely | arent | isnt | aint | wasnt | werent) (even | being | at
    all | exactly)? {very}? {very}? (helping | helpful | useful | good | smart | intelligent | clever | bright | cool
    | working | understanding | listening | answering | reading | making sense | competent | capable | great | (any
    | much) (help | use | good))`,
  // What shows that the judgement is complete, and not of "a bad tent".
  done: `(> | at | to | and | i | you | because | so | please | ok | lol | man | bro | bot | all | right | now | with | of
    | but | as | me | when | can | it | just | its | this | that | robot | ai | thing | machine | why | what | dude
    | answer | here | get | give | let | how | if | again | dont | do | ever | stop | no | ugh)`,
  doNot: `dont | do not | doesnt | does not | didnt | did not | never | cant | cannot | can not | wont | will not | havent
    | have not | hasnt | couldnt | (are | is) (not able | unable) to | (arent | isnt) able to | (fail | failed | fails
    | refuse) to | hardly | barely | arent | isnt | are not | is not | not`,
  adverb: `even | just | clearly | still | really | obviously | actually | ever | always | honestly | literally | simply
    | apparently | (seem | appear | want | wanna) to? | fucking | quite | fully | properly | correctly | exactly | been
    | be | know how to | truly`,
  understand: `understand | understood | understanding | comprehend | listen | listening | grasp | (get | getting | got) (me | it
    | that | this | what | anything | the (point | question | problem)) | hear me | read (what | my) | (make | made
    | making) (any)? sense | know (what | anything | how to (help | answer)) | follow what`,
  help: `help | helped | helping | helps | assist | useful | helpful | be (of)? (any)? (help | use | helpful) | do
    (anything | your job | what i (want | need | ask | asked)) | (solve | fix | resolve) (it | this | that | my | the
    | anything)`,
  answer: `answer | answered | answering | respond | responded | respond to | address | reply | reply to | anwser | awnser`,

  // Judging an answer.
  that: `that | this | it | thats | its | these | those | they | which | your (answer | answers | response | responses
    | reply | replies | suggestion | suggestions | advice | link | links) | (the | this | that) (answer | response
    | reply | information | suggestion | advice | link | command) | what you (said | say | are saying | sent | wrote
    | told me)`,
  isNot: `isnt | is not | not | wasnt | was not | aint | are not | arent | isnt even | is still not | still isnt | still not
    | werent | doesnt (seem | sound | look) | does not (seem | sound | look) | cant be | isnt really | is (definitely
    | totally | really) not | has nothing to do with`,
  iAsked: `(what | anything | the thing | how | answering what | (exactly | quite | even | really | close to) what) (i | im
    | ive | we) (have | had | was | am | just | did | really | actually | clearly | been | ve)? (asked | ask | asking
    | said | say | saying | meant | mean | wanted | want | requested | request | looking for | after | searching for
    | searched for | need | needed | wrote | typed | told | expected | talking about | intended | trying to)`,
  answerNoun: `answer | answers | response | responses | reply | command | information | info | question | instruction | solution
    | advice | suggestion | topic | task | request`,
  wrong: `wrong | in (a)? wrong (manner | way) | wrongly | incorrect | incorrectly | inaccurate | irrelevant | unrelated
    | not (right | correct | correctly | the right | the correct)`,
  told: `told | said | asked | explained | answered | mentioned | gave you | given you | wrote | written | typed | stated
    | specified`,
  times: `(two | three | four | five | ten | many | several | multiple | 2 | 3 | 4 | 5 | 10 | 100 | hundred | thousand
    | million) times | twice`,
  again: 'again | over and over | {times} | every time | all the time | each time | repeatedly',
  fedUp: `frustrated | angry | mad | annoyed | fed up | sick | sick and tired | tired | upset | furious | pissed | pissed
    off | disappointed | irritated | done | losing (my)? patience | out of patience | infuriated`,
  sigh: `no | nope | ok | okay | well | but | and | oh | uh | uhh | um | hm | hmm | ugh | sorry | wait | stop | thanks | so
    | oops | damn | dammit | shit | hey | god | my god | oh my god | omg | wow | bot | lol | i think | i guess | oh no
    | uh no | what | seriously | man | really`,
  stance: `great | nice | good | perfect | fine | awesome | helpful | lovely | wonderful | amazing | excellent | fantastic
    | ideal | cool | brilliant | appreciated | ok | okay | super`,
  yesSure: `a | an | that | absolutely | totally | completely | definitely | a definite | a big | a resounding | a hard | a
    firm | exactly | very | most definitely | an absolute`,
  reallyVery: 'really | very | so | just | absolutely | totally | pretty | much',
  thatIsA: `(that | it | this | that would | it would | this would) (is | be | s) | thats | its | thatd be | itd be | my
    (answer | response) (to (that | this | your question | it))? is | the answer (to (that | your question | this))?
    is | (i | ill | id | i would | i will | i have to | i must | i gotta | i would have to | i want to) say (the
    answer (to that)? is)? | i vote | it means | im going with`,
  aPersonShort: `a person | a human | an agent | human | agent | someone | somebody | a real person | a team member | your team
    | customer service | support | the team | a representative | an operator | a colleague`,
};
