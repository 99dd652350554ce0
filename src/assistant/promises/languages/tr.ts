import type { Language } from '../language.ts';

export const tr: Language = {
  code: 'tr',
  who: `ekip|ekib_|temsilci_|yetkili_|görevli_|uzman_|danışman_|operatör_|yönetici_|müdür_|meslektaş_|arkadaş_|insana|biri|birine|birini|canlı destek|canlı desteğe|müşteri hizmetlerine|destek|personel_`,
  verbs: `sohbette|haber|yardım ist|gönder|bildir|ilet|aktar|yönlendir|bağla|bağlı|çağır|bilgi|katıl|devral|ulaş|araya|dönüş|yanıt|ilgilen|yardımcı|görüş`,
  said: `sohbette|(haber|bilgi) (ver[di]_|veril_)|%_(d[iu]|t[iu]|yor)_|yardım iste_|bağlısın_`,
  will: `(haber|yanıt|dönüş|yardımcı|cevap) (ver|yap|ol)[^ ]*c[ae][kğ]_|%_c[ae][kğ]_|(sizinle|yardımcı) olacak_|geçecek_|%_(yayım|eyim|abilirim|ebilirim|mamı|memi)`,
  willAlone: '(geçecekler|dönüş yapacaklar)',
  not: 'değil|kimse_|hiç|asla',
  when: 'eğer|[^ ]+[dt][iıuü](ğ[iıuü]n[iıuü]zd[ae]|kt[ae]n)|[^ ]+s[ae]n[iı]z',
  truths: `Bu sohbete kimseyi çağıramam ama seve seve yardımcı olurum.
    Henüz kimse çağrılmadı; bir insanla konuşmak isterseniz söyleyin.
    Henüz kimse çağrılmadı; bir insanla konuşmak isterseniz evet deyin.
    İsteğiniz ekibe doğru yolda.
    Ekibin haberi var; henüz kimse katılmadı.
    Ekibe ulaşamadım; lütfen e-posta adresinizi bırakın.`,
};
