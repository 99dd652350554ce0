import { describe, expect, it } from 'vitest';
import { decodePage } from '../../src/site/charset.ts';
import { type Fetch, importPage, MAX_PAGE_BYTES, MAX_REDIRECTS } from '../../src/site/import.ts';
import { readPage } from '../../src/site/page-text.ts';

const HTML = { 'Content-Type': 'text/html; charset=utf-8' };
const patience = () => new AbortController().signal;

/** A web of a few pages. Remembers what was fetched. */
function web(pages: Readonly<Record<string, () => Response>>) {
  const fetched: string[] = [];
  const fetch: Fetch = (url) => {
    fetched.push(url);
    const page = pages[url];
    return page ? Promise.resolve(page()) : Promise.reject(new Error('no such host'));
  };
  return { fetch, fetched };
}

const redirect = (to: string) => () =>
  new Response(null, { status: 302, headers: { Location: to } });
const html = (body: string) => () => new Response(body, { headers: HTML });

/** Imports the one page there is. */
function imported(response: () => Response, address = 'https://acme.example/help') {
  return importPage(address, web({ [address]: response }).fetch, patience());
}

const failure = async (response: () => Response) => {
  const answer = await imported(response);
  return answer.ok ? null : answer.failure;
};

describe('importing a page', () => {
  it('brings its title, its address and its text', async () => {
    const answer = await imported(
      html('<title>Help &amp; advice</title><main><h1>Help</h1><p>Ask us.</p></main>'),
    );
    expect(answer).toEqual({
      ok: true,
      page: {
        title: 'Help & advice',
        url: 'https://acme.example/help',
        text: 'Help\n\nAsk us.',
      },
    });
  });

  it('takes plain text as it is, and names it by its address', async () => {
    const answer = await imported(
      () =>
        new Response('One <b>\r\n\r\n\r\n\r\nTwo', { headers: { 'Content-Type': 'text/plain' } }),
      'https://acme.example/care%20guide.txt',
    );
    expect(answer).toMatchObject({ page: { title: 'care guide.txt', text: 'One <b>\n\nTwo' } });
  });

  it('follows redirects, relative ones too, and tells where they ended', async () => {
    const { fetch, fetched } = web({
      'http://acme.example/': redirect('https://acme.example/en/'),
      'https://acme.example/en/': redirect('../help#top'),
      'https://acme.example/help': html('<p>Here.'),
    });
    const answer = await importPage('http://acme.example', fetch, patience());
    expect(answer).toMatchObject({ ok: true, page: { url: 'https://acme.example/help' } });
    expect(fetched).toHaveLength(3);
  });

  it('follows as many redirects as it may, and none more', async () => {
    const chain = (length: number) =>
      web(
        Object.fromEntries(
          Array.from({ length: length + 1 }, (_, at): [string, () => Response] => [
            `https://acme.example/${at}`,
            at === length ? html('<p>End') : redirect(`/${at + 1}`),
          ]),
        ),
      );
    const most = chain(MAX_REDIRECTS);
    expect(await importPage('https://acme.example/0', most.fetch, patience())).toMatchObject({
      ok: true,
    });
    const more = chain(MAX_REDIRECTS + 1);
    expect(await importPage('https://acme.example/0', more.fetch, patience())).toEqual({
      ok: false,
      failure: { reason: 'too_many_redirects' },
    });
    expect(more.fetched).toHaveLength(MAX_REDIRECTS + 1);
  });
});

describe('a private address', () => {
  const PRIVATE = [
    'http://localhost/',
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[fd00::1]/',
    'http://printer/',
    'http://nas.local/',
    'http://metadata.google.internal/',
  ];

  it.each(PRIVATE)('is not fetched: %s', async (address) => {
    const { fetch, fetched } = web({});
    const answer = await importPage(address, fetch, patience());
    expect(answer).toEqual({ ok: false, failure: { reason: 'not_public', redirected: false } });
    expect(fetched).toEqual([]);
  });

  it.each(PRIVATE)('is not fetched on being redirected there: %s', async (address) => {
    const { fetch, fetched } = web({ 'https://acme.example/': redirect(address) });
    const answer = await importPage('https://acme.example/', fetch, patience());
    expect(answer).toEqual({ ok: false, failure: { reason: 'not_public', redirected: true } });
    expect(fetched).toEqual(['https://acme.example/']);
  });
});

