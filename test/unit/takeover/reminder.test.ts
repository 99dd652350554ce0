import { describe, expect, it } from 'vitest';
import { takeoverMail, type TakeoverFacts } from '../../../src/takeover/notification.tsx';
import { HOSTILE, linesOfOurs } from './hostile.ts';

const facts: TakeoverFacts = {
  siteName: 'Acme Outdoor',
  assistantName: 'Scout',
  messages: ['Is anybody there?'],
  summary: '',
  reason: 'button',
  waitedMs: 125_000,
  link: 'https://baton.example/join/TOKEN',
  isReminder: true,
};

describe('a reminder', () => {
  it('says that they are still waiting, and for how long; the call says neither', () => {
    const { subject, text, html } = takeoverMail(facts);
    expect(subject).toBe('Acme Outdoor: a visitor is still waiting for a person');
    for (const part of [text, html]) {
      expect(part).toContain('A visitor on Acme Outdoor is still waiting for a person');
      expect(part).toContain('2 minutes');
      expect(part).toContain(facts.link);
    }
    const call = takeoverMail({ ...facts, isReminder: false });
    for (const part of [call.subject, call.text, call.html]) expect(part).not.toContain('still');
  });

  it('names the address that was left, if one was', () => {
    const { text, html } = takeoverMail({ ...facts, contact: 'eva@visitor.example' });
    for (const part of [text, html]) expect(part).toContain('eva@visitor.example');
    expect(takeoverMail(facts).text).not.toContain('Email address');
  });

  it('says nothing of a page that no browser named', () => {
    expect(takeoverMail(facts).text).toContain('Page: not known');
  });

  it('lets nothing a visitor typed become markup or a line of ours', () => {
    const { text, html } = takeoverMail({
      ...facts,
      messages: [HOSTILE, HOSTILE],
      summary: HOSTILE,
      page: { url: HOSTILE, title: HOSTILE },
      contact: '<b>eva@visitor.example',
    });
    expect(linesOfOurs(text)).toEqual([`Take over the conversation: ${facts.link}`]);
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<b>');
    expect(html).not.toContain('href="https://evil');
  });
});
