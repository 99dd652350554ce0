/**
 * What a visitor may ask the demo shop's assistant, whose articles have an answer to all of it. One who asks
 * the same again and again is taken for somebody at the end of their patience, and offered a person instead.
 */
const QUESTIONS: readonly string[] = [
  'How long does delivery take?',
  'Can I send something back?',
  'Which cards do you accept?',
  'When is the shop open?',
  'Do you repair jackets?',
  'How long is the warranty?',
  'Do you ship to Canada?',
  'What does express delivery cost?',
  'How do I exchange a jacket for another size?',
  'Do you sell gift cards?',
  'How do I wash a rain jacket?',
  'When do I get my refund?',
];

/** The one to ask after so many others. */
export function questionAt(number: number): string {
  const question = QUESTIONS[number];
  if (question === undefined) throw new Error('there are not as many questions');
  return question;
}
