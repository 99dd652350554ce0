import type { Language } from '../language.ts';

export const vi: Language = {
  code: 'vi',
  who: `nhân viên|đội ngũ|đồng nghiệp|bộ phận|chuyên viên|chuyên gia|tư vấn viên|tổng đài_|quản lý|người thật|có người|đại diện|chăm sóc`,
  verbs: `báo|thông báo|chuyển|gọi|kết nối|liên hệ|nối máy|liên lạc|tham gia|tiếp quản|phản hồi|họ sẽ`,
  said: `(đã|vừa|đang|xin) ~(%|nhờ|gửi|có mặt|biết|nhận được)`,
  will: `(tôi|mình|em|để tôi|muốn tôi) ~%|sẽ ~(%|có mặt|trả lời|hỗ trợ|gọi|vào)`,
  willAlone: 'họ sẽ ~(liên hệ|gọi|tham gia|phản hồi) ~(sớm|ngay|lát|phút)',
  not: 'không(?! sao)|chưa|bạn có thể|giao hàng',
  when: 'nếu|khi|sau khi',
  truths: `Tôi không thể mời ai vào cuộc trò chuyện này, nhưng tôi sẵn lòng giúp.
    Chưa ai được gọi; bạn muốn gặp người thật thì cứ yêu cầu.
    Chưa ai được gọi; bạn muốn gặp người thật thì cứ nói có.
    Yêu cầu của bạn đang đến với đội ngũ.
    Đội ngũ đã biết; chưa ai tham gia.
    Tôi không liên lạc được với đội ngũ; vui lòng để lại email.`,
};
