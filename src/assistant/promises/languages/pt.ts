import type { Language } from '../language.ts';

export const pt: Language = {
  code: 'pt',
  who: `equipe|equipa|pessoal|colega_|agente_|atendente_|representante_|consultor_|operador_|especialista_|supervisor_|gerente|humano_|pessoa|alguém|suporte|do time|nosso time|atendimento`,
  verbs: `pedi|avis|inform|notific|encaminh|pass|env|transf|escal|cham|conta|repass|comunic|acion|conect|entr|assum|junt|respond|retorn|lig`,
  said: `%(ei|amos)|pedi|(foi|foram|está|estão|sendo|estou|estamos|é|acabei de|fui) ~(%(_[ai]d[oa]s?|_[aei]ndo|_[ai]r)|ciente|a caminho|em contat?c?to|falando)|está (no chat|aqui|vendo)|deixei|entrou|assumiu|juntou`,
  will: `%([aei]rá|[aei]rão|[aei]rei)|(vou|vai|vão|vamos|irei|irá|irão|posso|podemos) ~(%_|te|estar|falar|ajudar)|(que|enquanto)( eu)?( te| o| a)? %[oea]|estará com`,
  saidAlone: '(encaminhei|escalei|repassei|passei) (isso|o seu|a sua|seu|sua)',
  willAlone: 'eles (vão|irão|entrarão) ~(contat?c?to|chat|breve|logo)|entrarão em conta_',
  not: 'não|ninguém|nenhum_|nunca|sem|você pode',
  when: 'se|quando|depois que|após|assim que|uma vez que|caso',
  truths: `Não consigo trazer ninguém para este chat, mas ajudo com gosto.
    Ainda ninguém foi chamado; se quiser falar com uma pessoa, é só pedir.
    Ainda ninguém foi chamado; se quiser falar com uma pessoa, é só dizer sim.
    O seu pedido está a caminho da equipe.
    A equipe já sabe; ainda ninguém entrou.
    Não consegui falar com a equipe; deixe o seu e-mail, por favor.`,
};
