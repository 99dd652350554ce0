import type { Language } from '../language.ts';

export const es: Language = {
  code: 'es',
  misspelt: 'humano humana persona agente asesor representante hablar comunicarme operador alguien',
  realWords: 'human personal personas hablas hablan hablado agentes asesora asesores',
  words: {
    // Naming a person.
    a: 'un | una | el | la | los | las | algun | alguna | algún | su | tu | sus | tus | otro | otra | al | del | unos',
    real: `real | reales | humano | humana | humanos | de verdad | verdadero | verdadera | en vivo | viva | de carne y
      hueso | física | adecuado | competente | capacitado`,
    agent: `humano | humana | humanos | ser humano | agente | agentes | asesor | asesora | asesores | representante
      | representantes | operador | operadora | operadores | ejecutivo | ejecutiva | empleado | empleada | empleados
      | supervisor | supervisora | teleoperador | telefonista | (servicio | atención | soporte) (de atención)? (al | a)
      (cliente | clientes | usuario) | servicio al cliente | atención al cliente | soporte técnico | personal de
      (soporte | atención) | equipo (humano | de soporte | de ventas | de atención | de ayuda)`,
    someone: `persona | personas | alguien | gerente | encargado | encargada | jefe | jefa | responsable | especialista
      | experto | técnico | consultor | vendedor | vendedores | vendedora | compañero | ventas | soporte | equipo
      | gente | administrador | admin | departamento | dueño | moderador | asistente | director`,
    anAgent: '{a}? {real}? {agent} {real}? | {a} verdadero {agent}',
    realPerson: `{a}? (persona | personas | alguien | gente) (que sea)? (una persona)? {real} | {a} verdadera persona | persona
      {real} | alguien (humano | que no sea un (robot | bot)) | {a}? ser humano`,
    aPerson: `{anAgent} | {realPerson} | {a}? (equipo | departamento | personal | área | gente | gerente | jefe | encargado)
      de * | {a}? {real}? {someone} {real}? | alguna persona | otra persona`,

    // Reaching one.
    talk: `hablar | hablarle | charlar | chatear | conversar | platicar | dialogar | comunicarme | contactarme
      | comunicarse | contactar | hablo | charlo | chateo | comunico | hable | tener una (conversación | charla)
      | ponerme en contacto | entrar en contacto | ser atendido | escribirme | tratar | hablar (directamente | ya
      | ahora)`,
    connect: `(comuníca | comunique | comunica | conecta | conécta | conecte | pása | pasa | pase | páse | transfiere
      | transfiéra | transfiera | deriva | derive | pon | ponga | redirige | dirige | enlaza | comunícame)me
      | comunicarme | conectarme | pasarme | transferirme | derivarme | ponerme | comuniqueme | comuníqueme | comunícame
      | conéctame | conécteme | pásame | páseme | transfiéreme | transfiérame | derívame | ponme | póngame | me
      (comunica | comunicas | comunique | comuniques | comunicar | comuniquen | conecta | conectas | conecte
      | conectes | conectar | pasa | pasas | pase | pases | pasar | pasan | transfiere | transfieres | transfiera
      | transferir | pone | pones | ponga | pongas | pongan | deriva | derivas | derivar | atienda | atiende) (en
      contacto)? | (ponme | ponerme | póngame) en contacto | conectar | transferir | escalar`,
    give: `dame | deme | denme | quiero | necesito | prefiero | exijo | requiero | solicito | busco | pido | quisiera
      | consígueme | tráeme | traigan a | llama a | pásame | pásame a | páseme | dadme | mándame | me (das | da | puedes
      dar | consigues) | conseguir | conseguirme`,
    want: `{give} | deseo | desearía | me gustaría | preferiría | querría | necesitaría | querria | me urge | ocupo | puedo
      | podría | podria | podemos | podré | quería`,
    help: '(que me (atienda | ayude | conteste | responda | hable | contacte | llame | atiendan)) ',
    after: `(> | por | ya | ahora | para | que | y | no | urgente | de | porque | aquí | en | pero | real | humano | favor
      | por favor | gracias | o | si | inmediatamente | con)`,

    // Naming the chat and judging it.
    bot: 'bot | robot | chatbot | máquina | asistente virtual | ia | contestadora | bots | robots | máquinas | chat',
    thisChat: `(este | esta | ese | esa | el | la | tu) {bad}? (bot | robot | chatbot | chat | asistente | conversación
      | asistente virtual | máquina | ia | herramienta)`,
    you: 'tú | usted | {thisChat}',
    youAre: 'eres | es usted | sos | pareces | {thisChat} (es | son | parece | está) | estás',
    very: `muy | tan | un | una | realmente | bastante | demasiado | totalmente | completamente | más | el | la | lo | re
      | super | de lo más | verdaderamente | pura | puro | más que | lo más`,
    bad: `inútil | inútiles | inutil | estúpido | estúpida | tonto | tonta | idiota | imbécil | malo | mala | pésimo
      | pésima | horrible | terrible | basura | una porquería | porquería | mierda | ridículo | ridícula | molesto
      | molesta | incompetente | torpe | bobo | boba | burro | aburrido | frustrante | patético | desesperante | absurdo
      | vergüenza | pendejo | estorbo | fastidioso | fastidiosa | (pérdida | perdida | perdedera) de tiempo | un asco
      | asco | peor | deficiente | estresante | cansón`,
    done: '(> | y | para | bot | robot | no | me | por | porque | que | pero | ya | tú | quiero | de | en | como | si)',
    helpful: `útil | útiles | ayuda | de ayuda | de utilidad | bueno | buena | inteligente | listo | claro | correcto
      | eficiente | capaz | bien`,
    doNot: 'no | nunca | ni | tampoco | jamás',
    understand: `(me)? (lo)? (entiendes | entiende | entendiste | entendió | entendés | comprendes | comprende | comprendiste
      | has entendido | ha entendido | entienden | estás entendiendo | está entendiendo | captas | escuchas | escucha
      | lees | lee | estás escuchando | sabes nada | sabe nada | sabes)`,
    helpMe: `(me | nos)? (ayudas | ayuda | ayudan | ayudaste | ayudó | sirves | sirve | sirvió | sirvio | sirven | sirvieron
      | aportas | resuelves | resuelve | resolviste | solucionas | soluciona | funciona | respondes | responde
      | contestas | contesta | respondiste | contestaste | ha ayudado | has ayudado | ha servido | está ayudando | estás
      ayudando | estás respondiendo | has respondido | está sirviendo | vale la pena) | (puedes | puede | podés
      | pueden | vas a | va a | sabes | quieres | podrías | pudiste) (ayudarme | ayudar | ayudarnos | resolver
      | resolverlo | responder | responderme | entender | entenderme | solucionar | hacer lo que quiero | hacer nada)`,
    that: `eso | esto | esa respuesta | esta respuesta | tu respuesta | lo que (dices | dijiste | me dices) | la respuesta
      | aquello | ello`,
    iAsked: `(lo que | la que | eso lo que) (yo)? (te | le)? (he)? (pregunté | pregunte | preguntaba | pedí | pedi | pedía
      | quiero | quería | queria | dije | digo | decía | pido | pregunto | busco | buscaba | necesito | necesitaba
      | preguntado | pedido | dicho | quise decir | solicité | estoy preguntando | estoy buscando | estoy pidiendo)`,
    sigh: `no | pero | ok | pues | bueno | y | ay | uf | oye | hey | lo siento | perdón | creo que | ya | dios mío | vaya
      | wow | mmm | hm | entonces`,
  },

  ask: {
    plain: [
      '{talk} con ({anAgent} | {realPerson})',
      '{want} ~ {talk} con {aPerson}',
      `(déjame | dejame | déjeme | quiero | deseo | necesito | favor | favor de | puedo | podría | para | cómo puedo
        | como puedo | cómo hago para | hay alguien para) {talk} con {aPerson}`,
      '(puedo | podría) {talk} con {aPerson}',
      '{connect} (con | a | al | en contacto con | por favor con | ya con | de una vez con) {aPerson}',
      `{connect} (con | a | al) {a}? (ventas | soporte | facturación | cobranza | departamento | área | reclamos
        | devoluciones | pedidos | atención)`,
      '{give} (a | con | hablar con)? ({anAgent} | {realPerson}) &{after}',
      '{give} (a | con)? (otra | una | alguna) persona &{after}',
      '(dame | deme | pásame | páseme | tráeme | ponme) (a | con)? {aPerson}',
      `{want} (a)? (alguien | una persona | {anAgent}) (real | humano | más | para hablar | con quien hablar | que
        (me)? (atienda | ayude | entienda | responda | conteste | sepa | pueda))`,
      '(conseguir | consiga | haya | hay | quiero | pueda | busca) que {aPerson} me (ayude | atienda)',
      '(le | cómo le | como le) hablo a {aPerson}',
      `(quiero | necesito | prefiero | quisiera) que (me)? (atienda | ayude | conteste | responda | hable | contacte
        | llame | asista) {aPerson}`,
      `(atención | ayuda | asistencia | soporte | contacto | trato | intervención | apoyo) (humana | humano
        | personalizada por un humano | de (un | una) (humano | persona | {agent}))`,
      '(ayuda | atención | respuesta | asistencia) de (una persona | {anAgent} | {realPerson} | alguien real)',
      `(hay | existe | tienen | habrá | está) (algún | alguna | un | una | alguien)? ({agent} | persona | personas
        | alguien | humano) (real | humana | humano | disponible | ahí | aquí | con quien | con el que | que me | para
        hablar | en línea)`,
      `(no | sin | odio | deja de | dejar de | en vez de | en lugar de | nada de) (me gusta | quiero | deseo | más)?
        (hablar | seguir hablando | chatear | charlar | tratar | hablando | platicar | conversar)? con? (un | una
        | este | esta | el | la | tu)? (bot | robot | chatbot | máquina | bots | robots | máquinas | contestadora
        | asistente virtual) (> | quiero | necesito | sino | dame | pásame | por favor | y)`,
      `(no me gusta | no quiero | odio) (hablar | chatear | charlar) con (un | una | este | esta)? (bot | robot
        | máquina | chatbot | máquinas | robots)`,
      '(una persona | un humano | un agente | un asesor | alguien) (real)? por favor',
    ],
    likely: [
      '{talk} con {aPerson} (> | por favor | ya | ahora | urgente | sobre | de | en | para)',
      '^ {sigh}? {a}? ({agent} | persona real) (por favor | ya | ahora | urgente | porfa | porfavor)',
      '(hay alguien | alguien) (ahí | real | humano) ',
    ],
    unless: [
      `{agent} (inmobiliario | inmobiliaria | de viajes | de seguros | de aduanas | aduanal | de bolsa | secreto
        | limpiador | químico | telefónica | turístico | deportivo | libre)`,
      '(mi | mis | nuestro | nuestra) {real}? ({agent} | {someone})',
      `(eres | sos | es usted | es | soy | hablo con | estoy hablando con | hablando con | estoy chateando con)
        (realmente | de verdad)? (un | una)? {real}? ({agent} | persona | alguien)`,
      `(hablé | hable ayer | hablo | hablaba | hablamos | habló | hablado | estuve hablando) (ayer | ya | antes)? con
        {aPerson}`,
      `(no quiero | no necesito | no deseo | no hace falta | prefiero no | sin | no) (hablar | chatear | charlar
        | contactar | que me pases | que me conectes) (con)? {aPerson}`,
      'no (quiero | necesito | deseo) {aPerson}',
      `(cómo | cuánto | qué | cuándo | dónde | quién) (hace | es | gana | cobra | está | son | hacen | trabaja)
        {aPerson}`,
      '(derechos | cuerpo | recursos | cabello | pelo | ser) (humanos | humano)',
    ],
  },

  frustrated: {
    plain: [
      '{youAre} {very}? {very}? {bad} &{done}',
      '{doNot} (eres | estás | es usted | sos) (siendo)? {very}? {very}? (de ninguna | de mucha)? {helpful}',
      '{thisChat} {doNot} (es | sirve | funciona | ayuda | entiende | está siendo | responde | me) ',
      '(qué | que | maldito | pinche | puto | puta) (bot | chatbot | robot | máquina) (tan)? {very}? {bad}?',
      '^ {sigh}? {sigh}? (bot | robot | chatbot) {very}? {bad} | {bad} (bot | robot | chatbot)',
      '(no | ni | nunca) (me)? (lo)? {understand} (nada | lo que | > | mi | bien | la | ni | verdad | que | tú)',
      `(tú | usted | {thisChat} | ya vi que | veo que | creo que | supongo que | si | entonces | es que) (no | nunca)
        {helpMe}`,
      `(no | nunca) (puedes | puede | podés | vas a | sabes | quieres | me puedes | me puede) (ayudarme | ayudar
        | resolver | responder | entender | entenderme | solucionar | hacer lo que)`,
      `(no | nunca) (me)? (ayudas | sirves | ayudaste | estás ayudando | has ayudado | respondes | contestas
        | respondiste | resuelves | estás respondiendo | has respondido | contestaste | aportas | sirves de nada)`,
      `{that} no (me)? (ayuda | ayudó | sirve | sirvió | sirvio | está ayudando | resuelve | responde | es útil | es
        de ayuda | soluciona | ha ayudado | conduce a nada | lleva a nada | tiene sentido | contesta)`,
      `^ {sigh}? {sigh}? no (me)? (ayuda | ayudó | sirve | sirvió | sirve de nada | sirve para nada | es útil | fue
        útil | ayuda en nada | ayudas | entiendes | entiende | me ayuda | me sirve) (nada | mucho | de nada | para
        nada | en nada)? >`,
      '(no)? (sirve | sirves | sirvió | sirvio | sirven) (de | para) nada',
      '(poco | nada) útil',
      '{doNot} (es | era | fue | son) {iAsked}',
      '{iAsked} no es',
      'no (es | era) eso',
      `(no respondes | no contestas | no has respondido | no respondió | no responde | no contesta) (a)? (mi | la
        | lo) (pregunta | que)`,
      '(yo)? no (dije | pedí | pregunté | pedi | quise decir | he dicho | he preguntado | quería) (eso | esto)',
      `(ya | acabo de | mil veces | tres veces | varias veces | muchas veces) (te | se | le)? (lo)? (dije | he dicho
        | dicho | expliqué | he explicado | decir | decirte | preguntar | pregunté | he preguntado | contesté
        | respondí | conté | mencioné | decírtelo | repetí | he repetido)`,
      `(cuántas veces | cuantas veces) ~ (decir | decirte | repetir | preguntar | explicar | pedir | decirlo
        | repetirlo | digo)`,
      `(sigues | sigue | estás | siempre | solo | vuelves a | dejas de | deja de | deje de | dejen de | no paras de)
        (diciendo | repitiendo | repetir | preguntando | preguntar | decir | dando | respondiendo | respondes
        | repites | contestas | dices | me dices | enviando | mandando) (lo mismo | la misma | eso | siempre | las
        mismas | lo que | >)`,
      `(repites | repite | respondes | dices | contestas) (siempre | todo el tiempo)? lo mismo | (la misma | siempre
        la misma) (respuesta | pregunta) | otra vez lo mismo | siempre lo mismo`,
      `(dando | damos | das) vueltas | en círculos | no (conduce | lleva | llega | llegamos | vamos) a (nada
        | ninguna parte | ningún lado)`,
      `(respuesta | información | contestación) (equivocada | incorrecta | errónea | mala | inútil | pésima) | (mala
        | pésima) respuesta | (eso | está | esa | esta | es | respuesta) {very}? (mal | incorrecto | incorrecta
        | equivocado | equivocada | erróneo) >`,
      `(lo)? (hiciste | entendiste | has hecho | has entendido | estás | hizo) {very}? mal | te (equivocas
        | equivocaste | has equivocado | confundes) | (estás | está) (equivocado | equivocada | confundido)`,
      `(contesta | responde | contéstame | respóndeme | responda) (a)? (mi | la | lo que) (pregunta | te pregunto
        | pregunté) | (respóndeme | contéstame) (ya | >)`,
      `(estoy | me siento | ya estoy | me tienes | me tiene | estoy muy | me estoy) (harto | harta | cansado
        | cansada | enojado | enojada | frustrado | frustrada | molesto | molesta | desesperado | aburrido | frustrando
        | enojando | desesperando) (de | con | por) (ti | este (bot | chat) | hablar | repetir | explicar | esta
        conversación | usted | tus respuestas | que no)`,
      `(te odio | odio (este bot | este chat | los bots | hablar con bots | esta máquina) | cállate | vete a la
        mierda | vete al diablo | que te jodan | jódete | chinga tu madre | hijo de puta)`,
      `(esto | eso | este chat | esta conversación | esta) (es | fue | ha sido | está siendo) {very}? {very}? (inútil
        | frustrante | ridículo | una pérdida de tiempo | pérdida de tiempo | absurdo | desesperante | una mierda
        | una basura | una experiencia realmente frustrante | una estupidez | una tontería | una burla)`,
      '(pierdo | perder | perdiendo | haces perder | perdemos) (el | mi)? tiempo | (pérdida | perdida) de tiempo',
      `no (tienes | tiene) (ni)? (idea | ni idea | sentido) | no sabes (nada | de lo que hablas) | no entiendes nada
        | no das una`,
      `(eres | estás | acaso eres) (sordo | tonto | tarado | retrasado | ciego | estúpido)`,
    ],
    likely: [
      '^ {sigh}? {very}? {bad} (bot)? $',
      '^ {sigh}? (estoy | me siento) {very}? (frustrado | frustrada | harto | harta | decepcionado) $',
      '^ {sigh}? no (me)? (ayuda | ayudas | sirve | entiendes) >',
      'me siento (un poco)? decepcionado',
      'no ({understand})',
    ],
    unless: [
      `(yo | que | cuando | cómo | como | si | por qué) no (entiendo | sé | puedo)`,
      '(si | cuando) (no)? {helpMe} (con | a) mi',
      `(no es | no eres | no está) {very}? (malo | mala | tonto | inútil | mal)`,
      `(el | la | mi | los | las) (producto | tienda | pedido | servicio | envío | tarjeta | aplicación | página
        | película) (es | está | no) ~`,
      '(me sirve | sirve | ayuda) (para | con) (el | la | mi) (dolor | espalda | piel)',
    ],
  },

  short: {
    yes: [
      `sí | si | sii | siii | síss | acuerdo | acordado | confirmar | aceptar | vamos a hacerlo | claro que quiero
        | sip | sep | simón | claro | claro que sí | por supuesto | desde luego | cómo no | efectivamente | exacto
        | exactamente | correcto | afirmativo | así es | eso es | eso mismo | cierto | es cierto | seguro | por qué no
        | obvio | obviamente | definitivamente | absolutamente | totalmente | ciertamente | en efecto`,
      `de acuerdo | estoy de acuerdo | acepto | confirmo | confirmado | aceptado | venga | va | órale | adelante
        | hágale | hazlo | házlo | haz eso | hágalo | hagámoslo | hagamos eso | vamos | dale | sale | listo | perfecto
        sí | suena bien | me parece bien | me parece | está bien | esta bien | estaría bien | sería (genial | perfecto
        | bueno | ideal | estupendo | de gran ayuda) | me encantaría | me gustaría (eso | mucho)? | lo haré`,
      `(sí | si | ya) (quiero | puedes | puede | es | lo es | lo soy | lo haré | me gustaría | acepto | por favor
        | señor | genial | estuvo bien | claro | estoy de acuerdo | lo quiero) | creo que sí | supongo que sí | yo creo
        que sí | pienso que sí | digo que sí | la respuesta es sí | con mucho gusto | con gusto | no hay problema
        | sin problema | sin duda`,
    ],
    fine: [
      `ok | okey | okay | vale | bien | bueno | bueno pues | genial | perfecto | excelente | estupendo | fantástico
      | muy bien | ya | ya genial | buenísimo | de una | chévere | (eso | está) (genial | perfecto | muy bien)`,
    ],
    no: [
      `no | noo | nop | nel | nunca | jamás | nada | ninguno | ninguna | para nada | en absoluto | de ninguna manera
        | de ningún modo | ni hablar | ni loco | negativo | claro que no | por supuesto que no | desde luego que no
        | mejor no | aún no | todavía no | ahora no | por ahora no | no por ahora | no ahora | en otro momento | más
        tarde | quizás no | tal vez no | quizás más tarde | otro día | luego`,
      `(absolutamente | definitivamente | lo siento | me temo que) no | no (gracias | es necesario | hace
        falta | quiero | lo quiero | deseo | necesito | lo necesito | me interesa | me gusta | acepto | lo haré
        | estoy de acuerdo | estoy interesado | realmente | en realidad | señor | por favor | puedo | lo creo | creo
        | tengo | para mí | importa | quiero (esto | eso | aceptar)) | no no | realmente no | en realidad no | creo que
        no | supongo que no | yo creo que no | no lo hagas | no hagas eso | no te preocupes | déjalo | dejalo | déjalo
        así | olvídalo | olvidalo | prefiero no | preferiría que no | significa no | digo no | la respuesta es no
        | negar | rechazo | paso | no muchas gracias`,
    ],
    accept: [
      `quiero eso | hazlo | eso | por favor | ahora | ya | conéctame | comunícame | pásame | pásame con (alguien | una
      persona | un agente) | (quiero | necesito) (eso | ayuda) | llámalo | llama a alguien | inmediatamente | lo antes
      posible | si es posible | (hablar)? con una persona | quiero hablar con (alguien | una persona)`,
    ],
    refuse: [
      `así está bien | estoy bien | prefiero que (respondas | contestes | me ayudes) (tú)? | prefiero
      seguir contigo | tú | contigo | sigue tú | respóndeme tú | eso es todo | espero | puedo esperar`,
    ],
    human: [
      `agente de (servicio | atención | soporte) | alguien de atención al cliente | {agent} {real}? | persona {real}
      | persona humana | (hablar | chatear) con (una persona | un humano | un agente | un asesor | alguien | humano
      | persona | agente | asesor)`,
    ],
    thanks: [
      `gracias | muchas gracias | mil gracias | muy amable | te agradezco | adiós | chao | hasta luego | nos vemos`,
    ],
    filler: [
      `por favor | porfa | porfavor | porfis | pues | bueno | ah | oh | eh | este | mmm | entonces | amigo | señor
      | hombre | a | un | una | que | y | pero | muy | eso | esto | lo | yo | creo | hola | oye | otra vez | mucho
      | todo | ahora | ya | de todos modos`,
    ],
  },
};
