import type { Language } from '../language.ts';

export const tr: Language = {
  code: 'tr',
  words: {
    real: 'gerçek | canlı | yetkili | başka | insan',
    with: `insanla | insan ile | temsilciyle | temsilci ile | temsilcisiyle | temsilcisi ile | yetkiliyle | yetkili ile
      | yetkili biriyle | biriyle | birisiyle | birisi ile | biri ile | kişiyle | kişi ile | operatörle | operatör ile
      | danışmanla | çalışanla | müdürle | yöneticiyle | müşteri hizmetleriyle | müşteri hizmetleri ile | destek
      ekibiyle | destek ekibi ile | görevliyle | görevli ile | canlı destek ile | insanlarla | agent ile | destekle`,
    to: `insana | temsilciye | temsilcisine | yetkiliye | yetkili birine | operatöre | birine | kişiye | müşteri
      hizmetlerine | canlı desteğe | görevliye | danışmana`,
    talk: `konuşmak | konuşabilir | görüşmek | görüşebilir | sohbet etmek | yazışmak | iletişime geçmek | konuşmam
      | görüşmem | bağlanmak | konuşayım | konuşalım | iletişim kurmak | konuşturun | konuşmayı | görüşeyim | görüştürün
      | irtibata geçmek`,
    bad: `aptal | aptalsın | salak | salaksın | işe yaramaz | işe yaramazsın | gereksiz | gereksizsin | berbat | berbatsın
      | rezalet | saçma | sinir bozucu | kötüsün | yararsız | mal | malsın | gerizekalı | beceriksiz`,
  },
  ask: {
    plain: [
      '{real}? (bir)? {real}? {with} ~ {talk}',
      `(beni | bizi) ~ {to} (bağla | bağlayın | aktar | aktarın | bağlar | bağlayabilir | yönlendir | yönlendirin
        | yönlendirir | aktarır)`,
      `{to} (bağlan | bağla | bağlayın | bağlanmak | aktarın | bağlar mısınız | bağlar mısın | bağlanabilir)`,
      `(gerçek | canlı) (bir)? (insan | kişi | temsilci | biri | destek) (istiyorum | lazım | yok mu | var mı
        | lütfen)`,
      `(müşteri temsilcisi | temsilci | insan | yetkili | operatör | canlı destek) (istiyorum | lazım | lütfen
        | gerek | bağlayın)`,
      `(robotla | botla | makineyle | bot ile | robot ile) (konuşmak | görüşmek) istemiyorum`,
    ],
    unless: [
      '(emlak | seyahat) *',
      '(benim | bizim) ({with} | {to})',
      '{with} ~ {talk} istemiyorum',
      '{with} (mi | mı) (konuşuyorum | görüşüyorum)',
    ],
  },
  frustrated: {
    plain: [
      '(sen | bot | bu bot | çok | ne kadar | tam bir) {bad}',
      '{bad} bot',
      `(beni | hiç | hiçbir şey | hiçbir şeyi | sorumu | dediğimi | söylediğimi) (hiç)? (anlamıyorsun | anlamadın
      | anlamıyorsunuz | anlamadınız)`,
      `(yardımcı | yardım) (olmuyorsun | olmuyor | olmadı | olamıyorsun | olmadın | olmuyorsunuz | olamadın
      | etmiyorsun)`,
      `(bu | hiç) (yardımcı olmuyor | yardımcı olmadı | işe yaramıyor | işe yaramadı | işime yaramadı)`,
      '(işe | işime) (yaramıyor | yaramıyorsun)',
      '(bunu | onu) (sormadım | demedim | istemedim | kastetmedim)',
      `(zaten | daha önce | az önce) (söyledim | dedim | sordum | yazdım)`,
      '(sürekli | hep) aynı (şeyi | cevabı | şeyleri)',
      'yanlış (cevap | anladın)',
      'soruma cevap ver',
      'vakit kaybı | zaman kaybı',
      'senden nefret ediyorum | kapa çeneni',
    ],
  },
  short: {
    yes: [
      `evet | evett | tabii | tabi | tabii ki | elbette | olur | kesinlikle | aynen | doğru | evet lütfen | lütfen evet
      | isterim | memnuniyetle | peki | hay hay | neden olmasın | sevinirim | iyi olur | çok iyi olur | harika olur
      | onaylıyorum | kabul | kabul ediyorum | yap | öyle yap | haydi | hadi | mutlaka | şüphesiz | he`,
    ],
    fine: ['tamam | tamamdır | iyi | güzel | harika | süper | ok'],
    no: [
      `hayır | yok | hayır teşekkürler | hayır teşekkür ederim | yok teşekkürler | istemiyorum | istemem | gerek yok
      | gerekmez | lüzum yok | şimdi değil | henüz değil | daha değil | asla | kesinlikle hayır | kesinlikle olmaz
      | olmaz | sonra | belki sonra | daha sonra | boşver | pek değil | sanmıyorum | ilgilenmiyorum`,
    ],
    accept: ['lütfen | bağla | bağlayın | hemen | şimdi'],
    human: [
      'canlı destek | müşteri temsilcisi | müşteri hizmetleri | gerçek insan | gerçek kişi | temsilci | insan',
    ],
    thanks: ['teşekkürler | teşekkür ederim | sağol | sağ ol | sağolun'],
    filler: ['lütfen | çok | ya | bence | o | bir | ederim'],
  },
};
