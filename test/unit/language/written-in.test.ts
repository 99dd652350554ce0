import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMaterial } from '../../../scripts/train/detector/material.ts';
import { readCorpus } from '../../../scripts/train/guard/corpus.ts';
import { readUntold, readWords, samplesFrom } from '../../../scripts/train/tongue/material.ts';
import { lessonFrom } from '../../../scripts/train/tongue/weights-from.ts';
import { readHeldOut } from '../../../scripts/eval/held-out.ts';
import { TONGUES } from '../../../src/language/codes.ts';
import { DIGEST, packed } from '../../../src/language/tongue-weights.ts';
import { writtenIn } from '../../../src/language/written-in.ts';

const WEIGHTS = new URL('../../../src/language/tongue-weights.ts', import.meta.url);
const MOST_BYTES = 45_000;

describe('a script that one language has', () => {
  it.each([
    ['am', 'ከሰው ጋር ማውራት እፈልጋለሁ'],
    ['bn', 'মানুষ চাই'],
    ['el', 'βοήθεια'],
    ['gu', 'માણસ જોઈએ'],
    ['he', 'עזרה'],
    ['hy', 'օգնություն'],
    ['ja', 'たすけて'],
    ['ja', '返品したい'],
    ['ka', 'დახმარება'],
    ['km', 'ជំនួយ'],
    ['kn', 'ಸಹಾಯ'],
    ['ko', '도와주세요'],
    ['lo', 'ຊ່ວຍແດ່'],
    ['ml', 'സഹായം'],
    ['my', 'အကူအညီ'],
    ['pa', 'ਮਦਦ'],
    ['si', 'උදව්'],
    ['ta', 'உதவி'],
    ['te', 'సహాయం'],
    ['th', 'ช่วยด้วย'],
  ])('tells it by a word: %s', (tongue, text) => {
    expect(writtenIn(text)).toBe(tongue);
  });

  it('is told among Latin names', () => {
    expect(writtenIn('iPhone 15 Pro 케이스 있어요?')).toBe('ko');
  });

  it('tells nothing where it is only quoted, or where scripts are mixed', () => {
    expect(writtenIn('what does 도와주세요 mean in English please')).not.toBe('ko');
    expect(writtenIn('βοήθεια עזרה')).toBeNull();
  });
});

describe('a script that languages share', () => {
  it.each([
    ['ru', 'сайт не работает, что мне делать'],
    ['uk', 'коли ви відправите моє замовлення'],
    ['bg', 'искам да говоря с човек от екипа'],
    ['kk', 'менің тапсырысым қайда екенін білгім келеді'],
    ['mn', 'миний захиалга хаана байгаа вэ'],
    ['ar', 'أين طلبي من فضلكم'],
    ['fa', 'سفارش من کجاست لطفا بگویید'],
    ['ur', 'میرا آرڈر کہاں ہے'],
    ['hi', 'मेरा ऑर्डर कहाँ है'],
    ['mr', 'माझी ऑर्डर कुठे आहे'],
    ['ne', 'मेरो अर्डर कहाँ छ'],
    ['zh', '我的订单在哪里'],
  ])('tells them apart by their words: %s', (tongue, text) => {
    expect(writtenIn(text)).toBe(tongue);
  });

  it.each([
    ['af', 'ek wil asseblief met ’n mens praat oor my rekening'],
    ['az', 'mən sifarişimi ləğv etmək istəyirəm'],
    ['ca', 'vull parlar amb una persona, si us plau'],
    ['cs', 'chtěl bych mluvit s člověkem, prosím'],
    ['cy', 'dw i eisiau siarad gyda rhywun os gwelwch yn dda'],
    ['da', 'hvornår får jeg mine penge tilbage, jeg har ventet to uger'],
    ['de', 'ich will mit einem Menschen reden'],
    ['en', 'where is my order, it should have come on Monday'],
    ['es', 'quiero hablar con una persona'],
    ['et', 'palun ühendage mind inimesega'],
    ['eu', 'pertsona batekin hitz egin nahi dut'],
    ['fi', 'haluan puhua ihmisen kanssa'],
    ['fil', 'gusto ko pong makausap ang isang tao'],
    ['fr', 'je voudrais parler à quelqu’un'],
    ['ga', 'ba mhaith liom labhairt le duine'],
    ['gl', 'onde está o meu pedido, levo unha semana agardando'],
    ['hr', 'želim razgovarati s nekim iz vašeg tima'],
    ['hu', 'szeretnék egy emberrel beszélni'],
    ['id', 'saya mau bicara dengan orang'],
    ['is', 'ég vil tala við manneskju'],
    ['it', 'vorrei parlare con una persona'],
    ['lt', 'noriu pakalbėti su žmogumi'],
    ['lv', 'es gribu runāt ar cilvēku'],
    ['nl', 'ik wil graag met iemand praten'],
    ['no', 'kan dere hjelpe meg med å endre bestillingen min'],
    ['pl', 'chcę rozmawiać z człowiekiem'],
    ['pt', 'pode me ajudar'],
    ['ro', 'aș vrea să vorbesc cu cineva'],
    ['sk', 'chcem hovoriť s človekom, prosím'],
    ['sl', 'rad bi govoril s človekom, kdaj ste dosegljivi'],
    ['sq', 'dua të flas me një njeri'],
    ['sv', 'jag vill prata med en människa'],
    ['sw', 'nataka kuongea na mtu tafadhali'],
    ['tr', 'bir insanla konuşmak istiyorum'],
    ['uz', 'men odam bilan gaplashmoqchiman'],
    ['vi', 'tôi muốn nói chuyện với nhân viên'],
  ])('and Latin ones: %s', (tongue, text) => {
    expect(writtenIn(text)).toBe(tongue);
  });

  it('needs no accents', () => {
    expect(writtenIn('quand est-ce que je vais etre rembourse')).toBe('fr');
    expect(writtenIn('kiedy bedzie moja przesylka, czekam juz tydzien')).toBe('pl');
  });

  it('needs no more than the first lines of a long message', () => {
    const long = 'Ich habe vor zwei Wochen bestellt und noch nichts bekommen. '.repeat(200);
    expect(writtenIn(long)).toBe('de');
  });
});

