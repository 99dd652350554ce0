import type { Language } from '../language.ts';

export const id: Language = {
  code: 'id',
  words: {
    person: `manusia | orang | orang asli | orang sungguhan | manusia asli | agen | agen manusia | agent | cs | customer
      service | layanan pelanggan | petugas | perwakilan | operator | staf | staff | admin | manajer | atasan | tim
      | tim (dukungan | support | anda | *) | seseorang | karyawan | pegawai | orang beneran | orang nyata | supervisor
      | konsultan | layanan konsumen | khidmat pelanggan | ejen | wakil`,
    strong: `manusia | orang asli | orang sungguhan | manusia asli | agen | cs | customer service | layanan pelanggan
      | petugas | operator | admin | perwakilan | orang beneran`,
    talk: `bicara | berbicara | ngobrol | chat | chatting | ngomong | bercakap | berkomunikasi | terhubung | dihubungkan
      | disambungkan | komunikasi | mengobrol | diskusi | bercakap cakap | cakap`,
    bad: `bodoh | tidak berguna | gak berguna | ga berguna | goblok | tolol | payah | jelek | buruk | menyebalkan | sampah
      | dungu | parah`,
    not: 'tidak | gak | ga | nggak | enggak | tak | ngga',
  },
  ask: {
    plain: [
      `{talk} (langsung)? (dengan | sama | ke | kepada) (seorang | salah satu)? {person}`,
      `(hubungkan | sambungkan | alihkan | transfer | pindahkan | teruskan) (saya | aku)? (dengan | ke | kepada | pada)
      (seorang)? {person}`,
      `(saya | aku | gue)? (mau | ingin | butuh | perlu | minta | pengen | tolong | nak) (bantuan | bantuan dari
      | dengan)? (seorang)? {strong}`,
      `(panggilkan | carikan | berikan | beri) (saya | aku)? (seorang)? {person}`,
      `{not} (mau | ingin) (bicara | ngobrol | chat | berbicara) (dengan | sama) (bot | robot | mesin)`,
      'bisa (bicara | chat | ngobrol) (dengan | sama) {person}',
    ],
    unless: [
      `{not} (mau | ingin | perlu) (bicara | berbicara | chat) (dengan | sama) {person}`,
      `(apakah | apa) ~ (bicara | chat | berbicara) (dengan | sama) {person}`,
      `{person} (saya | properti | perjalanan | tanah | wisata | hartanah)`,
      'apakah (anda | kamu | ini) {person}',
    ],
  },
  frustrated: {
    plain: [
      `(kamu | anda | bot | lu | bot ini) (ini)? (sangat | memang | bener bener | benar benar)? {bad}`,
      '{bad} (banget)? bot',
      `(kamu | anda | bot | bot ini | lu)? {not} (membantu | mengerti | paham | ngerti | memahami | menjawab | menolong
      | bantu | nyambung) (sama sekali | saya | maksud saya | pertanyaan saya | > | apa)`,
      '(ini | itu) {not} (membantu | berguna | menjawab)',
      `(bukan) (itu | ini) (yang)? (saya | aku) (tanya | maksud | minta | tanyakan | mau)`,
      `(sudah | udah) (saya)? (bilang | katakan | jelaskan | tanya | saya bilang | dibilang)`,
      '(jawaban | jawabannya) (salah | itu itu | sama)',
      '(mengulang | itu itu) (terus | aja | saja)',
      'jawab pertanyaan saya',
      '(buang | membuang) waktu',
      '(aku | saya) benci (kamu | bot)',
    ],
    unless: ['(saya | aku) {not} (mengerti | paham | ngerti)'],
  },
  short: {
    yes: [
      `ya | iya | yaa | iyaa | iyah | yoi | betul | benar | tentu | tentu saja | pasti | boleh | boleh juga | silakan
      | silahkan | setuju | saya setuju | mau | saya mau | ya mau | ya tolong | ya silakan | lakukan | lanjut
      | lanjutkan | baiklah | kenapa tidak | dengan senang hati | bisa | tepat | tepat sekali`,
    ],
    fine: ['ok | oke | okay | baik | bagus | siap | sip'],
    no: [
      `tidak | tidak usah | tidak perlu | tidak terima kasih | tidak mau | gak | ga | nggak | enggak | ngga | gak usah
      | ga usah | nggak usah | gak perlu | ga perlu | tak | tak perlu | jangan | nanti | nanti saja | nanti aja
      | belum | bukan | tidak sekarang | lain kali | tidak pernah | tentu tidak | saya tidak mau | ogah | gausah`,
    ],
    human: ['{strong}'],
    thanks: ['terima kasih | makasih | thanks | terimakasih'],
    filler: [
      `tolong | dong | deh | aja | saja | kak | min | pak | bu | ya | nih | sih | gan | mohon | banget | sekali`,
    ],
  },
};
