/** What is said in the gallery's conversations, in its two languages. */

export const TEXTS = {
  en: {
    shop: 'Acme Outdoor',
    assistant: 'Scout',
    agent: 'Robin',
    greeting: 'Hi! I’m Scout. Ask me anything about gear, shipping or returns.',
    launcher: 'Ask us',
    question: 'Can I send back boots that I have worn once?',
    answer:
      'Yes, **within 60 days**, as long as they are clean:\n\n- print the label from your order\n- put the boots in any box\n- leave it at a parcel shop\n\nThe refund comes in *five working days*.',
    source: 'Returns and exchanges',
    draft: 'Yes, within 60 days, as long as they are clean. The refund comes in five',
    wish: 'Can I talk to a person?',
    trouble: 'My parcel says delivered, and it is not here.',
    reply: 'Hi, I’m Robin. Let me see where your parcel is.',
    more: 'Your neighbour has it, at number 12.',
    late: 'Which number is it?',
    meanwhile: 'I don’t know that, but I keep your question for the team.',
    stillWaiting:
      'Nobody has been able to join yet. If you leave your email address below, I’ll pass it on to them. You can go on waiting, too.',
    codeQuestion: 'How do I get a return label without the app?',
    codeAnswer:
      'In two steps:\n\n1. open [your orders](https://shop.example/orders) and copy the number, such as `ACME-20481-RETURN-LABEL`\n2. write it into the address:\n\n```\nhttps://shop.example/labels?order=ACME-20481&format=pdf&size=a6\n```\n\nIt works for orderswithoutanaccountandwithoutanemailaddress, too. Or write to help@shop.example.',
    codeEnd: 'Or write to',
  },
  ar: {
    shop: 'متجر الرحلات',
    assistant: 'سكاوت',
    agent: 'Robin',
    greeting: 'مرحبًا! أنا سكاوت. اسألني عن المعدات أو الشحن أو الإرجاع.',
    launcher: 'اسألنا',
    question: 'هل يمكنني إرجاع حذاء لبسته مرة واحدة؟',
    answer:
      'نعم، **خلال 60 يومًا**، ما دام نظيفًا:\n\n- اطبع الملصق من صفحة طلبك\n- ضع الحذاء في أي صندوق\n- سلّمه إلى نقطة استلام الطرود\n\nيصلك المبلغ خلال *خمسة أيام عمل*.',
    source: 'الإرجاع والاستبدال',
    draft: 'نعم، خلال 60 يومًا، ما دام نظيفًا. يصلك المبلغ خلال خمسة',
    wish: 'هل يمكنني التحدث إلى شخص؟',
    trouble: 'مكتوب أن طردي قد سُلّم، لكنه لم يصل.',
    reply: 'مرحبًا، أنا Robin. دعني أرى أين طردك.',
    more: 'إنه لدى جارك في المنزل رقم 12.',
    late: 'ما رقم المنزل؟',
    meanwhile: 'لا أعرف ذلك، لكنني أحتفظ بسؤالك للفريق.',
    stillWaiting:
      'لم يتمكن أحد من الانضمام بعد. إذا تركت بريدك الإلكتروني أدناه، فسأنقله إليهم. ويمكنك مواصلة الانتظار أيضًا.',
    codeQuestion: 'كيف أحصل على ملصق الإرجاع بدون التطبيق؟',
    codeAnswer:
      'في خطوتين:\n\n1. افتح [صفحة طلباتك](https://shop.example/orders) وانسخ الرقم، مثل `ACME-20481-RETURN-LABEL`\n2. اكتبه في العنوان:\n\n```\nhttps://shop.example/labels?order=ACME-20481&format=pdf&size=a6\n```\n\nأو راسلنا على help@shop.example.',
    codeEnd: 'أو راسلنا',
  },
} as const;

export type Tongue = keyof typeof TEXTS;
export type Texts = (typeof TEXTS)[Tongue];
