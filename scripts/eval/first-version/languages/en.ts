import type { Language } from '../language.ts';
import { ask } from './en/ask.ts';
import { frustrated } from './en/frustrated.ts';
import { short } from './en/short.ts';
import { words } from './en/words.ts';

export const en: Language = {
  code: 'en',
  misspelt: `human agent person people someone somebody representative operator customer service support speak speaking talking
    assistant assistance manager understand useless stupid helpful annoying definitely absolutely`,
  realWords: `steak speck spear argent serve humane persons parson assistants managed served services supports supported
    understands understood stupidly`,
  words,
  ask,
  frustrated,
  short,
};
