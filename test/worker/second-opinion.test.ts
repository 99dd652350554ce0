/** What a message means where the detector is unsure: a model is asked, while nothing of an answer is shown. */
import { abortAllDurableObjects, runInDurableObject } from 'cloudflare:test';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/conversation/conversation.ts';
import * as en from '../../src/language/tongues/en.ts';
import { wordsFor } from '../../src/conversation/lines.ts';
import { OPINION_MS } from '../../src/conversation/second-opinion.ts';
import { rowsOf } from '../../src/dashboard/transcript-rows.ts';
import { loadDetector } from '../../src/intent/detector.ts';
import type { Context, Detect, Verdict } from '../../src/intent/verdict.ts';
import type { Entry, EventEntry, Label } from '../../src/protocol/entry.ts';
import { findSite } from '../../src/site/sites.ts';
import { type Call, lastWords } from '../models/calls.ts';
import { circled } from '../models/circled.ts';
import { labelMark, LATE_MS, type ReplyName, wantsLabel } from '../models/labels.ts';
import { HAPPY_TEXT, sceneMark, SOURCE_MARK } from '../models/script.ts';
import { askOn, draftsIn, isAnswer, streamsAbout } from './asking.ts';
import { bindings, type Client, connect, evict, newVisitor, resumeVisitor } from './client.ts';
import { newSignedIn, type SignedIn } from './members.ts';
import { callsAbout, PROVIDERS } from './providers.ts';
import { answerBy, answerByStage, answerTo, eventually } from './stage.ts';

/** What the model answers. It was given no article, so that its mark is none of ours. */
const ANSWER = `${HAPPY_TEXT} ${SOURCE_MARK}`;

/** So long after its time a decision is still in time: the machine may be busy. */
const SLACK_MS = 1_000;

/** What somebody may say who may want a person, and may not. */
const SENTENCES = [
  'Is anyone there?',
  'Hello, is somebody there?',
  'Who can help me with this?',
  'Can someone help me?',
  'I need someone to look at this',
  'Can somebody look at my order?',
  'I want to complain',
  'Please call me',
  'Who do I talk to about a refund?',
  'Could your colleague check?',
  'This is not helpful',
  'That is not what I asked',
  'You are not listening',
  'That does not help',
  'I have had enough',
  'This is useless',
  'Get me support',
  'Support please',
  'I need help from the service',
  'manager',
  'can you connect',
  'put me through',
  'anybody?',
  'Wrong again',
  'no idea what you are saying',
  'help',
  'service',
  'customer care number?',
  'I would rather call',
  'Do you have a phone number?',
  'Kann mir jemand helfen?',
  'Ist da jemand?',
  'Il y a quelqu’un ?',
  'Quelqu’un peut regarder ma commande ?',
  '¿Hay alguien ahí?',
  'Necesito que alguien lo mire',
  'C’è qualcuno?',
  'Is er iemand?',
  'Where is my parcel?',
  'When do you open?',
];

/** What somebody may say to an offer who may mean yes, or no. */
const REPLIES = [
  'sure',
  'ok',
  'fine',
  'if you must',
  'I guess',
  'why not',
  'maybe',
  'perhaps',
  'whatever',
  'could be',
  'not really',
  'hmm',
  'better not',
  'go on',
  'do it',
  'alright then',
  'I suppose so',
  'if that helps',
  'not now',
  'later',
  'let me think',
  'maybe later',
  'you can try',
  'please',
  'thanks',
  'von mir aus',
  'lieber nicht',
  'pourquoi pas',
  'bof',
  'a lo mejor',
];

/** What may stand before and after: there is always something that makes it less clear. */
const BEFORE = ['', 'Hi. ', 'Well, ', 'Excuse me: ', 'Once more: ', 'I ordered a tent. '];
const AFTER = ['', ' Please.', ' Now', ' Thanks', ' It is about my order.', '!!'];

let serial = 0;
let detect: Detect;
let member: SignedIn;

/**
 * Words that nobody has said yet, of which the detector thinks as wanted. They are looked for, since what
 * it thinks is trained, and trained again. A model that is asked what they mean follows the mark in them.
 */
