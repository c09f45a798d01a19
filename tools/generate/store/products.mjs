// From a row of the demo product file to a product of the catalogue document.
import { artFile } from '../art/index.mjs';
import { gramsOfPounds, minorUnits } from './document.mjs';
import { describe } from './descriptions.mjs';

const CATEGORIES = [
  'Kitchen',
  'Air & Climate',
  'Floor Care',
  'Personal Care',
  'Garment Care',
  'Home',
  'Clothing',
  'Shoes',
  'Accessories',
  'Juices',
  'Audiobooks',
  'Gift Cards',
];

const CATEGORY_OF_TYPE = {
  Shoe: 'Shoes',
  Juice: 'Juices',
  'Simple Gift Card': 'Gift Cards',
  Audiobook: 'Audiobooks',
  Sweatshirt: 'Clothing',
  Top: 'Clothing',
  'Beanies & Scarfs': 'Accessories',
};

// The sample files all of these under "Simple".
const CATEGORY_OF_SIMPLE = {
  'dry-sunglasses': 'Accessories',
  'monokai-dimmed-sunnies': 'Accessories',
  'mighty-mug': 'Home',
  'the-dash-cushion': 'Home',
  'white-parrot-cusion': 'Home',
};

// Packed weights of this shop where the sample gives none, in grams.
const PACKED_GRAMS = {
  Shoes: 1000,
  Juices: 400,
  Clothing: 300,
  Accessories: 150,
  Home: 450,
  Audiobooks: 120,
};

const DOWNLOADS = new Set(['MP3', 'iTunes']);

// Gift cards of one kind in one order, this shop's own limit.
const GIFT_CARD_MAX = 10;

function categoryOf(row) {
  if (row.category) return row.category.split(' -> ')[0];
  const category = CATEGORY_OF_TYPE[row.type] ?? CATEGORY_OF_SIMPLE[row.handle];
  if (!category) throw new Error(`no category for ${row.handle}`);
  return category;
}

function taxCategoryOf(category, options) {
  if (category === 'Gift Cards') return 'giftCard';
  if (category === 'Juices') return 'food';
  return DOWNLOADS.has(options.Medium) ? 'digital' : 'standard';
}

function gramsOf(row, category, taxCategory) {
  if (taxCategory === 'digital' || taxCategory === 'giftCard') return 0;
  if (row.weight_unit === 'lb') return gramsOfPounds(row.weight);
  return Number(/^(\d+)\.0:g$/.exec(row.weight ?? '')?.[1] ?? PACKED_GRAMS[category]);
}

const SIZES = ['S', 'M', 'L', 'XL', 'XXL'];
const bySize = (a, b) => SIZES.indexOf(a) - SIZES.indexOf(b) || Number(a) - Number(b) || 0;

/** Sizes in order of size; colours and media as the sample lists them. */
const optionsOf = (row) =>
  row.options.map(({ name, values }) => ({
    name,
    values: /size/i.test(name) ? [...values].sort(bySize) : values,
  }));

function variantOf(row, product, source, currency) {
  const price = source.prices?.[currency] ?? (currency === 'USD' ? source.price : undefined);
  const taxCategory = taxCategoryOf(product.category, source.options);
  const isTracked = String(source.track).toLowerCase() === 'true';
  return {
    sku: source.sku ?? row.handle.toUpperCase(),
    price: minorUnits(price),
    // The former price is stated in USD only.
    ...(source.compare_at && currency === 'USD'
      ? { compareAt: minorUnits(source.compare_at) }
      : {}),
    options: product.options.map(({ name }) => source.options[name]),
    taxCategory,
    weightG: gramsOf(source, product.category, taxCategory),
    ...(isTracked ? { stock: source.stock } : {}),
    ...(source.backorder ? { backorder: true } : {}),
    ...(taxCategory === 'giftCard' ? { maxQuantity: GIFT_CARD_MAX } : {}),
  };
}

const optionValues = (product, variant) =>
  Object.fromEntries(product.options.map(({ name }, at) => [name, variant.options[at]]));

/** Path of the picture of a variant, below the folder the shop is served from. */
export const pictureOf = (product, variant) =>
  `art/${artFile(product.id, optionValues(product, variant))}`;

/** Texts a shopper may have put on a product. */
const CUSTOMIZATIONS = {
  'mighty-mug': [{ name: 'Name on the mug', maxBytes: 24 }],
};

function productOf(row, currency) {
  const product = {
    id: row.handle,
    title: row.title,
    description: '',
    category: categoryOf(row),
    image: '',
    options: optionsOf(row),
    ...(CUSTOMIZATIONS[row.handle] ? { customizations: CUSTOMIZATIONS[row.handle] } : {}),
    variants: [],
  };
  const rank = (variant) =>
    product.options.map(({ values }, at) => values.indexOf(variant.options[at]));
  product.variants = row.variants
    .map((source) => variantOf(row, product, source, currency))
    .sort((a, b) => rank(a)[0] - rank(b)[0] || 0);
  product.description = describe(product);
  product.image = pictureOf(product, product.variants[0]);
  return product;
}

/** All products that have a price in the currency, by category. */
export function productsIn(rows, currency) {
  const priced = rows.filter(
    (row) => currency === 'USD' || row.variants.every((variant) => variant.prices?.[currency]),
  );
  return priced
    .map((row) => productOf(row, currency))
    .sort((a, b) => CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category));
}
