// Direction and theme as the address asks for, before anything is shown.
import { address, query } from '../store/address-bar.js';

export function dress(): void {
  const root = document.documentElement;
  if (query('dir') === 'rtl') root.dir = 'rtl';
  if (query('theme')) root.dataset['theme'] = query('theme');
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-keep]')) {
    const { pathname, hash } = new URL(link.href);
    link.href = address(pathname) + hash;
  }
}