describe('a page that is too much', () => {
  /** So many bytes, in pieces of 64 kB, and how many pieces somebody took. */
  function stream(bytes: number) {
    const piece = new Uint8Array(65_536).fill(0x61);
    const count = { pieces: 0, wasGivenUp: false };
    let left = bytes;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (left === 0) return controller.close();
        const next = piece.subarray(0, Math.min(left, piece.length));
        left -= next.length;
        count.pieces += 1;
        return controller.enqueue(next);
      },
      cancel() {
        count.wasGivenUp = true;
      },
    });
    return { body, count };
  }

  it('is cut off: of 50 MB no more than the first two are read', async () => {
    const { body, count } = stream(50_000_000);
    expect(await failure(() => new Response(body, { headers: HTML }))).toEqual({
      reason: 'too_large',
    });
    expect(count.wasGivenUp).toBe(true);
    expect(count.pieces * 65_536).toBeLessThan(MAX_PAGE_BYTES + 3 * 65_536);
  });

  it('is not even begun with when it says so itself', async () => {
    const { body, count } = stream(50_000_000);
    const headers = { ...HTML, 'Content-Length': '50000000' };
    expect(await failure(() => new Response(body, { headers }))).toEqual({ reason: 'too_large' });
    expect(count.pieces).toBeLessThan(3);
  });

  it('is read up to the last byte allowed', async () => {
    const most = stream(MAX_PAGE_BYTES);
    expect(await failure(() => new Response(most.body, { headers: HTML }))).toBeNull();
    const more = stream(MAX_PAGE_BYTES + 1);
    expect(await failure(() => new Response(more.body, { headers: HTML }))).toEqual({
      reason: 'too_large',
    });
  });

  it('has its text cut to what an article may hold', async () => {
    const answer = await imported(html(`<p>${'word '.repeat(40_000)}`));
    expect(answer.ok && answer.page.text.length).toBeLessThanOrEqual(100_000);
    expect(answer.ok && answer.page.text.length).toBeGreaterThan(99_990);
  });
});

describe('a page that never ends', () => {
  it('is given up when the time is over, in the middle of its body', async () => {
    const clock = new AbortController();
    const begun = Promise.withResolvers<void>();
    let wasGivenUp = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode('<p>Wait'));
        begun.resolve();
        return new Promise(() => undefined);
      },
      cancel() {
        wasGivenUp = true;
      },
    });
    const { fetch } = web({ 'https://acme.example/': () => new Response(body, { headers: HTML }) });
    const answer = importPage('https://acme.example/', fetch, clock.signal);
    await begun.promise;
    clock.abort();
    expect(await answer).toEqual({ ok: false, failure: { reason: 'too_slow' } });
    expect(wasGivenUp).toBe(true);
  });

  it('is given up when it does not even begin', async () => {
    const clock = new AbortController();
    const answer = importPage(
      'https://acme.example/',
      () => new Promise(() => undefined),
      clock.signal,
    );
    clock.abort();
    expect(await answer).toEqual({ ok: false, failure: { reason: 'too_slow' } });
  });
});

describe('what is no page', () => {
  it.each(['application/pdf', 'image/png', 'application/json', ''])(
    'is refused: %s',
    async (type) => {
      const response = new Response('%PDF-1.7', { headers: { 'Content-Type': type } });
      expect(await failure(() => response)).toEqual({ reason: 'not_text', type });
    },
  );

  it.each([404, 500, 401])('is refused with its status: %d', async (status) => {
    expect(await failure(() => new Response('<p>No', { status, headers: HTML }))).toEqual({
      reason: 'status',
      status,
    });
  });

  it('is refused when there is nothing to read in it', async () => {
    expect(await failure(html('<main> <script>app()</script> </main>'))).toEqual({
      reason: 'empty',
    });
  });

  it('is refused when it is nested without an end', async () => {
    expect(await failure(html('<div>'.repeat(300_000)))).toEqual({ reason: 'unreadable' });
  });

  it('is refused when nobody answers', async () => {
    const answer = await importPage('https://acme.example/', web({}).fetch, patience());
    expect(answer).toEqual({ ok: false, failure: { reason: 'unreachable' } });
  });
});

