/**
 * What a page can ask of Baton's chat, for TypeScript. Copy this file into your project, or refer to it.
 * https://YOUR-HOST/docs/embed tells the same in words.
 */

interface Window {
  /** There once the script has run; pages may collect calls before, see the documentation. */
  Baton?: Baton.Function;
}

declare namespace Baton {
  interface Function {
    /** Opens the chat. */
    (command: 'open'): void;
    /** Closes it. */
    (command: 'close'): void;
    (command: 'toggle'): void;
    /** Says something for the visitor, 1 to 4,000 characters. */
    (command: 'send', text: string): void;
    /** Tells who the visitor is; each call replaces the one before, and null takes it back. */
    (command: 'identify', visitor: Visitor | null): void;
    /** Tells more of the visitor; calls add up, and null takes an attribute away. */
    (command: 'attributes', attributes: Attributes): void;
    /** Calls `listener` whenever it happens from now on. */
    <Name extends keyof Events>(
      command: 'on',
      event: Name,
      listener: (detail: Events[Name]) => void,
    ): void;
    /** Takes off one listener, or all of an event. */
    <Name extends keyof Events>(
      command: 'off',
      event: Name,
      listener?: (detail: Events[Name]) => void,
    ): void;
    /** Forgets the conversation and who the visitor is: for when they sign out. */
    (command: 'reset'): void;
    /** Takes the chat off the page, with everything that belongs to it. */
    (command: 'destroy'): void;
    /** What a stub has collected before the script has run; the script's own function has none. */
    q?: ArrayLike<unknown>[];
  }

  /** Who the visitor is. Up to 128 characters of id, 254 of an address and 100 of a name are kept. */
  interface Visitor {
    id?: string | number;
    email?: string;
    name?: string;
    /** Hex HMAC-SHA256 of the id or, without one, of the email, made by your server. */
    hash?: string;
  }

  /** Up to 20, with names of up to 40 characters and texts of up to 200. */
  type Attributes = Readonly<Record<string, string | number | boolean | null>>;

  /** What a listener is told of each event. Nothing that was there when the page loaded is told again. */
  interface Events {
    /** Commands are obeyed. */
    ready: undefined;
    open: undefined;
    close: undefined;
    /** How many messages the visitor has not seen; told when it changes. */
    unread: number;
    /** Somebody said something, the visitor included. */
    message: Message;
    'escalation.offered': Happened & { reason: Reason; backAt?: number };
    'escalation.declined': Happened;
    'escalation.lapsed': Happened;
    'escalation.requested': Happened & { reason: Reason; backAt?: number };
    'escalation.reminded': Happened & { escalation: number };
    'escalation.cancelled': Happened & { by: 'visitor' | 'disabled' };
    'escalation.expired': Happened;
    'notification.sent': Happened & { escalation: number };
    'notification.failed': Happened & { escalation: number };
    'contact.captured': Happened & { email: string };
    'contact.passed_on': Happened;
    'contact.failed': Happened;
    'takeover.started': Happened & { name: string; from?: string; isBack?: true };
    'takeover.lost': Happened & { name: string };
    'takeover.ended': Happened & { name: string };
    'settings.changed': Happened & { escalationEnabled: boolean };
    'conversation.ended': Happened & { by: 'visitor' | 'agent' | 'idle' };
  }

  /** Why a person was offered. */
  type Reason = 'asked' | 'frustrated' | 'unanswered' | 'button';

  interface Message {
    kind: 'message';
    /** Its number in the conversation. */
    seq: number;
    /** Milliseconds since 1970. */
    at: number;
    author: { role: 'visitor' } | { role: 'assistant' | 'agent'; name?: string };
    text: string;
    sources?: { title: string; url?: string }[];
    /** The answer was cut off and will not be finished. */
    interrupted?: true;
  }

  interface Happened {
    kind: 'event';
    event: string;
    seq: number;
    at: number;
  }
}
