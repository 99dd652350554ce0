/** What the Worker itself says and mails, in every language. Large: see {@link ./speech.ts}, which loads it. */
import type { MailWords, Said } from './language.ts';
import type { Tongue } from './codes.ts';
import * as af from './tongues/af.ts';
import * as am from './tongues/am.ts';
import * as ar from './tongues/ar.ts';
import * as az from './tongues/az.ts';
import * as bg from './tongues/bg.ts';
import * as bn from './tongues/bn.ts';
import * as ca from './tongues/ca.ts';
import * as cs from './tongues/cs.ts';
import * as cy from './tongues/cy.ts';
import * as da from './tongues/da.ts';
import * as de from './tongues/de.ts';
import * as el from './tongues/el.ts';
import * as en from './tongues/en.ts';
import * as es from './tongues/es.ts';
import * as et from './tongues/et.ts';
import * as eu from './tongues/eu.ts';
import * as fa from './tongues/fa.ts';
import * as fi from './tongues/fi.ts';
import * as fil from './tongues/fil.ts';
import * as fr from './tongues/fr.ts';
import * as ga from './tongues/ga.ts';
import * as gl from './tongues/gl.ts';
import * as gu from './tongues/gu.ts';
import * as he from './tongues/he.ts';
import * as hi from './tongues/hi.ts';
import * as hr from './tongues/hr.ts';
import * as hu from './tongues/hu.ts';
import * as hy from './tongues/hy.ts';
import * as id from './tongues/id.ts';
import * as is from './tongues/is.ts';
import * as it from './tongues/it.ts';
import * as ja from './tongues/ja.ts';
import * as ka from './tongues/ka.ts';
import * as kk from './tongues/kk.ts';
import * as km from './tongues/km.ts';
import * as kn from './tongues/kn.ts';
import * as ko from './tongues/ko.ts';
import * as lo from './tongues/lo.ts';
import * as lt from './tongues/lt.ts';
import * as lv from './tongues/lv.ts';
import * as ml from './tongues/ml.ts';
import * as mn from './tongues/mn.ts';
import * as mr from './tongues/mr.ts';
import * as my from './tongues/my.ts';
import * as ne from './tongues/ne.ts';
import * as nl from './tongues/nl.ts';
import * as no from './tongues/no.ts';
import * as pa from './tongues/pa.ts';
import * as pl from './tongues/pl.ts';
import * as pt from './tongues/pt.ts';
import * as ro from './tongues/ro.ts';
import * as ru from './tongues/ru.ts';
import * as si from './tongues/si.ts';
import * as sk from './tongues/sk.ts';
import * as sl from './tongues/sl.ts';
import * as sq from './tongues/sq.ts';
import * as sv from './tongues/sv.ts';
import * as sw from './tongues/sw.ts';
import * as ta from './tongues/ta.ts';
import * as te from './tongues/te.ts';
import * as th from './tongues/th.ts';
import * as tr from './tongues/tr.ts';
import * as uk from './tongues/uk.ts';
import * as ur from './tongues/ur.ts';
import * as uz from './tongues/uz.ts';
import * as vi from './tongues/vi.ts';
import * as zh from './tongues/zh.ts';
import * as zhHant from './tongues/zh-hant.ts';

export const ALL: Readonly<Record<Tongue, { said: Said; mail: MailWords }>> = {
  af: { said: af.said, mail: af.mail },
  am: { said: am.said, mail: am.mail },
  ar: { said: ar.said, mail: ar.mail },
  az: { said: az.said, mail: az.mail },
  bg: { said: bg.said, mail: bg.mail },
  bn: { said: bn.said, mail: bn.mail },
  ca: { said: ca.said, mail: ca.mail },
  cs: { said: cs.said, mail: cs.mail },
  cy: { said: cy.said, mail: cy.mail },
  da: { said: da.said, mail: da.mail },
  de: { said: de.said, mail: de.mail },
  el: { said: el.said, mail: el.mail },
  en: { said: en.said, mail: en.mail },
  es: { said: es.said, mail: es.mail },
  et: { said: et.said, mail: et.mail },
  eu: { said: eu.said, mail: eu.mail },
  fa: { said: fa.said, mail: fa.mail },
  fi: { said: fi.said, mail: fi.mail },
  fil: { said: fil.said, mail: fil.mail },
  fr: { said: fr.said, mail: fr.mail },
  ga: { said: ga.said, mail: ga.mail },
  gl: { said: gl.said, mail: gl.mail },
  gu: { said: gu.said, mail: gu.mail },
  he: { said: he.said, mail: he.mail },
  hi: { said: hi.said, mail: hi.mail },
  hr: { said: hr.said, mail: hr.mail },
  hu: { said: hu.said, mail: hu.mail },
  hy: { said: hy.said, mail: hy.mail },
  id: { said: id.said, mail: id.mail },
  is: { said: is.said, mail: is.mail },
  it: { said: it.said, mail: it.mail },
  ja: { said: ja.said, mail: ja.mail },
  ka: { said: ka.said, mail: ka.mail },
  kk: { said: kk.said, mail: kk.mail },
  km: { said: km.said, mail: km.mail },
  kn: { said: kn.said, mail: kn.mail },
  ko: { said: ko.said, mail: ko.mail },
  lo: { said: lo.said, mail: lo.mail },
  lt: { said: lt.said, mail: lt.mail },
  lv: { said: lv.said, mail: lv.mail },
  ml: { said: ml.said, mail: ml.mail },
  mn: { said: mn.said, mail: mn.mail },
  mr: { said: mr.said, mail: mr.mail },
  my: { said: my.said, mail: my.mail },
  ne: { said: ne.said, mail: ne.mail },
  nl: { said: nl.said, mail: nl.mail },
  no: { said: no.said, mail: no.mail },
  pa: { said: pa.said, mail: pa.mail },
  pl: { said: pl.said, mail: pl.mail },
  pt: { said: pt.said, mail: pt.mail },
  ro: { said: ro.said, mail: ro.mail },
  ru: { said: ru.said, mail: ru.mail },
  si: { said: si.said, mail: si.mail },
  sk: { said: sk.said, mail: sk.mail },
  sl: { said: sl.said, mail: sl.mail },
  sq: { said: sq.said, mail: sq.mail },
  sv: { said: sv.said, mail: sv.mail },
  sw: { said: sw.said, mail: sw.mail },
  ta: { said: ta.said, mail: ta.mail },
  te: { said: te.said, mail: te.mail },
  th: { said: th.said, mail: th.mail },
  tr: { said: tr.said, mail: tr.mail },
  uk: { said: uk.said, mail: uk.mail },
  ur: { said: ur.said, mail: ur.mail },
  uz: { said: uz.said, mail: uz.mail },
  vi: { said: vi.said, mail: vi.mail },
  zh: { said: zh.said, mail: zh.mail },
  'zh-hant': { said: zhHant.said, mail: zhHant.mail },
};
