/** Other people's websites for tests: pages on another origin than the server's. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll } from 'vitest';

export interface ShopPage {
  html: string;
  headers?: Readonly<Record<string, string>>;
}

/** A website, there once the tests of a file run. */
interface Shop {
  origin: string;
}

/** Opens a website for a file's tests. @param pageAt what it shows at a path; asked each time */
export function openShop(pageAt: (path: string) => ShopPage): Shop {
  const shop: Shop = { origin: '' };
  const server = createServer((request, response) => {
    const { html, headers = {} } = pageAt(request.url ?? '/');
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
    response.end(html);
  });
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('no address');
    shop.origin = `http://127.0.0.1:${address.port}`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  return shop;
}

/** A page with the widget on it, as other people write theirs. */
export function shopPage(
  origin: string,
  { html = '', head = '', body = '', script = '' } = {},
): string {
  return `<!doctype html><html ${html}><head><meta charset="utf-8"><title>A shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">${head}
<script async src="${origin}/widget.js" data-site="demo" ${script}></script></head>
<body><main><h1>A shop</h1><p>${'Boots and tents. '.repeat(400)}</p></main>${body}</body></html>`;
}
