// The real programs and a browser, for as long as a test file runs.
import { after } from 'node:test';
import { launch } from './browser.mjs';
import { ShopServer } from './shop-server.mjs';

export async function openedShop() {
  const shop = await ShopServer.start();
  const chromium = await launch();
  after(async () => {
    await chromium.close();
    await shop.stop();
  });
  return { shop, chromium };
}
