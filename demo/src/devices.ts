// Which devices have this cart, how another one gets it, and, for a device that comes by a code or
// a link, how it continues here.
import { arrival } from './devices/arrival.js';
import { codeEntry } from './devices/code-entry.js';
import { deviceList } from './devices/device-list.js';
import { linkMaker } from './devices/link-maker.js';
import { pairingOffer } from './devices/pairing-offer.js';
import { takeArrival } from './store/address-bar.js';
import { find, h } from './ui/dom.js';
import { dress } from './ui/dress.js';
import { startPage } from './ui/page.js';

const arriving = takeArrival();
if (arriving) {
  dress();
  find('[data-sync]').hidden = true; // it has no cart yet
  find('#devices').replaceChildren(arrival(arriving));
} else {
  void startPage(async ({ cart }) => {
    const list = deviceList(cart);
    const links = linkMaker(cart, () => void list.refresh());
    const offer = pairingOffer(cart, () => void list.refresh());
    const side = h('div.devices-side', list.root, links);
    find('.devices-columns').replaceChildren(
      h('div.devices-side', offer, codeEntry()),
      side,
    );
    await list.refresh();
  });
}
