import { describe } from 'vitest';
import { means } from './say.ts';

describe('in English', () => {
  means('ask_human', [
    'Can I talk to a person?',
    'Human please',
    'Get me a real agent',
    'AGENT',
    'Could you put me through to somebody in your team',
    "I'd much rather speak with an actual human being",
    'is there anyone I can actually talk to?',
    'This bot is useless, let me speak to your manager',
    'have a person call me',
    'could a colleague of yours... no, I mean: can a human help me with this',
    'no, I want a human',
    'transfer me to billing',
    'tlak to a humna',
    'pleeease get me a represntative',
  ]);
  means('frustrated', [
    "This isn't helping",
    "You're not understanding",
    'you keep sending me the same page',
    'still not what I asked for',
    'I have asked this three times now',
    'worst chatbot ever',
    "why can't you just answer?",
    'this chat is a joke',
    'you clearly have no idea',
    'not helpful',
    'we are going around in circles',
  ]);
  means('confirm', [
    'yes',
    'yes please',
    'ok do that',
    'sure, go ahead',
    'sounds lovely',
    'yes I would like that',
    'Yesss!!',
    '👍',
  ]);
  means('decline', [
    'no',
    'no thanks',
    'not now',
    'not at the moment thanks',
    'nah',
    "I'd rather not",
    'maybe later',
    'never mind',
    'noooo',
    '👎',
  ]);
});

describe('the same English words in another sense', () => {
  means('other', [
    'my real estate agent said I need a tent',
    'do you sell human hair wigs?',
    'I was frustrated with my old tent',
    'is your cleaning agent toxic?',
    'is the customer service desk open on Sunday?',
    'what does your support team do?',
    'my travel agent said it was fine',
    'where is the operator’s manual',
    'no wonder it leaks',
    'yes or no?',
    'that helps',
    'so are you truly a real person or what?',
    'am I talking to a human or a bot',
    'your agent promised a refund',
    'I talked to an agent yesterday',
    'can I return shoes I bought for another person?',
    'does the tent fit a person of two metres?',
    'how many people work in your support team',
    'this tent is useless',
    'your delivery was awful',
    'I hate my new boots',
    'the zip keeps getting stuck',
    'thanks, bye',
  ]);
});
