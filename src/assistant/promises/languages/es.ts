import type { Language } from '../language.ts';

export const es: Language = {
  code: 'es',
  who: `equipo|personal|colega_|compañer_|agente_|representante_|asesor_|operador_|especialista_|supervisor_|gerente|encargad_|responsable_|humano_|persona|alguien
    |soporte|atención al|servicio al`,
  verbs: `avis|inform|notific|comunic|pas|env|transf|deriv|escal|reenv|llam|contact|transmit|traslad|conect|ped|solicit|unir|unid|pon|pond|respond|atend|asum|incorpor`,
  said: `(he|hemos|ha|han|sido|fue|esta|estas|estan|ya|estoy|estamos|acabo de|quedas|queda) ~(%[ai]_d[oa]s?|puesto|[^ ]+ando|[^ ]+iendo|%e|al tanto|en (contacto|camino))
    |(te|le|lo|la) (atiende_|contactan?|llaman?|ayudan?|paso|comunico|conecto|transfiero|pongo|derivo)|acabo de|unid[oa]|se unió|está (en el|aquí)`,
  will: `unirán?|%([aei]rán?|aré|eré|iré|drán?|dré)|(voy|vas?|van|vamos) a ~%_|que ~%(e|a|ga|iera)|(puedo|podemos) ~%_|estará con|tomará`,
  saidAlone: '(he|hemos) (escalado|derivado|trasladado|transmitido)',
  willAlone: 'se (pondrán|comunicarán|unirán)',
  not: 'no|nadie|ningún|ninguna|nunca|sin|puedes|puede',
  when: 'si(?! ,)|cuando|una vez|tras|después de|en cuanto',
  truths: `No puedo traer a nadie a este chat, pero te ayudo encantado.
    Aún no se ha llamado a nadie; si quieres hablar con una persona, pídelo.
    Aún no se ha llamado a nadie; si quieres hablar con una persona, di que sí.
    Tu petición va de camino al equipo.
    El equipo está avisado; aún no ha entrado nadie.
    No he podido avisar al equipo; deja tu correo, por favor.`,
};
