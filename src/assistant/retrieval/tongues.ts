/**
 * Languages beyond those that the fixed sentences exist in: their small words, which carry no topic.
 * What is known of a language here is enough to search its texts with, and no more.
 */
import { guessLanguage, isSmallWord, LANGUAGES, smallWords, type Language } from './language.ts';
import { normalize, split, stem } from './normalize.ts';

/** Small words, and those that a question about anything may hold. */
const SMALL_WORDS = {
  nl: `aan al als alsjeblieft alstublieft artikel ben bij bijvoorbeeld ook bedankt dag dagen dan dank dat de deze die dit doe doen dit
    duurt een en er gaan gaat geen gekocht graag had hallo heb hebben hebt heeft het hier hij hoe hoelang hoeveel ik in is
    iets jij je jouw jullie kan kopen krijg krijgen kun kunnen kunt lang maar mag mij mijn moet moeten mogelijk naar niet nog of om
    onze ons op over product producten te tot u uit uw van veel voor waar waarom vind vinden wanneer wat we welke weten werkt wie wij wil willen word worden wordt zal
    ze zijn zou zonder`,
  pl: `czas dostać dostanę znajdę znaleźć albo ale bardzo bez być był było byla chcę chciałabym chciałbym cześć czy dla dlaczego długo dni do dobry dzień dziękuję
    gdy gdzie i ich ile ja jak jaka jaki jakie jako jest jeśli jeszcze już kiedy kto która które który kupić kupiłam kupiłem ma mam mamy
    mi mnie mogę moja moje mojej mojego może można mój mi musi muszę my na nad nie o od oferujecie oraz pan pani państwa państwo po pod
    produkt produkty proszę przed przez przy się są ta tak także te tego tej ten to trwa trzeba tylko ty tych tym u w wam was wasz wasza wasze
    wy z za ze zł zrobić`,
  tr: `alabilir alabilirim bulabilirim süre süresi ama almak aldığım bana bir biz bize bizim bu bunu çok da daha de değil ederim en ediyor gerek gerekiyor gibi gün gündür hangi her hiç için ile
    istiyorum isterim kaç kadar ki kim lazım lütfen mi mı mısınız mısın misiniz musunuz miyim mıyım miyiz mu mümkün mü müsünüz
    nasıl ne neden nedir nelerdir nerede nereden nereye niye o olabilir olan olarak oluyor olur önce sen siz size sizin
    sonra sürer sürüyor şu teşekkür teşekkürler merhaba ürün ürünler ürünü var ve veya ya yapabilir yapılır yaparım yok zaman`,
  vi: `ai ạ bạn bao bị cảm cần cho chào chúng có còn của cũng đã đang đâu đây để đến đi đó được gì hay hãy hàng hỏi hoặc khi không
    là làm lâu mà mấy mình một mua muốn nào này nếu ngày nhiêu như những ở ơn phải phẩm ra rất sẽ sản sao ta tại thể thế thì thời gian tôi
    trong từ và vào về vì với xin`,
  id: `ada adalah agar akan aku anda apa apakah atau bagaimana barang belum beli berapa bisa boleh bukan cara dalam dan dapat dari dengan di
    dimana halo hai hari harus ingin ini itu jadi jika juga kalau kami kamu kapan kasih ke kenapa kita lagi lama lebih mana mau membeli mohon nya
    oleh pada perlu produk saja sangat saya sebelum setelah sudah terima tidak tolong untuk waktu yang`,
  ru: `взять найти получить получу получить срок а без бы был была были в вам вас ваш ваша ваше вашего вашей вашем ваши вашу во вот все вы да для дней день добрый до его ее ей если есть еще ж же
    за здесь здравствуйте и из или им их к как какая какие каким каких какое какой ко когда кто куда купил купила купить ли меня мне
    могу может можете можно мои мой моя мы на надо нам нас нет ни но ну нужно о об он она они от откуда по под подскажите пожалуйста
    почему при привет про с сколько скажите со спасибо так там товар товара товары тоже только тот ты у уже хочу что чтобы это этот эта эти я`,
  ar: `أجد أحصل أريد أستطيع أن أنا أنت أو أود أي أين إذا إلى إن التي الذي السلام انا بعد بكم بين تستغرق توجد ثم حتى رجاء شراء شكرا على عليكم عن عند
    عندكم في فضلك قبل قد كان كل كم كيف لا لدي لديكم لكم لم لماذا لن لي ما ماذا متى مدة مرحبا مع ممكن من منتج منتجات نحن
    هذا هذه هل هناك هو هي و يستغرق يكون يمكن يمكنني يمكنكم يوجد أيضا تقدمون تبيعون`,
  hi: `मिलेगा मिलता मिलती मिल अगर अपना अपनी अपने आप आपका आपकी आपके इस इसे उस एक और कब कर करता करते करना करने करूँ करें कहाँ का कि कितना कितनी कितने किया की कुछ कृपया
    के कैसे को कोई कौन क्या क्यों गया चाहता चाहती चाहते चाहिए जब जा जाता जाती जो तक तो था थी थे दिन दिनों धन्यवाद न नमस्ते नहीं ने पर पहले बताइए
    बताएं बाद भी मुझे मेरा मेरी मेरे में मैं या यह ये रहा रही रहे लगता लगते लगेगा लिए वह वे सकता सकती सकते समय साथ से हम हमें हूँ है हैं
    हो होता होती होते ही उत्पाद`,
  ko: `기간 받을 받나요 가능 가능한가요 감사 감사합니다 거 것 계신가요 그 그리고 나 내 누구 돈 되 되나요 될까요 됩니까 때 또는 무엇 뭐 뭔가요 방법 방법은 및 며칠 몇 상품 수 시간 싶은데 싶어요
    안녕하세요 알려주세요 어느 어디 어디서 어떤 어떻게 언제 얼마 얼마나 얼마인가요 없나요 왜 우리 이 있 있나요 있는지 있습니까 있어요 있을까요 저 저희 제 제가 제품 좀
    주세요 하나요 하려면 하면 해야 해요 혹시 걸려요 걸리나요 걸립니까 할 해주세요`,
  zh: `什么时候 什麼時候 几天 幾天 收 多 能不能 可不可以 期间 收到 找 一下 一个 一個 上 下 不 与 東西 东西 个 個 为什么 為什麼 也 买 買 了 产品 產品 人 什么 什麼 从 從 他 他们 以及 们 們 会 會 但 你 你们 你們 你好 告诉 和 哪 哪些 哪儿 哪裡 哪里
    商品 啊 问 問 问题 嗎 吗 吧 呢 在 多久 多少 多长 大 天 她 好 如何 如果 它 对 就 帮 应该 應該 很 後 后 得 怎么 怎么办 怎么样 怎样 怎麼 想 您 您好 我 我们 我們
    或 或者 把 是 是否 时间 時間 时候 月 有 有没有 的 着 知道 给 要 让 请 請 请问 請問 谢谢 谁 购买 购物 过 過 还 還 还是 这 這 这个 那 那个 都 里 裡 长 需要 麼 么 内 几 幾 到 去 来 被 没 没有 沒有 可以 能 能否 用 做 卖 賣 关于 請教 件 年`,
  ja: `使 期間 何 方法 場合 教え 教 下 下さい 私 必要 可能 思 思い 知 知り 願 お願い 商品 利用 購入 買 買い 日 時 間 時間 何日 何時 幾ら 際 事 人 分 様 月 中 御 後 前 的 製品 物 出来 聞 見`,
  th: `เท่า ไหร่ กับ กี่ การ ก็ ขอ ของ ครับ ความ คะ ค่ะ คือ คุณ จะ จาก ฉัน ช่วย ซื้อ ต้อง ถ้า ทราบ ทำ ทำไม ที่ ที่ไหน นะ นั้น นาน นี้ บ้าง ผม มา มี มั้ย ยังไง ร้าน เรา
    วัน วิธี สอบถาม สามารถ สินค้า หน่อย หรือ หรือไม่ อยาก อยู่ อย่างไร อะไร เท่าไร เท่าไหร่ เป็น เพื่อ เมื่อไร เมื่อไหร่ เวลา แล้ว โดย ใคร ใช้ ใน ให้ ได้ ไป ไม่ ไหม และ ภายใน`,
} as const;

