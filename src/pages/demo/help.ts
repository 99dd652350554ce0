/** A topic of the shop's help. The knowledge of the seeded site links to these by `id`. */
interface HelpTopic {
  /** The anchor on the page. */
  id: string;
  title: string;
  text: string;
}

/** What Acme Outdoor promises, in a line or two each. */
export const HELP: readonly HelpTopic[] = [
  {
    id: 'shipping',
    title: 'Shipping',
    text: 'Standard delivery takes 2 to 4 working days and is free from $60, else $4.90. Express arrives the next working day for $12.',
  },
  {
    id: 'returns',
    title: 'Returns',
    text: 'Send anything unused back within 60 days. The return label is free, and the refund is with you 5 working days after it arrives.',
  },
  {
    id: 'sizes',
    title: 'Sizes',
    text: 'Boots run true to size; between two sizes, take the larger. Jackets are cut to fit over a fleece. Exchanges of size are free.',
  },
  {
    id: 'warranty',
    title: 'Warranty',
    text: 'Every product is covered for 5 years against faults in material and making. Tent poles are covered for life.',
  },
  {
    id: 'hours',
    title: 'Opening hours',
    text: 'The shop at 12 Mill Lane is open Monday to Saturday, 9 am to 6 pm. The team answers chats Monday to Friday, 8 am to 8 pm.',
  },
  {
    id: 'payment',
    title: 'Payment',
    text: 'Cards, PayPal, Apple Pay and Google Pay. Orders over $100 can be paid in three parts at no extra cost.',
  },
  {
    id: 'tracking',
    title: 'Tracking an order',
    text: 'The tracking link is in the mail we send when your parcel leaves us. It can take half a day to wake up.',
  },
  {
    id: 'care',
    title: 'Care',
    text: 'Wash tents by hand with lukewarm water, never in a machine, and dry them before packing. Re-wax leather boots twice a season.',
  },
  {
    id: 'gift-cards',
    title: 'Gift cards',
    text: 'From $25 to $500, sent by email within minutes or on a day you choose. They never expire.',
  },
  {
    id: 'repairs',
    title: 'Repairs',
    text: 'Our workshop mends zips, seams and poles, usually within 10 days. In the first 5 years most repairs are free.',
  },
];
