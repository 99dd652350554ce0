/** Hotels, asked in other words than the shops: the lists of small words were not made by these. */
import type { Shop } from './languages.ts';

export const HOTELS: readonly Shop[] = [
  {
    language: 'zh',
    articles: [
      [
        '入住与退房',
        '入住时间为下午三点之后，退房时间为中午十二点之前。需要延迟退房请提前一天联系前台，每小时收费五十元。',
      ],
      ['早餐', '早餐在一楼餐厅供应，时间为早上七点至十点，住客免费。提供素食和无麸质餐点。'],
      ['停车场', '酒店地下停车场免费，共有八十个车位，另有电动车充电桩。'],
      ['宠物', '欢迎携带小型宠物入住，每晚加收一百元清洁费。导盲犬免费。'],
    ],
    answerable: [
      [0, '几点可以入住'],
      [0, '能延迟退房吗？'],
      [1, '早餐几点开始'],
      [1, '有素食吗'],
      [2, '酒店有停车场吗'],
      [2, '电动车可以充电吗'],
      [3, '可以带宠物吗'],
      [3, '宠物要加钱吗'],
    ],
    unanswerable: ['有游泳池吗', '可以洗衣服吗', '附近有地铁站吗'],
  },
  {
    language: 'ja',
    articles: [
      [
        'チェックイン',
        'チェックインは15時から、チェックアウトは11時までです。早いご到着の場合はフロントでお荷物をお預かりします。',
      ],
      [
        '朝食',
        '朝食は1階のレストランで7時から10時までご用意しております。宿泊のお客様は無料です。',
      ],
      [
        '駐車場',
        '地下駐車場は80台分あり、一泊1,000円でご利用いただけます。電気自動車の充電器もございます。',
      ],
      ['ペット', '小型犬と猫はご一緒にお泊まりいただけます。清掃料として一泊2,000円を頂戴します。'],
    ],
    answerable: [
      [0, 'チェックインは何時からですか'],
      [0, '荷物を預けられますか'],
      [1, '朝食は何時からですか'],
      [1, '朝食は無料ですか'],
      [2, '駐車場はありますか'],
      [2, '電気自動車を充電できますか'],
      [3, '犬と泊まれますか'],
      [3, 'ペットの料金を教えてください'],
    ],
    unanswerable: ['プールはありますか', '洗濯はできますか', '最寄り駅はどこですか'],
  },
  {
    language: 'ru',
    articles: [
      [
        'Заселение и выезд',
        'Заселение начинается в 15:00, выезд до 12:00. Поздний выезд возможен по договорённости и стоит 500 рублей за час. Багаж можно оставить на стойке.',
      ],
      [
        'Завтрак',
        'Завтрак подают на первом этаже с 7 до 10 часов. Для гостей он бесплатный, есть вегетарианские блюда.',
      ],
      [
        'Парковка',
        'Подземная парковка бесплатна, мест восемьдесят. Есть зарядка для электромобилей.',
      ],
      [
        'Домашние животные',
        'Небольших собак и кошек можно взять с собой, уборка стоит 1000 рублей за ночь.',
      ],
    ],
    answerable: [
      [0, 'со скольки заселение'],
      [0, 'можно ли выехать позже? поздний выезд'],
      [0, 'где оставить багаж'],
      [1, 'завтрак входит?'],
      [1, 'у вас есть вегетарианское меню'],
      [2, 'есть ли у вас парковка'],
      [2, 'можно зарядить электромобиль?'],
      [3, 'пускаете с собакой?'],
      [3, 'сколько стоит с животным'],
    ],
    unanswerable: ['есть ли бассейн', 'можно постирать одежду?', 'какая ближайшая станция метро'],
  },
  {
    language: 'tr',
    articles: [
      [
        'Giriş ve çıkış',
        'Odaya giriş saat 15.00’ten sonra, çıkış 12.00’ye kadardır. Geç çıkış saatlik 200 TL karşılığında mümkündür. Bavullarınızı resepsiyona bırakabilirsiniz.',
      ],
      [
        'Kahvaltı',
        'Kahvaltı giriş katındaki restoranda 7 ile 10 arasında verilir ve misafirlerimize ücretsizdir. Vejetaryen seçenekler vardır.',
      ],
      [
        'Otopark',
        'Yer altı otoparkımız ücretsizdir ve seksen araçlıktır. Elektrikli araçlar için şarj istasyonu vardır.',
      ],
      [
        'Evcil hayvanlar',
        'Küçük köpek ve kedilerinizi getirebilirsiniz. Gecelik temizlik bedeli 300 TL’dir.',
      ],
    ],
    answerable: [
      [0, 'Odaya saat kaçta giriş yapabilirim?'],
      [0, 'geç çıkış mümkün mü'],
      [0, 'bavulumu bırakabilir miyim'],
      [1, 'kahvaltı ücretsiz mi'],
      [1, 'vejetaryen yemek var mı'],
      [2, 'otoparkınız var mı?'],
      [2, 'elektrikli arabamı şarj edebilir miyim'],
      [3, 'köpeğimi getirebilir miyim'],
      [3, 'evcil hayvan kabul ediyor musunuz'],
    ],
    unanswerable: ['havuz var mı', 'çamaşır yıkatabilir miyim', 'en yakın metro nerede'],
  },
  {
    language: 'pl',
    articles: [
      [
        'Zameldowanie i wymeldowanie',
        'Zameldowanie jest możliwe od 15:00, wymeldowanie do 12:00. Późne wymeldowanie kosztuje 50 zł za godzinę. Bagaż można zostawić w recepcji.',
      ],
      [
        'Śniadanie',
        'Śniadanie podajemy w restauracji na parterze od 7 do 10. Dla gości jest bezpłatne, są dania wegetariańskie.',
      ],
      [
        'Parking',
        'Parking podziemny jest bezpłatny i ma osiemdziesiąt miejsc. Jest stacja ładowania samochodów elektrycznych.',
      ],
      ['Zwierzęta', 'Małe psy i koty są mile widziane. Sprzątanie kosztuje 60 zł za noc.'],
    ],
    answerable: [
      [0, 'od której można się zameldować'],
      [0, 'czy możliwe jest późniejsze wymeldowanie'],
      [0, 'gdzie mogę zostawić bagaże'],
      [1, 'czy śniadanie jest bezpłatne?'],
      [1, 'macie coś wegetariańskiego?'],
      [2, 'czy jest parking'],
      [2, 'czy można naładować samochód elektryczny'],
      [3, 'czy mogę przyjechać z psem'],
      [3, 'czy przyjmujecie zwierzęta'],
    ],
    unanswerable: [
      'czy jest basen',
      'czy można zrobić pranie',
      'jaka jest najbliższa stacja metra',
    ],
  },
  {
    language: 'ko',
    articles: [
      [
        '체크인과 체크아웃',
        '체크인은 오후 3시부터, 체크아웃은 오전 11시까지입니다. 늦은 체크아웃은 시간당 2만 원입니다. 짐은 프런트에 맡기실 수 있습니다.',
      ],
      [
        '조식',
        '조식은 1층 식당에서 오전 7시부터 10시까지 제공되며 투숙객은 무료입니다. 채식 메뉴도 있습니다.',
      ],
      ['주차', '지하 주차장은 무료이며 80대를 세울 수 있습니다. 전기차 충전기도 있습니다.'],
      [
        '반려동물',
        '소형견과 고양이는 함께 투숙할 수 있습니다. 1박에 3만 원의 청소비가 추가됩니다.',
      ],
    ],
    answerable: [
      [0, '체크인은 몇 시부터인가요?'],
      [0, '짐을 맡길 수 있나요'],
      [1, '조식은 무료인가요?'],
      [1, '채식 메뉴 있어요?'],
      [2, '주차장이 있나요'],
      [2, '전기차 충전이 되나요?'],
      [3, '반려동물을 데려가도 되나요'],
      [3, '고양이도 괜찮나요'],
    ],
    unanswerable: ['수영장이 있나요', '세탁할 수 있나요', '가까운 지하철역이 어디예요'],
  },
  {
    language: 'hi',
    articles: [
      [
        'चेक-इन और चेक-आउट',
        'चेक-इन दोपहर 2 बजे से होता है और चेक-आउट सुबह 11 बजे तक। सामान रिसेप्शन पर रखा जा सकता है।',
      ],
      ['नाश्ता', 'नाश्ता पहली मंज़िल के रेस्तराँ में सुबह 7 से 10 बजे तक मिलता है और मेहमानों के लिए मुफ़्त है।'],
      ['पार्किंग', 'भूमिगत पार्किंग मुफ़्त है और उसमें अस्सी गाड़ियाँ आती हैं। इलेक्ट्रिक कार चार्जर भी है।'],
      ['पालतू जानवर', 'छोटे कुत्ते और बिल्लियाँ साथ लाई जा सकती हैं। सफ़ाई के लिए हर रात ₹500 लगते हैं।'],
    ],
    answerable: [
      [0, 'चेक-इन कितने बजे है'],
      [1, 'क्या नाश्ता मुफ़्त है?'],
      [1, 'नाश्ता कितने बजे मिलता है'],
      [2, 'क्या पार्किंग है'],
      [2, 'क्या इलेक्ट्रिक कार चार्ज कर सकते हैं'],
      [3, 'क्या कुत्ते को ला सकते हैं'],
      [3, 'पालतू जानवर की अनुमति है?'],
    ],
    unanswerable: ['क्या स्विमिंग पूल है', 'कपड़े धुल सकते हैं?', 'मेट्रो स्टेशन कहाँ है'],
  },
  {
    language: 'ar',
    articles: [
      [
        'تسجيل الوصول والمغادرة',
        'يبدأ تسجيل الوصول من الثالثة عصراً، والمغادرة حتى الثانية عشرة ظهراً. يمكن ترك الأمتعة في الاستقبال.',
      ],
      [
        'الإفطار',
        'يقدم الإفطار في المطعم من السابعة إلى العاشرة صباحاً، وهو مجاني للنزلاء. تتوفر أطباق نباتية.',
      ],
      [
        'موقف السيارات',
        'موقف السيارات تحت الأرض مجاني ويتسع لثمانين سيارة. يوجد شاحن للسيارات الكهربائية.',
      ],
      ['الحيوانات الأليفة', 'نرحب بالقطط والكلاب الصغيرة، ورسوم التنظيف مئة ريال لكل ليلة.'],
    ],
    answerable: [
      [0, 'متى تسجيل الوصول؟'],
      [0, 'أين أترك أمتعتي'],
      [1, 'هل الإفطار مجاني؟'],
      [1, 'هل لديكم طعام نباتي'],
      [2, 'هل يوجد موقف سيارات'],
      [2, 'هل يمكن شحن سيارة كهربائية'],
      [3, 'هل يمكنني إحضار كلبي؟'],
      [3, 'هل تسمحون بالحيوانات'],
    ],
    unanswerable: ['هل يوجد مسبح', 'هل يمكن غسيل الملابس', 'أين أقرب محطة مترو'],
  },
];
