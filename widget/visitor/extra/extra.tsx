/** What the chat fetches when it is needed first, and draws like a part of its own. */
import type { CreateExtra } from '../extra.ts';
import { createContactForm } from './contact-form.tsx';
import { downloadChat } from './download.ts';
import { createMenu } from './menu.tsx';
import { createQuestion } from './question.tsx';
import { STYLES } from './styles.ts';
import { words } from './words.ts';

/** Makes the parts. Nothing of them shows yet. */
export const createExtra: CreateExtra = (given) => {
  const { host, session, rows, redraw } = given;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  host.root.adoptedStyleSheets.push(sheet);

  const question = createQuestion(given);
  const menu = createMenu(host.root, redraw, () => [
    [words.save, () => downloadChat(host.settings, rows())],
    [words.erase, () => question.ask('erase')],
    ...(question.isMeant('end') ? [[words.end, () => question.ask('end')] as const] : []),
  ]);
  return {
    get isMenuOpen() {
      return menu.isOpen;
    },
    toggleMenu: menu.toggle,
    menu: menu.draw,
    question: question.draw,
    contactForm: createContactForm(session, host.traits().email ?? ''),
  };
};
