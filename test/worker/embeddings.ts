/** Workers AI's own binding with an embedding model of ours behind it, which knows a few meanings. */
import { env } from 'cloudflare:workers';
import type { WorkersAi } from '../../src/assistant/models/choice.ts';

/** Words of one line mean the same to it; it knows no others. */
const MEANINGS = [
  ['canoe', 'kayak', 'paddle'],
  ['refund', 'money', 'reimbursement'],
  ['cave', 'tunnel', 'grotto'],
];

/** What it does when it is asked. */
type Behaviour = 'answers' | 'fails' | 'hangs' | 'babbles';

interface EmbeddingModel {
  choice: WorkersAi;
  /** Every text it was given, in order. */
  asked: string[];
  behaviour: Behaviour;
}

/** A deployment on Workers AI whose embedding model is called `name`. */
export function embeddingModel(name: string): EmbeddingModel {
  const model: Omit<EmbeddingModel, 'choice'> = { asked: [], behaviour: 'answers' };
  const service = {
    async fetch(_url: string, init?: RequestInit): Promise<Response> {
      const texts = textsIn(await new Response(init?.body ?? null).json());
      model.asked.push(...texts);
      switch (model.behaviour) {
        case 'answers': {
          const data = texts.map(vectorOf);
          return Response.json({ shape: [data.length, MEANINGS.length + 1], data, pooling: 'cls' });
        }
        case 'fails':
          return Response.json(
            { internalCode: 3043, name: 'InferenceUpstreamError', description: 'Internal error' },
            { status: 500 },
          );
        case 'hangs':
          return new Promise<Response>(() => undefined);
        case 'babbles':
          return Response.json({ response: 'I am fine, thank you.' });
      }
    },
  };
  if (!env.AI) throw new Error('the configuration has no binding of Workers AI');
  const binding: unknown = Reflect.construct(env.AI.constructor, [service]);
  if (!isBinding(binding)) throw new Error('the binding of Workers AI is made differently now');
  const choice = {
    provider: 'workers-ai',
    binding,
    answer: 'a',
    small: 's',
    embedding: name,
  } as const;
  return Object.assign(model, { choice });
}

function isBinding(made: unknown): made is Ai {
  return typeof made === 'object' && made !== null && 'run' in made;
}

/** The texts of a call, wherever the binding has put them. */
function textsIn(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  if ('text' in body && Array.isArray(body.text)) return body.text.map(String);
  return Object.values(body).flatMap(textsIn);
}

function vectorOf(text: string): number[] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const times = MEANINGS.map((alike) => words.filter((word) => alike.includes(word)).length);
  return [...times, 0.1];
}