function wordsOf(
  sentences: readonly string[],
  mark: string,
  isWanted: (verdict: Verdict) => boolean,
  context?: Context,
): string {
  serial += 1;
  const number = Array.from(String(serial), (digit) => 'abcdefghij'.charAt(Number(digit)));
  const marks = circled(`${mark} (${number.join('')})`);
  for (const before of BEFORE) {
    for (const after of AFTER) {
      for (const sentence of sentences) {
        const words = `${before}${sentence}${after} ${marks}`;
        if (isWanted(detect(words, context))) return words;
      }
    }
  }
  throw new Error('the detector thinks so of nothing');
}

/** Words of which the detector is unsure, but would decide so. */
const unsureMarked = (label: Label, marks: string): string =>
  wordsOf(SENTENCES, marks, (verdict) => verdict.isUnsure && verdict.label === label);

const unsure = (label: Label, reply: ReplyName): string => unsureMarked(label, labelMark(reply));

/** The same for words of which it is sure. */
const sure = (label: Label, reply: ReplyName): string =>
  wordsOf(SENTENCES, labelMark(reply), (verdict) => !verdict.isUnsure && verdict.label === label);

/** Words of which it is unsure as an answer to an offer that came first of all, and would not decide so. */
const unsureReply = (label: 'confirm' | 'decline' | 'other', reply: ReplyName): string =>
  wordsOf(REPLIES, labelMark(reply), (verdict) => verdict.isUnsure && verdict.label !== label, {
    turns: [],
    offered: true,
  });

/** A new visitor, and a member of the team who watches. */
async function watched() {
  const visitor = await newVisitor();
  const team = await connect(`/v1/conversations/${visitor.conversation}/socket`, ['baton.v1'], {
    Cookie: member.cookie,
  });
  await team.hello();
  return { ...visitor, team };
}

type Decided = EventEntry & { event: 'intent.decided' };

const isDecision = (entry: Entry): entry is Decided =>
  entry.kind === 'event' && entry.event === 'intent.decided';

const decisionsIn = (team: Client): Decided[] => team.log().filter(isDecision);

async function decisionOn(team: Client): Promise<Decided> {
  const found = await team.entry(isDecision);
  if (!isDecision(found)) throw new Error('no decision');
  return found;
}

/** The calls that asked what these words mean. */
async function judgesOf(words: string): Promise<Call[]> {
  const calls = await callsAbout(words);
  return calls.filter(({ messages }) => wantsLabel(messages));
}

/** Resolves once a model is being asked that, for the `times`th time. */
const asked = (words: string, times = 1): Promise<true> =>
  eventually(async () => ((await judgesOf(words)).length >= times ? true : undefined));

/** Resolves once nobody waits for the model's opinion any more. */
const givenUp = (words: string): Promise<true> =>
  eventually(async () => {
    const calls = await judgesOf(words);
    return calls.every(({ state }) => state === 'left') || undefined;
  });

/** What the team was shown of an answer before it read the decision. */
function shownBefore(team: Client, decision: Entry): string[] {
  const at = team.frames.findIndex(
    (frame) => frame.type === 'entry' && frame.entry.seq === decision.seq,
  );
  return team.frames.slice(0, at).flatMap((frame) => {
    if (frame.type === 'draft') return [frame.text];
    return frame.type === 'entry' && isAnswer(frame.entry) ? [frame.entry.text] : [];
  });
}

/** Nobody has seen anything of an answer, and none is on record. */
async function expectNoAnswer(client: Client, team: Client): Promise<void> {
  await client.settled();
  await team.settled();
  expect(draftsIn(client)).toEqual([]);
  expect(team.log().filter(isAnswer)).toEqual([]);
}

/** Whether an answer is under way, or owed. */
function isAnswering(stub: DurableObjectStub<Conversation>): Promise<boolean> {
  return runInDurableObject(
    stub,
    (_, { storage }) => storage.sql.exec('SELECT 1 FROM turn').toArray().length > 0,
  );
}

beforeAll(async () => {
  detect = await loadDetector();
  member = await newSignedIn({ name: 'Robin' });
  // What a provider needs is loaded with the first answer, which must not be at the model's expense here.
  for (const model of Object.values(PROVIDERS)) {
    answerBy(model);
    const { client } = await newVisitor();
    await askOn(client, sure('other', 'other'));
  }
});
afterEach(answerByStage);

