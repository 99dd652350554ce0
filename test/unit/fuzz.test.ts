/** The interleaving proof in small, and that it would notice: `npm run fuzz` is the same at length. */
import { describe, expect, it } from 'vitest';
import type { FaultName } from '../../scripts/fuzz/faults.ts';
import {
  AFTER_EVERY_STEP,
  AT_THE_END,
  ONCE_ALONE,
  ONCE_BACK,
} from '../../scripts/fuzz/invariants.ts';
import { campaign } from '../../scripts/fuzz/pool.ts';

const MAX_STEPS = 50;
/** As few as get everywhere, and some more. */
const RUNS = 400;
const INVARIANTS = [...AFTER_EVERY_STEP, ...ONCE_BACK, ...ONCE_ALONE, ...AT_THE_END];

describe('a conversation, whatever comes in whichever order', () => {
  it('keeps every promise, and gets everywhere', async () => {
    const { failure, reached, runs } = await campaign({
      seed: 1,
      runs: RUNS,
      maxSteps: MAX_STEPS,
    });
    expect(failure).toBeNull();
    expect(runs).toBe(RUNS);
    const places = [
      'an answer cut short',
      'a takeover by force',
      'notification.sent',
      'notification.failed',
      'escalation.lapsed',
      'escalation.cancelled',
      'note.left',
      'escalation.reminded',
      'escalation.expired',
      'contact.passed_on',
      'contact.failed',
      'takeover.lost',
      'a seat is taken up again',
      'several addresses',
      'a mail for the others',
      'a webhook is told',
      'an introduction is overtaken',
      'a visitor is known, verified: id',
      'a visitor is known, verified: email',
      'a visitor is known, verified: nothing',
      'waiting → human',
      'human → assistant',
      'offered → human',
    ];
    expect(places.filter((place) => !reached.has(place))).toEqual([]);
  }, 60_000);

  it('is the same conversation for the same seed', async () => {
    const once = await campaign({ seed: 99, runs: 10, maxSteps: MAX_STEPS });
    expect(await campaign({ seed: 99, runs: 10, maxSteps: MAX_STEPS })).toEqual(once);
  });
});

/** What is broken on purpose, and which invariant has to notice. */
const NOTICED = [
  ['gap', 'logIsDense'],
  ['changed entry', 'logIsAppendOnly'],
  ['forgotten stamps', 'stampsAreUnique'],
  ['unstored words', 'acknowledgedIsStored'],
  ['late answer', 'assistantIsSilentAmongPeople'],
  ['late draft', 'assistantIsSilentAmongPeople'],
  ['stale words', 'staleWordsAreNeverHeard'],
  ['two owners', 'ownerIsOne'],
  ['open door', 'deadLinksAreClosed'],
  ['long links', 'linksDieInTime'],
  ['old settings', 'settingsAreCurrent'],
  ['late reports', 'monitorIsUpToDate'],
  ['late reports', 'monitorKnowsTheVisitor'],
  ['ghost visitor', 'nobodyIsHere'],
  ['phantom receipt', 'receiptsAreTrue'],
  ['wrong address', 'mailsAreWanted'],
  ['wrong turning', 'movesAreDocumented'],
  ['wrong turning', 'phaseIsInTheLog'],
  ['lost frame', 'clientsAreUpToDate'],
  ['open secret', 'clientsHaveNoComplaint'],
  ['deaf alarm', 'alarmIsSet'],
  ['forgotten turns', 'messagesAreAnswered'],
  ['forgotten mails', 'mailsAreSettled'],
  ['broken log', 'nothingBreaks'],
  ['second life', 'erasedStaysErased'],
  ['late alarm', 'waitsGoOn'],
  ['stuck ladder', 'rungsAreTaken'],
  ['short wait', 'waitsTakeTheirTime'],
  ['second reminder', 'remindersAreFew'],
  ['hasty lease', 'lossesAreReal'],
  ['false return', 'returnsAreTrue'],
  ['curious webhook', 'deliveriesAreChosen'],
  ['forgetful postman', 'deliveriesEnd'],
  ['lost deliveries', 'deliveriesAreMade'],
  ['lost records', 'deliveriesAreOnRecord'],
  ['mail for all', 'mailsComeOnce'],
  ['late alarm', 'mailsWaitForNoWebhook'],
  ['generous seal', 'introductionsAreTrue'],
  ['first impression', 'lastIntroductionCounts'],
  ['loose tongue', 'tellingsStayHere'],
  ['no memory', 'tellingsAreKept'],
  ['deaf team', 'teamKnowsTheVisitor'],
  ['long memory', 'everythingEnds'],
] as const satisfies readonly (readonly [FaultName, string])[];

describe('an invariant', () => {
  it.each(NOTICED)('notices the fault “%s”: %s', async (fault, only) => {
    const order = { seed: 1, runs: RUNS, maxSteps: MAX_STEPS, only, threads: 1 };
    expect((await campaign({ ...order, fault })).failure?.invariant).toBe(only);
  });

  it('has each a fault that it notices', () => {
    const names = INVARIANTS.map(({ name }) => name);
    expect(names.toSorted()).toEqual([...new Set(NOTICED.map(([, name]) => name))].toSorted());
  });
});
