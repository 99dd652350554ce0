import type { Pen } from '../language/speech.ts';
import { takeoverMail } from '../takeover/notification.tsx';
import type { SiteSettings } from '../site/settings.ts';

/**
 * The mail a team gets, with facts that might be any visitor’s.
 *
 * @param origin where this Baton is reached
 */
export function sampleMail(
  { name, assistantName, domains }: SiteSettings,
  origin: string,
  pen: Pen,
) {
  const facts = {
    siteName: name,
    assistantName,
    page: {
      title: 'Delivery and returns',
      url: `https://${domains[0] ?? 'shop.example'}/delivery`,
    },
    messages: ['My parcel says delivered, but it isn’t here', 'Can I talk to a person?'],
    summary: [
      'They wrote: “My parcel says delivered, but it isn’t here”',
      'The assistant answered once, from “Delivery and returns”.',
    ].join('\n'),
    reason: 'asked',
    waitedMs: 0,
    link: `${origin}/join/…`,
    isReminder: false,
  } as const;
  return takeoverMail(facts, pen);
}
