import { describe, expect, it } from 'vitest';
import { evict, newVisitor } from './client.ts';
import { answerTo } from './stage.ts';

const ASKED = 'How long does delivery to the northern islands take?';

describe('somebody who asks the same thing again', () => {
  it('is answered the first time and the second, and offered a person the third', async () => {
    const { client, conversation } = await newVisitor();
    client.say(ASKED);
    await client.message(answerTo(ASKED));
    await evict(conversation);
    const from = client.frames.length;
    client.say(`and ${ASKED.toLowerCase()}`);
    await client.message(answerTo(`and ${ASKED.toLowerCase()}`), from);
    await evict(conversation);
    client.say('delivery to the northern islands, how long');
    expect(await client.event('escalation.offered')).toMatchObject({ reason: 'frustrated' });
  });

  it('is not offered one for asking something else', async () => {
    const { client } = await newVisitor();
    for (const question of [ASKED, 'Do you have green tents?', 'Which boots are waterproof?']) {
      client.say(question);
      await client.message(answerTo(question));
    }
    expect(JSON.stringify(client.log())).not.toContain('escalation.offered');
  });
});