describe.each(Object.entries(PROVIDERS).map(([name, model]) => ({ name, model })))(
  'where the detector is unsure, $name',
  ({ model }) => {
    beforeEach(() => answerBy(model));

    it('has a person offered by its label, and nothing is seen of the answer that was begun', async () => {
      const { client, team } = await watched();
      const words = unsure('other', 'late ask_human');
      client.say(words);
      expect(await team.event('escalation.offered')).toMatchObject({ reason: 'asked' });
      const { seq } = await team.message(words);
      expect(decisionsIn(team)).toMatchObject([
        { seq: seq + 1, label: 'ask_human', tier: 'model', of: seq, evidence: words },
      ]);
      await expectNoAnswer(client, team);
      expect(await judgesOf(words)).toHaveLength(1);
    });

    it('has the answer shown by its label, which was begun meanwhile', async () => {
      const { client, team } = await watched();
      const words = unsure('ask_human', 'late other');
      client.say(words);
      expect(await team.entry(isAnswer)).toMatchObject({ text: ANSWER });
      const decision = await decisionOn(team);
      const { seq } = await team.message(words);
      expect(decision).toMatchObject({ label: 'other', tier: 'model', of: seq, evidence: '' });
      expect(shownBefore(team, decision)).toEqual([]);
      expect(draftsIn(client).length).toBeGreaterThan(0);
      const [judge] = await judgesOf(words);
      const [answer, ...more] = await streamsAbout(words);
      expect(more).toEqual([]);
      expect(answer?.receivedAt).toBeLessThan((judge?.receivedAt ?? 0) + LATE_MS);
    });

    it.each([
      ['frustrated', 'frustrated'],
      ['ask_human by another name', 'asked'],
      ['ask_human in plain words', 'asked'],
    ] as const)('is understood when it says %s', async (reply, reason) => {
      const { client, team } = await watched();
      client.say(unsure('other', reply));
      expect(await team.event('escalation.offered')).toMatchObject({ reason });
      expect(await decisionOn(team)).toMatchObject({ tier: 'model' });
      await expectNoAnswer(client, team);
    });

    const failing: ReplyName[] = [
      'failing',
      'busy',
      'page',
      'empty',
      'nonsense',
      'no label',
      'two labels',
    ];
    it.each(failing)(
      'leaves it to the detector, at once, when it is of no use: %s',
      async (reply) => {
        const { client, team } = await watched();
        const words = unsure('ask_human', reply);
        client.say(words);
        await team.event('escalation.offered');
        const { seq } = await team.message(words);
        const [decision, ...more] = decisionsIn(team);
        expect(more).toEqual([]);
        expect(decision).toMatchObject({ label: 'ask_human', tier: 'embedded', of: seq });
        expect(decision?.ms).toBeLessThan(OPINION_MS);
        await expectNoAnswer(client, team);
        expect(await judgesOf(words)).toHaveLength(1);
      },
    );

    it('is not waited for any longer than it may take, and hung up on', async () => {
      const { client, team } = await watched();
      const words = unsure('other', 'mute');
      client.say(words);
      expect(await team.entry(isAnswer)).toMatchObject({ text: ANSWER });
      const decision = await decisionOn(team);
      expect(decision).toMatchObject({ label: 'other', tier: 'embedded' });
      expect(decision.ms).toBeGreaterThanOrEqual(OPINION_MS - 1);
      expect(decision.ms).toBeLessThan(OPINION_MS + SLACK_MS);
      expect(shownBefore(team, decision)).toEqual([]);
      await givenUp(words);
    });
  },
);

