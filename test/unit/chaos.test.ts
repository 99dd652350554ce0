import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameSplitter } from '../../scripts/chaos/frames.ts';
import { type Heard, Ledger } from '../../scripts/chaos/ledger.ts';
import { type Truth, verdictOf } from '../../scripts/chaos/verdict.ts';
import type { Author, ConversationEvent, Entry } from '../../src/protocol/entry.ts';

/** A conversation in which nothing went wrong: what was said in it, what is stored, and what two tabs show. */
function story() {
  const ledger = new Ledger();
  const log: Entry[] = [];
  const happens = (event: ConversationEvent) =>
    log.push({ seq: log.length + 1, at: 0, kind: 'event', ...event });
  const says = (author: Author, text: string, ref?: string) =>
    log.push({
      seq: log.length + 1,
      at: 0,
      kind: 'message',
      author,
      text,
      ...(ref !== undefined && { ref }),
    });
  const hears = (side: 'visitor' | 'agent', voice: string) => {
    const author: Author = side === 'visitor' ? { role: side } : { role: side, name: 'Ada' };
    const { ref, text } = ledger.say(side, voice, 'Hello');
    says(author, text, ref);
    ledger.acknowledged(ref);
  };
  happens({ event: 'conversation.started' });
  hears('visitor', 'v0.0');
  happens({
    event: 'intent.decided',
    label: 'other',
    score: 1,
    tier: 'embedded',
    evidence: '',
    ms: 1,
  });
  says({ role: 'assistant' }, 'Good morning!');
  hears('visitor', 'v0.1');
  happens({ event: 'takeover.started', name: 'Ada' });
  hears('agent', 'a0.0');
  hears('visitor', 'v0.0');
  happens({ event: 'takeover.ended', name: 'Ada' });
  says({ role: 'assistant' }, 'Anything else?');
  return { ledger, log };
}

/** What a visitor may see of it. */
const withoutTeams = (log: readonly Entry[]) =>
  log.filter((entry) => entry.kind === 'message' || entry.event !== 'intent.decided');

/** Numbered as a server would. */
const renumbered = (log: readonly Entry[]) => log.map((entry, at) => ({ ...entry, seq: at + 1 }));

/** The words that are stored as that number. */
function messageIn(log: readonly Entry[], seq: number) {
  const entry = log[seq - 1];
  if (entry?.kind !== 'message') throw new Error(`${seq} is no message`);
  return entry;
}

function truthOf(team: readonly Entry[]): Truth {
  return { conversation: 'c', team, visitor: withoutTeams(team) };
}

function view(
  side: Heard['side'],
  entries: readonly Entry[],
  end: Heard['end'] = 'settled',
): Heard {
  return { voice: 'a tab', side, conversation: 'c', entries, end };
}

/** The kinds of fault that are found, with the stamps of the words. */
function found(ledger: Ledger, heard: readonly Heard[], truths: readonly Truth[]) {
  return verdictOf(ledger.said, heard, truths).faults.map(({ is, ref }) => [is, ref]);
}

