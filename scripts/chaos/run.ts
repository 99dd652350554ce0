/** The whole of it: a server that is killed, a network that fails, people who talk, and what came of it. */
import { setTimeout as delay } from 'node:timers/promises';
import { stoppedBy } from '../lib/tools.ts';
import { type Random, seeded, seedOf } from '../train/random.ts';
import { Agent } from './agent.ts';
import { Ledger } from './ledger.ts';
import type { ChaosOptions } from './options.ts';
import type { Tally } from './passage.ts';
import { Proxy } from './proxy.ts';
import { FragileServer } from './server.ts';
import { attend, signIn } from './team.ts';
import { readTruths } from './truth.ts';
import { type Truth, type Verdict, verdictOf } from './verdict.ts';
import { type Course, Visitor } from './visitor.ts';
import { between } from './weather.ts';

export interface Outcome extends Verdict, Tally {
  kills: number;
  /** From one person to the assistant, and the other way. */
  takeovers: number;
  entries: number;
  longestSilenceMs: number;
  longestWaitMs: number;
  /** How long it took until everybody knew everything, once all was calm. */
  settledMs: number;
}

/** Then everybody should long since know everything. */
const PATIENCE_MS = 90_000;
const LOOK_EVERY_MS = 250;
/** Between two readings of everything that is stored. */
const READ_EVERY_MS = 2_000;

/** The server lives for `killEvery` seconds, give or take this share. */
const LIFE_SPREAD = 0.27;

/**
 * Lets it happen on a state folder whose database is ready, which nobody else serves. Null if this process was
 * asked to end meanwhile.
 *
 * @param afterwards whether people come back to their tabs once all is calm, whereupon these look after their
 *   connections at once; otherwise each has to notice by itself that its own is dead, which takes longer
 */
export async function runChaos(
  state: string,
  options: ChaosOptions,
  afterwards: 'nobody looks' | 'everybody looks',
): Promise<Outcome | null> {
  const { seed, seconds, killEvery } = options;
  const chance = (name: string) => seeded(seedOf(`${seed} ${name}`));
  const server = await FragileServer.start(state);
  const proxy = new Proxy(() => (server.isUp ? server.port : null), chance('network'));
  const over = new AbortController();
  try {
    const origin = `http://localhost:${server.port}`;
    const cookie = await signIn(origin);
    const ledger = new Ledger();
    const { visitors, agents } = await arrive(proxy, ledger, options, cookie, chance);
    const lives = [
      attend(origin, visitors, agents, over.signal),
      ...visitors.map((visitor) => visitor.live(over.signal)),
    ];
    const kills = await killAndRestart(server, seconds, killEvery, chance('kills'));
    over.abort();
    await Promise.all(lives);
    proxy.calm();
    if (stoppedBy()) return null;
    if (afterwards === 'everybody looks')
      for (const person of [...visitors, ...agents]) person.lookAround();
    const calmAt = performance.now();
    const truths = await settle({ proxy, cookie, ledger, visitors, agents });
    const settledMs = performance.now() - calmAt;
    for (const person of [...visitors, ...agents]) person.close();
    const { longestSilenceMs, longestWaitMs } = ledger;
    return {
      ...verdictOf(ledger.said, ledger.heard, truths),
      ...proxy.tally,
      kills,
      takeovers: truths.flatMap(({ team }) => team.filter(isTakeover)).length,
      entries: truths.flatMap(({ team }) => team).length,
      longestSilenceMs,
      longestWaitMs,
      settledMs,
    };
  } finally {
    over.abort();
    proxy.close();
    await server.kill();
  }
}

interface People {
  visitors: readonly Visitor[];
  agents: readonly Agent[];
}

async function arrive(
  proxy: Proxy,
  ledger: Ledger,
  options: ChaosOptions,
  cookie: string,
  chance: (name: string) => Random,
): Promise<People> {
  const visitors: Visitor[] = [];
  for (let number = 0; number < options.visitors; number += 1) {
    const { origin } = await proxy.line();
    const random = chance(`visitor ${number}`);
    visitors.push(new Visitor({ number, course: courseOf(number), origin, ledger, random }));
  }
  const agents: Agent[] = [];
  for (let number = 0; number < options.agents; number += 1) {
    const { origin } = await proxy.line(number === 0 ? { cookie } : {});
    agents.push(new Agent({ number, origin, ledger, random: chance(`agent ${number}`) }));
  }
  return { visitors, agents };
}

/** Half of them go through a handoff, one in ten is taken over unasked. */
function courseOf(number: number): Course {
  if (number % 10 === 0) return 'taken';
  return number % 2 === 1 ? 'handoff' : 'assistant';
}

async function killAndRestart(
  server: FragileServer,
  seconds: number,
  killEvery: number,
  random: Random,
): Promise<number> {
  const end = performance.now() + seconds * 1_000;
  for (let kills = 0; ; kills += 1) {
    const lifeMs = between(random, 1 - LIFE_SPREAD, 1 + LIFE_SPREAD) * killEvery * 1_000;
    const killAt = Math.min(end, performance.now() + lifeMs);
    while (performance.now() < killAt && !stoppedBy()) await delay(LOOK_EVERY_MS);
    if (performance.now() >= end || stoppedBy()) return kills;
    await server.kill();
    await server.restart();
  }
}

interface Stage extends People {
  proxy: Proxy;
  cookie: string;
  ledger: Ledger;
}

/** Waits until nobody has anything under way and everybody shows what is stored; answers with that. */
async function settle(stage: Stage): Promise<Truth[]> {
  const { visitors, agents } = stage;
  const people = [...visitors, ...agents];
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    while (!people.every(({ isSettled }) => isSettled) && performance.now() < deadline)
      await delay(LOOK_EVERY_MS);
    const truths = await readAll(stage);
    if (isKnown(stage, truths) || performance.now() > deadline) return truths;
    await delay(READ_EVERY_MS);
  }
}

function readAll({ proxy, cookie, ledger, visitors }: Stage): Promise<Truth[]> {
  const tokens = new Map(visitors.map(({ chat }) => [chat?.conversation, chat?.token]));
  const chats = [...ledger.conversations].map((conversation) => ({
    conversation,
    token: tokens.get(conversation) ?? null,
  }));
  return readTruths(proxy, cookie, chats);
}

/** Whether every tab shows the last that there is for it to see. */
function isKnown({ visitors, agents }: Stage, truths: readonly Truth[]): boolean {
  const of = (id: string | undefined) => truths.find(({ conversation }) => conversation === id);
  const forVisitors = visitors.every(({ chat, lastSeqs }) => {
    const last = of(chat?.conversation)?.visitor?.at(-1)?.seq;
    return lastSeqs.every((seq) => seq === last);
  });
  const forAgents = agents.every((agent) =>
    agent.lastSeqs.every(({ conversation, lastSeq }) => {
      return of(conversation)?.team.at(-1)?.seq === lastSeq;
    }),
  );
  return forVisitors && forAgents;
}

function isTakeover(entry: Truth['team'][number]): boolean {
  return entry.kind === 'event' && entry.event === 'takeover.started';
}
