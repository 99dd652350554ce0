import type { Language } from '../language.ts';

export const vi: Language = {
  code: 'vi',
  words: {
    person: `người thật | người | nhân viên | nhân viên (hỗ trợ | tư vấn | cskh | chăm sóc khách hàng | thật) | tư vấn viên
      | tổng đài viên | tổng đài | quản lý | admin | con người | ai đó | người hỗ trợ | người tư vấn | bộ phận (hỗ trợ
      | chăm sóc khách hàng | *) | chăm sóc khách hàng | hỗ trợ viên | hỗ trợ | cskh | chuyên viên`,
    meet: `gặp | nói chuyện | nói chuyện với | nói với | chat với | trò chuyện với | trao đổi với | kết nối với | kết nối
      tới | liên hệ với | gặp trực tiếp | liên lạc với`,
    want: `muốn | cần | cho tôi | cho mình | cho em | cho gặp | xin | để tôi | tôi có thể | làm ơn cho | có thể | hãy | cho
      | được | làm sao để`,
    bot: 'bot | robot | máy | chatbot | ai',
    bad: 'ngu | ngu ngốc | vô dụng | tệ | dở | dở tệ | kém | chán | vớ vẩn | ngu quá',
  },
  ask: {
    plain: [
      '{want} {meet} {person}',
      `(kết nối | chuyển | nối máy) (tôi | mình)? (với | cho | sang | tới | đến | qua) {person}`,
      'gọi (nhân viên | admin | quản lý | người thật | tư vấn viên)',
      'chat với (người | nhân viên | tư vấn viên | admin)',
      `(cần | muốn) (được)? (người | nhân viên)? (hỗ trợ | tư vấn) (trực tiếp | từ người thật | từ nhân viên)`,
      '(không muốn | đừng) (nói chuyện | chat) với {bot}',
      `(gặp | nói chuyện với) (nhân viên | người thật | tư vấn viên | tổng đài viên | con người | quản lý)`,
      '(cần | muốn) (người thật | nhân viên | tư vấn viên)',
    ],
    unless: [
      '(không | chưa) (cần | muốn) (gặp | nói chuyện)',
      `(bạn | đây) (có phải)? (là)? (con)? (người | người thật | nhân viên) (không | à | hay)`,
      'đang nói chuyện với',
    ],
  },
  frustrated: {
    plain: [
      `(bot | bạn | mày | con bot) (này)? (thật | quá | rất | đúng là | thật là | toàn | sao)? {bad}`,
      `(bot | bạn | mày) (này)? (không | chẳng | ko | chả) (giúp | hiểu | hiểu gì | trả lời | giúp ích) (được | gì
      | tôi | cả)?`,
      `(không | chẳng | ko) (giúp được | giúp ích | hiểu (ý)? tôi | hữu ích | có ích | giúp gì | hiểu gì)`,
      '(trả lời | hiểu) (sai | không đúng | lung tung | linh tinh) ',
      '(tôi)? (đã | vừa) (nói | bảo | hỏi) rồi',
      `(không phải) (cái | điều | ý | thứ) (tôi | mình) (hỏi | muốn | cần)`,
      '(lặp lại | lặp đi lặp lại | nói đi nói lại)',
      '(mất | phí) (thời gian | thì giờ)',
      '(bực | tức) (mình)? (quá | ghê)',
    ],
    unless: ['tôi (không | chưa) hiểu'],
  },
  short: {
    yes: [
      `có | có ạ | vâng | vâng ạ | dạ | dạ vâng | dạ có | ừ | đúng | đúng rồi | đúng vậy | được | đc | dc | được ạ
      | được chứ | đồng ý | chắc chắn | tất nhiên | dĩ nhiên | chính xác | phải | phải rồi | muốn | tôi muốn | tôi đồng
      ý | tôi cần | làm đi | xác nhận | tốt quá | rất sẵn lòng | oke luôn | chuẩn`,
    ],
    fine: ['ok | oke | okê | okie | tốt | hay'],
    no: [
      `< (không | ko | hông) | không ạ | không cần | không muốn | không phải | không phải bây giờ | không đồng ý
      | không cần đâu | không cảm ơn | thôi | thôi khỏi | thôi không cần | khỏi | khỏi cần | chưa | chưa cần | để sau
      | lúc khác | không bao giờ | chắc chắn không | tôi không (muốn | cần) | không quan tâm | đừng`,
    ],
    human: [
      `nhân viên | nhân viên (hỗ trợ | tư vấn) | người thật | tư vấn viên | tổng đài viên | gặp nhân viên | gặp người
      thật | gặp tư vấn viên`,
    ],
    thanks: ['cảm ơn | cám ơn | cảm ơn bạn | cảm ơn nhé'],
    filler: [
      'ạ | nhé | nha | đi | bạn | làm ơn | luôn | với | đâu | ơi | shop | em | anh | chị | giúp tôi | xin',
    ],
  },
};
