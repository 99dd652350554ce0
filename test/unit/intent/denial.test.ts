import { describe, expect, it } from 'vitest';
import { isDenied } from '../../../src/intent/denial.ts';
import { fold } from '../../../src/intent/fold.ts';

/** Whether `decided`, a part of the message, is denied by the rest of it. */
function denied(message: string, decided: string): boolean {
  const words = fold(message);
  const at = message.indexOf(decided);
  const from = words.findIndex(({ start }) => start >= at);
  const to = words.findLastIndex(({ end }) => end <= at + decided.length) + 1;
  return isDenied(
    words.map(({ text }) => text),
    { from, to },
  );
}

describe('a wish for a person is denied', () => {
  it.each([
    ['I don’t want to talk to a human', 'talk to a human'],
    ['I do not need a human for that', 'a human'],
    ['I don’t want a human', 'want a human'],
    ['please don’t transfer me', 'transfer me'],
    ['can you do it without an agent', 'an agent'],
    ['no quiero hablar con una persona', 'hablar con una persona'],
    ['je ne veux pas parler à un humain', 'parler à un humain'],
    ['ich will nicht mit einem Menschen sprechen', 'Menschen sprechen'],
  ])('in: %s', (message, decided) => {
    expect(denied(message, decided)).toBe(true);
  });
});

describe('a wish for a person stands', () => {
  it.each([
    ['I want to talk to a human', 'talk to a human'],
    ['why can’t I talk to a human', 'talk to a human'],
    ['I don’t want to talk to a robot', 'want to talk'],
    ['I don’t want a bot I want a human', 'want a human'],
    ['I don’t want this. Let me talk to a human', 'talk to a human'],
    ['why don’t you transfer me', 'transfer me'],
  ])('in: %s', (message, decided) => {
    expect(denied(message, decided)).toBe(false);
  });
});