describe('a model’s opinion', () => {
  beforeEach(() => answerBy(PROVIDERS['Workers AI']));

  it('is the small model’s, who reads the message and what it answers, fenced', async () => {
    const { answer: large, ...model } = PROVIDERS['Workers AI'];
    answerBy({ ...model, answer: PROVIDERS['Workers AI in OpenAI’s format'].answer });
    const { client, team } = await watched();
    const words = unsure('ask_human', 'other');
    client.say(words);
    await team.entry(isAnswer);
    const [judge] = await judgesOf(words);
    expect(judge).toMatchObject({ model: large, stream: false });
    expect(judge?.messages[0]?.role).toBe('system');
    expect(lastWords(judge?.messages ?? [])).toContain(`<message>\n${words}\n</message>`);
  });

  it.each(['other', 'ask_human'] as const)(
    'is not asked for where the detector is sure: %s',
    async (label) => {
      const { client, team } = await watched();
      const words = sure(label, label === 'other' ? 'ask_human' : 'other');
      client.say(words);
      const decision = await decisionOn(team);
      const { seq } = await team.message(words);
      expect(decision).toMatchObject({ seq: seq + 1, label, tier: 'embedded' });
      expect(decision.of).toBeUndefined();
      await (label === 'other' ? team.entry(isAnswer) : team.event('escalation.offered'));
      expect(await judgesOf(words)).toEqual([]);
    },
  );

  it('that comes too late leaves an offer to the detector', async () => {
    const { client, team } = await watched();
    const words = unsure('ask_human', 'mute');
    client.say(words);
    await team.event('escalation.offered');
    expect(await decisionOn(team)).toMatchObject({ label: 'ask_human', tier: 'embedded' });
    await expectNoAnswer(client, team);
  });

  it('is not asked for on what is said while an answer is under way', async () => {
    const { client, team } = await watched();
    const first = unsure('ask_human', 'late other');
    const second = unsure('other', 'ask_human');
    client.say(first);
    client.say(second);
    await eventually(() => (team.log().filter(isAnswer).length === 2 ? true : undefined));
    expect(await judgesOf(second)).toEqual([]);
    // The first one's comes last, and stands beside its message all the same.
    expect(decisionsIn(team).map(({ tier }) => tier)).toEqual(['embedded', 'model']);
    const tiers = rowsOf(team.log()).flatMap((row) =>
      row.is === 'message' && row.entry.author.role === 'visitor'
        ? [[row.entry.text, row.decision?.tier]]
        : [],
    );
    expect(tiers).toEqual([
      [first, 'model'],
      [second, 'embedded'],
    ]);
  });

  it('is not asked for where no more may be spent', async () => {
    answerBy(PROVIDERS['Workers AI'], {}, { ANSWERS_PER_NETWORK: '0' });
    const { client, team } = await watched();
    const words = unsure('ask_human', 'other');
    client.say(words);
    await team.event('escalation.offered');
    expect(await decisionOn(team)).toMatchObject({ label: 'ask_human', tier: 'embedded' });
    expect(await judgesOf(words)).toEqual([]);
  });

  it('has the honest line said, once, where nobody can be called', async () => {
    const { client, team, stub } = await watched();
    const settings = await findSite(bindings.DB, 'demo');
    if (!settings) throw new Error('no demo site');
    const { escalation, version } = settings;
    const off = {
      ...settings,
      version: version + 1,
      escalation: { ...escalation, enabled: false },
    };
    await stub.applySettings(off);
    client.say(unsure('other', 'late ask_human'));
    const text = wordsFor({ line: 'no_person_here' }, settings, 'en', en.said, Date.now());
    await team.message(text);
    await client.settled();
    expect(team.log().filter(isAnswer)).toMatchObject([{ text }]);
    expect(draftsIn(client)).toEqual([]);
  });
});

describe('the embedded assistant', () => {
  it('has no model to ask: the detector’s word stands at once', async () => {
    const { client, team } = await watched();
    const words = unsure('other', 'ask_human');
    client.say(words);
    await team.message(answerTo(words));
    const [, said, decision] = team.log();
    expect(said).toMatchObject({ text: words });
    expect(decision).toMatchObject({ event: 'intent.decided', label: 'other', tier: 'embedded' });
    expect(await callsAbout(words)).toEqual([]);
  });
});

describe('an open offer', () => {
  beforeEach(() => answerBy(PROVIDERS['Workers AI']));

  async function offered() {
    const all = await watched();
    all.client.send({ type: 'ask_human', ref: 'ask' });
    await all.client.event('escalation.offered');
    return all;
  }

  it('is accepted by words that the model takes for a yes: the team is called, once', async () => {
    const { client, team } = await offered();
    const words = unsureReply('confirm', 'confirm');
    client.say(words);
    await client.event('notification.sent');
    const { seq } = await team.message(words);
    expect(decisionsIn(team)).toMatchObject([{ label: 'confirm', tier: 'model', of: seq }]);
    const requested = team.log().filter((entry) => isNamed(entry, 'escalation.requested'));
    expect(requested).toHaveLength(1);
    await expectNoAnswer(client, team);
  });

  it('is declined by words that it takes for a no, which nobody answers', async () => {
    const { client, team, stub } = await offered();
    client.say(unsureReply('decline', 'late decline'));
    await client.event('escalation.declined');
    expect(decisionsIn(team)).toMatchObject([{ label: 'decline', tier: 'model' }]);
    await expectNoAnswer(client, team);
    expect(await isAnswering(stub)).toBe(false);
  });

  it('that followed from words is declined, and these want no answer any more', async () => {
    const { client, team, stub } = await watched();
    client.say(unsure('other', 'late ask_human'));
    await client.event('escalation.offered');
    client.send({ type: 'answer_offer', ref: 'no', accept: false });
    await client.event('escalation.declined');
    expect(await isAnswering(stub)).toBe(false);
    await expectNoAnswer(client, team);
  });

  it('stays open with words that it takes for neither, and these are answered', async () => {
    const { client, team } = await offered();
    client.say(unsureReply('other', 'other'));
    expect(await team.entry(isAnswer)).toMatchObject({ text: ANSWER });
    expect(decisionsIn(team)).toMatchObject([{ label: 'other', tier: 'model' }]);
    client.send({ type: 'answer_offer', ref: 'yes', accept: true });
    await client.event('escalation.requested');
  });
});

