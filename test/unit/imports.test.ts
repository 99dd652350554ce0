import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

interface Import {
  from: string;
  /** A path below the root, or a package's name. */
  to: string;
  isType: boolean;
}

/** Source files below a folder, as paths from the root. */
function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** Static and dynamic imports and re-exports of a file. */
function importsOf(from: string): Import[] {
  const pattern =
    /(?:^|\n)(import|export)( type)?\b[^;'"]*?from\s*'([^']+)'|import\('([^']+)'\)|\nimport '([^']+)'/g;
  return [...textOf(from).matchAll(pattern)].map(([, , type, one, two, three]) => {
    const target = one ?? two ?? three ?? '';
    const to = target.startsWith('.') ? relative(ROOT, join(ROOT, dirname(from), target)) : target;
    return { from, to, isType: type !== undefined };
  });
}

/** The layers of the Worker, lowest first. A file uses its own layer and those below. */
const LAYERS = [
  ['src/protocol'],
  [
    'src/language',
    'src/intent',
    'src/assistant',
    'src/site',
    'src/takeover',
    'src/mail',
    'src/pages',
    'src/dashboard',
    'src/team',
    'src/webhook',
    'src/in-time.ts',
    'src/load-once.ts',
    'src/log.ts',
    'src/unless-aborted.ts',
  ],
  ['src/objects'],
  ['src/monitor', 'src/limits'],
  ['src/conversation'],
  ['src/env.ts'],
  ['src/routes'],
  ['src/app.ts'],
  ['src/index.ts'],
];

const layerOf = (file: string) =>
  LAYERS.findIndex((layer) => layer.some((path) => file === path || file.startsWith(`${path}/`)));

const sources = filesBelow('src');
const imports = sources.flatMap(importsOf);

/** Decisions without a platform: they are given time, chance and everything else they need. */
const PURE = [
  'src/conversation/acquaintance.ts',
  'src/conversation/card.ts',
  'src/conversation/deadlines.ts',
  'src/conversation/decide.ts',
  'src/conversation/escalation-moves.ts',
  'src/conversation/escalation-state.ts',
  'src/conversation/escalation-words.ts',
  'src/conversation/escalation.ts',
  'src/conversation/indexing.ts',
  'src/conversation/inputs.ts',
  'src/conversation/lines.ts',
  'src/conversation/milestones.ts',
  'src/conversation/notice.ts',
  'src/conversation/outbox.ts',
  'src/conversation/question.ts',
  'src/limits/door.ts',
  'src/limits/limit-in.ts',
  'src/objects/rate.ts',
  'src/conversation/seat.ts',
  'src/conversation/view.ts',
  'src/conversation/webhook-jobs.ts',
  'src/monitor/ask-all.ts',
  'src/monitor/cards.ts',
  'src/monitor/dismissals.ts',
  'src/monitor/errand.ts',
  'src/monitor/report.ts',
  'src/site/addresses.ts',
  'src/site/article-row.ts',
  'src/site/conversation-query.ts',
  'src/site/vector-cache.ts',
  'src/site/domains.ts',
  'src/site/identity.ts',
  'src/site/charset.ts',
  'src/site/entities.ts',
  'src/site/languages.ts',
  'src/site/origin.ts',
  'src/site/public-host.ts',
  'src/site/text-writer.ts',
  'src/takeover/test-mail.tsx',
  'src/takeover/notification.tsx',
  'src/assistant/models/tellable.ts',
  'src/assistant/models/trouble.ts',
  'src/assistant/models/unquoted.ts',
  ...filesBelow('src/assistant/embedded'),
  ...filesBelow('src/assistant/prompt'),
  ...filesBelow('src/assistant/promises'),
  ...filesBelow('src/assistant/retrieval').filter((file) => !file.endsWith('/embedder.ts')),
  ...filesBelow('src/assistant/words'),
  'src/mail/frame.tsx',
  'src/team/address.ts',
  'src/team/invitation-mail.tsx',
  'src/team/name.ts',
  'src/team/next.ts',
  'src/team/sign-in-mail.tsx',
  'src/webhook/events.ts',
  'src/webhook/message.ts',
  'src/webhook/slack.ts',
  'src/webhook/target.ts',
  ...filesBelow('src/intent'),
  ...filesBelow('src/language').filter((file) => !file.endsWith('/speech.ts')),
  ...filesBelow('src/protocol'),
  ...filesBelow('src/pages'),
  ...filesBelow('src/dashboard'),
];

describe('imports', () => {
  it('are found at all', () => {
    expect(imports.length).toBeGreaterThan(200);
    expect(sources.filter((file) => layerOf(file) === -1)).toEqual([]);
  });

  it('point one way: routes, objects, pure modules, protocol', () => {
    const wrong = imports.filter(
      ({ from, to, isType }) => !isType && to.startsWith('src/') && layerOf(to) > layerOf(from),
    );
    expect(wrong).toEqual([]);
  });

  it('of the protocol stay inside it', () => {
    const wrong = imports.filter(
      ({ from, to }) => layerOf(from) === 0 && to.startsWith('src/') && layerOf(to) !== 0,
    );
    expect(wrong).toEqual([]);
  });

  it('of browser code reach nothing of the server but the protocol and the languages', () => {
    const wrong = filesBelow('widget')
      .flatMap(importsOf)
      .filter(({ to }) => to.startsWith('src/') && !/^src\/(protocol|language)\//.test(to));
    expect(wrong).toEqual([]);
  });

  it('of browser code bring no schema library along', () => {
    const wrong = filesBelow('widget')
      .flatMap(importsOf)
      .filter(
        ({ to, isType }) => !isType && (to.startsWith('zod') || to === 'src/protocol/parse.ts'),
      );
    expect(wrong).toEqual([]);
  });
});

describe('a pure module', () => {
  it.each(PURE)('%s touches neither platform, clock nor chance', (file) => {
    const platform = importsOf(file).filter(
      ({ to, isType }) => !isType && /^(cloudflare:|node:|hono|itty)/.test(to),
    );
    expect(platform).toEqual([]);
    expect(textOf(file)).not.toMatch(
      /\bDate\.now\(|\bMath\.random\(|\bnew Date\(\)|\bfetch\(|\benv\./,
    );
  });
});
