import { describe, expect, it } from 'vitest';
import { isQuestion } from '../../../src/intent/question.ts';

describe('a line', () => {
  it.each([
    'Shall I bring in a colleague?',
    'I could not find that. Shall I connect you to a person? ',
    '¿Quieres que llame a alguien del equipo?',
    'Souhaitez-vous parler à un conseiller ?',
    '需要我帮您转接吗？',
    'هل تريد التحدث مع موظف؟',
    'Θέλετε να μιλήσετε με κάποιον;',
  ])('asks: %s', (line) => {
    expect(isQuestion(line)).toBe(true);
  });

  it.each([
    'Tents ship within two days.',
    'Would you like it? Returns are free.',
    'Would you like to know more about returns.',
    '',
  ])('asks nothing: %s', (line) => {
    expect(isQuestion(line)).toBe(false);
  });
});
