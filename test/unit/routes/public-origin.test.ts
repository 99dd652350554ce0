import { expect, it } from 'vitest';
import { publicOrigin } from '../../../src/routes/public-origin.ts';

it.each([
  ['production', '', 'https://baton.example/app', 'https://baton.example'],
  ['production', '', 'http://baton.example/app', 'https://baton.example'],
  ['production', '', 'http://baton.example:8080/app', 'https://baton.example:8080'],
  ['development', '', 'http://localhost:8787/app', 'http://localhost:8787'],
  ['production', 'https://chat.acme.example', 'http://baton.example/', 'https://chat.acme.example'],
])('in %s, configured as "%s", links of %s lead to %s', (BATON_ENV, PUBLIC_URL, asked, origin) => {
  expect(publicOrigin({ BATON_ENV, PUBLIC_URL }, new Request(asked))).toBe(origin);
});