describe('the text of a page', () => {
  const textOf = async (markup: string) => (await readPage(markup)).text;

  it('is what stands in its main part, without what surrounds it', async () => {
    const page = `<body><header><h1>Acme</h1></header><nav><a>Home</a></nav>
      <main><h2>Returns</h2><nav>1 2 3</nav><p>60 days.</p><aside>Buy now</aside>
      <form><label>Email</label></form><script>track()</script><style>p{}</style>
      <svg><text>drawn</text></svg><noscript>Enable scripts</noscript></main><footer>© Acme</footer>`;
    expect(await textOf(page)).toBe('Returns\n\n60 days.');
  });

  it('is what stands in an article, where there is no main part', async () => {
    expect(await textOf('<div>Menu</div><article><p>Story</p></article>')).toBe('Story');
  });

  it('is all of it where a page says nothing about its parts', async () => {
    expect(await textOf('<div>One<div>Two</div>Three</div>')).toBe('One\n\nTwo\n\nThree');
  });

  it('is what stands in a form, where the whole page is one', async () => {
    expect(await textOf('<body><form><div>Everything</div></form>')).toBe('Everything');
  });

  it('is not lost with a main part that is empty', async () => {
    expect(await textOf('<body><main id="app"></main><p>Below</p>')).toBe('Below');
  });

  it('keeps paragraphs, list items, rows and line breaks apart', async () => {
    const page = `<main><p>One\n  two<br>three</p><ul><li>a<li><b>b</b> c</ul>
      <table><tr><th>Size</th><th>Chest</th></tr><tr><td>M</td><td>96 cm</td></tr></table><p>End`;
    expect(await textOf(page)).toBe('One two\nthree\n\n- a\n- b c\n\nSize Chest\nM 96 cm\n\nEnd');
  });

  it('takes two line breaks for the end of a paragraph, and an empty item for none', async () => {
    expect(await textOf('<p>a<br><br>b<br>c')).toBe('a\n\nb\nc');
    expect(await textOf('<ul><li></li><li><a>One</a></li><li> </ul><p>Two')).toBe('- One\n\nTwo');
  });

  it('has its character references read once', async () => {
    expect(await textOf('<p>Fish &amp; chips&nbsp;&mdash; &euro;5 &#8364;5 &#x20AC;5</p>')).toBe(
      'Fish & chips — €5 €5 €5',
    );
    expect(await textOf('<p>&amp;lt;b&amp;gt; &lt;b&gt; &unknown; R&D')).toBe(
      '&lt;b&gt; <b> &unknown; R&D',
    );
  });

  it('is no worse for markup that is broken', async () => {
    expect(await textOf('<main><p>One<p>Two</div><<b>Three</main')).toContain('Two');
    expect(await textOf('')).toBe('');
    expect(await textOf('Just words')).toBe('Just words');
  });
});

describe('the title of a page', () => {
  const titleOf = async (markup: string) => (await readPage(markup)).title;

  it('is what it is shared under, else its title, else its heading', async () => {
    const shared = '<meta property="og:title" content="Shared &quot;so&quot;">';
    const title = '<title> Of the\n page </title>';
    const heading = '<h1>Over <em>it</em></h1>';
    expect(await titleOf(`${title}${shared}${heading}`)).toBe('Shared "so"');
    expect(await titleOf(`${title}${heading}<svg><title>Icon</title></svg>`)).toBe('Of the page');
    expect(await titleOf(`<title></title>${heading}<h1>Other</h1>`)).toBe('Over it');
    expect(await titleOf('<p>None')).toBe('');
  });

  it('is cut to what an article may have', async () => {
    expect(await titleOf(`<title>${'x'.repeat(201)}</title>`)).toHaveLength(200);
  });
});

describe('the encoding of a page', () => {
  const bytes = (...codes: number[]) => Uint8Array.from(codes);
  const ascii = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));

  it.each<[string, Uint8Array, string, string]>([
    ['the content type', bytes(0xe9), 'text/html; charset=ISO-8859-1', 'é'],
    ['the content type, quoted', bytes(0xcf), 'text/html;charset="windows-1251"', 'П'],
    ['a mark, before all else', bytes(0xff, 0xfe, 0xe9, 0), 'text/html; charset=utf-8', 'é'],
    ['nothing: UTF-8', bytes(0xc3, 0xa9), 'text/html', 'é'],
    ['nothing: old Latin', bytes(0x80, 0xe9), 'text/html', '€é'],
    ['an unknown name: UTF-8', bytes(0xc3, 0xa9), 'text/html; charset=klingon', 'é'],
  ])('is told by %s', (_, page, contentType, text) => {
    expect(decodePage(page, contentType)).toBe(text);
  });

  it('is told by the page itself', () => {
    const page = bytes(...ascii('<meta charset="shift_jis"><p>'), 0x93, 0xfa);
    expect(decodePage(page, 'text/html')).toBe('<meta charset="shift_jis"><p>日');
    const old = '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">';
    expect(decodePage(bytes(...ascii(old), 0xf0), 'text/html')).toBe(`${old}П`);
  });

  it('reaches the article', async () => {
    const answer = await imported(
      () =>
        new Response(bytes(...ascii('<title>Caf'), 0xe9, ...ascii('</title><p>Cr'), 0xe8, 0x6d), {
          headers: { 'Content-Type': 'text/html; charset=iso-8859-1' },
        }),
    );
    expect(answer).toMatchObject({ page: { title: 'Café', text: 'Crèm' } });
  });
});