describe('nothing is told', () => {
  it.each([
    ['of nothing', ''],
    ['of blanks', ' \n '],
    ['of an emoji', '👍🙂'],
    ['of a number', '4711-0815'],
    ['of a product’s name', 'iPhone 15 Pro'],
    ['of an order’s number', 'ORD-2231/B'],
    ['of an address on the web', 'https://example.org/de/hilfe/kontakt'],
    ['of a mail address', 'hilfe.bitte@example.org'],
    ['of a name', 'Lars Eriksson'],
    ['of a place', 'New York'],
    ['of what everybody says', 'ok'],
    ['of a word that many languages have', 'no'],
    ['of another one', 'restaurant'],
    ['of a greeting that everybody knows', 'hola'],
    ['of keys that were leant on', 'asdfgh'],
    ['of Hindi in Latin letters', 'aloo kuch kaam nahi kar raha'],
    ['of Arabic in Latin letters', 'ana 3ayez akalem 7ad'],
    ['of Russian in Latin letters', 'kogda vy privezete moi zakaz'],
    ['of Greek in Latin letters', 'pou einai to paketo mou'],
    ['of Serbian in Cyrillic', 'где је моја поруџбина'],
    ['of a sentence that is Danish and Norwegian', 'jeg vil snakke med et menneske'],
    ['of Maltese', 'nixtieq inkellem lil xi ħadd'],
    ['of Hausa', 'yaushe za ku aiko da kaya'],
    ['of characters that are Chinese and Japanese', '返品'],
  ])('%s', (_, text) => {
    expect(writtenIn(text)).toBeNull();
  });
});

describe('English', () => {
  it('stays English with a foreign name in it', () => {
    expect(writtenIn('my name is Hans Müller and I live in München')).toBe('en');
  });

  it('is hardly ever taken for another language', async () => {
    const rows = (await readHeldOut()).filter(({ language }) => language === 'en');
    const away = rows.filter(({ text }) => ![null, 'en'].includes(writtenIn(text)));
    expect(away.length / rows.length).toBeLessThan(0.003);
  });
});

describe('messages that nothing was learned from', () => {
  it('are told in nine of ten cases from three words on, and hardly ever wrongly', async () => {
    const rows = (await readHeldOut()).filter(
      ({ text, language }) => TONGUES.some((one) => one === language) && text.split(' ').length > 2,
    );
    const told = rows
      .map(({ text, language }) => ({ language, told: writtenIn(text) }))
      .filter((one) => one.told !== null);
    const right = told.filter((one) => one.told === one.language);
    expect(told.length / rows.length).toBeGreaterThan(0.85);
    expect(right.length / told.length).toBeGreaterThan(0.99);
  });
});

describe('the weights in the repository', () => {
  it('are made from the sentences in the repository', { timeout: 120_000 }, async () => {
    const samples = samplesFrom(
      await readMaterial(),
      await readCorpus(),
      await readUntold(),
      await readWords(),
    );
    expect(lessonFrom(samples).digest).toBe(DIGEST);
  });

  it('are small enough to be fetched in the middle of a conversation', () => {
    expect(gzipSync(readFileSync(WEIGHTS), { level: 9 }).length).toBeLessThan(MOST_BYTES);
  });

  it('are for every language whose script does not tell it', () => {
    const scripted = 'am bn el gu he hy ja ka km kn ko lo ml my pa si ta te th'.split(' ');
    const weighed = Object.values(packed.groups).flatMap(({ tongues }) => tongues.split(' '));
    expect(new Set([...weighed, ...scripted])).toEqual(
      new Set([...TONGUES.filter((code) => code !== 'zh-hant'), '-', 'ms']),
    );
  });
});
