/**
 * What a wish is denied with, language by language; as people write it. `*` stands for the rest of a word,
 * `…` for a few words in between.
 */

/** Stands before what is not wanted: "I don't want", "no need", "I'd rather not", "don't transfer". */
export const DENIED_BEFORE = [
  // English
  `don't want|do not want|don't want you to|do not want you to|don't wanna|don't wish|do not wish|don't need|do not need
  |wouldn't like|would not like|don't feel like|do not feel like|don't care to|won't need|will not need
  |rather not|rather you didn't|rather you did not|prefer not|prefer to not|prefer no|no wish|no desire|no intention
  |no interest in|not interested in|no need|not looking for|not looking to|not asking for|not asking to|never asked
  |didn't ask|did not ask|won't talk|won't speak|will not talk|will not speak|not going to talk|not going to speak|refuse to
  |don't connect|do not connect|don't transfer|do not transfer|don't put me|do not put me|don't pass|do not pass
  |don't get me|do not get me|don't send me|do not send me|don't hand|do not hand|don't escalate|do not escalate
  |don't switch me|do not switch me|don't forward|do not forward|don't call|do not call|don't bring|do not bring
  |never connect|never transfer|stop trying to|stop connecting|stop transferring|stop offering|stop sending
  |no … needed|no … necessary|no … required`,
  // German, Dutch, Afrikaans
  `will nicht|will nie|will kein*|möchte nicht|möchte kein*|will mit kein*|möchte mit kein*|mag nicht|lieber nicht|lieber kein*|brauche nicht
  |brauche kein*|brauch kein*|muss nicht|wünsche nicht|wünsche kein*|keine lust|kein bedarf|kein interesse
  |verbinde mich nicht|verbinden sie mich nicht|leite mich nicht|leiten sie mich nicht|bitte nicht|nicht nötig
  |wil niet|wil geen|wens niet|wens geen|hoef niet|hoef geen|hoeft niet|liever niet|liever geen|geen behoefte
  |geen zin|verbind me niet|verbind mij niet|geen … nodig|niet … nodig|niet … door te verbinden
  |wil nie|verkies om nie|hoef nie|hoef my nie|liewer nie|eerder nie|moenie|nie … nodig`,
  // French, Spanish, Catalan, Galician, Portuguese, Italian, Romanian
  `veux pas|voudrais pas|souhaite pas|désire pas|pas besoin|pas la peine|inutile de|préfère ne pas
  |préférerais ne pas|préfère pas|préfère éviter|aimerais mieux ne pas|pas envie|aucune envie|aucun besoin
  |ne me transf*|ne me pass*|ne me mett*|ne me connect*|ne me redirig*|me transférez pas|me transfère pas
  |me passez pas|me passe pas|me mettez pas|me connectez pas|pas nécessaire de
  |no quiero|no quisiera|no necesito|no preciso|no requiero|no deseo|no me gustaría|no hace falta|no me hace falta|no me haría falta|no es necesario
  |prefiero no|preferiría no|no me pas*|no me transf*|no me conect*|no me comuni*|no me deriv*|no me pong*
  |no me interesa|no tengo ganas|no busco|no pienso|sin necesidad
  |no vull|no voldria|no necessito|no cal|no em cal|prefereixo no|no em pass*|no em transf*|no em connect*|no em pos*
  |non quero|non quixera|non necesito|non preciso|prefiro non|preferiría non|non fai falta|non me pas*|non me transf*
  |não quero|n quero|não queria|não preciso|não desejo|não gostaria|não é necessário|não precisa|não há necessidade
  |prefiro não|preferia não|preferiria não|não me transf*|não me pass*|não me conect*|não me encaminh*|dispenso
  |não tenho vontade|não vou falar
  |non voglio|non vorrei|non desidero|non ho bisogno|non mi serve|non serve|non occorre|non c'è bisogno
  |non è necessario|preferisco non|preferirei non|preferirei evitare|preferisco evitare|non passar*|non mi pass*
  |non mi trasfer*|non trasferir*|non mi mett*|non metter*|non collegar*|non ho voglia|non intendo|non mi va|non cerco
  |nu vreau|nu aș vrea|nu doresc|nu am nevoie|n-am nevoie|nu e nevoie|nu este nevoie|nu e necesar|prefer să nu
  |aș prefera să nu|nu mă transf*|nu mă conect*|nu mă pune*|nu îmi trebuie|nu-mi trebuie`,
  // Polish, Czech, Slovak, Slovenian, Croatian
  `nie chcę|nie chce|nie chciałbym|nie chciałabym|nie potrzebuję|nie potrzeba|nie trzeba|nie życzę sobie|nie ma potrzeby
  |wolę nie|wolałbym nie|wolałabym nie|nie łącz*|nie przełącz*|nie przekier*|nie mam ochoty|nie muszę|nie zamierzam
  |nechci|nechtěl bych|nechtěla bych|nepotřebuji|nepotřebuju|není potřeba|není třeba|nepřepoj*|nespoj*|raději ne
  |radši ne|nemusím|nepřeji si|nemám zájem
  |nechcem|nechcel by som|nechcela by som|nepotrebujem|netreba|nie je potrebn*|neprepáj*|nespáj*|radšej nie
  |neželám si|nemám záujem
  |nočem|ne želim|ne potrebujem|ni treba|ni potrebno|raje ne|ne povež*|ne prevež*|nikar ne
  |ne bih|ne trebam|ne treba mi|nemojte|nemoj|nije potrebno|radije ne|nema potrebe|ne spajaj*|ne prebacuj*`,
  // Russian, Ukrainian, Bulgarian, Mongolian
  `не хочу|не хотел бы|не хотела бы|не хотелось бы|не хочется|не надо|не нужно|не нужен|не нужна|не нужны|не требуется
  |не желаю|не собираюсь|не буду говорить|не буду разговаривать|не соединяй*|не переключай*|не переводи*|не подключай*
  |не зови*|незачем|нет необходимости|нет нужды|предпочитаю не|лучше не|не прошу
  |не хотів би|не хотіла б|не потрібен|не потрібна|не потрібно|не треба|не бажаю|не з'єднуй*|не перемикай*|не переводь*
  |краще не|немає потреби
  |не искам|не бих искал*|не желая|не ми трябва|не ми е нужен|не ми е нужно|нямам нужда|няма нужда|предпочитам да не
  |не ме свързвай*|не ме прехвърляй*|недей*|битгий`,
  // Swedish, Danish, Norwegian, Icelandic
  `vill inte|vill helst inte|vill ej|vill ogärna|behöver inte|behöver ingen|behövs ingen|önskar inte|koppla mig inte
  |koppla inte|helst inte|föredrar att inte|inget behov|ingen lust
  |vil ikke|vil helst ikke|vil nødig|ønsker ikke|har ikke brug|behøver ikke|har ikke lyst|helst ikke|stil mig ikke
  |viderestil mig ikke|ikke nødvendigt at
  |trenger ikke|trenger ingen|behøver ingen|ikke sett meg|sett meg ikke|foretrekker å ikke
  |vil ekki|vil helst ekki|þarf ekki|óska ekki|ekki tengja|ekki senda|langar ekki|helst ekki`,
  // Finnish, Estonian, Hungarian, Latvian, Lithuanian, Greek, Albanian
  `en halua|en haluaisi|en tahdo|en tarvitse|ei tarvitse|ei tarvita|en kaipaa|älkää yhdist*|älä yhdist*|mieluummin en
  |ei taha|ei soovi|ei vaja|pole vaja|ei ole vaja|ära ühenda|ärge ühendage|ärge suunake|pigem ei
  |nem akarok|nem szeretnék|nem kívánok|nem kell|nem kérek|nincs szükségem|nincs szükség|inkább nem|inkább ne|ne kapcsol*
  |negribu|negribētu|nevēlos|nevajag|nav vajadzī*|nav nepieciešam*|nesavieno*|labāk ne
  |nenoriu|nenorėčiau|nereikia|nepageidauju|neprašau|nejunkite|neperjunkite|verčiau ne
  |δεν θέλω|δε θέλω|δεν θα ήθελα|δεν χρειάζομαι|δε χρειάζομαι|δεν χρειάζεται|δεν επιθυμώ|προτιμώ να μην|προτιμώ να μη
  |θα προτιμούσα να μην|θα προτιμούσα να μη|μη με συνδέ*|μην με συνδέ*|μη με μεταφέρ*|μην με μεταφέρ*
  |nuk dua|s'dua|nuk dëshiroj|nuk kam nevojë|s'kam nevojë|nuk më duhet|s'më duhet|nuk nevojitet|mos më lidh*|mos më kalo*
  |preferoj të mos`,
  // Irish, Welsh, Basque
  `níl mé ag iarraidh|nílim ag iarraidh|ní theastaíonn|ní gá|ní mian liom|b'fhearr liom gan|ná cuir|ná ceangail
  |níl … ag teastáil|níl … uaim
  |ddim eisiau|ddim isio|ddim angen|nid oes angen|does dim angen|sdim angen|gen i beidio|peidiwch â|peidiwch ag|paid â
  |ez dut nahi|ez dut … nahi|ez dut behar|ez dut … behar|nahiago dut ez|ez nuke nahi|ez nazazu*`,
  // Arabic, Hebrew, Persian, Amharic, Armenian, Georgian
  `لا أريد|لا أحتاج|لا أرغب|لا أود|لا أفضل|ما أريد|ما أبغى|ما أبي|مابي|مابغى|ما بدي|مابدي|ما أحتاج|مش عايز|مش عايزة
  |مش عاوز|مش عاوزة|مش محتاج|مش محتاجة|مش حابب|لا داعي|لا حاجة|لست بحاجة|لست بحاجه|لا تحول*|لا توصل*|لا تربط*|لا تنقل*
  |أفضل عدم|أفضل ألا|ما في داعي
  |לא רוצה|לא מעוניין|לא מעוניינת|לא צריך|לא צריכה|אין צורך|מעדיף לא|מעדיפה לא|אל תעביר*|אל תחבר*|לא מבקש|לא מבקשת
  |نمی‌خواهم|نمی‌خوام|نمیخام|لازم نیست|لازم ندارم|نیازی نیست|نیازی ندارم|نیاز ندارم|مایل نیستم|تمایلی ندارم
  |չեմ ուզում|չեմ ցանկանում|չեմ ուզի|պետք չէ|կարիք չկա|կարիք չունեմ|մի միաց*|մի փոխանց*
  |არ მინდა|არ მსურს|არ მჭირდება|არ არის საჭირო|საჭირო არ`,
  // Turkish, around it
  `beni … bağlama|beni … aktarma|beni … yönlendirme`,
  // Indonesian and Malay, Filipino, Swahili, Vietnamese
  `tidak mau|gak mau|ga mau|nggak mau|ngga mau|tak mau|tak nak|tidak mahu|tak mahu|tidak ingin|gak ingin|tak ingin
  |tidak perlu|gak perlu|ga perlu|nggak perlu|tak perlu|tidak butuh|gak butuh|ga butuh|nggak butuh|tidak usah|gak usah
  |ga usah|nggak usah|tak usah|jangan|males|malas|ogah|lebih baik tidak
  |ayaw kong|ayaw ko|ayoko|ayokong|di ko gusto|di ko gustong|hindi ko gusto|hindi ko gustong|hindi ko kailangan
  |di ko kailangan|hindi kailangan|di kailangan|hindi na kailangan|huwag|wag
  |sitaki|sihitaji|sipendi|sina haja|hakuna haja|usini*|msini*
  |không muốn|ko muốn|không cần|ko cần|không thích|không có nhu cầu|đừng chuyển|đừng nối|đừng kết|đừng gọi|đừng bắt
  |khỏi cần|chẳng muốn|chả muốn`,
  // Chinese, Thai
  `不想|不想要|不要|不需要|不用|不必|无需|無需|用不着|没必要|沒必要|没有必要|不愿|不願|不打算|拒绝|拒絕|别转|别给|别帮|别接|別轉|別給|別幫|不喜欢|不希望
  |ไม่อยาก|ไม่ต้องการ|ไม่จำเป็น|ไม่ต้อง|ไม่เอา|ไม่ขอ|ไม่ประสงค์|อย่าโอน|อย่าต่อ|อย่าให้`,
].join('|');