describe('while the model is asked', () => {
  beforeEach(() => answerBy(PROVIDERS['Workers AI']));

  async function asking() {
    const all = await watched();
    const words = unsure('ask_human', 'mute');
    all.client.say(words);
    await asked(words);
    return { ...all, words };
  }

  it('somebody may take over: nothing is said, offered or decided any more', async () => {
    const { client, team, words } = await asking();
    team.send({ type: 'take_over', ref: 'take', name: 'Robin' });
    await client.event('takeover.started');
    await givenUp(words);
    await expectNoAnswer(client, team);
    expect(decisionsIn(team)).toEqual([]);
    expect(team.log().at(-1)).toMatchObject({ event: 'takeover.started' });
  });

  it('the visitor may end it, and nothing follows', async () => {
    const { client, team, words } = await asking();
    client.send({ type: 'end', ref: 'end' });
    await client.event('conversation.ended');
    await givenUp(words);
    await expectNoAnswer(client, team);
    expect(team.log().at(-1)).toMatchObject({ event: 'conversation.ended' });
  });

  it('the visitor may press the button: a person is offered once, for that reason', async () => {
    const { client, team, words } = await asking();
    client.send({ type: 'ask_human', ref: 'ask' });
    await client.event('escalation.offered');
    await givenUp(words);
    await expectNoAnswer(client, team);
    const offers = team.log().filter((entry) => isNamed(entry, 'escalation.offered'));
    expect(offers).toMatchObject([{ reason: 'button' }]);
  });

  it('a conversation does not fall asleep before it has decided, once', async () => {
    const { conversation, stub } = await asking();
    await evict(conversation);
    const { entries = [] } = (await stub.transcript({ after: 0 })) ?? {};
    expect(entries.slice(2)).toMatchObject([
      { event: 'intent.decided', label: 'ask_human', tier: 'embedded' },
      { event: 'escalation.offered' },
    ]);
  });

  it('a conversation that crashes asks again, and decides once', async () => {
    const { client, token, stub } = await newVisitor();
    const words = unsureMarked('ask_human', labelMark('mute', 'once'));
    client.say(words);
    await asked(words);
    await abortAllDurableObjects();
    const back = await resumeVisitor(token);
    await back.hello();
    await back.message(ANSWER);
    const { entries = [] } = (await stub.transcript({ after: 0 })) ?? {};
    expect(entries.filter(isDecision)).toMatchObject([{ label: 'other', tier: 'model' }]);
    expect(entries.filter(isAnswer)).toMatchObject([{ text: ANSWER }]);
    expect(await judgesOf(words)).toHaveLength(2);
  });
});

it('a conversation that crashes over the answer does not ask again what was meant', async () => {
  answerBy(PROVIDERS['Workers AI']);
  const { client, token, stub } = await newVisitor();
  const words = unsureMarked('ask_human', `${labelMark('other')} ${sceneMark('stalled', 'once')}`);
  client.say(words);
  await client.until((frame) => frame.type === 'draft' || undefined);
  await abortAllDurableObjects();
  const back = await resumeVisitor(token);
  await back.hello();
  await back.message(ANSWER);
  const { entries = [] } = (await stub.transcript({ after: 0 })) ?? {};
  expect(entries.filter(isDecision)).toMatchObject([{ label: 'other', tier: 'model' }]);
  expect(await judgesOf(words)).toHaveLength(1);
});

function isNamed(entry: Entry, event: EventEntry['event']): boolean {
  return entry.kind === 'event' && entry.event === event;
}
