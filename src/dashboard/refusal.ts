/** What a mail service said when it refused a mail, and what an owner can do about it. */

const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/not (?:a )?verified|unverified/i, 'The mail service delivers to verified addresses only.'],
  [/did not answer/i, 'The mail service didn’t answer in time.'],
  [/limit|quota|too many/i, 'The mail service won’t send more for now: its limit is reached.'],
  [
    /sender|email from|from address|domain .*not/i,
    'The mail service doesn’t accept our sender address. Check MAIL_FROM.',
  ],
];

/** The reason in plain words; null where the service’s own words are all there is. */
export function refusalWords(reason: string): string | null {
  return KNOWN.find(([pattern]) => pattern.test(reason))?.[1] ?? null;
}