export type Tongue = Language | keyof typeof SMALL_WORDS;

/** Told by their letters; the others by their small words. */
const SCRIPTS: readonly (readonly [Tongue, RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['zh', /\p{Script=Han}/u],
  ['ko', /\p{Script=Hangul}/u],
  ['th', /\p{Script=Thai}/u],
  ['ru', /\p{Script=Cyrillic}/u],
  ['ar', /\p{Script=Arabic}/u],
  ['hi', /\p{Script=Devanagari}/u],
];

const BY_WORDS = ['nl', 'pl', 'tr', 'vi', 'id'] as const;

/** In a longer text one small word is no evidence. */
const FEW_WORDS = 4;

const sets = new Map<Tongue, ReadonlySet<string>>();

function smallWordsOf(tongue: Tongue): ReadonlySet<string> {
  const known = sets.get(tongue);
  if (known) return known;
  const words = isLanguage(tongue)
    ? smallWords(tongue)
    : new Set(normalize(SMALL_WORDS[tongue]).split(/\s+/));
  sets.set(tongue, words);
  return words;
}

/** Whether the fixed sentences, and the table of words that mean the same, exist in a language. */
export function isLanguage(tongue: Tongue): tongue is Language {
  return LANGUAGES.some((language) => language === tongue);
}

/** The language a text is most likely in, of all that are known here; English where nothing tells. */
export function guessTongue(text: string): Tongue {
  const byScript = SCRIPTS.find(([, letters]) => letters.test(text))?.[0];
  if (byScript) return byScript;
  const language = guessLanguage(text);
  const words = split(normalize(text));
  const count = (tongue: Tongue) => words.filter((word) => smallWordsOf(tongue).has(word)).length;
  let best: Tongue = language;
  let most = count(language);
  for (const tongue of BY_WORDS) {
    const times = count(tongue);
    if (times > most && (times > 1 || words.length <= FEW_WORDS)) {
      best = tongue;
      most = times;
    }
  }
  return best;
}

/** Whether a normalized word carries no topic in `tongue`, or in the English that everyone mixes in. */
export function isSmall(word: string, tongue: Tongue): boolean {
  if (isLanguage(tongue)) return isSmallWord(word, tongue) || isSmallWord(stem(word), tongue);
  return smallWordsOf(tongue).has(word) || isSmallWord(word, 'en');
}