describe('the verdict', () => {
  it('finds nothing wrong with a conversation in which nothing went wrong', () => {
    const { ledger, log } = story();
    const heard = [view('visitor', withoutTeams(log)), view('agent', log)];
    const verdict = verdictOf(ledger.said, heard, [truthOf(log)]);
    expect(verdict).toEqual({ sent: 4, acknowledged: 4, refused: 0, faults: [] });
  });

  it('finds a lost message, acknowledged or not', () => {
    const { ledger, log } = story();
    const gone = messageIn(log, 5);
    const stored = renumbered(log.filter((entry) => entry !== gone));
    expect(found(ledger, [], [truthOf(stored)])).toEqual([['lost', gone.ref]]);
    const { ref } = ledger.say('visitor', 'v0.2', 'Is anybody there?');
    expect(found(ledger, [], [truthOf(log)])).toEqual([['lost', ref]]);
  });

  it('finds a doubled message, under its own stamp or under another one', () => {
    const { ledger, log } = story();
    const twice = messageIn(log, 5);
    for (const ref of [twice.ref, 'another']) {
      const stored = renumbered([...log, { ...twice, ...(ref !== undefined && { ref }) }]);
      expect(found(ledger, [], [truthOf(stored)])).toContainEqual(['doubled', twice.ref]);
    }
  });

  it('finds two swapped messages of one tab, and none of two', () => {
    const { ledger, log } = story();
    const swapped = (one: number, other: number) => {
      const [first, second] = [messageIn(log, one), messageIn(log, other)];
      return renumbered(log.with(one - 1, second).with(other - 1, first));
    };
    expect(found(ledger, [], [truthOf(swapped(2, 8))])).toEqual([
      ['out_of_order', messageIn(log, 2).ref],
    ]);
    expect(found(ledger, [], [truthOf(swapped(2, 5))])).toEqual([]);
  });

  it('finds a gap in what is stored', () => {
    const { ledger, log } = story();
    const stored = log.toSpliced(3, 1);
    expect(found(ledger, [], [truthOf(stored)])).toEqual([['gap', undefined]]);
  });

  it('finds what a tab does not show, or shows differently', () => {
    const { ledger, log } = story();
    const missing = log.toSpliced(4, 1);
    const truths = [truthOf(log)];
    expect(found(ledger, [view('agent', missing)], truths)).toEqual([
      ['gap', messageIn(log, 5).ref],
    ]);
    const other = log.with(3, { ...messageIn(log, 4), text: 'Good evening!' });
    expect(found(ledger, [view('agent', other)], truths)).toEqual([['invented', undefined]]);
    const more = [...log, { ...messageIn(log, 4), seq: 11 }];
    expect(found(ledger, [view('agent', more)], truths)).toEqual([['invented', undefined]]);
    const twice = [...log.slice(0, 2), ...log.slice(1)];
    expect(found(ledger, [view('agent', twice)], truths)).toEqual([['out_of_order', undefined]]);
  });

  it('takes a tab that was closed on the way for what it was, and one that got stuck for a fault', () => {
    const { ledger, log } = story();
    const half = log.slice(0, 5);
    const truths = [truthOf(log)];
    expect(found(ledger, [view('agent', half, 'closed')], truths)).toEqual([]);
    expect(found(ledger, [view('agent', half, 'stuck')], truths)).toEqual([['stuck', undefined]]);
    expect(found(ledger, [view('agent', log.slice(0, 9))], truths)).toEqual([['gap', undefined]]);
  });

  it('finds what a visitor is told that is for the team, and what is kept from them', () => {
    const { ledger, log } = story();
    const told = { conversation: 'c', team: log, visitor: log };
    expect(found(ledger, [], [told])).toEqual([['invented', undefined]]);
    const kept = { ...told, visitor: withoutTeams(log).toSpliced(2, 1) };
    expect(found(ledger, [], [kept])).toEqual([['gap', undefined]]);
  });

  it('finds an assistant that speaks while a person has the conversation, and a person who has not', () => {
    const { ledger, log } = story();
    const [started, ended] = [log[5], log[8]];
    if (!started || !ended) throw new Error('the story has changed');
    const early = renumbered([...log.slice(0, 3), started, log[3] ?? ended, ...log.slice(4, 5)]);
    expect(found(new Ledger(), [], [truthOf(early)])).toContainEqual(['out_of_turn', undefined]);
    const late = renumbered(log.filter((entry) => entry !== started));
    expect(found(ledger, [], [truthOf(late)])).toEqual([['out_of_turn', messageIn(log, 7).ref]]);
  });

  it('finds words that nobody said, and words in a conversation that no tab is in', () => {
    const { ledger, log } = story();
    const stranger = { ...messageIn(log, 2), seq: 11, ref: 'x', text: 'Psst' };
    expect(found(ledger, [], [truthOf([...log, stranger])])).toEqual([['invented', 'x']]);
    const stray = { ...truthOf(log), visitor: null };
    expect(found(ledger, [], [stray])).toHaveLength(4);
  });

  it('lets agents be refused who have handed back, and nobody else', () => {
    const { ledger, log } = story();
    const truths = [truthOf(log)];
    ledger.refused(ledger.say('agent', 'a0.1', 'One more thing').ref, 'not_allowed');
    expect(verdictOf(ledger.said, [], truths)).toMatchObject({ refused: 1, faults: [] });
    const broken = ledger.say('agent', 'a0.1', 'And another').ref;
    ledger.refused(broken, 'internal');
    const visitors = ledger.say('visitor', 'v0.0', 'Hm').ref;
    ledger.refused(visitors, 'not_allowed');
    expect(found(ledger, [], truths)).toEqual([
      ['lost', broken],
      ['lost', visitors],
    ]);
  });
});

describe('frames on their way', () => {
  /** A client's text frame of so many bytes, masked with zeros. */
  function frame(length: number): Buffer {
    const text = Buffer.alloc(length, 'a');
    const mask = Buffer.alloc(4);
    if (length < 126) return Buffer.concat([Buffer.from([0x81, 0x80 | length]), mask, text]);
    const size = Buffer.alloc(length < 65_536 ? 2 : 8);
    if (size.length === 2) size.writeUInt16BE(length);
    else size.writeBigUInt64BE(BigInt(length));
    const short = size.length === 2 ? 126 : 127;
    return Buffer.concat([Buffer.from([0x81, 0x80 | short]), size, mask, text]);
  }

  it('are found whole, however the bytes arrive', () => {
    const length = fc.oneof(fc.nat(200), fc.constantFrom(125, 126, 65_535, 65_536));
    const lengths = fc.array(length, { maxLength: 4 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 999 }), (lengths, pieces) => {
        const sent = lengths.map(frame);
        const bytes = Buffer.concat(sent);
        const step = Math.ceil(bytes.length / pieces);
        const splitter = new FrameSplitter();
        const seen: Buffer[] = [];
        for (let at = 0; at < bytes.length; at += step)
          seen.push(...splitter.push(bytes.subarray(at, at + step)).map((frame) => frame.bytes));
        expect(seen.map(({ length }) => length)).toEqual(sent.map(({ length }) => length));
        expect(Buffer.concat(seen).equals(bytes)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('are text or something else', () => {
    const close = Buffer.from([0x88, 0x80, 0, 0, 0, 0]);
    const frames = new FrameSplitter().push(Buffer.concat([frame(3), close]));
    expect(frames.map(({ isText }) => isText)).toEqual([true, false]);
  });
});

describe('chaos', () => {
  it.each([
    [['--fast'], /^Unknown argument: --fast\. Known here: --seconds, .*--seed\.$/],
    [['--seconds'], /^--seconds wants a whole number from 1 to 3600\.$/],
    [['--visitors', '0'], /^--visitors wants a whole number from 1 to 200\.$/],
    [['--agents', '1.5'], /^--agents wants a whole number from 1 to 50\.$/],
    [['--seed', '4294967296'], /^--seed wants a whole number from 0 to 4294967295\.$/],
  ])('refuses %j, in one line', (args, line) => {
    const { status, stdout, stderr } = spawnSync('node', ['scripts/run.mjs', 'chaos', ...args], {
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trim()).toMatch(line);
  });
});
