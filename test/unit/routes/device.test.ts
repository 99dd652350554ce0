import { expect, it } from 'vitest';
import { deviceOf } from '../../../src/routes/device.ts';

it.each([
  ['phone', 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Mobile/15E148 Safari/604.1'],
  ['phone', 'Mozilla/5.0 (Linux; Android 16; Pixel 10) Chrome/140.0 Mobile Safari/537.36'],
  ['tablet', 'Mozilla/5.0 (Linux; Android 16; SM-X910) Chrome/140.0 Safari/537.36'],
  ['tablet', 'Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) Mobile/15E148'],
  ['desktop', 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36'],
  ['desktop', ''],
] as const)('takes for a %s what calls itself %s', (device, userAgent) => {
  expect(deviceOf(userAgent)).toBe(device);
});
