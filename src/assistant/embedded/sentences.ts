/** How the embedded answerer answers small talk, per language. None of it speaks of a person. */
import type { Language } from '../retrieval/language.ts';

/** Small talk, and how it is answered. */
export type SmallTalkKind = 'greeting' | 'thanks' | 'bye' | 'ack' | 'who';

export const SENTENCES: Record<Language, Record<SmallTalkKind, string>> = {
  en: {
    greeting: 'Hello! What would you like to know?',
    thanks: 'You’re welcome! Is there anything else you would like to know?',
    bye: 'Goodbye, and thanks for stopping by!',
    ack: 'All right. If anything else comes up, just ask.',
    who: 'I’m an automated assistant. I answer from the articles of this website. What would you like to know?',
  },
  es: {
    greeting: '¡Hola! ¿Qué te gustaría saber?',
    thanks: '¡De nada! ¿Hay algo más que quieras saber?',
    bye: '¡Hasta luego y gracias por tu visita!',
    ack: 'De acuerdo. Si surge algo más, pregúntame.',
    who: 'Soy un asistente automático. Respondo con los artículos de este sitio web. ¿Qué te gustaría saber?',
  },
  fr: {
    greeting: 'Bonjour ! Que souhaitez-vous savoir ?',
    thanks: 'Je vous en prie ! Souhaitez-vous savoir autre chose ?',
    bye: 'Au revoir et merci de votre visite !',
    ack: 'D’accord. Si vous avez une autre question, posez-la-moi.',
    who: 'Je suis un assistant automatique. Je réponds à partir des articles de ce site. Que souhaitez-vous savoir ?',
  },
  de: {
    greeting: 'Hallo! Was möchten Sie wissen?',
    thanks: 'Gern geschehen! Möchten Sie noch etwas wissen?',
    bye: 'Auf Wiedersehen und danke für Ihren Besuch!',
    ack: 'In Ordnung. Wenn noch etwas ist, fragen Sie einfach.',
    who: 'Ich bin ein automatischer Assistent. Ich antworte aus den Artikeln dieser Website. Was möchten Sie wissen?',
  },
  pt: {
    greeting: 'Olá! O que gostaria de saber?',
    thanks: 'De nada! Gostaria de saber mais alguma coisa?',
    bye: 'Até logo e obrigado pela visita!',
    ack: 'Certo. Se surgir mais alguma coisa, é só perguntar.',
    who: 'Sou um assistente automático. Respondo com os artigos deste site. O que gostaria de saber?',
  },
  it: {
    greeting: 'Ciao! Che cosa desidera sapere?',
    thanks: 'Prego! Desidera sapere altro?',
    bye: 'Arrivederci e grazie della visita!',
    ack: 'Va bene. Se c’è altro, chieda pure.',
    who: 'Sono un assistente automatico. Rispondo con gli articoli di questo sito. Che cosa desidera sapere?',
  },
};
