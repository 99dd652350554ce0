/** Stands before the real mail binding and lets a test close it, the way a provider that is down does. */

const gate = { failures: 0, attempts: 0 };

/** How often mails to an address are yet refused, and in which words. */
const refusals = new Map<string, { times: number; reason: string }>();

/** Has the next `times` mails refused. */
export function refuseMails(times: number): void {
  gate.failures = times;
  gate.attempts = 0;
}

/** Has the next `times` mails to an address refused. */
export function refuseMailsTo(address: string, times: number, reason: string): void {
  refusals.set(address, { times, reason });
}

/** How many mails were tried since the gate was last set. */
export function mailAttempts(): number {
  return gate.attempts;
}

export function gatedMail(binding: SendEmail): SendEmail {
  return new Proxy(binding, {
    get: (target, name) =>
      name === 'send' ? (message: EmailMessage) => send(target, message) : undefined,
  });
}

function send(binding: SendEmail, message: EmailMessage): Promise<EmailSendResult> {
  gate.attempts += 1;
  const refusal = refusals.get(message.to);
  if (refusal && refusal.times > 0) {
    refusal.times -= 1;
    return Promise.reject(new Error(refusal.reason));
  }
  if (gate.failures === 0) return binding.send(message);
  gate.failures -= 1;
  return Promise.reject(new Error('destination address is not a verified address'));
}
