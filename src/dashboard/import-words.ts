/** Why a page could not be imported, in words for its owner. Pure. */
import { assertNever } from '../protocol/assert-never.ts';
import type { ImportFailure } from '../site/import.ts';
import type { Refusal } from '../site/public-host.ts';

const REFUSALS: Readonly<Record<Refusal, string>> = {
  no_address: 'Please enter the address of a web page, such as https://acme.example/help.',
  no_web_address: 'Only web pages can be imported: their address begins with https:// or http://.',
  credentials: 'Please leave the user name and the password out of the address.',
  port: 'Only the usual ports can be reached. Please leave out the number after the colon.',
  not_public:
    'That address isn’t on the public web, so it can’t be imported. You can paste its text into an article.',
};

const REDIRECTED: Readonly<Record<Refusal, string>> = {
  no_address: 'That page leads on to an address that cannot be read.',
  no_web_address: 'That page leads on to something that is no web page.',
  credentials: 'That page leads on to an address with a password in it.',
  port: 'That page leads on to an unusual port, which cannot be reached.',
  not_public: 'That page leads on to an address that isn’t on the public web.',
};

/** Longest name of a file type that is worth repeating. */
const MAX_TYPE_CHARS = 60;

/** What went wrong and what to do, in a sentence or two. */
export function importProblem(failure: ImportFailure): string {
  switch (failure.reason) {
    case 'no_address':
    case 'no_web_address':
    case 'credentials':
    case 'port':
    case 'not_public':
      return (failure.redirected ? REDIRECTED : REFUSALS)[failure.reason];
    case 'status':
      return `That page can’t be had: its server answered with error ${failure.status}.`;
    case 'not_text':
      return notText(failure.type);
    case 'too_many_redirects':
      return 'That page leads from one address to the next without an end.';
    case 'unreachable':
      return 'Nobody answers at that address. Please check it for a typing mistake.';
    case 'too_slow':
      return 'That page took more than 10 seconds to answer. Please try again later, or paste its text into an article.';
    case 'too_large':
      return 'That page is larger than 2 MB. Please copy what matters and paste it into an article.';
    case 'empty':
      return 'There is no text to be found on that page. Please copy what you see and paste it into an article.';
    case 'unreadable':
      return 'That page is too tangled to be read. Please copy what you see and paste it into an article.';
    default:
      return assertNever(failure);
  }
}

function notText(type: string): string {
  if (type === 'application/pdf') {
    return 'That is a PDF, not a web page. Please copy its text and paste it into an article.';
  }
  return type === '' || type.length > MAX_TYPE_CHARS
    ? 'That isn’t a web page.'
    : `That isn’t a web page, but a file of the type ${type}.`;
}
