import type { Phrases } from '../../language.ts';

/** Being let down by the chat, in English. */
export const frustrated: Phrases = {
  plain: [
    '{youAre} {very}? {very}? {very}? {bad} &{done}',
    '{youAre} {very}? {notGood} &{done}',
    'how ({bad} | annoying) you are',
    '< (what)? {sigh}? {very}? {very}? {bad} {bot}',
    '(bot | chatbot | ai | robot | chat) (suck | sucks | fail | fails | failed)',
    `{you} (just | still | clearly | really | obviously | simply | always)? (suck | sucks | stink | annoy me | piss
      me off | drive me (crazy | mad | nuts | insane) | irritate me | bore me | misunderstood | misunderstand
      | misread | messed up | screwed up | got it wrong | made (a | some)? (mistake | mistakes) | (wasted | waste) my
      time | failed)`,
    `{youAre} (annoying | boring | irritating | frustrating | confusing | wasting | driving | ignoring | pissing
      | repeating | misunderstanding | mocking) (me | my time | yourself | my patience | the same | what i | everything)`,
    '{you} {adverb}? {doNot} {adverb}? {adverb}? {understand}',
    `{you} {adverb}? {doNot} {adverb}? {adverb}? {help} (me | > | at all | with (this | what | anything | it | that
      | my (question | problem | issue)) | much | us | anyone | then | here | either | and | so | get)`,
    `{you} {adverb}? {doNot} {adverb}? {adverb}? {answer} ~ (my | the | what i | me | anything | any) (question
      | questions | query | asked | message | messages | problem | >)`,
    `{you} {adverb}? {doNot} {adverb}? (answer | respond | listen | reply | answering | responding | listening) (at
      all | to me)? >`,
    '{you} {doNot} {adverb}? (do (anything | what i (want | need | asked) | your job) | get (anything | it) right)',
    `{you} {doNot} {adverb}? {adverb}? (get | got | hear | read | do | did | give | given | done | provide | follow
      | execute | address | interpret | say) ~ ({wrong} | right | correctly | correct | properly | exact | what i)`,
    `(are | r) (you | u) {very}? {very}? (stupid | dumb | deaf | blind | broken | retarded | thick | daft | even
      (listening | reading | real | trying))`,
    `(do | did | can | could) ({you}) even (understand | read | listen | know | help | work | get | answer | care
      | hear)`,
    '(do | did) you (get | understand | know) anything',
    `(cant | dont | didnt | why (dont | cant | wont | arent | do | are | didnt) | wont) (you | u) {adverb}? (read
      | understand | understanding | listen | listening | get it | answer | answering | respond | responding | repeating
      | ignoring | so (stupid | dumb | useless | bad | annoying))`,
    `(you | u | bot | chatbot) {adverb}? (keep | keeps | kept | continue | continues) (on)? (saying | asking
      | repeating | giving | sending | telling | misunderstanding | showing | getting | answering | responding
      | ignoring | going | replying | suggesting | linking | to (ask | say | repeat | send | give))`,
    `(stop | quit) (repeating (yourself | the same | that) | asking (me)? (the same | that | this | again) | saying
      (that | the same | this | sorry) | giving me | sending me (the same | that | these) | wasting my | ignoring me
      | apologizing)`,
    `same (answer | answers | response | thing | things | question | questions | message | reply | link | links
      | crap | nonsense | text | stuff) (again | over | every | each | as before | repeatedly | all the time | twice)`,
    `(going | running | talking | went | go | run) (round | around)? in (circles | a circle | loops | a loop) | stuck
      in (a | this) loop`,
    '(going | getting | leading | leads | goes | got | gets) (absolutely | us | me)? (nowhere | to nothing)',
    `how (many times | often) (do | did | must | have | should) i ~ (tell | ask | repeat | say | asked | told
      | explain | explained)`,
    '{times} (now)? i (have | ve)? (asked | told | said | repeated)',
    'i (have | ve | had | am | did | just)? (already | literally) (just)? {told} | i just told you',
    `ive (already | literally) {told} | i told (you | u) (already | before | this | that)? {again} | as i (already
      | just) (said | told | mentioned | explained)`,
    '(already | just) (told | asked | gave | explained to) (you | u)',
    'i (have | ve)? (asked | told | said | repeated | explained | written) ~ {again}',
    'i (keep | kept) (asking | telling | repeating | saying | explaining)',
    '{isNot} {iAsked}',
    'not (even)? (answering | an answer to | the answer to | related to | relevant to) (my | what i | the)',
    `i (did not | didnt | never | dint) (even | actually)? (ask | say | said | mean | meant | want | wanted | request
      | requested | mention) (you)? (for | about)? (that | this | it | such)`,
    'i (asked | meant | wanted | said | requested) (for)? (something | anything) (else | different)',
    '(thats | its | is | was | seems | {that}) {very}? {wrong} {answerNoun}',
    '< {sigh}? {sigh}? (a | the)? {wrong} {answerNoun} (again | bot | man)? >',
    `{isNot} (the | a | an | quite | really)? (right | correct | proper | appropriate | accurate | helpful | useful)
      {answerNoun}`,
    '{answerNoun} (is | was | are | seems) {very}? ({bad} | {wrong})',
    '{answerNoun} {isNot} {very}? (right | correct | relevant | helpful)',
    `(you | u | youve) (have | did | just | ve)? (gave | give | given | did | done | got | get | gotten | understood
      | heard | taken | took | made | performed | executed | answered | provided | told | responded | interpreted
      | understand | had) ~ {wrong}`,
    `youve (messed | misunderstood | screwed | failed | made (a | some)? (mistake | mistakes)) | you (have)? (messed
      | screwed | fucked) (it | this | that)? up | you have (misunderstood | messed | failed)`,
    `{that} ({doNot} | isnt | is not | not | wasnt | was not | is hardly | is no | was no) {very}? {adverb}? (help
      | helped | helping | helpful | useful | answer | solve | any help | much help | of (any | much)? (help | use)) (me
      | us | much | anything | it | this | at all | either | (my | the) (question | problem | issue | query))? &{done}`,
    `< {sigh}? {sigh}? {very}? (not | isnt | doesnt | never | didnt) (very | really | being | at all | that | so
      | too | exactly | particularly)? {very}? (help | helping | helpful | helped | useful) (me)? (at all | here | much
      | either | bot | really)? >`,
    '(not | never) (very | really | at all | being | that | so)? (helpful | helping) (me)? (at all | either)? >',
    `{thisChat} (is | was | seems | has been | isnt | wasnt) {very}? {very}? ({bad} | {notGood} | not | helpful
      | useful | working | good) &{done}`,
    '{thisChat} {doNot} {adverb}? (work | working | help | function | know | listen)',
    `(this | it | that | its | thats) (is | was | has been)? {very}? {very}? (useless | pointless | hopeless | waste
      of (my)? (time | energy) | no (help | use | good) | unhelpful | going nowhere | not (helping | helpful)
      | bullshit | frustrating (experience | conversation | chat)) &{done}`,
    '(wasting | wasted) (my | our | everyones) time | < {sigh}? (what)? a? (complete | total)? waste of time >',
    `i (really | just | fucking | absolutely)? (hate | despise | detest | cant stand | dont like) (you | u
      | {thisChat} | (talking | chatting | speaking | dealing) (to | with) ({bot} | a {bot} | you) | bots | chatbots
      | your (answer | answers | responses)) &{done}`,
    `(fuck | screw | damn | curse) (you | u | off | {thisChat}) | shut (the fuck | the hell)? up | stfu | go to hell
      | piss off | drop dead | kiss my ass`,
    `{very}? {fedUp} (with | at | of | by | over | from) (you | u | {thisChat} | (talking | repeating | explaining
      | chatting | trying) | bots | the bot | your (answer | answers | responses | replies))`,
    `(on my nerves | (making | driving | pissing) me (so | really)? (mad | angry | crazy | nuts | insane | off
      | frustrated))`,
    `< {sigh}? (just | please | then | now | will you | would you)? (just | please)? {answer} (my | the | me | it)
      (damn | fucking)? (question | questions | now | properly | please | >)`,
    `i (just)? (want | need | demand) (an | the | a (real | proper | straight) | you to) (answer | answer (me | my
      question | the question | it)) (now | please | me | to my question)? >`,
    '(pay attention | do your job | learn to (read | listen | count | understand) | use your brain)',
    `(you | u) (obviously | clearly | really | sure)? (should | need to | must | have to | ought to) (learn | listen
      | be (fixed | fired | replaced | improved | ashamed | smarter) | improve | get better)`,
    `(you | u) {adverb}? (have | got | had) (no | zero) (idea | clue | brain | brains) | (you | u) (make | makes
      | made) (no | zero) sense | (you | u) (know | understand | understood | do | get | solved) nothing`,
    '(youre | you are) fired | (what | whats) (is)? wrong with you | whats your problem',
    `< {sigh}? {sigh}? (thats | its | that is | it is | this is | i think) (just | so | all | totally | completely)?
      (wrong | incorrect | not (right | correct | true)) >`,
  ],
  likely: [
    '(i (dont think | doubt)) (that)? {you} can (actually | really)? (help | do | solve | answer | understand)',
    `(i (guess | think | see | suppose | fear) | so | then) (that)? {you} (cant | cannot | are unable to | wont | are
      not able to) (actually | really)? (help | do what | solve | answer | understand)`,
    `^ {sigh}? (im | i am | i m | getting | feel | i feel) {very}? {very}? (frustrated | fed up | losing patience
      | losing my patience) (now | already | here)? $`,
    `^ {sigh}? (this | its | that | thats) (is | was)? {very}? {very}? (frustrating | annoying | infuriating
      | ridiculous | absurd | unacceptable | crap | shit | rubbish | stupid | nonsense) (man | bot | answer | response
      | now)? $`,
    '< {sigh}? (this | it | that) (sucks | blows) (man | bot)? >',
    `< {sigh}? {very}? (useless | stupid | idiot | moron | pathetic | hopeless | rubbish | unhelpful | dumbass
      | nonsense | bullshit | worthless | incompetent | ridiculous | what a joke) (thing | answer | lol | reply)? >`,
    '(oh my god | omg | ugh | argh | seriously) (not)? again',
    '(do | did) (you | u) (not | really not) (understand | get | read | listen | hear)',
    '(misunderstood | misunderstand | ignoring | ignored | ignore) (me | my (question | message | request | command))',
    '(bad | terrible | awful | stupid | useless | poor) (answer | response | reply | bot) >',
    `{answerNoun} (was | is) (not | never)? (done | understood | executed | followed | answered) ({wrong} | properly
      | correctly)?`,
    '(feel | am | m) (a (little)? (bit)?)? disappointed >',
  ],
  unless: [
    '(if | when | unless) (you | u | this | that | it) ~ (mind | know | like | prefer)',
    `{bad} (store | shop | company | bank | service | services | product | products | website | site | airline
      | business | customer | delivery | quality | people | guys | weather | movie | film | day | acting | smell | taste
      | luck | idea)`,
    `(you | u | your) (guys | people | company | store | shop | delivery | bank | staff | driver | website | app
      | product | products)`,
    `(not | never | isnt) {very}? (bad | stupid | dumb | idiot | terrible | awful | lame | annoying | useless
      | boring | wrong)`,
    '(i am | im | am i | i was | i feel | make me feel) {very}? {very}? {bad}',
    '(cant | dont | do not | cannot) (understand | get | hear | know) (you | why | how | your | this | that | it)',
    `(order | item | size | color | colour | product | address | amount | number | card | account | payment | charge
      | rate | date | price | package | phone | app | website | site | tent | movie | film) (is | was | are | were
      | isnt | doesnt | didnt) ~`,
    `(something | anything | nothing | what | whats | somethings) (is | was | has | s | went | going | could be | i
      (did | do | am doing))? (wrong | bad)`,
    `(wrong | incorrect | false) (order | item | size | color | colour | product | address | amount | number | pin
      | password | passcode | card | account | charge | rate | exchange | date | price | name | person | place | day
      | time | currency | model | flight | city)`,
    `(i | am i | did i | he | she | they | seller | merchant | courier | driver | bank | atm) ~ (did | doing | got
      | put | entered | sent | chose | bought | ordered | gave | charged | delivered) ~ {wrong}`,
    '(you | u | youve) ~ (sent | charged | delivered | shipped | billed | debited | refunded) ~ {wrong}',
    '(gave | sent | give) ~ wrong (change | size | item | amount | order | cash | card | number | address)',
    `(help | helping | helped | helpful | useful | good) (with | for | to | against) my (back | knee | knees | feet
      | skin | hair | dog | cat | baby | kids | sleep)`,
    '(are | r) (you | u) (a | an | the | sure | real)',
    'too bad',
    '(confirm | hear | repeat | clarify | try | say) ~ i (have)? just (said | told)',
  ],
};
