/** What the chat fetches when it is needed first, and draws like a part of its own. */
import { fill } from '../../../src/language/fill.ts';
import { isSameTongue } from '../../../src/language/codes.ts';
import type { CreateExtra } from '../extra.ts';
import { refusalName } from '../refusals.ts';
import { createBadge } from './badge.ts';
import { createAttention } from '../attention/attention.ts';
import { createContactForm } from './contact-form.tsx';
import { Counter } from './counter.tsx';
import { createLazy } from '../lazy.ts';
import { createSpeech } from './lines.ts';
import { createMenu } from './menu.tsx';
import { Over } from './over.tsx';
import { createQuestion } from './question.tsx';
import { STYLES } from './styles.ts';
import { createVoice } from './create-voice.ts';

/** Makes the parts. Nothing of them shows yet. */
export const createExtra: CreateExtra = (given, speech = createSpeech(given.redraw)) => {
  const { host, session, words, language, rows, redraw } = given;
  const assistant = host.settings.assistantName;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  host.root.adoptedStyleSheets.push(sheet);

  const attention = createAttention(host, session, words, language);
  const showUnread = createBadge(given);
  const question = createQuestion(given);
  const download = createLazy(() => import('./download.ts'), redraw);

  async function save(): Promise<void> {
    const { settings } = host;
    const heading = (when: string) => fill(words.saved, { site: settings.name, when });
    const module = await download.load(true);
    module?.downloadChat(settings, heading, rows(), words, language);
  }

  const menu = createMenu(host.root, words.menu, redraw, () => [
    [words.save, save],
    [attention.isQuiet ? words.soundOn : words.soundOff, attention.toggleQuiet],
    [words.erase, () => question.ask('erase')],
    ...(question.isMeant('end') ? [[words.end, () => question.ask('end')] as const] : []),
  ]);
  return {
    voice() {
      const written = session.view.log.state?.language;
      const tongue = host.settings.language;
      const isOther = written !== undefined && !isSameTongue(written, tongue);
      const lines = speech.in(isOther ? written : tongue);
      return lines && createVoice({ lines, language: isOther ? written : language, assistant });
    },
    get isFailed() {
      return speech.isFailed || download.isFailed;
    },
    get isMenuOpen() {
      return menu.isOpen;
    },
    toggleMenu: menu.toggle,
    menu: menu.draw,
    question: question.draw,
    settle() {
      showUnread();
      attention.look();
    },
    explain: (code, of) => words[refusalName(code, of)],
    erasing: () => words[session.view.connection === 'lost' ? 'erasingLater' : 'erasing'],
    over: () => Over(given),
    counter: (left) => Counter({ ...given, left }),
    contactForm: createContactForm(given, host.traits().email ?? ''),
  };
};
