// The shops' own rules, made up: promotions and ways to deliver, as the store document writes them.

const percentOff = (target, id, name, percent, extra) => ({
  id,
  name,
  target,
  kind: 'percent',
  ratePpm: percent * 10000,
  ...extra,
});

const fixedOff = (target, id, name, amount, extra) => ({
  id,
  name,
  target,
  kind: 'fixed',
  amount,
  ...extra,
});

/** `free` = item subtotal from which on it costs nothing; `days` = [least, most] to delivery. */
const delivery = (id, name, zones, amount, days, free) => ({
  id,
  name,
  zones,
  amount,
  ...(free ? { freeFrom: free } : {}),
  taxCategory: 'standard',
  minDays: days[0],
  maxDays: days[1],
});

const place = (id, name, line1, city, postalCode) => ({
  id,
  name,
  address: { name, line1, city, region: 'WA', postalCode, country: 'US' },
});
const PLACES = [
  place('quay', 'The shop at the quay', '1301 Alaskan Way', 'Seattle', '98101'),
  place('tacoma', 'Tacoma, by the station', '1713 Pacific Avenue', 'Tacoma', '98402'),
];

const WELCOME = percentOff('order', 'welcome10', 'Welcome: 10 % off', 10, {
  code: 'WELCOME10',
  minSubtotal: 10000,
});
const GARMENT_WEEK = percentOff('line', 'garment-care-week', 'Garment care week: 15 % off', 15, {
  categories: ['Garment Care'],
});

// Promotions of other shapes: buy 2 get 1, tiers, one that ends, codes with conditions.
const HOME_THREE_FOR_TWO = percentOff('line', 'home-3-for-2', 'Home: buy 2, get 1 free', 100, {
  categories: ['Home'],
  units: { buy: 2, get: 1 },
});
const AUDIOBOOK_TIERS = percentOff('line', 'audiobook-tiers', 'Audiobooks: 2 for 10 % off', 0, {
  categories: ['Audiobooks'],
  tierBy: 'quantity',
  tiers: [
    { from: 2, ratePpm: 100000 },
    { from: 4, ratePpm: 200000 },
  ],
});
const SUNGLASSES = percentOff('line', 'sunglasses', 'Sunglasses: 20 % off', 20, {
  skus: ['DRY-SUNGLASSES', 'MONOKAI-DIMMED-SUNNIES'],
  endsAt: Date.UTC(2027, 2, 31),
});
const AIR_CARE = percentOff('line', 'air15', '15 % off two for air and climate', 15, {
  code: 'AIR15',
  categories: ['Air & Climate'],
  minQuantity: 2,
});
const THANKS = fixedOff('order', 'thanks5', 'Thank you: $5 off, once', 500, {
  code: 'THANKS5',
  shopperLimit: 1,
});
const FREE_DELIVERY = percentOff('shipping', 'ship40', 'Free delivery from $40', 100, {
  code: 'SHIP40',
  minSubtotal: 4000,
});

export const AMERICAN_PROMOTIONS = [
  WELCOME,
  fixedOff('order', 'quay20', '$20 off from $250', 2000, { code: 'QUAY20', minSubtotal: 25000 }),
  GARMENT_WEEK,
  fixedOff('line', 'juice-hour', 'Juice hour: 30 ¢ off a bottle', 30, { categories: ['Juices'] }),
  HOME_THREE_FOR_TWO,
  AUDIOBOOK_TIERS,
  SUNGLASSES,
  AIR_CARE,
  FREE_DELIVERY,
  THANKS,
];

export const EUROPEAN_PROMOTIONS = [WELCOME, GARMENT_WEEK];

export const WHOLESALE_PROMOTIONS = [
  percentOff('order', 'volume-500', '5 % off from £500', 5, { minSubtotal: 50000 }),
  percentOff('order', 'volume-2500', '10 % off from £2,500', 10, { minSubtotal: 250000 }),
];

export function americanDeliveries(zoneIds) {
  const us = zoneIds.filter((id) => id === 'us' || id.startsWith('us-'));
  const canada = zoneIds.filter((id) => id.startsWith('ca-'));
  const abroad = zoneIds.filter((id) => !us.includes(id) && !canada.includes(id));
  return [
    delivery('standard', 'Standard delivery', us, 595, [3, 5], 7500),
    delivery('express', 'Express delivery', us, 1495, [1, 2]),
    { ...delivery('pickup', 'Pick it up', ['us-wa'], 0, [0, 1]), pickup: PLACES },
    delivery('canada', 'Delivery to Canada', canada, 1195, [5, 9], 15000),
    delivery('international', 'International delivery', abroad, 1995, [6, 12], 25000),
    delivery('international-express', 'International express', abroad, 3995, [3, 6]),
  ];
}

export const europeanDeliveries = (zoneIds) => [
  delivery('standard', 'Standard delivery', zoneIds, 495, [2, 5], 5900),
  delivery('express', 'Express delivery', zoneIds, 1290, [1, 2]),
];

export const wholesaleDeliveries = () => [
  delivery('uk', 'UK carriage', ['gb'], 795, [1, 3], 15000),
  delivery('europe', 'European carriage', ['eu', 'near'], 2500, [4, 8], 100000),
  delivery('world', 'Worldwide carriage', ['world'], 6000, [7, 20], 250000),
];

/** Charged while the item subtotal is lower. */
export const smallOrderFee = (name, amount, belowSubtotal) => ({
  id: 'small-order',
  name,
  amount,
  belowSubtotal,
  taxCategory: 'standard',
});
