/**
 * Which conversation this browser is in, and the token that proves it: shared by all tabs, so that
 * they show one conversation, whoever of them began it.
 */
import type { Memory } from './storage.ts';

export interface Credentials {
  /** The token to connect with, or null to begin a conversation. Asked before every attempt. */
  forAttempt(failures: number): Promise<string | null>;
  /**
   * Keeps what a welcome brought. `superseded` when another tab has begun a conversation meanwhile:
   * the first one stored counts, and this tab is to join it.
   */
  accept(welcome: { conversation: string; token?: string }): 'kept' | 'superseded';
  /** What another tab's change of the store means for this one. */
  changedElsewhere(): 'same' | 'another' | 'forgotten';
  /** The conversation in use is no more. What another tab has begun since stays. */
  forget(): void;
}

/** From this many failures in a row on, the token itself is asked about. */
export const DOUBT_AFTER_FAILURES = 2;

/**
 * @param isRefused asks the server whether it would turn this token away. A browser does not tell a
 *   refused token from a dead network, so only the server's own word makes us forget one.
 */
export function createCredentials(
  memory: Memory,
  isRefused: (token: string) => Promise<boolean>,
): Credentials {
  let used: string | null = null;
  let conversation: string | null = null;

  function stored(): { conversation: string; token: string } | null {
    const [conversation, token] = memory.get('chat')?.split(' ') ?? [];
    return conversation && token ? { conversation, token } : null;
  }

  /** How what is stored relates to a conversation of this tab's. */
  function relation(ours: string | null): 'same' | 'another' | 'forgotten' {
    const known = stored();
    // Whoever is in no conversation, and brings no token, has nothing that could be forgotten.
    if (known === null) return ours === null && used === null ? 'same' : 'forgotten';
    return known.conversation === ours || known.token === used ? 'same' : 'another';
  }

  function forget(): void {
    if (stored()?.token === used) memory.set('chat', undefined);
    used = null;
    conversation = null;
  }

  return {
    async forAttempt(failures) {
      used = stored()?.token ?? null;
      if (used !== null && failures >= DOUBT_AFTER_FAILURES) {
        // No answer is no refusal.
        if (await isRefused(used).catch(() => false)) forget();
      }
      return used;
    },
    accept(welcome) {
      if (relation(welcome.conversation) === 'another') return 'superseded';
      conversation = welcome.conversation;
      used = welcome.token ?? used;
      // Neither part has a space in it.
      if (used !== null) memory.set('chat', `${conversation} ${used}`);
      return 'kept';
    },
    changedElsewhere: () => relation(conversation),
    forget,
  };
}
