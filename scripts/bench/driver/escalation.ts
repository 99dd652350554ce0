import { quantile } from '../figures.ts';
import { drive, type Stage } from './drive.ts';
import { isEvent } from './ours.ts';

const WARM_UP = 5;
/** Together no more than a team is mailed one by one in an hour. */
const CONVERSATIONS = 50;

export const escalation = drive({
  title: 'A visitor asks for a person in words, and says yes',
  isCompared: false,
  figures: [
    'asked to offered, p50, ms',
    'asked to offered, p95, ms',
    'yes to mail accepted, p50, ms',
    'yes to mail accepted, p95, ms',
  ],
  async drive({ side, settle }: Stage) {
    const offers: number[] = [];
    const mails: number[] = [];
    for (let at = -WARM_UP; at < CONVERSATIONS; at++) {
      const { seat } = await side.open();
      if (at === 0) await settle();
      const offered = seat.until(isEvent('escalation.offered'), 'An offer');
      const askedAt = performance.now();
      seat.say('ask', 'Can I talk to a person?');
      await offered;
      const offer = performance.now() - askedAt;
      const sent = seat.until(isEvent('notification.sent'), 'A receipt');
      const yesAt = performance.now();
      seat.send({ type: 'answer_offer', ref: 'yes', accept: true });
      await sent;
      const mail = performance.now() - yesAt;
      seat.close();
      if (at < 0) continue;
      offers.push(offer);
      mails.push(mail);
    }
    return {
      'asked to offered, p50, ms': quantile(offers, 0.5),
      'asked to offered, p95, ms': quantile(offers, 0.95),
      'yes to mail accepted, p50, ms': quantile(mails, 0.5),
      'yes to mail accepted, p95, ms': quantile(mails, 0.95),
    };
  },
});
