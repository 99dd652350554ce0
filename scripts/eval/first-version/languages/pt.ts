import type { Language } from '../language.ts';

export const pt: Language = {
  code: 'pt',
  misspelt:
    'humano humana pessoa atendente agente representante falar conversar operador alguém consultor',
  realWords: 'human pessoas pessoal falas falam falou agentes atendentes conversas',
  words: {
    // Naming a person.
    a: 'um | uma | o | a | os | as | algum | alguma | seu | sua | seus | outro | outra | ao | à | do | da | com',
    real: `real | reais | humano | humana | humanos | de verdade | verdadeiro | verdadeira | de carne e osso | ao vivo
      | viva | vivo | física | competente | mesmo`,
    agent: `humano | humana | humanos | ser humano | atendente | atendentes | agente | agentes | representante | operador
      | operadora | consultor | consultora | funcionário | funcionária | assessor | supervisor | supervisora
      | colaborador | (atendimento | serviço | suporte | apoio) (ao | de atendimento ao) (cliente | consumidor
      | usuário) | atendimento humano | sac | suporte técnico | equipe de (suporte | atendimento | vendas) | equipa de
      (suporte | apoio | vendas) | assistente humano | pessoa real | pessoa de verdade`,
    someone: `pessoa | pessoas | alguém | gerente | responsável | chefe | especialista | técnico | vendedor | vendedores
      | vendas | equipe | equipa | suporte | gente | diretor | dono | administrador | admin | setor | departamento
      | encarregado | comercial | assistente`,
    anAgent: '{a}? {real}? {agent} {real}?',
    realPerson: `{a}? (pessoa | pessoas | alguém | gente) (que seja)? {real} | alguém (humano | que não seja um (robô | bot))
      | {a}? verdadeira pessoa`,
    aPerson: `{anAgent} | {realPerson} | {a}? {real}? {someone} {real}? | {a}? (equipe | equipa | setor | departamento | time
      | pessoal) (de | do | da) * | outra pessoa`,

    // Reaching one.
    talk: `falar | conversar | bater papo | dialogar | tratar | teclar | me comunicar | comunicar | entrar em contato
      | entrar em contacto | ser atendido | ser atendida | contatar | contactar | falo | converso | falar (diretamente
      | agora | já) | ter uma conversa`,
    to: 'com | pra | para | por | diretamente com',
    connect: `(me)? (transfira | transfere | transferir | conecte | conecta | conectar | passe | passa | passar | encaminhe
      | encaminha | encaminhar | direcione | direciona | direcionar | ligue | liga | coloque | coloca | põe | ponha
      | redirecione | chame | chama) (me)? (logo | já | agora | por favor | em contato | em contacto | direto)?`,
    give: `quero | preciso de | preciso | gostaria de | prefiro | exijo | desejo | solicito | queria | necessito de
      | necessito | me (dá | dê | passa | passe | manda | chama | arruma) | dá me | dê me | chama | chame | chamem
      | arruma | cadê | quero um | me vê`,
    want: `{give} | posso | poderia | podia | gostava de | consigo | dá para | da pra | como (faço para | posso | eu)
      | deixa eu | deixe me | quero | tem como | é possível | pode me deixar | eu | por favor | favor | pra | para
      | favor me deixar`,
    after: `(> | por | já | agora | para | pra | que | e | não | urgente | porque | aqui | em | mas | pfv | pf | por favor
      | obrigado | real | imediatamente | ou | no)`,

    // Naming the chat and judging it.
    bot: `bot | robô | robo | chatbot | máquina | ia | assistente virtual | inteligência artificial | robôs | bots
      | máquinas`,
    thisChat: `(este | esta | esse | essa | o | a | seu | teu) {bad}? (bot | robô | robo | chatbot | chat | assistente
      | conversa | assistente virtual | máquina | ia | atendimento virtual)`,
    youAre: `você é | voce é | tu és | és | vc é | você está | {thisChat} (é | está | são) | como você é | você são
      | tu é | vc e | seu`,
    very: `muito | tão | um | uma | bem | realmente | totalmente | completamente | mais | o | a | super | bastante | mesmo
      | só | demais | do mais | pior que | pura | puro | de | uns | mto`,
    bad: `inútil | inúteis | burro | burra | idiota | estúpido | estúpida | imbecil | ruim | péssimo | péssima | horrível
      | terrível | lixo | uma porcaria | porcaria | merda | uma merda | ridículo | ridícula | chato | chata
      | irritante | incompetente | tapado | fraco | lento | frustrante | patético | um saco | perda de tempo | piada
      | vergonha | bosta | burrice | otário | retardado | tonto | parvo | fdp | uma droga | droga | decepcionante
      | desgraçado`,
    done: `(> | e | para | pra | bot | não | me | por | porque | que | mas | eu | você | quero | de | em | como | robô
      | demais)`,
    nao: 'não | nao | nunca | nem | n | ñ',
    helpMe: `(me)? (ajuda | ajudou | ajudas | ajudam | serve | serviu | serves | resolve | resolveu | responde | respondeu
      | respondes | adianta | adiantou | funciona | está ajudando | está me ajudando | está a ajudar | tá ajudando | tá
      me ajudando | esclarece)`,
    understand: `(me)? (entende | entendeu | entendes | entendem | compreende | compreendeu | compreendes | percebe | percebes
      | percebeu | está entendendo | tá entendendo | está me entendendo | ta entendendo | lê | leu | escuta | ouve
      | sabe de nada | sabe nada)`,
    that: `isso | isto | essa resposta | esta resposta | sua resposta | tua resposta | a resposta | aquilo | suas respostas`,
    iAsked: `(o | a | aquilo)? (que | q) (eu)? (te | lhe)? (perguntei | pedi | quero | queria | disse | falei | quis dizer
      | preciso | precisava | procuro | procurava | perguntava | pergunto | estou perguntando | estou pedindo
      | solicitei | estou procurando | tinha perguntado)`,
    sigh: `não | nao | mas | ok | bom | ah | oh | aff | affs | e | poxa | olha | cara | desculpa | desculpe | acho que
      | então | pô | meu deus | nossa | caramba | caralho | porra`,
  },

  ask: {
    plain: [
      '{talk} {to}? ({anAgent} | {realPerson})',
      '{want} ~ {talk} {to}? {aPerson}',
      '(falar | conversar) com {aPerson} &{after}',
      '{connect} (com | para | pra | pro | ao | à | a | em contato com)? ({anAgent} | {realPerson} | {a} {someone})',
      `(me transfere | me transfira | transfira me | me passa | me passe | me encaminhe | me conecte | me conecta
        | me liga) (com | para | pra | pro | ao | à | a) {aPerson}`,
      '{give} ({anAgent} | {realPerson}) &{after}',
      `{give} (alguém | uma pessoa | outra pessoa) (real | humano | que (me)? (ajude | entenda | atenda | saiba
        | responda) | para falar | pra falar | para me (ajudar | atender))`,
      `(quero | preciso | gostaria | prefiro) que (alguém | uma pessoa | {anAgent}) (real | humano)? (me)? (atenda
        | ajude | responda | ligue | contate | contacte)`,
      `(atendimento | ajuda | suporte | contato | contacto | apoio | assistência | resposta) (humano | humana
        | pessoal | com humano | de (um | uma) (humano | pessoa | atendente | pessoa real) | de alguém)`,
      `(tem | há | existe | ha | teria) (algum | alguma | um | uma | alguém)? ({agent} | pessoa | alguém | humano) ~
        (falar | disponível | aí | aqui | conversar | online | me atender)`,
      `(não | nao | sem | em vez de | chega de | cansei de | odeio | detesto | ao invés de) (quero | gosto de
        | queria)? (mais)? (falar | conversar | tratar)? (com)? (um | uma | este | esse | o | a | essa | esta)? (bot
        | robô | robo | chatbot | máquina | robôs | bots | máquinas | ia) (> | quero | mas | me | e | por | não
        | preciso)`,
      `(um | uma)? (humano | atendente | agente | pessoa real | pessoa de verdade | operador) (por favor | pfv | pf
        | agora | já | porfavor | urgente)`,
    ],
    likely: [
      '^ {sigh}? {a}? ({agent}) (por favor | agora | já | pfv)? $',
      '(tem alguém | alguém) (aí | real | humano)',
      'falar com {someone}',
    ],
    unless: [
      `{agent} (imobiliário | de viagem | de viagens | de seguros | secreto | de limpeza | químico | de trânsito | de
        saúde)`,
      `(meu | minha | meus | minhas | nosso | nossa) {real}? ({agent} | {someone})`,
      `(você é | voce é | és | é | vc é | estou falando com | falo com | eu falo com | tô falando com | estou a falar
        com | falando com) (realmente | mesmo)? (um | uma)? {real}? ({agent} | pessoa | alguém | {realPerson})`,
      `(falei | conversei | falou | falamos | falado | já contatei) (ontem | já)? com {aPerson}`,
      `(não | nao) (quero | preciso | precisa | desejo | gostaria de) (de)? (falar | conversar | ser)? (com)?
        {aPerson}`,
      `(o que | quanto | como | quando | onde) (faz | ganha | é | são | trabalha | fica) {aPerson}`,
      '(direitos | corpo | recursos | cabelo) (humanos | humano)',
    ],
  },

  frustrated: {
    plain: [
      '{youAre} {very}? {very}? {bad} &{done}',
      `(bot | robô | robo | chatbot | que bot) {very}? {bad} | {bad} (de)? (bot | robô | robo | chatbot)`,
      `(você | vc | tu | {thisChat} | voce | ele) {nao} {understand} (nada | o que | > | minha | bem | a minha
        | mesmo | direito | a pergunta | nem)`,
      `{nao} (me)? (entendeu | entende | compreende | compreendeu | entendes | percebes | está entendendo | tá
        entendendo | percebeu) (nada | o que | minha | a minha | > | a pergunta | bem | direito)`,
      '(você | vc | tu | {thisChat} | voce) {nao} {helpMe}',
      `{nao} (me)? (ajudou | ajuda | ajudas | está ajudando | está me ajudando | tá ajudando | serve | serviu
        | adianta | adiantou | responde | respondeu | resolveu | resolve) (em)? (nada | de nada | para nada | pra nada
        | minha (pergunta | dúvida) | a minha (pergunta | dúvida) | >)`,
      `{nao} (consegue | consegues | pode | podes | sabe | vai | quer) (me)? (ajudar | responder | entender
        | resolver | fazer nada | me ajudar | me entender | ajudar me)`,
      '{that} {nao} (me)? {helpMe}',
      `{that} {nao} (é | foi) {very}? (útil | de ajuda | ajuda | correto | certo | o correto)`,
      `^ {sigh}? {sigh}? {nao} (me)? (ajuda | ajudou | serve | adianta | é útil | foi útil | serviu) (nada | muito
        | em nada)? >`,
      '(nada | pouco) útil',
      '(serve | serviu | adianta | serves) (pra | para | de) nada',
      '{nao} (é | era | foi) (isso)? (nada)? {iAsked}',
      '{nao} (é | era | foi) isso',
      `{nao} (foi | respondeu | responde | respondes) (isso | a minha | minha | à minha | o que)`,
      `(eu)? {nao} (disse | pedi | perguntei | falei | quis dizer) (isso | isto)`,
      `(já | ja | acabei de | mil vezes | três vezes | várias vezes) (te | lhe)? (disse | falei | expliquei
        | respondi | informei | perguntei | repeti | dizer | falar | explicar | dito | mandei | passei)`,
      `(quantas vezes) ~ (falar | dizer | repetir | perguntar | explicar | pedir | disse | falei)`,
      `(fica | ficas | só | continua | sempre | para de | pare de | vive) (me)? (repetindo | repetir | repete
        | respondendo | dizendo | falando | perguntando | mandando | perguntar | responde | diz | a repetir | a dizer)
        (a mesma | o mesmo | as mesmas | isso | sempre | >)`,
      `(repete | responde | diz) (sempre)? (a mesma | o mesmo) | (a mesma | sempre a mesma | mesma) (resposta
        | pergunta | coisa) (de novo | sempre | toda | outra | >)`,
      `(andando | rodando | dando voltas | andar | a andar) (em círculos | às voltas)? | em círculos | (leva | chega
        | levou | vai) a (lugar nenhum | lado nenhum | nada)`,
      `(resposta | informação) (errada | incorreta | ruim | péssima | inútil | equivocada) | (isso | está | tá
        | isto) {very}? (errado | errada | incorreto | equivocado) > | (você | vc) (está | tá | entendeu | errou | fez
        | se enganou) (tudo)? (errado | enganado | >)`,
      '(entendeu | compreendeu | entendeste) (tudo)? (errado | mal)',
      `(responda | responde | responda me | me responda | me responde) (logo)? (a | o | à)? (minha | que) (pergunta
        | perguntei | dúvida) | (me responde | me responda | responda me) (logo | >)`,
      `(estou | tô | to | fico | ficando | tou) {very}? (cansado | cansada | farto | farta | irritado | irritada
        | frustrado | frustrada | puto | bravo | de saco cheio | com raiva) (de | com | por) (você | ti | vc | falar
        | repetir | esse | este | explicar | essa | esta | suas | conversar)`,
      `(odeio (você | vc | esse bot | este bot | bots | robôs | esse chat | te) | te odeio | cala a boca | vai se
        foder | vai tomar no | vai à merda | vai a merda | vsf | vtnc | foda se | vai te catar | vá se ferrar)`,
      `(isso | isto | esse chat | este chat | essa conversa | esta conversa) (é | está | foi | está sendo) {very}?
        {very}? (inútil | frustrante | ridículo | perda de tempo | absurdo | uma piada | palhaçada | uma palhaçada
        | uma merda | uma perda de tempo | um absurdo | brincadeira)`,
      `(perder | perdendo | perdi | perda de) (meu | o meu | o)? tempo`,
      `(você | vc) (é | está | tá) (surdo | cego | burro | maluco | louco | brincando)`,
      `{nao} (sabe | sabes) (de)? nada | {nao} (faz | tem) (nenhum)? sentido`,
      '(você | vc | tu) (me)? (irrita | irritas | enche o saco)',
    ],
    likely: [
      '^ {sigh}? {very}? {bad} (bot)? $',
      '^ {sigh}? (isso | isto) (é | foi) {very}? {very}? {bad} $',
      `^ {sigh}? (estou | to | tô) {very}? (frustrado | frustrada | irritado | irritada) $`,
      '{that} {nao} (ajuda | ajudou)',
    ],
    unless: [
      `(eu)? (não | nao) (entendo | entendi | sei | consigo | compreendo)`,
      `(o | a | meu | minha | os | as) (produto | pedido | loja | entrega | serviço | cartão | aplicativo | app | site
      | filme) (é | está | não | foi) ~`,
      `{nao} (é | está | foi) {very}? (ruim | burro | mau | mal | chato)`,
      '(se | quando) (você | vc) {nao}',
      `ajuda (com | para | na) (a | o | minha) (dor | pele | costas)`,
    ],
  },

  short: {
    yes: [
      `sim | simm | sim sim | claro | claro que sim | com certeza | certamente | certeza | lógico | óbvio | pois
        | pois sim | pode ser | pode | podes | isso | isso mesmo | isso aí | exato | exatamente | correto | certo | está
        certo | tá certo | positivo | afirmativo | de acordo | concordo | aceito | confirmo | confirmado | combinado
        | por que não | porque não | sem problema | sem problemas | sem dúvida | absolutamente | definitivamente
        | totalmente | evidentemente | efetivamente | beleza | blz | fechado | bora | vamos | vamos lá | vamos nessa
        | manda | manda ver | força`,
      `pode (fazer | sim | fazer isso | ser sim | mandar | crer | chamar | transferir) | (faça | faz | faça isso
        | faz isso) | está bem | tá bom | ta bom | está bom | tudo bem | acho que sim | creio que sim | penso que sim
        | suponho que sim | seria (ótimo | bom | perfeito | excelente | legal | muito bom | maravilhoso | ideal)
        | gostaria (sim | disso | muito)? | eu (gostaria | quero | aceito | concordo | adoraria) | quero | quero sim
        | adoraria | com (todo o)? prazer | parece (bom | ótimo) | sim (por favor | claro | quero | pode | gostaria
        | senhor | obrigado | é isso | está certo | pode ser) | a resposta é sim | por mim tudo bem | por mim pode ser
        | à vontade`,
    ],
    fine: [
      `ok | okay | okey | bom | ótimo | perfeito | excelente | maravilha | legal | bacana | show | muito bem | bem
      | fixe | tudo certo | top | tá | ta | está | jóia`,
    ],
    no: [
      `não | nao | naum | n | nn | não não | nops | nunca | jamais | nada | nenhum | nenhuma | de jeito nenhum | de
        modo algum | de forma alguma | de maneira nenhuma | nem pensar | nem a pau | negativo | claro que não | com
        certeza não | certamente não | melhor não | ainda não | agora não | por enquanto não | não agora | hoje não
        | mais tarde | talvez mais tarde | depois | talvez não | outra hora | outro dia | outra vez`,
      `não (obrigado | obrigada | precisa | preciso | quero | é necessário | é preciso | faz falta | estou
        interessado | tenho interesse | gostaria | aceito | concordo | vou | mesmo | muito obrigado | muito obrigada
        | por agora | por enquanto | acho | penso | creio | desejo | senhor | é isso | necessário) | não quero (isso
        | mais)? | acho que não | creio que não | penso que não | prefiro não | prefiro que não | deixa (pra lá | para
        lá | estar | quieto | assim) | deixe | esquece | esqueça | dispenso | recuso | obrigado mas não | obrigada mas
        não | a resposta é não | não se preocupe | sem necessidade | não faça isso | realmente não | na verdade não`,
    ],
    accept: [
      `por favor | agora | já | faz | me (transfere | transfira | conecta | conecte | passa | passe) | chama (alguém
      | ele | um atendente)? | chame (alguém)? | com uma pessoa | falar com (alguém | uma pessoa) | quero (ajuda | isso
      | falar com (alguém | uma pessoa)) | o mais rápido possível | preciso`,
    ],
    refuse: [
      `estou bem | tô bem | tudo certo | é só isso | só isso | eu espero | posso esperar | prefiro (que você (responda
      | continue) | continuar (com você)? | falar com você | você | esperar) | pode continuar você | responde você
      | eu me viro`,
    ],
    human: [
      `{agent} {real}? | pessoa {real} | (falar | conversar) com (um | uma)? (humano | atendente | agente | pessoa
      | alguém | pessoa real)`,
    ],
    thanks: [
      `obrigado | obrigada | muito obrigado | muito obrigada | valeu | brigado | grato | grata | agradeço | tchau | até
      logo | até mais | adeus`,
    ],
    filler: [
      `por favor | pfv | pf | pff | se faz favor | ah | oh | eh | hm | bom | então | pois | né | cara | amigo | senhor
      | um | uma | e | mas | a | o | eu | muito | mesmo | isso | aí | olha | oi | olá | agora | já | também`,
    ],
  },
};
