/**
 * Small shops in languages that the assistant has no sentences in, and what their visitors ask. An
 * article is its title and its text; a question names the article that answers it by its place, from 0.
 */
export interface Shop {
  language: string;
  articles: readonly (readonly [title: string, text: string])[];
  answerable: readonly (readonly [about: number, question: string])[];
  unanswerable: readonly string[];
}

export const SHOPS: readonly Shop[] = [
  {
    language: 'zh',
    articles: [
      [
        '配送与运费',
        '国内标准配送需要2至4个工作日，订单满300元免运费，未满收取20元运费。次日达快递收取60元。\n\n我们也配送到香港、澳门和台湾，国际配送需要5至9个工作日。关税由买家承担。我们不配送到邮政信箱。',
      ],
      [
        '退货与退款',
        '收到商品后60天内，未使用的商品可以退货。请保留吊牌并使用原包装寄回，退货标签免费。\n\n我们收到包裹后5个工作日内退款，款项退回原支付账户。打折商品同样可以退货，使用过的商品不能退货。',
      ],
      [
        '支付方式',
        '您可以使用支付宝、微信支付、银联卡和信用卡付款，门店也接受现金。满1000元的订单可以分三期付款，不收手续费。\n\n电子发票会随发货邮件一起发送。',
      ],
      ['营业时间', '门店周一至周六上午9点到下午6点营业，周日和节假日休息。客服周一至周五在线。'],
      [
        '保修',
        '所有产品享有5年质量保修，帐篷支架终身保修。正常磨损和意外损坏不在保修范围内。申请保修请把故障照片和订单号发送到客服邮箱。',
      ],
      [
        '帐篷清洗与保养',
        '请用温水和中性皂手洗帐篷，不要机洗。收纳前必须完全晾干，否则会发霉。防水性能下降时，请喷涂防水喷雾。',
      ],
    ],
    answerable: [
      [0, '运费是多少？'],
      [0, '几天能送到？配送要多久'],
      [0, '可以配送到台湾吗'],
      [1, '怎么退货'],
      [1, '打折的商品可以退吗？'],
      [1, '什么时候能收到退款'],
      [2, '可以用微信支付吗'],
      [2, '能不能分期付款？'],
      [2, '怎么开发票'],
      [3, '你们周日营业吗'],
      [4, '保修多长时间？'],
      [5, '帐篷可以机洗吗'],
      [5, '帐篷怎么保养'],
    ],
    unanswerable: [
      '你们卖自行车吗',
      '今天天气怎么样',
      '法国的首都是哪里',
      '有学生优惠吗',
      '可以租帐篷吗',
      '你们招聘员工吗',
      '帐篷是哪里生产的',
    ],
  },
  {
    language: 'ja',
    articles: [
      [
        '配送と送料',
        '通常配送は2〜4営業日でお届けします。8,000円以上のご注文は送料無料、それ未満は送料600円です。翌日配送は1,200円です。\n\n海外への発送も承っております。海外配送は5〜9営業日かかり、関税はお客様のご負担となります。',
      ],
      [
        '返品と返金',
        '商品到着後60日以内であれば、未使用の商品を返品できます。タグを外さず、元の箱に入れてお送りください。返送ラベルは無料です。\n\n返金は、商品が当社に届いてから5営業日以内に、お支払いに使われたカードまたは口座へ行います。セール品も返品できます。',
      ],
      [
        'お支払い方法',
        'クレジットカード、PayPay、コンビニ払い、銀行振込がご利用いただけます。2万円以上のご注文は3回分割払いができます。\n\n領収書は発送メールに添付されます。',
      ],
      [
        '営業時間',
        '店舗は月曜から土曜の午前9時から午後6時まで営業しています。日曜と祝日は定休日です。',
      ],
      [
        '保証',
        'すべての製品に5年間の品質保証が付いています。テントポールは永久保証です。通常の摩耗や事故による破損は保証の対象外です。',
      ],
      [
        'テントのお手入れ',
        'テントはぬるま湯と中性洗剤で手洗いしてください。洗濯機は使わないでください。しまう前に完全に乾かさないとカビが生えます。',
      ],
    ],
    answerable: [
      [0, '送料はいくらですか'],
      [0, '海外に発送できますか？'],
      [0, '届くまで何日かかりますか。配送について'],
      [1, '返品したいのですが'],
      [1, 'セール品は返品できますか'],
      [1, '返金はいつですか'],
      [2, 'クレジットカードは使えますか'],
      [2, '分割払いはできますか'],
      [2, '領収書が欲しい'],
      [3, '日曜日は営業していますか'],
      [4, '保証期間はどのくらいですか'],
      [5, 'テントは洗濯機で洗えますか'],
    ],
    unanswerable: [
      '自転車は売っていますか',
      '明日の天気は？',
      'フランスの首都はどこですか',
      '学割はありますか',
      'テントのレンタルはありますか',
      'アルバイトを募集していますか',
    ],
  },
  {
    language: 'ru',
    articles: [
      [
        'Доставка',
        'Стандартная доставка занимает от 2 до 4 рабочих дней. При заказе от 5000 рублей она бесплатна, иначе стоит 350 рублей. Экспресс-доставка стоит 900 рублей.\n\nМы отправляем посылки в Казахстан, Беларусь и Армению. Международная доставка идёт от 5 до 9 рабочих дней.',
      ],
      [
        'Возврат и обмен',
        'Неиспользованный товар можно вернуть в течение 60 дней после получения. Сохраните бирки и отправьте посылку в любой прочной упаковке, ярлык для возврата бесплатный.\n\nДеньги возвращаются в течение 5 рабочих дней на карту, которой вы платили. Товары со скидкой тоже можно вернуть.',
      ],
      [
        'Оплата',
        'Мы принимаем карты Мир, Visa и Mastercard, а также оплату через СБП. В магазине можно заплатить наличными.\n\nЗаказы дороже 10 000 рублей можно оплатить в рассрочку на три месяца. Чек приходит по электронной почте.',
      ],
      [
        'Часы работы',
        'Магазин открыт с понедельника по субботу с 9 до 18 часов. В воскресенье и праздничные дни мы закрыты.',
      ],
      [
        'Гарантия',
        'На все изделия действует гарантия 5 лет. На дуги палаток гарантия пожизненная. Естественный износ и повреждения по неосторожности гарантия не покрывает.',
      ],
      [
        'Уход за палатками',
        'Стирайте палатку вручную в тёплой воде с мягким мылом, ни в коем случае не в машине. Перед упаковкой полностью высушите её, иначе появится плесень.',
      ],
    ],
    answerable: [
      [0, 'Сколько стоит доставка?'],
      [0, 'за сколько дней доставите'],
      [0, 'Доставляете ли вы в Казахстан?'],
      [1, 'как вернуть товар'],
      [1, 'Можно ли вернуть палатку, купленную со скидкой?'],
      [1, 'когда вернутся деньги'],
      [2, 'Можно оплатить картой Мир?'],
      [2, 'есть ли рассрочка'],
      [2, 'где взять чек'],
      [3, 'Вы работаете в воскресенье? открыты ли вы'],
      [3, 'до скольки открыт магазин'],
      [4, 'какая гарантия на палатки'],
      [5, 'можно ли стирать палатку в машине?'],
    ],
    unanswerable: [
      'Вы продаёте велосипеды?',
      'Какая погода завтра?',
      'Кто выиграл чемпионат мира?',
      'какая столица Франции',
      'Сдаёте ли вы палатки в аренду?',
      'есть ли у вас вакансии',
      'Палатки сделаны в Китае?',
    ],
  },
  {
    language: 'ar',
    articles: [
      [
        'الشحن والتوصيل',
        'يستغرق الشحن العادي من يومين إلى أربعة أيام عمل. الشحن مجاني للطلبات التي تزيد عن 200 ريال، وتكلفته 20 ريالاً لما دون ذلك.\n\nنشحن أيضاً إلى الكويت والإمارات وقطر. يستغرق الشحن الدولي من خمسة إلى تسعة أيام عمل، والرسوم الجمركية على المشتري.',
      ],
      [
        'الإرجاع واسترداد المبلغ',
        'يمكنك إرجاع أي منتج غير مستعمل خلال 60 يوماً من استلامه. احتفظ بالبطاقات واستخدم العبوة الأصلية. ملصق الإرجاع مجاني.\n\nيصلك المبلغ خلال خمسة أيام عمل على البطاقة التي دفعت بها. المنتجات المخفضة يمكن إرجاعها أيضاً.',
      ],
      [
        'طرق الدفع',
        'يمكنك الدفع ببطاقات فيزا وماستركارد ومدى وآبل باي، والدفع نقداً في المتجر. الطلبات التي تزيد عن 500 ريال يمكن تقسيطها على ثلاثة أشهر.\n\nتصلك الفاتورة بالبريد الإلكتروني.',
      ],
      [
        'ساعات العمل',
        'المتجر مفتوح من السبت إلى الخميس من التاسعة صباحاً حتى السادسة مساءً، ومغلق يوم الجمعة.',
      ],
      [
        'الضمان',
        'جميع المنتجات مضمونة خمس سنوات ضد عيوب التصنيع. لا يشمل الضمان التلف الناتج عن سوء الاستخدام.',
      ],
      [
        'العناية بالخيام',
        'اغسل الخيمة يدوياً بماء فاتر وصابون لطيف، ولا تغسلها في الغسالة أبداً. جففها تماماً قبل طيها وإلا ظهر العفن.',
      ],
    ],
    answerable: [
      [0, 'كم تكلفة الشحن؟'],
      [0, 'هل تشحنون إلى الكويت'],
      [0, 'متى يصل الطلب؟ كم يستغرق التوصيل'],
      [1, 'كيف يمكنني إرجاع منتج؟'],
      [1, 'أريد استرداد المبلغ'],
      [1, 'هل يمكن ارجاع المنتجات المخفضة'],
      [2, 'هل يمكن الدفع نقدا'],
      [2, 'ما هي طرق الدفع المتاحة؟'],
      [2, 'أين أجد الفاتورة'],
      [3, 'هل المتجر مفتوح يوم الجمعة؟'],
      [4, 'كم مدة الضمان'],
      [5, 'هل يمكن غسل الخيمة في الغسالة؟'],
    ],
    unanswerable: [
      'هل تبيعون دراجات؟',
      'كيف الطقس غدا',
      'ما هي عاصمة فرنسا؟',
      'من فاز بكأس العالم',
      'هل تؤجرون الخيام؟',
      'هل لديكم وظائف شاغرة',
    ],
  },
  {
    language: 'hi',
    articles: [
      [
        'डिलीवरी और शुल्क',
        'सामान्य डिलीवरी में 2 से 4 कार्य दिवस लगते हैं। ₹2000 से ऊपर के ऑर्डर पर डिलीवरी मुफ़्त है, उससे कम पर ₹99 शुल्क लगता है। एक्सप्रेस डिलीवरी का शुल्क ₹249 है।\n\nहम नेपाल और श्रीलंका में भी भेजते हैं। अंतरराष्ट्रीय डिलीवरी में 5 से 9 कार्य दिवस लगते हैं।',
      ],
      [
        'वापसी और रिफंड',
        'आप बिना इस्तेमाल किया सामान मिलने के 60 दिनों के भीतर वापस कर सकते हैं। टैग लगे रहने दें और मूल पैकिंग का उपयोग करें। वापसी का लेबल मुफ़्त है।\n\nरिफंड 5 कार्य दिवसों में उसी कार्ड या खाते में आता है। सेल का सामान भी वापस किया जा सकता है।',
      ],
      [
        'भुगतान',
        'आप UPI, RuPay, Visa और Mastercard से भुगतान कर सकते हैं। दुकान में नकद भी लिया जाता है। ₹5000 से ऊपर के ऑर्डर तीन किस्तों में चुकाए जा सकते हैं।\n\nबिल ईमेल से आता है।',
      ],
      [
        'दुकान का समय',
        'दुकान सोमवार से शनिवार सुबह 9 बजे से शाम 6 बजे तक खुली रहती है। रविवार और छुट्टियों में बंद रहती है।',
      ],
      [
        'वारंटी',
        'हर उत्पाद पर 5 साल की वारंटी है। टेंट के खंभों पर आजीवन वारंटी है। लापरवाही से हुआ नुकसान वारंटी में नहीं आता।',
      ],
      [
        'टेंट की देखभाल',
        'टेंट को गुनगुने पानी और हल्के साबुन से हाथ से धोएं, मशीन में कभी नहीं। रखने से पहले पूरी तरह सुखाएं, नहीं तो फफूंद लग जाएगी।',
      ],
    ],
    answerable: [
      [0, 'डिलीवरी का शुल्क कितना है?'],
      [0, 'डिलीवरी में कितने दिन लगते हैं'],
      [0, 'क्या आप नेपाल में डिलीवरी करते हैं?'],
      [1, 'सामान वापस कैसे करें'],
      [1, 'रिफंड कब मिलेगा?'],
      [1, 'क्या सेल का सामान वापस हो सकता है'],
      [2, 'क्या UPI से भुगतान कर सकते हैं?'],
      [2, 'किस्तों में भुगतान'],
      [3, 'क्या दुकान रविवार को खुली है?'],
      [4, 'वारंटी कितने साल की है'],
      [5, 'क्या टेंट मशीन में धो सकते हैं?'],
    ],
    unanswerable: [
      'क्या आप साइकिल बेचते हैं?',
      'कल मौसम कैसा रहेगा',
      'फ्रांस की राजधानी क्या है?',
      'विश्व कप किसने जीता',
      'क्या टेंट किराये पर मिलता है?',
      'क्या आपके यहाँ नौकरी है',
    ],
  },
  {
    language: 'tr',
    articles: [
      [
        'Kargo ve teslimat',
        'Standart teslimat 2 ila 4 iş günü sürer. 1000 TL üzeri siparişlerde kargo ücretsizdir, altında 79 TL’dir. Hızlı kargo 149 TL’dir ve ertesi iş günü ulaşır.\n\nKıbrıs’a ve Almanya’ya da gönderim yapıyoruz. Yurt dışı teslimat 5 ila 9 iş günü sürer.',
      ],
      [
        'İade ve para iadesi',
        'Kullanılmamış ürünleri teslim aldıktan sonra 60 gün içinde iade edebilirsiniz. Etiketleri çıkarmayın ve orijinal kutusunu kullanın. İade etiketi ücretsizdir.\n\nParanız 5 iş günü içinde ödeme yaptığınız karta yatırılır. İndirimli ürünler de iade edilebilir.',
      ],
      [
        'Ödeme',
        'Kredi kartı, banka kartı ve havale ile ödeyebilirsiniz. Mağazada nakit de kabul ediyoruz. 2000 TL üzeri siparişlerde üç taksit yapılır.\n\nFatura e-posta ile gönderilir.',
      ],
      [
        'Çalışma saatleri',
        'Mağazamız pazartesiden cumartesiye 9.00 ile 18.00 arasında açıktır. Pazar günleri ve resmi tatillerde kapalıyız.',
      ],
      [
        'Garanti',
        'Tüm ürünlerimiz 5 yıl garantilidir. Çadır direkleri ömür boyu garanti kapsamındadır. Kazalar ve olağan aşınma garantiye girmez.',
      ],
      [
        'Çadır bakımı',
        'Çadırı ılık su ve yumuşak sabunla elde yıkayın, asla makinede yıkamayın. Kaldırmadan önce tamamen kurutun, yoksa küflenir.',
      ],
    ],
    answerable: [
      [0, 'Kargo ücreti ne kadar?'],
      [0, 'teslimat kaç gün sürüyor'],
      [0, 'Almanya’ya gönderim yapıyor musunuz?'],
      [1, 'Ürünü nasıl iade edebilirim?'],
      [1, 'iade koşulları nelerdir'],
      [1, 'indirimli ürünleri iade edebilir miyim'],
      [2, 'Kredi kartıyla ödeme yapabilir miyim?'],
      [2, 'taksit var mı'],
      [2, 'faturayı nereden alabilirim'],
      [3, 'Pazar günü açık mısınız?'],
      [4, 'garanti süresi ne kadar'],
      [5, 'cadir makinede yikanir mi'],
    ],
    unanswerable: [
      'Bisiklet satıyor musunuz?',
      'Yarın hava nasıl olacak?',
      'Fransa’nın başkenti neresi?',
      'dünya kupasını kim kazandı',
      'Çadır kiralıyor musunuz?',
      'iş ilanlarınız var mı',
    ],
  },
  {
    language: 'ko',
    articles: [
      [
        '배송 안내',
        '일반 배송은 영업일 기준 2~4일이 걸립니다. 5만 원 이상 주문은 배송비가 무료이며, 그 미만은 배송비 3,000원입니다. 빠른 배송은 6,000원입니다.\n\n해외 배송도 가능하며 영업일 기준 5~9일이 걸립니다. 관세는 고객 부담입니다.',
      ],
      [
        '반품 및 환불',
        '상품을 받은 날부터 60일 이내에 사용하지 않은 상품은 반품할 수 있습니다. 태그를 떼지 말고 원래 상자에 넣어 보내 주세요. 반품 라벨은 무료입니다.\n\n환불은 상품이 도착한 뒤 영업일 기준 5일 이내에 결제하신 카드로 처리됩니다. 할인 상품도 반품할 수 있습니다.',
      ],
      [
        '결제 방법',
        '신용카드, 카카오페이, 네이버페이, 계좌이체로 결제할 수 있습니다. 10만 원 이상 주문은 3개월 무이자 할부가 가능합니다.\n\n영수증은 이메일로 발송됩니다.',
      ],
      [
        '영업시간',
        '매장은 월요일부터 토요일까지 오전 9시부터 오후 6시까지 엽니다. 일요일과 공휴일은 휴무입니다.',
      ],
      [
        '품질 보증',
        '모든 제품은 5년간 품질을 보증합니다. 텐트 폴은 평생 보증됩니다. 부주의로 인한 파손은 보증되지 않습니다.',
      ],
      [
        '텐트 관리',
        '텐트는 미지근한 물과 순한 비누로 손세탁하세요. 세탁기는 절대 사용하지 마세요. 보관하기 전에 완전히 말리지 않으면 곰팡이가 생깁니다.',
      ],
    ],
    answerable: [
      [0, '배송비는 얼마인가요?'],
      [0, '배송은 며칠 걸리나요'],
      [0, '해외로 배송되나요?'],
      [1, '반품하려면 어떻게 해야 하나요?'],
      [1, '환불은 언제 받을 수 있나요'],
      [1, '할인 상품도 반품이 되나요'],
      [2, '카카오페이로 결제할 수 있나요?'],
      [2, '할부 가능한가요'],
      [2, '영수증 주세요'],
      [3, '일요일에 영업하나요?'],
      [4, '보증 기간이 얼마나 되나요'],
      [5, '텐트를 세탁기에 돌려도 되나요?'],
    ],
    unanswerable: [
      '자전거도 파나요?',
      '내일 날씨 어때요',
      '프랑스의 수도는 어디인가요?',
      '월드컵 우승팀은 누구인가요',
      '텐트를 대여하나요?',
      '직원을 채용하나요',
    ],
  },
  {
    language: 'vi',
    articles: [
      [
        'Giao hàng và phí vận chuyển',
        'Giao hàng tiêu chuẩn mất 2 đến 4 ngày làm việc. Đơn hàng từ 500.000đ được miễn phí vận chuyển, dưới mức đó phí là 30.000đ. Giao hàng nhanh có phí 60.000đ.\n\nChúng tôi cũng giao hàng sang Lào và Campuchia. Giao hàng quốc tế mất 5 đến 9 ngày làm việc.',
      ],
      [
        'Đổi trả và hoàn tiền',
        'Bạn có thể trả lại sản phẩm chưa sử dụng trong vòng 60 ngày kể từ khi nhận. Hãy giữ nguyên nhãn mác và dùng hộp ban đầu. Nhãn trả hàng miễn phí.\n\nTiền được hoàn trong 5 ngày làm việc vào thẻ hoặc tài khoản bạn đã thanh toán. Sản phẩm giảm giá cũng được trả lại.',
      ],
      [
        'Thanh toán',
        'Bạn có thể thanh toán bằng thẻ tín dụng, MoMo, ZaloPay hoặc chuyển khoản. Cửa hàng cũng nhận tiền mặt. Đơn hàng trên 2 triệu có thể trả góp ba tháng.\n\nHóa đơn được gửi qua email.',
      ],
      [
        'Giờ mở cửa',
        'Cửa hàng mở cửa từ thứ Hai đến thứ Bảy, 9 giờ đến 18 giờ. Chủ nhật và ngày lễ nghỉ.',
      ],
      [
        'Bảo hành',
        'Mọi sản phẩm được bảo hành 5 năm. Khung lều được bảo hành trọn đời. Hư hỏng do bất cẩn không được bảo hành.',
      ],
      [
        'Bảo quản lều',
        'Giặt lều bằng tay với nước ấm và xà phòng nhẹ, không bao giờ giặt máy. Phơi khô hoàn toàn trước khi cất, nếu không sẽ bị mốc.',
      ],
    ],
    answerable: [
      [0, 'Phí vận chuyển bao nhiêu?'],
      [0, 'giao hàng mất mấy ngày'],
      [0, 'Có giao hàng quốc tế không?'],
      [1, 'Làm thế nào để đổi trả?'],
      [1, 'khi nào tôi được hoàn tiền'],
      [1, 'san pham giam gia co tra lai duoc khong'],
      [2, 'Có thanh toán bằng MoMo được không?'],
      [2, 'có trả góp không'],
      [2, 'tôi muốn lấy hóa đơn'],
      [3, 'Chủ nhật có mở cửa không?'],
      [4, 'Thời gian bảo hành bao lâu?'],
      [5, 'lều có giặt máy được không'],
    ],
    unanswerable: [
      'Có bán xe đạp không?',
      'Thời tiết ngày mai thế nào?',
      'Thủ đô của Pháp là gì?',
      'ai vô địch World Cup',
      'Có cho thuê lều không?',
      'cửa hàng có tuyển nhân viên không',
    ],
  },
  {
    language: 'nl',
    articles: [
      [
        'Verzending',
        'Standaardlevering duurt 2 tot 4 werkdagen. Bestellingen vanaf € 60 worden gratis verzonden, daaronder kost de verzending € 4,90. Expreslevering kost € 12.\n\nWe verzenden ook naar België, Duitsland en Frankrijk. Internationale levering duurt 5 tot 9 werkdagen.',
      ],
      [
        'Retourneren en terugbetaling',
        'Ongebruikte artikelen kun je binnen 60 dagen na ontvangst terugsturen. Laat de labels eraan zitten en gebruik de originele doos. Het retourlabel is gratis.\n\nJe geld staat binnen 5 werkdagen terug op de rekening waarmee je betaald hebt. Afgeprijsde artikelen kunnen ook retour.',
      ],
      [
        'Betalen',
        'Je kunt betalen met iDEAL, Bancontact, creditcard en PayPal. In de winkel nemen we ook contant geld aan. Bestellingen boven € 100 kun je in drie termijnen betalen.\n\nDe factuur komt per e-mail.',
      ],
      [
        'Openingstijden',
        'De winkel is open van maandag tot en met zaterdag van 9 tot 18 uur. Op zondag en op feestdagen zijn we gesloten.',
      ],
      [
        'Garantie',
        'Op alle producten geldt 5 jaar garantie. Tentstokken hebben levenslange garantie. Normale slijtage en ongelukken vallen er niet onder.',
      ],
      [
        'Onderhoud van tenten',
        'Was een tent met de hand in lauw water met milde zeep, nooit in de machine. Laat hem helemaal drogen voor je hem opbergt, anders gaat hij schimmelen.',
      ],
    ],
    answerable: [
      [0, 'Wat kost de verzending?'],
      [0, 'hoe lang duurt de levering'],
      [0, 'Verzenden jullie naar België?'],
      [1, 'Hoe kan ik iets terugsturen?'],
      [1, 'wanneer krijg ik mijn geld terug'],
      [1, 'kan ik afgeprijsde artikelen retourneren?'],
      [2, 'Kan ik met iDEAL betalen?'],
      [2, 'kan ik betalen in termijnen'],
      [2, 'waar vind ik mijn factuur'],
      [3, 'Zijn jullie op zondag open?'],
      [4, 'hoeveel jaar garantie zit erop'],
      [5, 'mag de tent in de wasmachine gewassen worden'],
    ],
    unanswerable: [
      'Verkopen jullie fietsen?',
      'Wat voor weer wordt het morgen?',
      'Wat is de hoofdstad van Frankrijk?',
      'wie won het wereldkampioenschap',
      'Verhuren jullie tenten?',
      'hebben jullie vacatures',
    ],
  },
  {
    language: 'pl',
    articles: [
      [
        'Dostawa',
        'Standardowa dostawa trwa od 2 do 4 dni roboczych. Przy zamówieniach od 250 zł jest bezpłatna, poniżej kosztuje 19 zł. Dostawa ekspresowa kosztuje 39 zł.\n\nWysyłamy także do Niemiec, Czech i na Słowację. Dostawa zagraniczna trwa od 5 do 9 dni roboczych.',
      ],
      [
        'Zwroty i wymiana',
        'Nieużywany towar można zwrócić w ciągu 60 dni od otrzymania. Zachowaj metki i użyj oryginalnego opakowania. Etykieta zwrotna jest bezpłatna.\n\nPieniądze wracają w ciągu 5 dni roboczych na kartę lub konto, z którego zapłacono. Towary przecenione również można zwrócić.',
      ],
      [
        'Płatności',
        'Można płacić kartą, BLIK-iem, przelewem i przez PayPal. W sklepie przyjmujemy też gotówkę. Zamówienia powyżej 400 zł można rozłożyć na trzy raty.\n\nFakturę wysyłamy e-mailem.',
      ],
      [
        'Godziny otwarcia',
        'Sklep jest otwarty od poniedziałku do soboty w godzinach od 9 do 18. W niedziele i święta jest zamknięty.',
      ],
      [
        'Gwarancja',
        'Wszystkie produkty mają 5 lat gwarancji. Stelaże namiotów objęte są dożywotnią gwarancją. Zwykłe zużycie i wypadki nie są objęte gwarancją.',
      ],
      [
        'Pielęgnacja namiotów',
        'Namiot należy prać ręcznie w letniej wodzie z łagodnym mydłem, nigdy w pralce. Przed złożeniem trzeba go całkowicie wysuszyć, inaczej pojawi się pleśń.',
      ],
    ],
    answerable: [
      [0, 'Ile kosztuje dostawa?'],
      [0, 'jak długo trwa dostawa zamówienia'],
      [0, 'Czy wysyłacie do Niemiec?'],
      [1, 'Jak mogę zwrócić towar?'],
      [1, 'zwrot przecenionych towarów'],
      [1, 'kiedy dostanę pieniądze z powrotem'],
      [2, 'Czy mogę zapłacić kartą?'],
      [2, 'platnosc na raty'],
      [2, 'gdzie znajdę fakturę'],
      [3, 'Czy sklep jest otwarty w niedzielę?'],
      [4, 'ile trwa gwarancja'],
      [5, 'czy namiot można prać w pralce?'],
    ],
    unanswerable: [
      'Czy sprzedajecie rowery?',
      'Jaka będzie jutro pogoda?',
      'Jaka jest stolica Francji?',
      'kto wygrał mistrzostwa świata',
      'Czy wypożyczacie namioty?',
      'czy macie oferty pracy',
    ],
  },
  {
    language: 'th',
    articles: [
      [
        'การจัดส่งและค่าส่ง',
        'การจัดส่งแบบมาตรฐานใช้เวลา 2 ถึง 4 วันทำการ คำสั่งซื้อตั้งแต่ 1,000 บาทส่งฟรี ต่ำกว่านั้นค่าส่ง 50 บาท\n\nเราจัดส่งไปต่างประเทศด้วย ใช้เวลา 5 ถึง 9 วันทำการ ภาษีศุลกากรผู้ซื้อเป็นผู้ชำระ',
      ],
      [
        'การคืนสินค้าและการคืนเงิน',
        'สินค้าที่ยังไม่ได้ใช้สามารถคืนได้ภายใน 60 วันหลังจากได้รับ กรุณาเก็บป้ายไว้และใช้กล่องเดิม ป้ายส่งคืนไม่มีค่าใช้จ่าย\n\nเราคืนเงินภายใน 5 วันทำการเข้าบัตรหรือบัญชีที่ใช้ชำระ สินค้าลดราคาก็คืนได้',
      ],
      [
        'การชำระเงิน',
        'ชำระได้ด้วยบัตรเครดิต พร้อมเพย์ และโอนเงินผ่านธนาคาร คำสั่งซื้อเกิน 3,000 บาทผ่อนชำระได้สามเดือน\n\nใบเสร็จจะส่งทางอีเมล',
      ],
      ['เวลาทำการ', 'ร้านเปิดวันจันทร์ถึงวันเสาร์ เวลา 9.00 ถึง 18.00 น. ปิดวันอาทิตย์และวันหยุดนักขัตฤกษ์'],
      [
        'การรับประกัน',
        'สินค้าทุกชิ้นรับประกัน 5 ปี เสาเต็นท์รับประกันตลอดอายุการใช้งาน ความเสียหายจากอุบัติเหตุไม่อยู่ในการรับประกัน',
      ],
    ],
    answerable: [
      [0, 'ค่าส่งเท่าไหร่'],
      [0, 'จัดส่งต่างประเทศไหม'],
      [0, 'จัดส่งกี่วัน'],
      [1, 'คืนสินค้าได้ไหม'],
      [1, 'จะได้รับเงินคืนเมื่อไหร่'],
      [2, 'จ่ายด้วยบัตรเครดิตได้ไหม'],
      [2, 'ขอใบเสร็จหน่อยค่ะ'],
      [3, 'เปิดวันอาทิตย์ไหม'],
      [4, 'รับประกันกี่ปี'],
    ],
    unanswerable: [
      'ขายจักรยานไหม',
      'พรุ่งนี้อากาศเป็นอย่างไร',
      'เมืองหลวงของฝรั่งเศสคือที่ไหน',
      'มีเต็นท์ให้เช่าไหม',
      'รับสมัครพนักงานไหม',
    ],
  },
  {
    language: 'id',
    articles: [
      [
        'Pengiriman dan ongkos kirim',
        'Pengiriman standar memakan waktu 2 sampai 4 hari kerja. Pesanan di atas Rp500.000 gratis ongkos kirim, di bawahnya Rp20.000. Pengiriman kilat Rp45.000.\n\nKami juga mengirim ke Malaysia dan Singapura. Pengiriman internasional memakan waktu 5 sampai 9 hari kerja.',
      ],
      [
        'Pengembalian barang dan dana',
        'Barang yang belum dipakai dapat dikembalikan dalam 60 hari setelah diterima. Biarkan labelnya terpasang dan gunakan kotak aslinya. Label pengembalian gratis.\n\nDana kembali dalam 5 hari kerja ke kartu atau rekening yang dipakai membayar. Barang diskon juga dapat dikembalikan.',
      ],
      [
        'Pembayaran',
        'Anda dapat membayar dengan kartu kredit, GoPay, OVO, atau transfer bank. Toko juga menerima uang tunai. Pesanan di atas Rp1.000.000 dapat dicicil tiga bulan.\n\nFaktur dikirim lewat email.',
      ],
      [
        'Jam buka',
        'Toko buka Senin sampai Sabtu pukul 9 sampai 18. Hari Minggu dan hari libur tutup.',
      ],
      [
        'Garansi',
        'Semua produk bergaransi 5 tahun. Tiang tenda bergaransi seumur hidup. Kerusakan karena kelalaian tidak ditanggung.',
      ],
      [
        'Merawat tenda',
        'Cuci tenda dengan tangan memakai air suam dan sabun lembut, jangan pernah dengan mesin. Keringkan sepenuhnya sebelum disimpan agar tidak berjamur.',
      ],
    ],
    answerable: [
      [0, 'Berapa ongkos kirim?'],
      [0, 'berapa lama pengiriman'],
      [0, 'Apakah bisa kirim ke Malaysia?'],
      [1, 'Bagaimana cara mengembalikan barang?'],
      [1, 'apakah barang diskon bisa dikembalikan'],
      [2, 'bisa bayar pakai GoPay?'],
      [2, 'apakah bisa dicicil'],
      [3, 'Apakah toko buka hari Minggu?'],
      [4, 'berapa tahun garansi produk'],
      [5, 'apakah tenda boleh dicuci dengan mesin'],
    ],
    unanswerable: [
      'Apakah kalian menjual sepeda?',
      'Bagaimana cuaca besok?',
      'Apa ibu kota Prancis?',
      'Apakah kalian menyewakan tenda?',
      'apakah ada lowongan kerja',
    ],
  },
];
