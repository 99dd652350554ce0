/** A mail as MIME: multipart/alternative, plain text first. Pure but for mimetext's own boundary and date. */
import { createMimeMessage, Mailbox as Address } from 'mimetext/browser';

/** An address with an optional display name. */
interface Mailbox {
  address: string;
  name?: string;
}

export interface Mail {
  from: Mailbox;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Unique part of the Message-ID. The same for a resend, so that it is recognisable as one. */
  id: string;
  /** Mails with the same thread belong together in a mail reader. */
  thread: string;
  /** Where an answer goes, if not to the sender. */
  replyTo?: string;
}

/** The longest subject, in UTF-16 units. */
export const MAX_SUBJECT_CHARS = 200;

const BASE64_LINE_CHARS = 76;

/** Puts a mail into words a mail server reads. Bodies are base64, so that any text passes unharmed. */
export function toMime(mail: Mail): string {
  const message = createMimeMessage();
  const host = mail.from.address.split('@')[1] ?? 'localhost';
  const { address, name } = mail.from;
  message.setSender(name ? { addr: address, name: oneLine(name) } : { addr: address });
  message.setTo({ addr: mail.to });
  message.setSubject(shortened(oneLine(mail.subject)));
  // A visitor's address is taken as it is or not at all: none may add a header, nor another address.
  if (mail.replyTo !== undefined && ONE_ADDRESS.test(mail.replyTo))
    message.setHeader('Reply-To', new Address({ addr: mail.replyTo }));
  message.setHeader('Message-ID', `<${mail.id}@${host}>`);
  message.setHeader('References', `<${mail.thread}@${host}>`);
  message.setHeader('Auto-Submitted', 'auto-generated');
  const encoding = 'base64';
  message.addMessage({ contentType: 'text/plain', encoding, data: base64(mail.text) });
  message.addMessage({ contentType: 'text/html', encoding, data: base64(mail.html) });
  return message.asRaw();
}

/** What stands between angle brackets as one address, whatever it is. */
const ONE_ADDRESS = /^[^\s\p{Cc}<>()[\]:;,"\\@]+@[^\s\p{Cc}<>()[\]:;,"\\@]+$/u;

/** Reads `Name <address>` or a bare address. */
export function parseMailbox(text: string): Mailbox {
  const match = /^\s*(.*?)\s*<([^<>\s]+)>\s*$/.exec(text);
  if (!match?.[2]) return { address: text.trim() };
  return match[1] ? { address: match[2], name: match[1] } : { address: match[2] };
}

/** Makes a header's value of it: no control character, above all no line break, survives. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** As much as a subject holds, and never half a character. */
function shortened(subject: string): string {
  return subject.slice(0, MAX_SUBJECT_CHARS).replace(/[\ud800-\udbff]$/, '');
}

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text.toWellFormed());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const encoded = btoa(binary);
  const lines: string[] = [];
  for (let start = 0; start < encoded.length; start += BASE64_LINE_CHARS) {
    lines.push(encoded.slice(start, start + BASE64_LINE_CHARS));
  }
  return lines.join('\r\n');
}
