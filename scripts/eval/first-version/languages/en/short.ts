import type { Short } from '../../language.ts';

/** Short answers in English. */
export const short: Short = {
  yes: [
    `yes | yess | yees | yea | yeah | yep | yepp | yeap | yup | yupp | ya | yah | yeh | yap | yop | yay | yesh | yaah
      | ys | yez | yas | ye | yessir | y | aye | uh huh | mhm | mm hm | mmhmm | affirmative | affirmitive`,
    `sure (thing | is | am | do | does)? | of course | ofcourse | certainly | definitely | definately | absolutely
      | indeed | totally | positive | precisely | exactly | exact | obviously | naturally | gladly`,
    `confirmed | confirm | agreed | agree | i (strongly)? (agree | accept | confirm | consent | approve) | strongly
      (agree | agreed) | accepted | approved | correct | true | right | correctly`,
    `for sure | why not | by all means | you bet | roger | roger that | no (problem | worries | doubt | objections)
      | with pleasure | (hell | heck | fuck | oh) (yes | yeah)`,
    `(that | it | this | which) (is | was | would be | seems | sounds | happens to be) {yesSure}? (correct | right
      | accurate | true | affirmative | valid | confirmed | exact | it)`,
    '(its | thats) {yesSure}? (correct | right | accurate | true | affirmative | valid | confirmed | exact | it)',
    '{thatIsA} {yesSure}? (yes | affirmative | yeah)',
    '(yes | yeah) is my answer | you (are | were)? {yesSure}? (right | correct) | youre {yesSure}? (right | correct)',
    'i (believe | think | guess | suppose | hope) so | guess so | i guess | i suppose',
    `i (do | would | will | did | have) | (it | that | this) (does | is) | you (may | can) | (yes | yeah | yep) (it
      | that | i | you) (is | was | am | are | do | does | did | have | has | can | will | would | like | want)`,
    `(please)? (do (so | it | that | this) | go (for it | ahead | on) | proceed | carry on | make it so) | please do
      | lets (do (it | that | this) | go) | let us do it`,
    `(that)? (sound | sounds | look | looks) ({stance} | right | correct | like a plan) | works for me | that works
      | that (will | ll) do`,
    `(fine | ok | okay | cool) (with | by) me | (im | i am) (in | down | up for it | game | sure | happy to > | ok
      with that | fine with that | for it)`,
    `i (dont | do not) mind | (id | i would | i d) (really | absolutely | definitely)? (love | like | appreciate
      | want) (that | it | to > | this) | would love (to > | that)`,
    '(that | it | this)? (would | will | d | ll) be {reallyVery}? {stance} | (thatd | itd) be {reallyVery}? {stance}',
    `thats (exactly)? what i (want | need | wanted | meant) | if you (want | like | can | could | would | insist
      | say so | must | wish)`,
    `very well | as you wish | fair enough | okie dokie | okey dokey | oki doki | okie | alrighty | alright | all
      right | aight | ok (then | you can) | might as well`,
    'you got (it | me | that) | thats how it is | without a doubt',
    `i (absolutely | really)? (love | want | will do | will take | ll take | ll do) (it | that | this | to) | ill (do
      | take | try) (it | that) | love to >`,
    '👍 | 👌 | ✅ | 🆗',
  ],
  fine: [
    '(that | this | it) is {reallyVery}? {stance} | (thats | its) {reallyVery}? {stance}',
    `ok | okay | okey | okk | ook | k | kk | kay | oke | great | perfect | cool | awesome | fine | good | excellent
      | amazing | nice | wonderful | super | lovely | brilliant | fantastic | sweet | top | gotcha`,
  ],
  no: [
    `no | noo | nope | nopes | nop | nah | naw | nay | na | n | nada | never | negative | negatory | none | neither
      | nothing (else)?`,
    `no no (no)? | no and no | no (way | chance | maam | need | more | deal | sir | longer | bueno) | (hell | heck
      | fuck | oh) (no | nah) | theres no need | there is no need`,
    `not (really | now | right now | yet | today | necessary | needed | required | interested | for me | this time
      | particularly | exactly | quite | anymore | at all | at this (time | moment | point) | at the moment | likely | a
      chance | keen)`,
    `(of course | certainly | definitely | absolutely | obviously | surely | probably | maybe | perhaps | rather
      | preferably) not | absolutely no`,
    '(maybe | perhaps)? (later | another time | some other time | next time | another day)',
    `i (would | d)? (rather | prefer) not (to)? | id (rather | prefer) not (to)? | i (think | guess | hope | believe
      | say | suppose) not`,
    `i (do not | dont) (really)? (think | believe | want | need | like | agree | accept | consent) (so | to | it
      | that | this | any | anything)? (that | it | them | those)?`,
    `(dont | do not | didnt | not) (think so | want | need | do | bother | like | worry) (it | that | to | this
      | about it)?`,
    `(i | please)? (dont | do not) | i (wont | will not | cant | would not | wouldnt | am not | am afraid not | didnt
      | did not | havent) | im not | im afraid not | afraid not`,
    `i (dont | do not) want (either | any | none) of (those | them | that) | i (dont | do not) want to (accept | do
      (that | it))`,
    'you (may | can) not | (im | i am) not interested',
    `i (decline | refuse | reject | deny | disagree) | decline | declined | refuse | deny | denied | disagree | (ill
      | i will | hard)? pass | count me out`,
    `(lets | let us | let s) not | (leave | forget) (it | that) | forget about it | skip (it)? | drop it | nevermind
      | never mind | nvm | not a (human | person) please`,
    '{thatIsA} {yesSure}? (no | negative | nope | negatory | nah)',
    `(no | nope) is (the | my) answer | how about no | none of (them | those | these) | (thats | that is | it is
      | its | wont be | that wont be | that will not be) (not)? necessary`,
    `no (thanks | thank you | thankyou | thx | ty | tanks) | thanks but no (thanks)? | no (dont | do not) | no just
      no | dont bother | under no circumstances | no no (no)?`,
    '👎 | ❌ | 🙅',
  ],
  accept: [
    `(you | youve | you have)? (did | done | understood | got | get | do) (it | that | this | me) (right | correctly
      | exactly | perfectly | well)`,
    `please | pls | plz | now | right now | right away | immediately | do | go | that | it | asap | quickly | help
      (me)? | please help | i need help | want (that | it)`,
    `(connect | transfer | forward | put) (me | us)? (through | over | now)? | connect me (to | with) {aPersonShort}
      | transfer me to {aPersonShort}`,
    '(bring | get | call | send | fetch) (them | someone | one | him | her | {aPersonShort}) (in)?',
    `i (want | need | would like | d like) (that | one | to | someone | help | {aPersonShort}) | id like (that | one
      | to | someone | {aPersonShort})`,
    `(i (want | need | would like) to | id like to | let me)? (talk | speak | chat) (to | with) (them | someone | one
      | somebody | {aPersonShort})`,
    '(it | that) would (help)? | that (might | could) help | if possible | as soon as possible | whatever works',
  ],
  refuse: [
    `(im | i am | all) (good | fine | ok | okay | alright | all set | set | done) | thats (all | it) | that is all
      | that would be all`,
    `(you | u) (can | could | should)? (just)? (answer | help | do it | handle it | try | continue | tell me | keep
      going) (me | it | again)?`,
    `(id | i would | ill | i d) (rather | prefer) (you | stay | continue | keep | wait | try | do it | have you
      | talk to you | chat with you | ask you | not) (answered | answer | helped | help | tried | to answer | to help
      | here | with you | going | chatting | myself | first | again | wait)? (with you | myself | me | it | here)?`,
    `(ill | i will | i can | let me | lets) (wait | manage | try | keep trying | figure it out | do it | handle it
      | think about it | continue | stay | stick) (myself | again | first | with you | here)?`,
    `keep going | just (you | answer) (answer)? (it | me)? | (this | you) (is | are) (fine | enough | good) | youre
      (fine | enough | good | doing (fine | great)) | i got it | first time | stop | cancel | myself | here`,
    `(dont | do not) (connect | transfer | call | get | bring | send | bother) (me | anyone | anybody | them
      | someone | {aPersonShort})`,
    `(i (dont | do not) (want | need) | no need for | not) (to (talk | speak) to)? (anyone | someone | anybody
      | people | {aPersonShort})`,
  ],
  human: [
    '(real | live | actual | human)? {agent} | {real} (person | people | someone | somebody | help | chat | support)',
    '(talk | speak | connect | chat) (to | with)? (human | agent | person | support | someone | somebody | operator)',
    `live (chat | support | help) | human (help | assistance | support | agent | operator | handoff | takeover
      | chat) | handoff | hand off to human | manager | supervisor | a person | person please | someone real`,
  ],
  thanks: [
    `thanks | thank (you | u) | thx | ty | cheers | tanks | (thanks | thank you) (so | very) much | thanks a lot
      | many thanks | bye | goodbye | good night | see you (later | soon | again | tomorrow | around)? | later bye
      | sorry | take care | appreciated | appreciate it | i appreciate it | much appreciated`,
    '(thanks | thank you) for (that | asking | offering | (your | the) (help | offer))',
  ],
  filler: [
    `please | pls | plz | plss | pleae | pleas | plese | well | um | uh | uhm | hm | hmm | oh | ah | er | hey | hi
      | hello | so | and | then | just | really | actually | lol | haha | but | wait | ok | okay`,
    `man | bro | dude | sir | maam | mate | my friend | buddy | dear | guys | bot | ai | i (think | guess | mean
      | said | say) | a | the | very much | indeed | again | to that | on that one | from me | as my answer | to me
      | for me | though | kindly`,
    `today | at the moment | for now | right now | as well | too | with (it | that) | about that | shit | damn
      | dammit | oops | god | my god | p | d | xd | a lot | alot | for sure | still | yet | either | to be honest
      | instead | asap | that | it`,
  ],
};
