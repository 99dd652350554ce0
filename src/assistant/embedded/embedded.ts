/**
 * The embedded answerer: a language model in interface only. It says what the knowledge says, in the
 * knowledge's own words, needs no network, and admits what it does not know.
 */
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4FinishReason,
  LanguageModelV4Source,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from '@ai-sdk/provider';
import type { Said } from '../../language/language.ts';
import * as en from '../../language/tongues/en.ts';
import { pacedStream } from './paced-stream.ts';
import type { Passage } from '../retrieval/passage.ts';
import { SENTENCES } from './sentences.ts';
import { smallTalkOf } from './small-talk.ts';
import { ANSWERED_KEY, METADATA_KEY } from './answered.ts';

interface EmbeddedOptions {
  /** What answers the question, best first; none if nothing known does. */
  passages: readonly Passage[];
  /** The visitor's browser language, for when their words do not tell which one they write in. */
  locale?: string;
  /** The fixed sentences in the visitor's language; English ones unless given. */
  said?: Said;
  /** Between pieces of a few words, so that an answer reads as it comes; 0 for all at once. */
  chunkDelayMs?: number;
}

const CHUNK_DELAY_MS = 25;
const CHUNK_WORDS = 4;

const TEXT_ID = 'answer';

/** No token was bought. */
const USAGE: LanguageModelV4Usage = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
};

const FINISHED: LanguageModelV4FinishReason = { unified: 'stop', raw: undefined };

/** A model for one answer. Besides its options it reads only the prompt's last user message. */
export function createEmbeddedModel(options: EmbeddedOptions): LanguageModelV4 {
  const { chunkDelayMs = CHUNK_DELAY_MS } = options;
  return {
    specificationVersion: 'v4',
    provider: 'baton',
    modelId: 'embedded',
    supportedUrls: {},
    doGenerate({ prompt }) {
      const reply = replyTo(lastUserText(prompt), options);
      const content: LanguageModelV4Content[] = [
        { type: 'text', text: reply.text },
        ...reply.sources,
      ];
      return Promise.resolve({
        content,
        finishReason: FINISHED,
        usage: USAGE,
        providerMetadata: metadataOf(reply),
        warnings: [],
      });
    },
    doStream({ prompt, abortSignal }) {
      const reply = replyTo(lastUserText(prompt), options);
      return Promise.resolve({ stream: pacedStream(partsOf(reply), chunkDelayMs, abortSignal) });
    },
  };
}

interface Reply {
  text: string;
  sources: LanguageModelV4Source[];
  answered: boolean;
}

function replyTo(question: string, { passages, locale, said = en.said }: EmbeddedOptions): Reply {
  const smallTalk = smallTalkOf(question, locale);
  if (smallTalk) {
    return { text: SENTENCES[smallTalk.language][smallTalk.kind], sources: [], answered: true };
  }
  if (passages.length === 0) {
    return { text: said.unknown, sources: [], answered: false };
  }
  const text = passages.map((passage) => passage.text).join('\n\n');
  return { text, sources: sourcesOf(passages), answered: true };
}

/** Each article once. */
function sourcesOf(passages: readonly Passage[]): LanguageModelV4Source[] {
  const byName = new Map(
    passages.map((passage) => [`${passage.url ?? ''}\n${passage.title}`, passage]),
  );
  return [...byName.values()].map(({ title, url }, at): LanguageModelV4Source => {
    const id = `source-${at + 1}`;
    return url === undefined
      ? { type: 'source', sourceType: 'document', id, title, mediaType: 'text/plain' }
      : { type: 'source', sourceType: 'url', id, url, title };
  });
}

function metadataOf({ answered }: Reply) {
  return { [METADATA_KEY]: { [ANSWERED_KEY]: answered } };
}

function partsOf(reply: Reply): LanguageModelV4StreamPart[] {
  return [
    { type: 'stream-start', warnings: [] },
    { type: 'text-start', id: TEXT_ID },
    ...chunksOf(reply.text).map((delta) => ({ type: 'text-delta', id: TEXT_ID, delta }) as const),
    { type: 'text-end', id: TEXT_ID },
    ...reply.sources,
    { type: 'finish', usage: USAGE, finishReason: FINISHED, providerMetadata: metadataOf(reply) },
  ];
}

/** A few words each, white space kept, so that joining them gives the text back. */
function chunksOf(text: string): string[] {
  return text.match(new RegExp(`(?:\\S+\\s*){1,${CHUNK_WORDS}}`, 'gu')) ?? [text];
}

function lastUserText(prompt: LanguageModelV4CallOptions['prompt']): string {
  const last = prompt.findLast((message) => message.role === 'user');
  if (last?.role !== 'user') return '';
  return last.content.map((part) => (part.type === 'text' ? part.text : '')).join('');
}
