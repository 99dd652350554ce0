import { describe, expect, it } from 'vitest';
import { contextOf, looksLikeOffer } from '../../../src/intent/offer.ts';

describe('a line of the assistant', () => {
  it.each([
    'Would you like me to bring in a team member?',
    'I could not find that. Shall I connect you to a person?',
    '¿Quieres que llame a alguien del equipo?',
    'Souhaitez-vous parler à un conseiller ?',
    'Soll ich jemanden aus dem Team holen?',
    'Posso chamar alguém da equipe?',
    'Vuoi che chiami un collega?',
  ])('is an offer: %s', (line) => {
    expect(looksLikeOffer(line)).toBe(true);
  });

  it.each([
    'Tents ship within two days.',
    'Which size do you wear?',
    'Would you like it? Returns are free.',
    'Would you like to know more about returns.',
    '',
  ])('is no offer: %s', (line) => {
    expect(looksLikeOffer(line)).toBe(false);
  });
});

describe('the context of a transcript', () => {
  it('is an offer only while the offer is the latest line', () => {
    const offer = 'Shall I connect you to a person?';
    expect(contextOf(['Hello', offer]).offered).toBe(true);
    expect(contextOf([offer, 'Our tents are green.']).offered).toBe(false);
    expect(contextOf([]).offered).toBe(false);
  });
});
