/** What ends the scope of a denial, or turns it round; as people write it (see denial-words.ts). */

/** What talks like a person and is none. */
export const BOTS = `bot|bots|robot*|chatbot*|bota|boty|botem|botom|botul|boten|botten|botot|bottal|botti|botin|boti|botlar|botla
  |botu|róbat*|бот|бота|ботом|боты|ботов|ботами|ботът|ботот|боту|робот*|чатбот*|чат-бот*|ρομπότ|μποτ|רובוט*
  |בוט|בוטים|روبوت*|بوت|البوت|ربات*|روبوٹ*|بوٹ|रोबोट*|रोबॉट*|बॉट*|बोट*|রোবট*|বট*|বটের|ரோபோ*|பாட்*|రోబో*|బాట్*
  |ರೋಬೋ*|ಬಾಟ್*|റോബോ*|ബോട്ട്*|રોબોટ*|બોટ*|ਰੋਬੋਟ*|ਬੋਟ*|රොබෝ*|බොට්*|*စက်ရုပ်*|*ဘော့*|*បុត*|*រ៉ូបូត*|*មនុស្សយន្ត*
  |*ຫຸ່ນຍົນ*|*ບອດ*|*ບັອດ*|*ቦት*|*ሮቦት*|რობოტ*|ბოტ*|ռոբոտ*|բոտ*|ロボット|ボット|チャットボット|로봇|봇|บอท|บอต|หุ่นยนต์|roboti*
  |机器人|機器人`;

/** Whoever does not want one of these does want a person, too: machines, and whom they are talking to. */
export const MACHINES = `machine|machines|ai|mit ki|einer ki|keine ki|ia|automat*|computer*|algorithm|virtual assistant|artificial
  |künstlich*|maschine*|artificielle|máquina|máquinas|maquina*|màquina|macchina|artificiale
  |assistente virtual*|asistente virtual|asystent*|robô|robôs|masina|mașin*|maszyn*|stroj*|sztuczn*|gép*|kone
  |konetta|koneen|peiriant|pheiriant|fot|meaisín|vélmenni*|makin*|mašin*|машин*|автомат*|ии|ші|μηχαν*|τεχνητή
  |מכונה|آلة|ماشین|هوش مصنوعی|मशीन*|मशिन*|যন্ত্র*|மெஷின்*|இயந்திர*|యంత్ర*|మెషిన్*|ಯಂತ್ರ*|യന്ത്ര*|મશીન*|ਮਸ਼ੀਨ*
  |යන්ත්‍ර*|*ម៉ាស៊ីន*|*ማሽን*|მანქანა*|մեքենա*|机器|機器|人工智能|人工智慧|智能|自动|自動|电脑|電腦|機械|기계|자동|인공지능|เครื่อง|เอไอ|ระบบ
  |makinë*|máy|máy móc|mesin|makina|maşın*|makine*|mashina*|script|scripts|to you|with you|to u|with u|not you
  |not this|mit dir|mit ihnen|contigo|con usted|con te|com você|avec toi|avec vous|met jou|met u|z tobą
  |s tebou|с тобой|с вами|з тобою|med dig|med deg|veled|cu tine|seninle|sizinle|senle|あなた|너랑|와 너|和你|跟你|với bạn
  |dengan kamu|sama kamu|معك|معاك|tumse|tujhse|तुमसे|आपसे`;

/** A wish of its own: "I don't want this I want a person". */
export const WISHES = `want|wanna|need|get me|give me|let me|quiero|necesito|quisiera|quero|preciso|gostaria|voglio|vorrei|veux|voudrais
  |souhaite|will|möchte|brauche|sondern|wil|chcę|chciałbym|potrzebuję|хочу|хотел бы|нужен|нужна|istiyorum|أريد|أبغى|عايز|عاوز|चाहिए|चाहता
  |chahiye|mau|ingin|butuh|muốn|cần|要|想|たい|싶|vill|vil|haluan|chci|chcem|akarok|kérek|szeretnék|vreau|doresc|искам|želim|hočem|θέλω
  |רוצה|צריך|می‌خواهم|می‌خوام|চাই|வேண்டும்|కావాలి|ต้องการ|อยาก|vull`;

