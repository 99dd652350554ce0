/**
 * Where words of others come in: every field of every frame and form, every word of an address and every
 * header that is read. What is missing here fails `test/unit/hostile/fields.test.ts`; what is here is put
 * through by `test/worker/hostile-fields.test.ts`.
 */

/** A field's name, and a value that is fine. */
type Fields = Readonly<Record<string, unknown>>;

const ref = 'r';
const hello = { protocol: 1, lastSeq: 0 };

/** What each side may send, by type. */
export const FRAME_FIELDS: Readonly<
  Record<'visitor' | 'agent' | 'monitor', Readonly<Record<string, Fields>>>
> = {
  visitor: {
    hello: { ...hello, page: { url: 'u', title: 't', referrer: 'r' }, locale: 'en' },
    say: { ref, text: 'Hello' },
    typing: {},
    page: { page: { url: 'https://shop.example/', title: 't', referrer: 'r' } },
    identify: {
      visitor: { id: '7', name: 'Mia', email: 'mia@shop.example' },
      attributes: { plan: 'pro' },
    },
    ask_human: { ref },
    answer_offer: { ref, accept: false },
    cancel_wait: { ref },
    leave_contact: { ref, email: 'mia@shop.example' },
    end: { ref },
    erase: { ref },
  },
  agent: {
    hello,
    say: { ref, text: 'Hello' },
    typing: {},
    take_over: { ref, name: 'Robin', force: true },
    hand_back: { ref, note: 'They want a tent.' },
    end: { ref },
  },
  monitor: { hello: { protocol: 1 } },
};

/** A form of the dashboard. */
interface HostileForm {
  /** Below the website's pages, unless it begins with a slash. */
  path: string;
  fields: Readonly<Record<string, string>>;
}

const SPAN = { from: '09:00', to: '17:00' };
const HOURS = {
  when: 'hours',
  timeZone: 'Europe/Oslo',
  'day-0': 'on',
  'day-0-0-from': SPAN.from,
  'day-0-0-to': SPAN.to,
  'date-0': '2030-12-24',
  'date-0-from': SPAN.from,
  'date-0-to': SPAN.to,
};
const ARTICLE = { title: 'Tents', url: 'https://shop.example/tents', text: 'We sell tents.' };

/** Every form that has fields. */
export const FORMS: readonly HostileForm[] = [
  { path: '/app/sign-in', fields: { email: 'mia@acme.example', next: '/app' } },
  { path: '/app/account', fields: { name: 'Olive' } },
  { path: '/app/sites/new', fields: { name: 'Tea', domains: 'tea.example' } },
  { path: 'website', fields: { name: 'Acme', domains: 'localhost', retention: '90' } },
  { path: 'website/delete', fields: { confirm: 'Not its name' } },
  {
    path: 'assistant',
    fields: {
      name: 'Scout',
      greeting: 'Hello',
      color: '#1f6f5c',
      picked: '#1f6f5c',
      theme: 'auto',
      launcher: 'Ask us',
      language: 'de',
      bubble: 'on',
      tone: 'friendly',
      languages: 'de',
      instructions: 'Be brief.',
      contact: 'Call us.',
    },
  },
  { path: 'escalation', fields: { do: 'save', address: 'team@acme.example' } },
  { path: 'escalation/times', fields: { remind: '2', ask: '5', close: '30' } },
  { path: 'escalation/hours', fields: HOURS },
  { path: 'escalation/again', fields: { kind: 'call', number: '1', conversation: 'c' } },
  { path: 'knowledge/new', fields: { ...ARTICLE, answers: '' } },
  { path: 'knowledge/import', fields: { address: 'http://localhost/' } },
  { path: 'knowledge/ask', fields: { question: 'Do you sell tents?' } },
  { path: 'knowledge/dismiss', fields: { fold: 'tents' } },
  { path: 'install/domains', fields: { host: 'shop.example' } },
  { path: 'team', fields: { email: 'kim@acme.example', name: 'Kim', role: 'agent' } },
  {
    path: 'webhooks/new',
    fields: { url: 'ftp://x', format: 'json', events: 'escalation.offered' },
  },
  { path: 'webhooks/again', fields: { delivery: 'd' } },
];

/** Every word of an address that is asked for, by the page that asks. */
export const QUERIES: Readonly<Record<string, readonly string[]>> = {
  '/app/sign-in': ['email', 'next', 'open'],
  '/app/sign-in/sent': ['email', 'next'],
  '/v1/sites/demo/config': ['languages'],
  '/app/sites/demo/history': ['q', 'outcome', 'from', 'to', 'before'],
  '/app/sites/demo/knowledge': ['q', 'page'],
  '/app/sites/demo/knowledge/new': ['title', 'answers'],
  '/app/sites/demo/overview': ['days'],
  '/app/sites/demo/webhooks': ['reveal'],
};

/** Every header of a request that is looked at. */
export const REQUEST_HEADERS: readonly string[] = [
  'CF-Connecting-IP',
  'Cookie',
  'Origin',
  'Referer',
  'Sec-Fetch-Site',
  'Sec-WebSocket-Protocol',
  'Upgrade',
  'User-Agent',
];

/** Headers of answers that we ask for: those of pages that are imported. */
export const ANSWER_HEADERS: readonly string[] = ['Content-Length', 'Content-Type', 'Location'];
