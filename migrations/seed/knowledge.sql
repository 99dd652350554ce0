-- Knowledge of the demo shop. Runs once: as soon as the site has an article, seeding again changes
-- nothing, so that what was edited or deleted stays so.
WITH article (title, url, text) AS (VALUES
('Shipping', '/demo#shipping',
'Standard delivery takes 2 to 4 working days within the country. It is free for orders from $60; below that it costs $4.90. Express delivery costs $12 and arrives on the next working day if you order before 2 pm.

We also ship abroad, to Canada, Mexico, the United Kingdom and all countries of the European Union. International delivery takes 5 to 9 working days and costs $19. Customs duties, where there are any, are shown and paid at checkout.

You can have a parcel sent to your home, to your workplace or to a pick-up point. We do not deliver to PO boxes.'),
('Returns and refunds', '/demo#returns',
'You can send back anything unused within 60 days of receiving it. Keep the tags on if you can, and use the original packaging or any sturdy box. The return label is free: print it from the link in your order confirmation and drop the parcel at any post office.

Your refund is with you 5 working days after the parcel reaches us, on the card or account you paid with. Gift card purchases are refunded to a new gift card.

Sale items can be returned like everything else. Used gear cannot be returned, unless it is faulty: then our warranty applies.'),
('Exchanges', '/demo#returns',
'Exchanging an item for another size or colour is free. Choose "Exchange" in the link in your order confirmation, and we put the new one aside for you straight away. It leaves our warehouse as soon as your parcel is scanned at the post office, so you need not wait until the old one has arrived.

You can also exchange in the shop at 12 Mill Lane, within 60 days and with the receipt or the order number.'),
('Sizes and fit', '/demo#sizes',
'Our boots run true to size. If you are between two sizes, or like to wear thick socks, take the larger one. There should be a thumb''s width of room in front of your toes.

Jackets are cut to fit over a fleece, so take your usual size even if you wear layers. For trousers, measure your waist and compare it with the size chart on the product page.

Backpacks come in two back lengths: regular for a torso of 43 to 50 cm, and long for 50 cm and more.'),
('Warranty and faulty gear', '/demo#warranty',
'Every product is covered for 5 years against faults in material and workmanship. Tent poles are covered for life. The warranty starts on the day you buy and needs no registration; the order number or receipt is enough.

Normal wear, accidents and damage from careless use are not covered, but our workshop can mend most of it for a fair price.

To make a claim, send a photo of the fault and your order number to help@acme.example. You hear from us within two working days: we repair, replace or refund.'),
('Repairs', '/demo#repairs',
'Our workshop mends tents, packs, jackets and boots: zips, seams, poles, buckles, holes in fabric, worn soles. A repair usually takes 10 days. In the first 5 years most repairs are free; after that they cost between $15 and $60, and we ask you before we begin.

Clean the item, put a note with your name and what is broken into the parcel, and send it to Acme Outdoor Workshop, 12 Mill Lane. You can also bring it to the shop. We repair our own products only, not those of other brands.'),
('Opening hours', '/demo#hours',
'The shop at 12 Mill Lane is open Monday to Saturday from 9 am to 6 pm. We are closed on Sundays and on public holidays.

The team answers chats and phone calls Monday to Friday, 8 am to 8 pm.'),
('Payment', '/demo#payment',
'You can pay with Visa, Mastercard and American Express cards, PayPal, Apple Pay and Google Pay. In the shop we also take cash. We do not accept cheques or bank transfers.

Orders over $100 can be paid in three monthly instalments at no extra cost: choose "Pay in three" at checkout.

Your card is charged when the parcel leaves us, not when you order. An invoice comes by email with the shipping confirmation.'),
('Tracking an order', '/demo#tracking',
'The tracking link is in the email that we send when your parcel leaves our warehouse. It can take half a day until the link shows something.

If the parcel has not moved for three working days, or the tracking says delivered and you have nothing, look with your neighbours and at the pick-up point first. Then write to help@acme.example with your order number and we start a search with the carrier. If it stays lost, we send everything again at no cost.'),
('Changing or cancelling an order', '/demo#tracking',
'You can change the address or cancel an order until it is packed, which is usually two hours after you place it. Use "Change or cancel" in the link in your order confirmation.

Once it is packed we cannot stop it any more. Refuse the parcel at the door or send it back with the free return label, and you get the full amount back.'),
('Caring for tents, boots and sleeping bags', '/demo#care',
'Wash tents by hand with lukewarm water and a mild soap, never in a machine. Dry them completely before packing, or mould will grow. If rain no longer pearls off, spray the outside with a waterproofing spray.

Brush mud off leather boots, let them dry away from heaters and re-wax them twice a season.

Sleeping bags go into a large front-loading washing machine at 30 degrees with down detergent. Store them loose, not in their stuff sack.'),
('Gift cards', '/demo#gift-cards',
'Gift cards come in any amount from $25 to $500. They are sent by email within minutes, or on a day you choose, with your own message. They never expire and can be used online and in the shop.

Enter the code at checkout. If something is left on the card, it stays there for the next time; if the card is not enough, pay the rest as usual. Gift cards cannot be exchanged for cash.'),
('Our shop and how to contact us', NULL,
'Acme Outdoor has one shop. It is located five minutes on foot from the central station; our address is 12 Mill Lane. There is free parking behind the building, and a wheelchair gets in without a step. You can try on boots and jackets and pitch a tent in the yard.

Write to help@acme.example, or call us: our phone number is 555 0142, Monday to Friday from 8 am to 8 pm. Emails are answered within one working day.'),
('Products and prices', '/demo#gear',
'This season we sell the Ridge 2 tent for two people ($289, weighs 1.9 kg), the Fen mid boots in waxed leather ($159), the Carry 38 pack with 38 litres ($139), the Ember stove ($64), the Dusk lantern that lasts sixty hours on one charge ($42) and the Drift sleeping bag, warm to minus 4 degrees ($199).

Everything on the product pages is in stock. When something is sold out, its page says when it is back.')
)
INSERT INTO knowledge (site, title, url, text, created_at, updated_at)
SELECT 'demo', title, url, text, unixepoch() * 1000, unixepoch() * 1000
FROM article
WHERE NOT EXISTS (SELECT 1 FROM knowledge WHERE site = 'demo');
