/** What the embedded answerer says in its own words, per language. None of it speaks of a person. */
import type { Language } from '../retrieval/language.ts';

/** Small talk, and how it is answered. */
export type SmallTalkKind = 'greeting' | 'thanks' | 'bye' | 'ack' | 'who';

export type SentenceName =
  | SmallTalkKind
  /** The honest "I don't have that". */
  | 'unknown'
  /** Before what the articles say, when the model that answers otherwise fails; and when they say nothing. */
  | 'trouble'
  | 'troubleUnknown'
  /** The same, when the answers of a model are used up. */
  | 'spent'
  | 'spentUnknown';

export const SENTENCES: Record<Language, Record<SentenceName, string>> = {
  en: {
    greeting: 'Hello! What would you like to know?',
    thanks: 'You’re welcome! Is there anything else you would like to know?',
    bye: 'Goodbye, and thanks for stopping by!',
    ack: 'All right. If anything else comes up, just ask.',
    who: 'I’m an automated assistant. I answer from the articles of this website. What would you like to know?',
    unknown:
      'I’m sorry, I don’t have that in the articles of this website. You could rephrase your question, or ask me about something else.',
    trouble:
      'I can’t answer in my usual way right now. This is what the pages of this website say:',
    troubleUnknown:
      'I can’t answer in my usual way right now, and I found nothing about this on the pages of this website. Please try again in a moment.',
    spent: 'My answers are used up for now. This is what the pages of this website say:',
    spentUnknown:
      'My answers are used up for now, and I found nothing about this on the pages of this website.',
  },
  es: {
    greeting: '¡Hola! ¿Qué te gustaría saber?',
    thanks: '¡De nada! ¿Hay algo más que quieras saber?',
    bye: '¡Hasta luego y gracias por tu visita!',
    ack: 'De acuerdo. Si surge algo más, pregúntame.',
    who: 'Soy un asistente automático. Respondo con los artículos de este sitio web. ¿Qué te gustaría saber?',
    unknown:
      'Lo siento, no tengo esa información en los artículos de este sitio web. Puedes formular la pregunta de otra manera o preguntarme otra cosa.',
    trouble:
      'Ahora mismo no puedo responder como de costumbre. Esto es lo que dicen las páginas de este sitio web:',
    troubleUnknown:
      'Ahora mismo no puedo responder como de costumbre y no he encontrado nada sobre esto en las páginas de este sitio web. Inténtalo de nuevo dentro de un momento.',
    spent:
      'Por ahora se han agotado mis respuestas. Esto es lo que dicen las páginas de este sitio web:',
    spentUnknown:
      'Por ahora se han agotado mis respuestas y no he encontrado nada sobre esto en las páginas de este sitio web.',
  },
  fr: {
    greeting: 'Bonjour ! Que souhaitez-vous savoir ?',
    thanks: 'Je vous en prie ! Souhaitez-vous savoir autre chose ?',
    bye: 'Au revoir et merci de votre visite !',
    ack: 'D’accord. Si vous avez une autre question, posez-la-moi.',
    who: 'Je suis un assistant automatique. Je réponds à partir des articles de ce site. Que souhaitez-vous savoir ?',
    unknown:
      'Désolé, je n’ai pas cette information dans les articles de ce site. Vous pouvez reformuler votre question ou me demander autre chose.',
    trouble:
      'Je ne peux pas répondre comme d’habitude en ce moment. Voici ce que disent les pages de ce site :',
    troubleUnknown:
      'Je ne peux pas répondre comme d’habitude en ce moment, et je n’ai rien trouvé à ce sujet dans les pages de ce site. Veuillez réessayer dans un instant.',
    spent: 'Mes réponses sont épuisées pour le moment. Voici ce que disent les pages de ce site :',
    spentUnknown:
      'Mes réponses sont épuisées pour le moment, et je n’ai rien trouvé à ce sujet dans les pages de ce site.',
  },
  de: {
    greeting: 'Hallo! Was möchten Sie wissen?',
    thanks: 'Gern geschehen! Möchten Sie noch etwas wissen?',
    bye: 'Auf Wiedersehen und danke für Ihren Besuch!',
    ack: 'In Ordnung. Wenn noch etwas ist, fragen Sie einfach.',
    who: 'Ich bin ein automatischer Assistent. Ich antworte aus den Artikeln dieser Website. Was möchten Sie wissen?',
    unknown:
      'Das habe ich in den Artikeln dieser Website leider nicht. Sie können die Frage anders formulieren oder mich etwas anderes fragen.',
    trouble:
      'Ich kann gerade nicht wie gewohnt antworten. Das steht auf den Seiten dieser Website:',
    troubleUnknown:
      'Ich kann gerade nicht wie gewohnt antworten und habe dazu auf den Seiten dieser Website nichts gefunden. Bitte versuchen Sie es gleich noch einmal.',
    spent: 'Meine Antworten sind vorerst aufgebraucht. Das steht auf den Seiten dieser Website:',
    spentUnknown:
      'Meine Antworten sind vorerst aufgebraucht, und auf den Seiten dieser Website habe ich dazu nichts gefunden.',
  },
  pt: {
    greeting: 'Olá! O que gostaria de saber?',
    thanks: 'De nada! Gostaria de saber mais alguma coisa?',
    bye: 'Até logo e obrigado pela visita!',
    ack: 'Certo. Se surgir mais alguma coisa, é só perguntar.',
    who: 'Sou um assistente automático. Respondo com os artigos deste site. O que gostaria de saber?',
    unknown:
      'Desculpe, não tenho essa informação nos artigos deste site. Pode reformular a pergunta ou perguntar outra coisa.',
    trouble:
      'No momento não consigo responder da forma habitual. Isto é o que dizem as páginas deste site:',
    troubleUnknown:
      'No momento não consigo responder da forma habitual e não encontrei nada sobre isso nas páginas deste site. Tente novamente daqui a pouco.',
    spent: 'Minhas respostas se esgotaram por enquanto. Isto é o que dizem as páginas deste site:',
    spentUnknown:
      'Minhas respostas se esgotaram por enquanto e não encontrei nada sobre isso nas páginas deste site.',
  },
  it: {
    greeting: 'Ciao! Che cosa desidera sapere?',
    thanks: 'Prego! Desidera sapere altro?',
    bye: 'Arrivederci e grazie della visita!',
    ack: 'Va bene. Se c’è altro, chieda pure.',
    who: 'Sono un assistente automatico. Rispondo con gli articoli di questo sito. Che cosa desidera sapere?',
    unknown:
      'Mi dispiace, non ho questa informazione negli articoli di questo sito. Può riformulare la domanda o chiedermi altro.',
    trouble:
      'In questo momento non posso rispondere come al solito. Ecco che cosa dicono le pagine di questo sito:',
    troubleUnknown:
      'In questo momento non posso rispondere come al solito e non ho trovato nulla al riguardo nelle pagine di questo sito. Riprovi tra poco.',
    spent: 'Per ora le mie risposte sono esaurite. Ecco che cosa dicono le pagine di questo sito:',
    spentUnknown:
      'Per ora le mie risposte sono esaurite e non ho trovato nulla al riguardo nelle pagine di questo sito.',
  },
};
