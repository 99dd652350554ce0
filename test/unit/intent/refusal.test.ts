import { describe } from 'vitest';
import { means } from './say.ts';

describe('a wish not to speak with a person is not a request', () => {
  means('other', [
    'I would really rather not chat with an operator',
    'I refuse to speak with an agent',
    'je ne veux pas discuter avec un conseiller',
    'prefiero no hablar con un agente',
    'я не хочу общаться с оператором',
    '我不想跟人工客服聊天',
    'temsilciyle görüşmek istemiyorum',
    '상담원과 통화하고 싶지 않아요',
    'jag vill inte prata med en människa',
  ]);
});

describe('a request stands', () => {
  means('ask_human', [
    'je ne veux pas discuter avec un robot',
    'não quero falar com um robô',
    '我不想等了，我要人工客服',
    '要不要帮我转人工？',
    '待ちたくないので人と話したいです',
    'beklemek istemiyorum, temsilciyle görüşmek istiyorum',
    'I would rather not wait, get me an agent',
  ]);
});
