/** What the gallery shows: every phase of the chat. */
import type { Scene } from './scene.ts';
import { ASSISTANT } from './scenes/assistant.ts';
import { CLOSED } from './scenes/closed.ts';
import { ESCALATION } from './scenes/escalation.ts';
import { MENU } from './scenes/menu.ts';
import { PERSON } from './scenes/person.ts';
import { TROUBLE } from './scenes/trouble.ts';

export const SCENES: readonly Scene[] = [
  ...CLOSED,
  ...ASSISTANT,
  ...ESCALATION,
  ...PERSON,
  ...TROUBLE,
  ...MENU,
];
