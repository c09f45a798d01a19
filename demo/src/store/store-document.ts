// The store's rules as GET /v1/stores/{id} gives them, as far as a shop's pages read them; the
// module reads the rest. docs/WIRE.md has every field.

export interface StoreDocument {
  readonly id: string;
  readonly name: string;
  readonly defaultZone: string;
  readonly zones: readonly {
    readonly id: string;
    readonly places: readonly { readonly country: string }[];
  }[];
  readonly taxRates: readonly { readonly zone: string; readonly included: boolean }[];
  readonly promotions: readonly {
    readonly id: string;
    readonly name: string;
    readonly code: string;
    readonly endsAt?: number;
  }[];
  readonly shippingMethods: readonly StoreMethod[];
}

export interface StoreMethod {
  readonly id: string;
  readonly name: string;
  readonly zones: readonly string[];
  readonly amount: number;
  readonly freeFrom?: number;
  readonly minDays: number;
  readonly maxDays: number;
}

export async function readStore(id: string): Promise<StoreDocument> {
  const answer = await fetch(`/v1/stores/${encodeURIComponent(id)}`);
  if (!answer.ok) throw new Error(`the store ${id} answered ${answer.status}`);
  return (await answer.json()) as StoreDocument;
}
