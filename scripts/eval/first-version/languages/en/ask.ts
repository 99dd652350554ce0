import type { Phrases } from '../../language.ts';

/** Wanting a person, in English. */
export const ask: Phrases = {
  plain: [
    '{reach} ({anAgent} | {realPerson})',
    `{wish} (contact | reach | get in touch with) {a}? (assistant | someone | somebody | person | manager
      | supervisor)`,
    `(help | assistance | helping) (me)? (to)? (contacting | reaching | contact | reach) ({anAgent} | {a}? (assistant
      | someone | somebody | person))`,
    '< (talking | speaking | chatting) {to} {anAgent}',
    '{wish} ({reach} | {contact}) ({anAgent} | {realPerson})',
    '{wish} {reach} {aPerson}',
    '{wish} {talk} {aPerson} &{after}',
    '{likes} {talking} {to}? {aPerson}',
    '{connect} (to | with | over to | on to | through to | onto | in to) {aPerson}',
    '{connect} (to | with | over to | on to | through to) {a}? {desk} {desk}? &{after}',
    `< please? (transfer | escalate | connect | redirect) (me | this | this chat | the chat) (please | now
      | already)? >`,
    '(hand | put | patch) me (over | through) (please | now)? >',
    `{give} {a}? {quality}? {real} (person | people | someone | somebody | agent | assistant | one | support
      | operator | man | woman)`,
    '{give} {a}? {quality}? {quality}? {agent} &{after}',
    '{give} {a} {quality}? (manager | supervisor | person | admin | specialist) &{after}',
    '(give | get | bring | send) me (someone | somebody | anyone | a person) &{after}',
    '{want} ({anAgent} | {realPerson}) &{after}',
    `{want} {a}? {quality}? (human | live | real | personal | manual | {agent}) (help | assistance | support
      | contact | interaction | intervention | service | chat | response)`,
    `(help | assistance | support | helped | assisted | answered | answers | an answer | response | served | handled)
      (from | by | of) ({anAgent} | {realPerson} | a person)`,
    `{want} (someone | somebody | a person | anyone) (else | real | human | competent | (who | that) (knows
      | understands | can (actually | really)) | with a brain | to (talk | speak | chat))`,
    '(is | are) there ({anAgent} | {aPerson}) ~ (talk | speak | chat)',
    `(is | are) there (a | an | any | some) {quality}? (human | humans | agent | agents | real person | real people
      | actual person | representative | operator) (here | there | available | online | around | who | that | i can | on
      | in | >)`,
    `(any | no) {real}? (human | humans | agents | agent | real people | real person | people | person) (here | there
      | available | online | around) (please | to | who | that | >)`,
    `(dont | do not | didnt | not | never | hate | stop | rather not | without | tired of) (really)? (want | wanna
      | like | need)? to? (talk | speak | chat | talking | speaking | chatting | deal | dealing | write) (to | with)? (a
      | an | the | this | some | any)? {swear}? {machine}`,
    `(not | instead of | rather than | other than) (a | an | the | this | another | some | to a | with a) {swear}?
      {machine} (please | but | and | give | get | >)`,
    `(no | no more | stop with the | enough with the | get rid of the | skip the) {swear}? (bots | bot | robots
      | chatbot) please? >`,
    '(switch | turn | change) (me)? (over)? to (a)? {real}? (human | person | agent | operator | live chat)',
    `(have | get | let | ask | tell) ({anAgent} | manager | supervisor | someone | somebody | a person) to? (contact
      | talk to | speak to | speak with | talk with | chat with | help | assist | take over | step in | join)`,
    `(can | could | will | would) (you have)? ({anAgent} | {realPerson} | someone (from | on | in) your (team
      | staff)) (please)? (help | look | assist | contact | call | talk | speak | take over | answer | reply | join)`,
    '(have | get) (a person | someone | somebody) (to)? (call | contact | reply to | help) me',
    '{want} someone to (talk to | speak to | speak with | talk with | explain | help me)',
    '(complain | complaint | escalate | feedback) (to | with) {a} {quality}? (manager | supervisor)',
    `(can | could | may) (i | you | we) (get | have | find | see) ({anAgent} | {realPerson} | a person | a manager
      | the manager) &{after}`,
  ],
  likely: [
    `(can | could | may) (i | we) (get | have) (someone | somebody | a specialist) (to (talk | speak | chat) | on
      this chat | here | else)`,
    `(human | agent | person | someone | operator | representative | somebody) (please | pls | plz | now | asap
      | immediately | needed | required) >`,
    `< {sigh}? {a}? {real}? {real}? (human | agent | operator | representative | customer service) (please | pls
      | plz | now | instead | asap)`,
    '(talk | speak | chat) {to} {aPerson} (> | please | now | about | instead | directly | right now)',
    'is (there)? (anyone | anybody | someone | somebody) ~ (talk | speak | chat | human)',
    '(want | need | demand) (a | another | the) {quality}? (person | manager) &{after}',
    '(any | is a) (human | agent | representative | operator) available',
  ],
  unless: [
    // Agents, operators and humans of other kinds.
    `(travel | estate | insurance | literary | secret | cleaning | free | double | rental | letting | leasing
      | ticket | press | talent | sports | user | tour | bleaching | reducing | customs | bail | mortgage | federal
      | station | thickening | drying | crane | forklift | tower | drone | plant | phone | smooth | boolean) {agent}`,
    '(my | his | her | their | our | other | a friend) {quality}? ({agent} | {someone})',
    `{agent} (id | name | number | code | orange | license | licence | fee | fees | commission | manual | s manual
      | portal | training | job | jobs | salary | hours | desk open | open | email)`,
    `(human | humans) (hair | wig | wigs | rights | body | bodies | size | sized | resources | grade | skull
      | anatomy | skin | consumption | race | food | history | nature | brain | heart | error | capital)`,
    // Asking what one is talking to, and saying so.
    '(are you | is this | is it | are u) ~ ({a}? {real}? {agent} | {a}? {real} person) please?',
    `(am | are | was | were | is) (i | we | you | u | this | he | she) (really | actually | currently | just | still
      | already | now)? (talking | speaking | chatting | {a}? {real}? {agent} | {a} {real}? person)`,
    `(im | i am | i was | ive been | i have been | we are | keep | kept) (already | currently | just | now)? (talking
      | speaking | chatting | dealing) (to | with)`,
    `(you | u | youre | ur | your | it | this) (are | r | is)? (not | just | really | only)? {a} {real}? ({agent}
      | person)`,
    '(do | did | does | if | when) (i | we | you) (have | need) to ({reach} | {contact}) {aPerson}',
    // Reports about others.
    `(he | she | they | who | friend | boyfriend | girlfriend | wife | husband | son | daughter | mom | dad | brother
      | sister | bots | robots) (never | always)? (want | wants | need | needs | has | had | have | wanted | needed
      | would like | can | could | must | like | likes | love | loves | got) to? {reach}`,
    '(talked | spoke | spoken | chatted) (to | with) {aPerson}',
    '{agent} (told | said | promised | gave | hung up | informed | advised | already | called)',
    `(someone | somebody | people | person | anyone) (who | that) (bought | buys | used | bought | uses | owns
      | stole | lives | likes)`,
    // Not wanting one.
    `(dont | do not | didnt | wont | no | not | never | without | rather not | doesnt | prefer not | avoid) (really
      | actually | even | have)? (want | need | wanna | like | wish | prefer | have | having)? (to)? (be)? ({reach}
      | {contact} | {talking} {to} | {connect} (to | with)) {aPerson}`,
    `(dont | do not | didnt | doesnt | not) (really | actually | even)? (need | want | wanna | require | like)
      {aPerson}`,
    '(dont | do not | no need to | never | stop) ({connect} | {give}) ~ {aPerson}',
    // Questions about them.
    `(what | when | where | which | why | how many | how long | how much | how often | how old) (do | does | is | are
      | has | did | will | about) {aPerson}`,
    `(become | becoming | hire | hiring | being | be | work as | job as | like | as | made by | between | versus
      | vs) (a | an | the) {quality}? {quality}? ({agent} | person | manager)`,
    'how to (talk | speak | chat) to (people | women | girls | anyone | strangers)',
  ],
};
