import { describe, expect, it } from 'vitest';
import { readMailbox } from '../../../src/mail/dev-mailbox.ts';
import { bindings, escalate, HOST, newVisitor } from '../client.ts';
import { answerTo } from '../stage.ts';

const EVIL = 'mallory@evil.example';

describe('the mail to the team', () => {
  it('goes to the addresses of the settings, whatever address a visitor writes, leaves or forges', async () => {
    const { client, conversation } = await newVisitor();
    client.send({
      type: 'hello',
      protocol: 1,
      lastSeq: 0,
      page: {
        url: `https://acme.example/\r\nBcc: ${EVIL}`,
        title: `T\r\nTo: ${EVIL}`,
        referrer: EVIL,
      },
      locale: `en\r\nCc: ${EVIL}`,
    });
    for (const words of [
      `To: ${EVIL}`,
      `x\r\nBcc: ${EVIL}\r\n\r\nHi`,
      `team@acme.example,${EVIL}`,
    ]) {
      client.say(words);
      await client.message(words);
    }
    await escalate(client, conversation);
    client.send({ type: 'leave_contact', ref: 'contact', email: EVIL });
    await client.event('contact.captured');
    const mails = (await readMailbox(bindings.DB)).filter(({ text }) =>
      text.includes(conversation),
    );
    expect(mails).not.toEqual([]);
    for (const { to, raw } of mails) {
      expect(to).toBe('team@acme.example');
      const head = raw.slice(0, raw.search(/\r?\n\r?\n/));
      expect(head).not.toContain(EVIL);
      expect(head.match(/^(?:to|cc|bcc):/gim)).toHaveLength(1);
    }
    expect((await readMailbox(bindings.DB)).filter(({ to }) => to.includes(EVIL))).toEqual([]);
  });

  it('links to our own host and to nothing that a visitor wrote', async () => {
    const { client, conversation } = await newVisitor();
    const words = 'See https://evil.example/login <a href="https://evil.example">here</a>';
    client.say(words);
    await client.message(answerTo(words));
    await escalate(client, conversation);
    const mail = (await readMailbox(bindings.DB)).find(({ text }) => text.includes(conversation));
    expect(mail?.html).toContain('https://evil.example/login');
    expect(
      [...(mail?.html ?? '').matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, link]) => link),
    ).toEqual([expect.stringMatching(new RegExp(`^${HOST}/join/`))]);
    expect(mail?.html).not.toMatch(/<(?:img|iframe|script|link|form)\b/);
  });

  it('is known by its escalation: sent again it has the same Message-ID, and the next one another', async () => {
    const { client, conversation } = await newVisitor();
    await escalate(client, conversation);
    client.send({ type: 'cancel_wait', ref: 'cancel' });
    await client.event('escalation.cancelled');
    await escalate(client, conversation);
    const ids = (await readMailbox(bindings.DB))
      .filter(({ text }) => text.includes(conversation))
      .map(({ raw }) => /^Message-ID: (.+)$/im.exec(raw)?.[1]?.trim());
    const [host = ''] = bindings.MAIL_FROM.split('@').slice(1);
    const domain = host.replace('>', '');
    expect(ids).toEqual([
      `<${conversation}.call.2@${domain}>`,
      `<${conversation}.call.1@${domain}>`,
    ]);
  });
});
