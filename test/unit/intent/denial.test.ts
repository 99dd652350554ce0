import { describe, expect, it } from 'vitest';
import { clausesIn, isDenied } from '../../../src/intent/denial.ts';
import { loadDetector } from '../../../src/intent/detector.ts';
import { fold } from '../../../src/intent/fold.ts';
import { means } from './say.ts';

const detect = await loadDetector();

/** Whether `decided`, a part of the message, is denied by the rest of it. */
function denied(message: string, decided: string): boolean {
  const words = fold(message);
  const at = message.indexOf(decided);
  const from = words.findIndex(({ start }) => start >= at);
  const to = words.findLastIndex(({ end }) => end <= at + decided.length) + 1;
  return isDenied(words, message, { from, to });
}

describe('a wish for a person is denied', () => {
  it.each([
    ['I don’t want to talk to a human', 'talk to a human'],
    ['I do not need a human for that', 'a human'],
    ['I don’t want a human', 'want a human'],
    ['please don’t transfer me', 'transfer me'],
    ['can you do it without an agent', 'an agent'],
    ['could you do it without an agent?', 'an agent'],
    ['I do not really want a human', 'a human'],
    ['no human is needed', 'human'],
    ['Thanks, but I don’t want a human', 'want a human'],
    ['no quiero hablar con una persona', 'hablar con una persona'],
    ['je ne veux pas parler à un humain', 'parler à un humain'],
    ['ich will nicht mit einem Menschen sprechen', 'Menschen sprechen'],
    ['insanla konuşmak istemiyorum', 'insanla konuşmak'],
    ['人間と話したくない', '人間と話'],
    ['我不想和真人聊', '我不想和真人'],
    ['beni temsilciye bağlama', 'temsilciye bağlama'],
    ['I refuse to talk to a human', 'talk to a human'],
  ])('in: %s', (message, decided) => {
    expect(denied(message, decided)).toBe(true);
  });
});

describe('a wish for a person stands', () => {
  it.each([
    ['I want to talk to a human', 'talk to a human'],
    ['why can’t I talk to a human', 'talk to a human'],
    ['I don’t want to talk to a robot', 'want to talk'],
    ['I don’t want a bot I want a human', 'want a human'],
    ['I don’t want this. Let me talk to a human', 'talk to a human'],
    ['I don’t want this, connect me to a human', 'connect me to a human'],
    ['I don’t want this I want a human', 'want a human'],
    ['I don’t want to wait to talk to a human', 'talk to a human'],
    ['I don’t want anything but a human', 'a human'],
    ['why don’t you transfer me', 'transfer me'],
    ['if you don’t transfer me I leave', 'transfer me'],
    ['don’t you want to get me a human?', 'get me a human'],
    ['no human is here', 'human'],
    ['I can’t do it without a human', 'a human'],
    ['das geht nicht ich will einen Menschen', 'Menschen'],
    ['robotla konuşmak istemiyorum', 'konuşmak'],
    ['insan istiyorum robot istemiyorum', 'insan'],
    ['人につないでください', '人に'],
    ['要不要转人工', '转人工'],
    ['我不要机器人', '我不要'],
  ])('in: %s', (message, decided) => {
    expect(denied(message, decided)).toBe(false);
  });
});

describe('clauses', () => {
  it.each([
    ['a, b c; d', [1, 2, 1]],
    ['one two', [2]],
    ['¿a? (b)', [1, 1, 1]],
    ['', []],
  ])('of %j', (message, lengths) => {
    const clauses = clausesIn(fold(message), message);
    expect(clauses.map(({ from, to }) => to - from)).toEqual(lengths);
  });
});

describe('a wish not to speak with a person is not a request', () => {
  it.each([
    'I would rather not deal with one of your agents',
    'please do not put me through to a representative',
    'please, not another representative',
    'I’ve no interest in speaking to your support team',
    'je n’ai aucune envie de discuter avec un conseiller',
    'einen Mitarbeiter brauche ich nicht',
    'no me hace falta un asesor',
    'prefiero no tratar con una persona',
    'preferia não conversar com um atendente',
    'non mi va di parlare con un consulente',
    'ik spreek liever niet met een medewerker',
    'nie mam ochoty na rozmowę z konsultantem',
    'не желаю общаться с оператором',
    'müşteri temsilcisiyle görüşmek istemem',
    'ما أبغى أكلم موظف خدمة العملاء',
    'मुझे किसी एजेंट से बात नहीं करनी है',
    'mujhe customer care se baat nahi karni',
    'aku nggak mau ngomong sama manusia',
    'スタッフと話す必要はありません',
    '상담사랑 통화하고 싶지 않아요',
    'không cần gặp tư vấn viên',
    '别帮我转人工客服',
    'jag vill helst inte prata med en handläggare',
    'jeg ønsker ikke at tale med en medarbejder',
    'jeg trenger ikke å snakke med noen',
    'en tahdo jutella asiakaspalvelijan kanssa',
    'nepřeji si mluvit s operátorem',
    'nechcem sa rozprávať s operátorom',
    'nem szeretnék ügyintézővel beszélni',
    'nu doresc să discut cu un consultant',
    'не желая да говоря с оператор',
    'не бажаю спілкуватися з оператором',
    'ne trebam razgovarati s agentom',
    'ne želim govoriti z zaposlenim',
    'δεν χρειάζεται να μιλήσω με εκπρόσωπο',
    'אני מעדיף לא לדבר עם נציג',
    'مایل نیستم با اپراتور حرف بزنم',
    'مجھے نمائندے سے بات نہیں کرنی',
    'আমার প্রতিনিধির সাথে কথা বলার দরকার নেই',
    'எனக்கு முகவருடன் பேச விருப்பமில்லை',
    'no necessito parlar amb un agent',
  ])('in: %s', (message) => {
    expect(detect(message).label).not.toBe('ask_human');
  });

  means('decline', ['I don’t want to speak with one of your people'], { offered: true });
});

describe('a wish not to speak with a machine is a request', () => {
  means('ask_human', [
    'I don’t want to talk to a robot',
    'I really don’t wanna speak with your chatbot',
    'nočem pisati z robotom',
    'sitaki kuzungumza na roboti',
  ]);
});

describe('a machine that is not wanted for something else is no request', () => {
  means('other', [
    'I don’t want a robot vacuum',
    'I don’t need an automatic transmission',
    'why don’t you want to be called a bot',
    'ich brauche keine Waschmaschine',
    'no quiero un robot de cocina',
    'bulaşık makinesi istemiyorum',
  ]);
});

describe('what is denied in one clause may be asked for in another', () => {
  it('is taken at its word', () => {
    const message = 'Don’t transfer me to an agent in sales, connect me to a human in billing';
    expect(detect(message).label).toBe('ask_human');
    expect(message.indexOf(detect(message).evidence)).toBeGreaterThan(message.indexOf(','));
  });

  means('ask_human', [
    'das geht so nicht, ich will einen Mitarbeiter sprechen',
    'dit helpt niet ik wil een medewerker spreken',
    'nic z tego nie rozumiem, chcę rozmawiać z konsultantem',
  ]);
});
