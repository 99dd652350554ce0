import type { ComponentChildren } from 'preact';
import { Backpack, Boots, Lantern, SleepingBag, Stove, Tent } from './drawings.tsx';

interface Product {
  name: string;
  line: string;
  price: string;
  /** Names the card's tints in the style sheet. */
  tint: string;
  picture: ComponentChildren;
}

export const PRODUCTS: readonly Product[] = [
  {
    name: 'Ridge 2 tent',
    line: 'Two people, three seasons, 1.9 kg',
    price: '$289',
    tint: 'moss',
    picture: <Tent />,
  },
  {
    name: 'Fen mid boots',
    line: 'Waxed leather, welted, resoleable',
    price: '$159',
    tint: 'clay',
    picture: <Boots />,
  },
  {
    name: 'Carry 38 pack',
    line: 'For long weekends, 38 litres',
    price: '$139',
    tint: 'lake',
    picture: <Backpack />,
  },
  {
    name: 'Ember stove',
    line: 'Boils half a litre in 2:40',
    price: '$64',
    tint: 'ember',
    picture: <Stove />,
  },
  {
    name: 'Dusk lantern',
    line: 'Sixty hours on one charge',
    price: '$42',
    tint: 'dusk',
    picture: <Lantern />,
  },
  {
    name: 'Drift sleeping bag',
    line: 'Warm to −4 °C, packs to a loaf',
    price: '$199',
    tint: 'heather',
    picture: <SleepingBag />,
  },
];
