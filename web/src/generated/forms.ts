// Emitted from core by sealcart_emit; do not edit.
import type { FormSchema } from './wire.js';

/** The forms of a checkout, by name; 'checkout' has all but the payment. */
export const checkoutForms = {
  contact: {
    name: 'contact',
    fields: [
      {
        path: 'email',
        kind: 'email',
        required: 'yes',
        label: 'email',
        autocomplete: 'email',
      },
    ],
  },
  shipping: {
    name: 'shipping',
    fields: [
      {
        path: 'pickupLocation',
        kind: 'text',
        required: 'no',
        label: 'pickup_place',
        max: 64,
      },
      {
        path: 'shippingAddress.country',
        kind: 'country',
        required: 'yes',
        label: 'country',
        autocomplete: 'shipping country',
      },
      {
        path: 'shippingAddress.name',
        kind: 'personName',
        required: 'yes',
        unless: [
          'pickupLocation',
        ],
        label: 'name',
        autocomplete: 'shipping name',
      },
      {
        path: 'shippingAddress.line1',
        kind: 'addressLine',
        required: 'yes',
        unless: [
          'pickupLocation',
        ],
        label: 'address_line1',
        autocomplete: 'shipping address-line1',
      },
      {
        path: 'shippingAddress.line2',
        kind: 'addressLine',
        required: 'no',
        unless: [
          'pickupLocation',
        ],
        label: 'address_line2',
        autocomplete: 'shipping address-line2',
      },
      {
        path: 'shippingAddress.city',
        kind: 'city',
        required: 'byCountry',
        unless: [
          'pickupLocation',
        ],
        label: 'city',
        autocomplete: 'shipping address-level2',
      },
      {
        path: 'shippingAddress.region',
        kind: 'region',
        required: 'byCountry',
        unless: [
          'pickupLocation',
        ],
        label: 'region',
        autocomplete: 'shipping address-level1',
      },
      {
        path: 'shippingAddress.postalCode',
        kind: 'postalCode',
        required: 'byCountry',
        unless: [
          'pickupLocation',
        ],
        label: 'postal',
        autocomplete: 'shipping postal-code',
      },
      {
        path: 'shippingAddress.phone',
        kind: 'phone',
        required: 'no',
        unless: [
          'pickupLocation',
        ],
        label: 'phone',
        autocomplete: 'shipping tel',
      },
    ],
  },
  billing: {
    name: 'billing',
    fields: [
      {
        path: 'billingSame',
        kind: 'consent',
        required: 'no',
        label: 'billing_same',
      },
      {
        path: 'billingAddress.country',
        kind: 'country',
        required: 'yes',
        unless: [
          'billingSame',
        ],
        label: 'country',
        autocomplete: 'billing country',
      },
      {
        path: 'billingAddress.name',
        kind: 'personName',
        required: 'yes',
        unless: [
          'billingSame',
        ],
        label: 'name',
        autocomplete: 'billing name',
      },
      {
        path: 'billingAddress.line1',
        kind: 'addressLine',
        required: 'yes',
        unless: [
          'billingSame',
        ],
        label: 'address_line1',
        autocomplete: 'billing address-line1',
      },
      {
        path: 'billingAddress.line2',
        kind: 'addressLine',
        required: 'no',
        unless: [
          'billingSame',
        ],
        label: 'address_line2',
        autocomplete: 'billing address-line2',
      },
      {
        path: 'billingAddress.city',
        kind: 'city',
        required: 'byCountry',
        unless: [
          'billingSame',
        ],
        label: 'city',
        autocomplete: 'billing address-level2',
      },
      {
        path: 'billingAddress.region',
        kind: 'region',
        required: 'byCountry',
        unless: [
          'billingSame',
        ],
        label: 'region',
        autocomplete: 'billing address-level1',
      },
      {
        path: 'billingAddress.postalCode',
        kind: 'postalCode',
        required: 'byCountry',
        unless: [
          'billingSame',
        ],
        label: 'postal',
        autocomplete: 'billing postal-code',
      },
      {
        path: 'billingAddress.phone',
        kind: 'phone',
        required: 'no',
        unless: [
          'billingSame',
        ],
        label: 'phone',
        autocomplete: 'billing tel',
      },
    ],
  },
  payment: {
    name: 'payment',
    fields: [
      {
        path: 'cardNumber',
        kind: 'cardNumber',
        required: 'yes',
        label: 'card_number',
        autocomplete: 'cc-number',
      },
      {
        path: 'cardExpiry',
        kind: 'cardExpiry',
        required: 'yes',
        label: 'card_expiry',
        autocomplete: 'cc-exp',
      },
      {
        path: 'cardCode',
        kind: 'cardCode',
        required: 'yes',
        label: 'card_code',
        autocomplete: 'cc-csc',
      },
      {
        path: 'cardHolder',
        kind: 'cardHolder',
        required: 'yes',
        label: 'card_holder',
        autocomplete: 'cc-name',
      },
    ],
  },
  notes: {
    name: 'notes',
    fields: [
      {
        path: 'note',
        kind: 'text',
        required: 'no',
        label: 'order_note',
      },
    ],
  },
  checkout: {
    name: 'checkout',
    fields: [
      {
        path: 'email',
        kind: 'email',
        required: 'yes',
        label: 'email',
        autocomplete: 'email',
      },
      {
        path: 'pickupLocation',
        kind: 'text',
        required: 'no',
        label: 'pickup_place',
        max: 64,
      },
      {
        path: 'shippingAddress.country',
        kind: 'country',
        required: 'yes',
        label: 'country',
        autocomplete: 'shipping country',
      },
      {
        path: 'shippingAddress.name',
        kind: 'personName',
        required: 'yes',
        unless: [
          'pickupLocation',
          '!billingSame',
        ],
        label: 'name',
        autocomplete: 'shipping name',
      },
      {
        path: 'shippingAddress.line1',
        kind: 'addressLine',
        required: 'yes',
        unless: [
          'pickupLocation',
          '!billingSame',
        ],
        label: 'address_line1',
        autocomplete: 'shipping address-line1',
      },
      {
        path: 'shippingAddress.line2',
        kind: 'addressLine',
        required: 'no',
        unless: [
          'pickupLocation',
          '!billingSame',
        ],
        label: 'address_line2',
        autocomplete: 'shipping address-line2',
      },
      {
        path: 'shippingAddress.city',
        kind: 'city',
        required: 'byCountry',
        unless: [
          'pickupLocation',
          '!billingSame',
        ],
        label: 'city',
        autocomplete: 'shipping address-level2',
      },
      {
        path: 'shippingAddress.region',
        kind: 'region',
        required: 'byCountry',
        unless: [
          'pickupLocation',
          '!billingSame',
        ],
        label: 'region',
        autocomplete: 'shipping address-level1',
      },
      {
        path: 'shippingAddress.postalCode',
        kind: 'postalCode',
        required: 'byCountry',
        unless: [
          'pickupLocation',
          '!billingSame',
        ],
        label: 'postal',
        autocomplete: 'shipping postal-code',
      },
      {
        path: 'shippingAddress.phone',
        kind: 'phone',
        required: 'no',
        unless: [
          'pickupLocation',
          '!billingSame',
        ],
        label: 'phone',
        autocomplete: 'shipping tel',
      },
      {
        path: 'billingSame',
        kind: 'consent',
        required: 'no',
        label: 'billing_same',
      },
      {
        path: 'billingAddress.country',
        kind: 'country',
        required: 'yes',
        unless: [
          'billingSame',
        ],
        label: 'country',
        autocomplete: 'billing country',
      },
      {
        path: 'billingAddress.name',
        kind: 'personName',
        required: 'yes',
        unless: [
          'billingSame',
        ],
        label: 'name',
        autocomplete: 'billing name',
      },
      {
        path: 'billingAddress.line1',
        kind: 'addressLine',
        required: 'yes',
        unless: [
          'billingSame',
        ],
        label: 'address_line1',
        autocomplete: 'billing address-line1',
      },
      {
        path: 'billingAddress.line2',
        kind: 'addressLine',
        required: 'no',
        unless: [
          'billingSame',
        ],
        label: 'address_line2',
        autocomplete: 'billing address-line2',
      },
      {
        path: 'billingAddress.city',
        kind: 'city',
        required: 'byCountry',
        unless: [
          'billingSame',
        ],
        label: 'city',
        autocomplete: 'billing address-level2',
      },
      {
        path: 'billingAddress.region',
        kind: 'region',
        required: 'byCountry',
        unless: [
          'billingSame',
        ],
        label: 'region',
        autocomplete: 'billing address-level1',
      },
      {
        path: 'billingAddress.postalCode',
        kind: 'postalCode',
        required: 'byCountry',
        unless: [
          'billingSame',
        ],
        label: 'postal',
        autocomplete: 'billing postal-code',
      },
      {
        path: 'billingAddress.phone',
        kind: 'phone',
        required: 'no',
        unless: [
          'billingSame',
        ],
        label: 'phone',
        autocomplete: 'billing tel',
      },
      {
        path: 'note',
        kind: 'text',
        required: 'no',
        label: 'order_note',
      },
    ],
  },
} satisfies Record<string, FormSchema>;

/** Brands of cards, in the order the module numbers them. */
export const cardBrands = [
  { id: 'visa', name: 'Visa' },
  { id: 'mastercard', name: 'Mastercard' },
  { id: 'american-express', name: 'American Express' },
  { id: 'diners-club', name: 'Diners Club' },
  { id: 'discover', name: 'Discover' },
  { id: 'troy', name: 'Troy' },
  { id: 'jcb', name: 'JCB' },
  { id: 'unionpay', name: 'UnionPay' },
  { id: 'naranja', name: 'Naranja' },
  { id: 'verve', name: 'Verve' },
  { id: 'maestro', name: 'Maestro' },
  { id: 'elo', name: 'Elo' },
  { id: 'mir', name: 'Mir' },
  { id: 'hiper', name: 'Hiper' },
  { id: 'hipercard', name: 'Hipercard' },
] as const;
