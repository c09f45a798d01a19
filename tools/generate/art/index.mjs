// Which drawing shows which product. A drawing takes what its variant option says: the materials
// of a colour, or the medium of an audiobook; drawings without an option take nothing.
import * as air from './air.mjs';
import * as care from './care.mjs';
import * as drinks from './drinks.mjs';
import * as floor from './floor.mjs';
import * as garment from './garment.mjs';
import * as home from './home.mjs';
import * as hot from './kitchen-hot.mjs';
import { materialsOf } from './materials.mjs';
import { audiobook } from './media.mjs';
import * as prep from './kitchen-prep.mjs';
import * as shoes from './shoes.mjs';
import * as tops from './tops.mjs';

const colour = (draw) => ({ option: 'Color', draw: (value) => draw(materialsOf(value)) });
const medium = (cover) => ({ option: 'Medium', draw: audiobook(cover) });
const single = (draw) => ({ option: null, draw });

export const ART = {
  'electric-kettle-1-7l': colour(hot.kettle),
  'temperature-control-kettle': colour(hot.gooseneckKettle),
  '2-slice-toaster': colour(hot.toaster(2)),
  '4-slice-toaster': colour(hot.toaster(4)),
  'automatic-espresso-machine': colour(hot.automaticEspresso),
  'semi-automatic-espresso-machine': colour(hot.semiAutomaticEspresso),
  'drip-coffee-maker': colour(hot.dripCoffee),
  'digital-air-fryer-4l': colour(prep.airFryer4),
  'digital-air-fryer-6l': colour(prep.airFryer6),
  'dual-basket-air-fryer': colour(prep.dualAirFryer),
  'high-speed-blender': colour(prep.jugBlender),
  'personal-blender': colour(prep.personalBlender),
  'food-processor-3l': colour(prep.foodProcessor),
  'air-purifier-compact': colour(air.purifierCompact),
  'air-purifier-tower': colour(air.purifierTower),
  'air-purifier-pro': colour(air.purifierPro),
  'ultrasonic-humidifier-2l': colour(air.humidifier2),
  'smart-humidifier-4l': colour(air.humidifier4),
  'tower-fan': colour(air.towerFan),
  'pedestal-fan': colour(air.pedestalFan),
  'bagless-upright-vacuum': colour(floor.uprightVacuum),
  'cordless-stick-vacuum-18v': colour(floor.stickVacuum(false)),
  'cordless-stick-vacuum-25v': colour(floor.stickVacuum(true)),
  'robot-vacuum': colour(floor.robotVacuum),
  'robot-vacuum-pro': colour(floor.robotVacuumPro),
  'travel-hair-dryer': colour(care.travelDryer),
  'ionic-hair-dryer': colour(care.ionicDryer),
  'ceramic-hair-straightener': colour(care.straightener),
  'beard-trimmer-3000': colour(care.trimmer3000),
  'beard-trimmer-7000': colour(care.trimmer7000),
  'multigroom-kit': colour(care.multigroom),
  'rotary-shaver-5000': colour(care.shaver(false)),
  'rotary-shaver-9000': colour(care.shaver(true)),
  'steam-generator-iron': colour(garment.steamGenerator),
  'handheld-garment-steamer': colour(garment.handheldSteamer),
  'professional-garment-steamer': colour(garment.professionalSteamer),
  'steam-iron': colour(garment.steamIron),
  'blue-plimsolls': single(shoes.bluePlimsolls),
  'white-plimsolls': single(shoes.whitePlimsolls),
  'dash-force': single(shoes.dashForce),
  'balance-trail-720': single(shoes.balance420),
  'grey-hoodie': single(tops.greyHoodie),
  'blue-hoodie': single(tops.blueHoodie),
  'white-hoodie': single(tops.whiteHoodie),
  'ascii-tee': single(tops.monospaceTee),
  'team-shirt': single(tops.teamShirt),
  'darko-polo': single(tops.darkoPolo),
  'blue-polygon-shirt': single(tops.bluePolygonShirt),
  'dark-polygon-tee': single(tops.darkPolygonTee),
  'reversed-monotype-tee': single(tops.reversedMonotypeTee),
  'cubes-fountain-tee': single(tops.cubesFountainTee),
  'pirates-beanie': single(tops.beanie),
  'tactical-neck-warmer': single(tops.neckWarmer),
  'apple-juice': single(drinks.appleJuice),
  'bean-juice': single(drinks.beanJuice),
  'banana-juice': single(drinks.bananaJuice),
  'carrot-juice': single(drinks.carrotJuice),
  'headless-omnichannel-commerce': medium('capsule'),
  'battle-tested-at-brands-like-lush': medium('blocks'),
  'enterprise-cloud-on-premises-tales': medium('cloud'),
  'own-your-stack-and-data': medium('stack'),
  'mighty-mug': single(home.mug),
  'the-dash-cushion': single(home.dashCushion),
  'white-parrot-cusion': single(home.parrotCushion),
  'dry-sunglasses': single(home.drySunglasses),
  'monokai-dimmed-sunnies': single(home.monokaiSunnies),
  'gift-card-500': single(home.giftCard(500, '#3d5a6c', '#22384a', '#e2b25a')),
  'gift-card': single(home.giftCard(100, '#5f8d80', '#37635a', '#f0dfc0')),
  'gift-card-50': single(home.giftCard(50, '#d98d74', '#b3604c', '#f7e7d6')),
};

const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** File name of a product's picture for the given option values ({ Color: 'White' }). */
export function artFile(productId, options) {
  const art = ART[productId];
  if (!art) throw new Error(`no drawing for product "${productId}": add one to art/index.mjs`);
  if (!art.option) return `${productId}.svg`;
  return `${productId}-${slug(options[art.option])}.svg`;
}

/** The picture itself, as SVG text. */
export const drawArt = (productId, options) =>
  String(ART[productId].draw(ART[productId].option ? options[ART[productId].option] : undefined));
