/**
 * What is true instead of a promise, in each language, by how it stands with the team: a line each for
 * off, available, offered, calling, called, unreachable. Said by the chat, never by a model.
 */
import { TEAM_STANDINGS, type TeamStanding } from '../answerer.ts';

const TRUTHS = {
  ar: `لا أستطيع إحضار أحد إلى هذه المحادثة، لكن تسعدني مساعدتك.
    لا يُستدعى أحد الآن؛ إن أردت التحدث إلى شخص فاطلب ذلك.
    لا يُستدعى أحد الآن؛ إن أردت التحدث إلى شخص فقل نعم.
    طلبك في طريقه إلى الفريق.
    الفريق على علم؛ لم ينضم أحد بعد.
    تعذر الوصول إلى الفريق؛ اترك بريدك الإلكتروني من فضلك.`,
  de: `Ich kann niemanden in diesen Chat holen, helfe aber gern.
    Gerade wird niemand gerufen; wenn Sie mit einem Menschen sprechen möchten, sagen Sie es einfach.
    Gerade wird niemand gerufen; wenn Sie mit einem Menschen sprechen möchten, sagen Sie einfach Ja.
    Ihre Bitte ist auf dem Weg zum Team.
    Das Team weiß Bescheid; bisher ist niemand da.
    Ich konnte das Team nicht erreichen; bitte hinterlassen Sie Ihre E-Mail-Adresse.`,
  en: `I can’t bring anyone into this chat, but I’m glad to help.
    Nobody is being called right now; just ask if you’d like a person.
    Nobody is being called right now; just say yes if you’d like a person.
    Your request is on its way to the team.
    The team has been told; nobody has joined yet.
    I couldn’t reach the team; please leave your email address.`,
  es: `No puedo traer a nadie a este chat, pero te ayudo encantado.
    Ahora mismo no se está llamando a nadie; si quieres hablar con una persona, pídelo.
    Ahora mismo no se está llamando a nadie; si quieres hablar con una persona, di que sí.
    Tu petición va de camino al equipo.
    El equipo está avisado; aún no ha entrado nadie.
    No he podido avisar al equipo; deja tu correo, por favor.`,
  fr: `Je ne peux faire venir personne dans ce chat, mais je vous aide volontiers.
    Personne n’est appelé en ce moment ; pour parler à quelqu’un, demandez-le ici.
    Personne n’est appelé en ce moment ; pour parler à quelqu’un, dites oui.
    Votre demande est en route vers l’équipe.
    L’équipe est prévenue ; personne n’est encore arrivé.
    Je n’ai pas pu joindre l’équipe ; laissez votre adresse e-mail.`,
  'hi-latn': `Main is chat mein kisi ko nahi la sakta, par khushi se madad karunga.
    Abhi kisi ko nahi bulaya ja raha hai; insaan se baat karni ho to kahiye.
    Abhi kisi ko nahi bulaya ja raha hai; insaan se baat karni ho to haan kahiye.
    Aapki request team tak ja raha hai.
    Team ko khabar hai; abhi koi nahi aaya hai.
    Team tak pahunch nahi ho payi; kripya apna email chhod dijiye.`,
  hi: `मैं इस चैट में किसी को नहीं ला सकता, पर खुशी से मदद करूँगा।
    अभी किसी को नहीं बुलाया जा रहा है; व्यक्ति से बात करनी हो तो कहें।
    अभी किसी को नहीं बुलाया जा रहा है; व्यक्ति से बात करनी हो तो हाँ कहें।
    आपका अनुरोध टीम तक जा रहा है।
    टीम को ख़बर है; अभी कोई नहीं आया है।
    टीम तक पहुँच नहीं हो पाई; कृपया अपना ईमेल छोड़ दें।`,
  id: `Saya tidak bisa memanggil siapa pun ke obrolan ini, tetapi senang membantu.
    Saat ini tidak ada yang dipanggil; jika ingin bicara dengan orang, minta saja.
    Saat ini tidak ada yang dipanggil; jika ingin bicara dengan orang, jawab ya.
    Permintaan Anda sedang menuju ke tim.
    Tim sudah tahu; belum ada yang bergabung.
    Saya gagal menghubungi tim; silakan tinggalkan email Anda.`,
  it: `Non posso far entrare nessuno in questa chat, ma aiuto volentieri.
    Al momento nessuno viene chiamato; se desidera una persona, lo chieda pure.
    Al momento nessuno viene chiamato; se desidera una persona, dica di sì.
    La Sua richiesta è in viaggio verso il team.
    Il team è avvisato; non è ancora entrato nessuno.
    Non sono riuscito ad avvisare il team; lasci la Sua e-mail.`,
  ja: `このチャットに人をお呼びできませんが、喜んでお手伝いします。
    今は誰も呼んでいません。人との会話をご希望なら、お知らせください。
    今は誰も呼んでいません。人との会話をご希望なら、「はい」とお答えください。
    ご希望をチームに届けています。
    チームは知っていますが、まだ誰も来ていません。
    チームに届きませんでした。メールアドレスをお残しください。`,
  ko: `이 채팅에 사람을 모실 수는 없지만 기꺼이 도와드립니다.
    지금은 아무도 부르고 있지 않습니다. 사람과 이야기하고 싶으시면 말씀해 주세요.
    지금은 아무도 부르고 있지 않습니다. 사람과 이야기하고 싶으시면 예라고 답해 주세요.
    요청을 팀에 보내는 중입니다.
    팀은 알고 있지만 아직 들어온 사람은 없습니다.
    팀에 닿지 않았습니다. 이메일 주소를 남겨 주세요.`,
  nl: `Ik kan niemand in deze chat halen, maar ik help je graag.
    Er wordt nu niemand geroepen; wil je een mens spreken, vraag het gerust.
    Er wordt nu niemand geroepen; wil je een mens spreken, zeg gerust ja.
    Je verzoek is onderweg naar het team.
    Het team weet ervan; er is nog niemand.
    Ik kon het team niet bereiken; laat je e-mailadres achter.`,
  pl: `Nie mogę nikogo poprosić do tego czatu, ale chętnie pomogę.
    W tej chwili nikt nie jest wzywany; chcesz rozmawiać z człowiekiem, napisz.
    W tej chwili nikt nie jest wzywany; chcesz rozmawiać z człowiekiem, napisz „tak”.
    Twoja prośba jest w drodze do zespołu.
    Zespół już wie; nikt jeszcze nie dołączył.
    Nie udało się powiadomić zespołu; zostaw swój e-mail.`,
  pt: `Não consigo trazer ninguém para este chat, mas ajudo com prazer.
    Ninguém está sendo chamado agora; se quiser falar com uma pessoa, é só pedir.
    Ninguém está sendo chamado agora; se quiser falar com uma pessoa, é só dizer sim.
    O seu pedido está a caminho da equipe.
    A equipe já sabe; ninguém entrou ainda.
    Não consegui falar com a equipe; deixe o seu e-mail, por favor.`,
  ru: `Я не могу никого пригласить в этот чат, но с радостью помогу.
    Сейчас никого не зовут; нужен человек, просто попросите.
    Сейчас никого не зовут; нужен человек, просто скажите «да».
    Ваша просьба уже на пути к команде.
    Команда знает; пока никто не подключился.
    Не получилось связаться с командой; оставьте вашу почту.`,
  tr: `Bu sohbete kimseyi çağıramam ama seve seve yardımcı olurum.
    Şu anda kimse çağrılmıyor; bir insanla konuşmak isterseniz söyleyin.
    Şu anda kimse çağrılmıyor; bir insanla konuşmak isterseniz evet deyin.
    İsteğiniz ekibe doğru yolda.
    Ekibin haberi var; henüz kimse katılmadı.
    Ekibe ulaşamadım; lütfen e-posta adresinizi bırakın.`,
  vi: `Tôi không thể mời ai vào cuộc trò chuyện này, nhưng tôi sẵn lòng giúp.
    Hiện không ai được gọi; bạn muốn gặp người thật thì cứ yêu cầu.
    Hiện không ai được gọi; bạn muốn gặp người thật thì cứ nói có.
    Yêu cầu của bạn đang đến với đội ngũ.
    Đội ngũ đã biết; chưa ai tham gia.
    Tôi không liên lạc được với đội ngũ; vui lòng để lại email.`,
  zh: `我无法请人加入这个聊天，但很乐意帮您。
    现在没有通知任何人；想找真人，直接说就好。
    现在没有通知任何人；想找真人，回答“是”就好。
    您的请求正在发给团队。
    团队已知道；还没有人加入。
    没能联系上团队；请留下您的邮箱。`,
} as const;

export type TruthLanguage = keyof typeof TRUTHS;

/** The languages in which the truth can be told. */
export function isTruthLanguage(code: string): code is TruthLanguage {
  return Object.hasOwn(TRUTHS, code);
}

/** One short sentence or two: how it stands with the team. */
export function truthIn(language: TruthLanguage, team: TeamStanding): string {
  return (TRUTHS[language].split('\n')[TEAM_STANDINGS.indexOf(team)] ?? '').trim();
}

export const TRUTH_LANGUAGES: readonly TruthLanguage[] =
  Object.keys(TRUTHS).filter(isTruthLanguage);