/** Stands after it: "insanla konuşmak istemiyorum", "人と話したくない". */
export const DENIED_AFTER = [
  // Turkish, Azerbaijani, Uzbek, Kazakh, Mongolian
  `istemiyorum|istemem|istemiyoruz|istemezdim|gerek yok|gerekmiyor|gerekmez|lazım değil|ihtiyacım yok|ihtiyaç yok|*mayın|*meyin
  |*mayınız|*meyiniz|tercih etmem|tercih etmiyorum|hoşlanmıyorum|olmasın|olmadan|konuşmadan
  |istəmirəm|istəmirik|istəməzdim|lazım deyil|ehtiyacım yoxdur|ehtiyac yoxdur|*məyin
  |xohlamayman|xoxlamayman|istamayman|kerak emas|shart emas|*lamang
  |*кім келмейді|*ғым келмейді|*гім келмейді|*қым келмейді|қаламаймын|керек емес|қажет емес
  |хүсэхгүй|*маргүй|*мааргүй|*мээргүй|*моргүй|хэрэггүй|шаардлагагүй|хэрэг алга`,
  // Japanese, Korean
  `たくない|たくありません|たくなく|たくはない|たくはありません|たいとは思|たいわけ|いらない|いりません|要らない|要りません|不要|必要ない|必要はない
  |必要ありません|必要はありません|必要がない|がないで|しないで|さないで|らないで|えないで|かないで|ばないで|つもりはない|やめてください|やめて|なくていい|なくて大丈夫
  |なくても大丈夫|なくてもいい|遠慮します|遠慮したい|結構です|苦手|なしで|抜きで
  |싶지 않|싶진 않|싶지는 않|싶지가 않|싫|필요 없|필요는 없|필요가 없|필요하지 않|하지 마|하지 말|말아 주|지 마세요|안 해도|원하지 않|원치 않|거절|사양|말고`,
  // Hindi, Urdu, Nepali, Marathi, Gujarati, Punjabi, Bengali, Sinhala
  `नहीं चाहिए|नही चाहिए|चाहिए नहीं|नहीं चाहता|नहीं चाहती|नहीं चाहते|नहीं करनी|नही करनी|नहीं करना|नही करना|नहीं करूंगा|नहीं करूंगी
  |नहीं करना चाहता|नहीं करना चाहती|नहीं करना चाहते|नहीं करना चाहूंगा|नहीं करना चाहूंगी|जरूरत नहीं|ज़रूरत नहीं|जरुरत नहीं|आवश्यकता नहीं|मत जोड़*|मत करो|मत कीजिए|मत करवा*|मत करा*|मत भेज*|ना जोड़*|न जोड़*|मत मिला*|के बिना
  |nahi chahiye|nahin chahiye|nai chahiye|nhi chahiye|nahi chahta|nahi chahti|nahin chahta|nahin chahti|nahi karni|nahi karna
  |nhi karni|nhi karna|nahi karna chahta|nahi karna chahti|nahin karna chahta|nahin karna chahti|nhi karna chahta|nhi karna chahti|nahin karni|nahin karna|zarurat nahi|jarurat nahi|zaroorat nahi|zarurat nahin|zaroorat nahin|mat jodo
  |mat karo|mat connect|mat transfer|connect mat|transfer mat|mat karna|ke bina
  |نہیں کرنا|نہیں کرنی|نہیں چاہتا|نہیں چاہتی|نہیں چاہیے|نہیں چاہئے|ضرورت نہیں|مت جوڑ*|مت کر*|مت ملا*|کے بغیر
  |चाहन्न|चाहन्नँ|चाहदिन|चाहिँदैन|चाहिदैन|चाहिएन|पर्दैन|गर्दिन|मन छैन|मन लाग्दैन|आवश्यकता छैन|जरुरत छैन|नजोड*|नगर्नु*
  |नको|नकोय|*यचे नाही|*यचं नाही|इच्छा नाही|गरज नाही|आवश्यकता नाही
  |નથી કર*|નથી જોઈ*|નથી ઇચ્છ*|નથી ઈચ્છ*|નથી માંગ*|*વી નથી|*વું નથી|*તો નથી|જરૂર નથી|ન જોડ*
  |ਨਹੀਂ ਕਰਨ*|ਨਹੀਂ ਚਾਹੁੰਦ*|ਨਹੀਂ ਚਾਹੀਦ*|ਲੋੜ ਨਹੀਂ|ਜ਼ਰੂਰਤ ਨਹੀਂ|ਜਰੂਰਤ ਨਹੀਂ|ਨਾ ਜੋੜ*|ਨਾ ਕਰ*
  |চাই না|চাইনা|চাচ্ছি না|চাইছি না|দরকার নেই|দরকার নাই|প্রয়োজন নেই|লাগবে না|দেবেন না|দিবেন না|করবেন না|বলব না|ইচ্ছা নেই|ইচ্ছে নেই|ছাড়াই
  |ඕනේ නෑ|ඕනෙ නෑ|ඕන නෑ|ඕනේ නැහැ|ඕනෑ නැහැ|ඕන නැහැ|අවශ්‍ය නැහැ|අවශ්‍ය නෑ|කැමති නෑ|කැමති නැහැ|*න්න එපා|එපා`,
  // Tamil, Telugu, Kannada, Malayalam
  `*வேண்டாம்|*விரும்பவில்லை|தேவையில்லை|தேவை இல்லை|*இஷ்டமில்லை|விருப்பமில்லை|*ாதீர்கள்
  |*వద్దు|అక్కర్లేదు|అవసరం లేదు|*కోవడం లేదు|*కోవట్లేదు|*లని లేదు|ఇష్టం లేదు
  |*ಬೇಡ|*ಬೇಡಿ|ಇಷ್ಟವಿಲ್ಲ|ಇಷ್ಟ ಇಲ್ಲ|ಅಗತ್ಯವಿಲ್ಲ|ಅವಶ್ಯಕತೆ ಇಲ್ಲ|ಬಯಸುವುದಿಲ್ಲ
  |*േണ്ട|താൽപ്പര്യമില്ല|താല്പര്യമില്ല|ആവശ്യമില്ല|ആഗ്രഹമില്ല|ആഗ്രഹിക്കുന്നില്ല|ഇഷ്ടമല്ല|ഇഷ്ടമില്ല|*രുത്`,
  // Burmese, Khmer, Lao: a sentence is one word
  `*ချင်ပါဘူး*|*ချင်ဘူး*|*မလိုပါ*|*မလိုဘူး*|*မလိုအပ်*|*မလွှဲပါနဲ့*
  |*មិនចង់*|*មិនត្រូវការ*|*មិនបាច់*|*អត់ចង់*|*អត់ត្រូវការ*|*កុំភ្ជាប់*|*កុំផ្ទេរ*
  |*ບໍ່ຢາກ*|*ບໍ່ຕ້ອງການ*|*ບໍ່ຈຳເປັນ*|*ບໍ່ຕ້ອງ*|*ຢ່າໂອນ*|*ຢ່າເຊື່ອມ*`,
  // And those whose word order is free
  `nicht nötig|nicht notwendig|nicht erforderlich|brauche nicht|will nicht|möchte nicht|nicht verbinden|nicht gewünscht|niet nodig
  |behövs inte|behövs ej|ei tarvita|ei tarvitse|pole vaja|ei ole vaja|nem kell|nem kérek|nem szeretnék|nem akarok
  |nincs szükségem|nincs szükség|nélkül|gabe|nevajag|nav vajadzīgs|nereikia|nije potrebno|ni potrebno
  |не нужен|не нужна|не нужны|не надо|не нужно|не требуется|ни к чему|не потрібен|не потрібна|не потрібно|не треба
  |لازم ندارم|نمی‌خواهم|نمی‌خوام|نیاز ندارم|نیازی نیست|نیازی ندارم|لازم نیست|وصل نکن*|*نکنم|نباشد
  |չեմ ուզում|չեմ ցանկանում|պետք չէ|არ მინდა|არ მსურს|არ მჭირდება|არ არის საჭირო|*አልፈልግም|አያስፈልገኝም|አያስፈልግም|*አታገናኙኝ`,
].join('|');

/** Begins what is said, right before it: "not a person, please". */
export const DENIED_AT_START = `not|not to|not with|please not|definitely not|kein|keine|keinen|keinem|keiner|nicht mit|bitte nicht mit
  |pas de|pas d'|pas un|pas une|pas avec|aucun|aucune|surtout pas|surtout pas de|ningún|ninguna|nada de
  |nenhum|nenhuma|nessun|nessuna|niente|geen|niet met|żadnych|żadnego|tylko nie|žádný|žádného|hlavně ne|žiadny|žiadneho
  |никаких|никакого|только не|ніяких|тільки не|никакъв|никакви|ingen|inget|inte med|ikke med|лучше без|bukan`;

/** Right before it. */
export const WITHOUT = `without|ohne|sans|sin|sem|senza|zonder|bez|brez|без|utan att|uden|uten|ilman|ilma|fără|χωρίς|tanpa
  |sonder|بدون|من غير|بلا|בלי|ללא`;
