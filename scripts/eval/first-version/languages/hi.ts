import type { Language } from '../language.ts';

/** Hindi, in its own script and in Latin letters. */
export const hi: Language = {
  code: 'hi',
  words: {
    real: 'असली | वास्तविक | असल | ज़िंदा | जीवित | asli | real | kisi | किसी | ek | एक | aapke | आपके | apne | live',
    person: `इंसान | व्यक्ति | एजेंट | आदमी | प्रतिनिधि | कर्मचारी | मैनेजर | मैनेजर | ग्राहक सेवा | कस्टमर केयर | कस्टमर
      सर्विस | मनुष्य | मानव | टीम | सपोर्ट | सुपरवाइज़र | ऑपरेटर | insaan | insan | agent | aadmi | admi | vyakti
      | customer care | customer service | manager | representative | operator | human | team | support | executive
      | banda | bande | person | supervisor | adhikari | अधिकारी | ग्राहक सहायता`,
    talk: 'बात | बातचीत | चैट | संपर्क | baat | bat | baatcheet | chat | connect | contact | sampark',
    bad: `बेकार | बेवकूफ | मूर्ख | बकवास | गधा | घटिया | पागल | bekar | bekaar | bewakoof | bewkoof | bakwas | ghatiya
      | pagal | gadha | faltu | फालतू`,
  },
  ask: {
    plain: [
      `{real}? {real}? {person} (से | se | ke saath | के साथ) (meri | मेरी | mujhe | मुझे | abhi | अभी | direct
      | seedhe)? {talk}`,
      `(mujhe | मुझे | mujhko | हमें | humko)? {real}? {real}? {person} (chahiye | चाहिए | चाहिये | chaiye | दो | दीजिए
      | bulao | बुलाओ | बुलाइए | ko bulao)`,
      `{person} (se | से) (connect | जोड़ | जोड़ें | जोड़ो | jod | milao | मिलाओ | मिलाइए | baat | बात | कनेक्ट)`,
      `(बॉट | रोबोट | मशीन | bot | robot | machine) (से | se) (बात | baat) (नहीं | nahi | nhi)`,
    ],
    unless: [
      '(mere | मेरे | meri | मेरी | apne | अपने) {person}',
      '(क्या | kya) (आप | aap | tum | main | मैं) {real}? {person}',
      '{person} (से | se) (बात | baat) (नहीं | nahi | nhi)',
      '(travel | property | insurance) {person}',
    ],
  },
  frustrated: {
    plain: [
      `(तुम | आप | tum | aap | tu | ye bot | yeh bot | यह बॉट | ये बॉट | बॉट | bot) (एक | ek | bilkul | बिल्कुल | bahut
      | बहुत | kitne | कितने)? {bad}`,
      '{bad} (bot | बॉट)',
      `(समझ | samajh | samaj) (में | mein | me)? (नहीं | nahi | nhi) (रहे | आ रहा | rahe | aa raha | pa rahe | पा रहे
      | aata | आता) (हो | हैं | ho | hai | है)?`,
      `(मदद | madad | help) (नहीं | nahi | nhi) (कर | kar | हो | ho | mil | मिल)`,
      `(पहले ही | pehle hi | pehle bhi | पहले भी | abhi to | already) (बता | bata | बोल | bol | कह | keh)`,
      `(एक ही बात | ek hi baat | same answer | wahi baat | वही बात | वही जवाब | गलत जवाब | galat jawab | समय बर्बाद
      | समय की बर्बादी | time waste | samay barbad | टाइम वेस्ट | सवाल का जवाब दो | sawal ka jawab do | किसी काम का नहीं
      | kisi kaam ka nahi | kisi kaam ke nahi)`,
    ],
    unless: ['(mujhe | मुझे) (kuch | कुछ)? (समझ | samajh)'],
  },
  short: {
    yes: [
      `हाँ | हां | हा | जी | जी हाँ | जी हां | हाँ जी | हां जी | बिल्कुल | ज़रूर | जरूर | सही | सही है | ठीक है | कर दो
      | कर दीजिए | करो | कीजिए | हाँ कृपया | हाँ करो | haan | han | haa | ji | haan ji | ji haan | ji ha | bilkul
      | zaroor | jarur | jaroor | sahi hai | sahi | theek hai | thik hai | kar do | kardo | kar dijiye | haan please
      | haan kar do | haan karo | kyun nahi | क्यों नहीं | बेशक | beshak | चलो | chalo | manzoor | मंजूर है`,
    ],
    fine: ['अच्छा | ठीक | accha | acha | theek | thik | badhiya | बढ़िया | ओके'],
    no: [
      `नहीं | नही | ना | जी नहीं | बिल्कुल नहीं | अभी नहीं | मत करो | रहने दो | नहीं चाहिए | नहीं धन्यवाद | ज़रूरत नहीं
      | जरूरत नहीं है | कभी नहीं | बाद में | nahi | nahin | nhi | ji nahi | bilkul nahi | abhi nahi | mat karo | rehne
      do | rahne do | nahi chahiye | nahi ji | zaroorat nahi | jarurat nahi | kabhi nahi | baad me | baad mein | nehi
      | mujhe nahi chahiye | मुझे नहीं चाहिए`,
    ],
    human: [
      'इंसान | एजेंट | असली इंसान | कस्टमर केयर | ग्राहक सेवा | insaan | asli insaan | customer care',
    ],
    thanks: ['धन्यवाद | शुक्रिया | dhanyavad | dhanyawad | shukriya'],
    filler: [
      `कृपया | प्लीज | प्लीज़ | kripya | please | plz | yaar | यार | भाई | bhai | sir | है | hai | तो | to | बहुत
      | bahut | जी | ji | अब | ab | mujhe | मुझे`,
    ],
  },
};
