import { describe, expect, it } from 'vitest';
import { demoPage } from '../../../src/pages/demo.tsx';
import { inlined } from './hostile.ts';

describe('the demo shop', () => {
  const html = demoPage();

  it('embeds the widget as any shop would', () => {
    expect(html).toContain('<script async src="/widget.js" data-site="demo"></script>');
  });

  it('has an anchor for every page that the seeded knowledge links to', () => {
    const ids = [...html.matchAll(/<article id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([
      'shipping',
      'returns',
      'sizes',
      'warranty',
      'hours',
      'payment',
      'tracking',
      'care',
      'gift-cards',
      'repairs',
    ]);
  });

  it('leads nowhere that is not there', () => {
    const anchors = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(anchors.length).toBeGreaterThan(0);
    for (const id of anchors) expect(html).toContain(`id="${id}"`);
  });

  it('tells a newcomer what to try, and of the mailbox only where there is one', () => {
    expect(html).toContain('Ask about returns, then ask for a person.');
    expect(html).toContain('href="/dev/mailbox"');
    expect(demoPage({ mailbox: false })).not.toContain('/dev/mailbox');
  });

  it('loads nothing from elsewhere and has nothing inline', () => {
    expect(html.match(/(?:src|href)="(?:https?:)?\/\/[^"]*"/g)).toBeNull();
    expect(inlined(html)).toEqual([]);
  });
});