/** What a denial does not reach beyond, and what is not wanted instead: the waiting, the explaining. */
export const TURNS = `but|until|unless|except|only|because|so|can|could|can't|cannot|couldn't|unable|wait*|explain*|repeat*|waste|wasting|typing
  |keep|lose|aber|bis|außer|nur|warten|erklären|wiederholen|mais|sauf|attendre|expliquer|répéter|seulement|qu'|pero|sino|hasta|esperar|explicar
  |repetir|solo|mas|até|apenas|ma|bensì|finché|aspettare|spiegare|ripetere|maar|totdat|wachten|uitleggen|ale|tylko|czekać|dopóki
  |но|пока|а|ждать|только|лише|але|чекати|чакам|men|vente|vänta|odotta*|várni|čekat*|așteptat|aștept|περιμέν*|לחכות|אלא|ولكن|لكن|انتظ*
  |beklemek|ama|अलावा|इंतज़ार|इंतजार|menunggu|nunggu|lama|tapi|hanya|kecuali|đợi|nhưng|mà|等|但|而是|只|除了|รอ|แต่|待|기다|지만`;

/** Before a denial, these make a complaint or a question of it: "why don't you connect me". */
export const ASKING = `why|if|or|you don't|you do not|you never|u dont|they don't|they never|bot doesn't|you won't|who doesn't|can i|can't i|could i|still
  |warum|wieso|weshalb|wenn|falls|kann ich|könnte ich|darf ich|kann man|pourquoi|si|puis je|je peux|peut on|peux pas|por qué|porque|si no|puedo
  |podría|posso|possiamo|perché|als|waarom|kan ik|dlaczego|czemu|jeśli|czy|почему|зачем|если|можно|нельзя|могу|чому|якщо|proč|miért|varför
  |hvorfor|miksi|γιατί|למה|لماذا|ليش|ليه|چرا|neden|niye|niçin|eğer|क्यों|kyun|kyu|kyon|agar|kenapa|mengapa|kalau|bisa|sao|tại sao|nếu
  |为什么|為什麼|要不要|想不想|用不用|需不需要|能不能|是不是|可不可以|如果|なぜ|どうして|じゃないと|でないと|왜|ทำไม|ถ้า`;

/** After a denied person: nobody is there, which is a complaint. */
export const ABSENT = `there|here|available|online|yet|is|are|has|answers|responding|answering|replied|da|hier|verfügbar|erreichbar|ist|hat|là|ici|dispo
  |disponible|ahí|aquí|disponível|disponibile|aanwezig|beschikbaar|dostępny|на месте|här|der|tilgjengelig`;

/** Turns "without" round: "I won't go on without a person". */
export const NOT_WITHOUT = `not|can't|cannot|won't|don't|nothing|never|nicht|nichts|geht|pas|ne|non|nao|não|no|nie|не|inte|ikke|niet`;

/** Politeness before "not a person". */
export const OPENERS = `please|thanks|ok|okay|well|hi|hello|and|then|bitte|danke|svp|merci|hallo|por favor|gracias|per favore|grazie|alsjeblieft|proszę|пожалуйста
  |tack|snälla|takk|no|nein|non|nee|nie|нет`;

/** May stand between the words of a denial. */
export const FILLERS = `really actually just even currently at all now today anymore still ever particularly any have to really
  mal jetzt gerade wirklich eigentlich unbedingt überhaupt auch heute ich sie bitte mehr
  vraiment plus maintenant spécialement tout absolument realmente ahora agora adesso proprio davvero mai più
  echt nu nou eigenlijk ik teraz naprawdę wcale сейчас вообще больше мне я пока зараз
  jag jeg eg ég nu nå lige gerne egentligen faktiskt verkligen most már nyní teď acum mai tani şu şimdi artık
  अभी बिल्कुल अब ab abhi sekarang lagi dulu đâu phải`;
