/** What a model server was asked, for whoever wants to know. */

export interface Message {
  role: string;
  content: string;
}

export interface Call {
  service: 'openai' | 'workers-ai';
  /** The header that lets a caller in, empty without one. */
  authorization: string;
  model: string;
  stream: boolean;
  messages: Message[];
  /** How many calls with the same last words there had been, this one included. */
  attempt: number;
  state:
    | 'open'
    /** All was said. */
    | 'finished'
    /** The server broke it off, as the scene wanted. */
    | 'broken'
    /** The caller had enough. */
    | 'left';
  /** When the request was there and when the first word was handed to the network; see `instant`. */
  receivedAt: number;
  firstWordAt?: number;
}

/** What the last message of the user says. */
export function lastWords(messages: readonly Message[]): string {
  return messages.findLast(({ role }) => role === 'user')?.content ?? '';
}

/** Now, in milliseconds since 1970 with fractions. */
export const instant = (): number => performance.timeOrigin + performance.now();
