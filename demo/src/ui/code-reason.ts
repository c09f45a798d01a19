// Why a code lowers nothing, in a few words beside it.
import type { CodeReason, SnapshotCode } from 'sealcart';
import type { StoreDocument } from '../store/store-document.js';

const WORDS: Readonly<Record<CodeReason, string>> = {
  applied: '',
  currentlyInactive: 'not valid today',
  customerNotEligible: 'for other customers',
  customerUsageLimitReached: 'used before',
  incompatiblePurchaseType: 'not for this kind of purchase',
  notFound: 'no longer known',
  noEntitledLineItems: 'not for these items',
  noEntitledShippingLines: 'not for this delivery',
  purchaseNotInRange: 'the order value does not fit',
  quantityNotInRange: 'needs more items',
  usageLimitReached: 'used up',
  codeNotHonoured: 'another offer saves more',
};

export function codeReason(code: SnapshotCode, store: StoreDocument): string {
  const better = store.promotions.find(({ id }) => id === code.beatenBy);
  return better ? `“${better.name}” saves more` : WORDS[code.reason];
}
