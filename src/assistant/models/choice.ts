/** Which models a deployment uses, read from its configuration. */

/** The part of the Worker's configuration that is about models; see wrangler.toml. */
export interface ModelEnv {
  /** Workers AI. Absent where the binding is not configured. */
  AI?: Ai;
  /** `workers-ai`, `openai-compatible` or `embedded`. */
  MODEL_PROVIDER?: string;
  /** Answers visitors. */
  ANSWER_MODEL?: string;
  /** Small and quick, for summaries and second opinions; the same as answers if empty. */
  SMALL_MODEL?: string;
  /** Tells how near texts are to each other in meaning. Workers AI only. */
  EMBEDDING_MODEL?: string;
  /** Where an OpenAI-compatible provider is reached: `https://host/v1`. */
  MODEL_URL?: string;
  /** Its key, a secret; some need none. */
  MODEL_API_KEY?: string;
}

export interface Embedded {
  provider: 'embedded';
  /** Between pieces of an answer; see the embedded answerer. */
  chunkDelayMs?: number;
}

export interface WorkersAi {
  provider: 'workers-ai';
  binding: Ai;
  answer: string;
  small: string;
  embedding: string;
}

export interface OpenAiCompatible {
  provider: 'openai-compatible';
  /** Without a trailing slash. */
  baseUrl: string;
  apiKey?: string;
  answer: string;
  small: string;
}

/** A provider outside of this Worker, which may be slow, busy or gone. */
export type Remote = WorkersAi | OpenAiCompatible;

/** The models of a deployment. */
export type ModelChoice = Embedded | Remote;

/** What is missing for the provider that the configuration asks for. */
export type ModelProblem = 'unknown_provider' | 'no_binding' | 'no_url' | 'no_model';

export interface Models {
  choice: ModelChoice;
  /** Why `choice` is the embedded one although the configuration asks for another. */
  problem?: ModelProblem;
}

/** Reads the configuration. Whatever it lacks, there is a model: the embedded one. */
export function modelsOf(env: ModelEnv): Models {
  const answer = valueOf(env.ANSWER_MODEL);
  const small = valueOf(env.SMALL_MODEL) || answer;
  switch (valueOf(env.MODEL_PROVIDER)) {
    case 'embedded':
    case '':
      return { choice: { provider: 'embedded' } };
    case 'workers-ai':
      if (!env.AI) return lacking('no_binding');
      if (answer === '') return lacking('no_model');
      return {
        choice: {
          provider: 'workers-ai',
          binding: env.AI,
          answer,
          small,
          embedding: valueOf(env.EMBEDDING_MODEL),
        },
      };
    case 'openai-compatible': {
      const baseUrl = baseUrlIn(valueOf(env.MODEL_URL));
      if (baseUrl === null) return lacking('no_url');
      if (answer === '') return lacking('no_model');
      const apiKey = valueOf(env.MODEL_API_KEY);
      return {
        choice: {
          provider: 'openai-compatible',
          baseUrl,
          answer,
          small: isOfCloudflare(small) && !isOfCloudflare(answer) ? answer : small,
          ...(apiKey && { apiKey }),
        },
      };
    }
    default:
      return lacking('unknown_provider');
  }
}

function valueOf(text: string | undefined): string {
  return text?.trim() ?? '';
}

/** The shipped configuration names models of Workers AI; another endpoint has none of those. */
function isOfCloudflare(model: string): boolean {
  return model.startsWith('@cf/');
}

function lacking(problem: ModelProblem): Models {
  return { choice: { provider: 'embedded' }, problem };
}

function baseUrlIn(text: string): string | null {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return null;
  return url.href.replace(/\/+$/, '');
}
