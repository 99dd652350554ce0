import { describe, expect, it } from 'vitest';
import { takeoverPage } from '../../../src/pages/takeover.tsx';
import { breakouts, HOSTILE, inlined } from './hostile.ts';

const LINK = { conversation: 'c0ffee', token: 'abc.def' };

describe('the takeover page', () => {
  const html = takeoverPage({ ...LINK, siteName: 'Acme Outdoor' });

  it('sends no referrer, for its address is the secret', () => {
    expect(html).toContain('<meta name="referrer" content="no-referrer"/>');
  });

  it('hands conversation and token to its script, and shows the token nowhere', () => {
    expect(html).toContain('data-conversation="c0ffee" data-token="abc.def"');
    expect(html.split('abc.def')).toHaveLength(2);
  });

  it('loads its own script and style sheets, nothing foreign and nothing inline', () => {
    expect(html).toContain('<script type="module" src="/baton/takeover.js"></script>');
    expect(html).toContain('href="/baton/agent.css"');
    expect(html.match(/(?:src|href)="(?:https?:)?\/\/[^"]*"/g)).toBeNull();
    expect(inlined(html)).toEqual([]);
  });

  it('changes nothing by being opened: it holds no form and no other request', () => {
    expect(html).not.toMatch(/<form|http-equiv|<img|<iframe|rel="pre/);
  });

  it('says why it needs a script where there is none', () => {
    expect(html).toMatch(/<noscript><p>[^<]+JavaScript/);
  });

  it('does without the website’s name', () => {
    expect(takeoverPage(LINK)).toContain('<title>Conversation</title>');
    expect(takeoverPage(LINK)).not.toContain('data-site');
  });

  it('shows hostile names as text', () => {
    const page = takeoverPage({ conversation: HOSTILE, token: HOSTILE, siteName: HOSTILE });
    expect(breakouts(page)).toEqual([]);
    expect(inlined(page)).toEqual([]);
  });
});
