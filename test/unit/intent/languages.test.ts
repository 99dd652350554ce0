import { describe } from 'vitest';
import { means } from './say.ts';

describe('in Spanish', () => {
  means('ask_human', [
    'Quiero que me atienda alguien',
    'pásame con un encargado',
    '¿Podría comunicarme con un asesor?',
    'un agente por favor',
    'no, quiero un humano',
  ]);
  means('frustrated', [
    'no me estás ayudando',
    'eres un bot inútil',
    'ya te lo dije dos veces',
    'eso no es lo que pregunté',
    'siempre la misma respuesta',
  ]);
  means('confirm', ['sí por favor', 'claro que sí', 'dale', 'vale']);
  means('decline', ['no gracias', 'ahora no', 'mejor no', 'no hace falta']);
  means('other', [
    'mi agente inmobiliario vive en Sevilla',
    'esta carpa no sirve',
    '¿entonces eres una persona real o qué?',
    '¿a qué hora abren?',
    'gracias',
  ]);
});

describe('in French', () => {
  means('ask_human', [
    'Je veux parler à un conseiller',
    'passez-moi un humain',
    'puis-je discuter avec une vraie personne ?',
    'un conseiller svp',
    "j'ai besoin d'un agent",
  ]);
  means('frustrated', [
    'tu ne comprends rien',
    "ça ne m'aide pas",
    "ce n'est pas ce que j'ai demandé",
    'ce bot est nul',
    'vous répétez toujours la même réponse',
  ]);
  means('confirm', ['oui', 'oui volontiers', "d'accord", 'avec plaisir', 'allez-y']);
  means('decline', ['non merci', 'pas maintenant', 'plus tard peut-être', 'surtout pas']);
  means('other', [
    'mon agent immobilier est en vacances',
    'es-tu un humain ?',
    'la tente est nulle',
    'quels sont vos horaires',
    'merci',
  ]);
});

describe('in German', () => {
  means('ask_human', [
    'Kann ich mit jemandem sprechen?',
    'Ich möchte mit einem echten Menschen reden',
    'Verbinden Sie mich bitte mit einem Mitarbeiter',
    'Mitarbeiter bitte',
    'gib mir einen Menschen',
  ]);
  means('frustrated', [
    'du verstehst mich nicht',
    'das hilft mir überhaupt nicht',
    'das habe ich doch schon gesagt',
    'was für ein dummer Bot',
    'falsche Antwort',
  ]);
  means('confirm', ['ja bitte', 'gerne', 'das wäre super', 'mach das']);
  means('decline', ['nein danke', 'lieber nicht', 'jetzt nicht', 'nicht nötig']);
  means('other', [
    'mein Berater hat mir das Zelt empfohlen',
    'bist du denn ein Mensch oder nicht?',
    'die Lieferung war schlecht',
    'wann habt ihr geöffnet',
  ]);
});

describe('in Portuguese', () => {
  means('ask_human', [
    'quero falar com um atendente',
    'me transfere para uma pessoa real',
    'preciso de um humano',
    'posso conversar com alguém?',
  ]);
  means('frustrated', [
    'isso não ajuda',
    'você não entende nada',
    'não foi isso que perguntei',
    'que bot burro',
    'já falei isso',
  ]);
  means('confirm', ['sim por favor', 'pode ser', 'claro', 'com certeza']);
  means('decline', ['não obrigado', 'agora não', 'melhor não']);
  means('other', [
    'meu agente de viagens recomendou',
    'você é humano?',
    'o pedido está errado',
    'obrigada',
  ]);
});

describe('in Italian', () => {
  means('ask_human', [
    'vorrei parlare con un operatore',
    'passami una persona vera',
    'ho bisogno di un operatore umano',
    'un operatore per favore',
  ]);
  means('frustrated', [
    'non mi stai aiutando',
    'non capisci niente',
    'questo bot è inutile',
    'te l’ho già detto',
    'sempre la stessa risposta',
  ]);
  means('confirm', ['sì grazie', 'va bene', 'certo', 'volentieri']);
  means('decline', ['no grazie', 'non ora', 'meglio di no', 'lascia stare']);
  means('other', [
    'il mio agente immobiliare',
    'sei una persona reale?',
    'il prodotto è pessimo',
    'grazie',
  ]);
});

describe('in other languages', () => {
  means('ask_human', [
    'ik wil met een medewerker praten',
    'chcę porozmawiać z konsultantem',
    'bir temsilciyle görüşmek istiyorum',
    'tôi muốn gặp nhân viên tư vấn',
    'saya mau bicara dengan manusia',
    'хочу поговорить с живым человеком',
    'أريد التحدث مع موظف',
    'मुझे इंसान से बात करनी है',
    'mujhe kisi insaan se baat karni hai',
    '请帮我转人工客服',
    '担当者と話したいです',
    '상담원 연결해 주세요',
  ]);
  means('confirm', [
    'ja graag',
    'tak, proszę',
    'evet lütfen',
    'vâng ạ',
    'ya, boleh',
    'да, пожалуйста',
    'نعم من فضلك',
    'हाँ जी',
    '好的',
    'はい、お願いします',
    '네, 부탁드려요',
  ]);
  means('decline', [
    'nee dank je',
    'nie, dziękuję',
    'hayır teşekkürler',
    'không cần đâu',
    'tidak usah',
    'нет, спасибо',
    'لا شكرا',
    'नहीं धन्यवाद',
    '不用了',
    '結構です',
    '아니요 괜찮아요',
  ]);
});
