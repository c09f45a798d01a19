// Emitted from core by sealcart_emit; do not edit.

/** Why something was refused. A code is never renamed or reused. */
export type ErrorCode =
  | 'json_invalid'
  | 'json_too_large'
  | 'json_too_deep'
  | 'json_duplicate_key'
  | 'json_invalid_utf8'
  | 'json_forbidden_key'
  | 'field_unknown'
  | 'field_missing'
  | 'field_type'
  | 'number_not_integer'
  | 'number_out_of_range'
  | 'text_too_long'
  | 'text_too_short'
  | 'value_not_allowed'
  | 'list_too_long'
  | 'id_invalid'
  | 'version_unsupported'
  | 'amount_overflow'
  | 'amount_invalid'
  | 'amount_precision'
  | 'currency_mismatch'
  | 'currency_unknown'
  | 'store_not_loaded'
  | 'store_reference_unknown'
  | 'store_duplicate_id'
  | 'store_value_conflict'
  | 'catalog_duplicate_sku'
  | 'catalog_options_mismatch'
  | 'sku_unknown'
  | 'product_unknown'
  | 'option_unknown'
  | 'option_missing'
  | 'variant_impossible'
  | 'quantity_too_small'
  | 'quantity_too_large'
  | 'quantity_step'
  | 'stock_insufficient'
  | 'sold_out'
  | 'low_stock'
  | 'on_backorder'
  | 'on_preorder'
  | 'quantity_conflict'
  | 'order_limit'
  | 'customer_limit'
  | 'variant_gone'
  | 'customization_missing'
  | 'customization_unknown'
  | 'customizations_too_many'
  | 'line_unknown'
  | 'cart_full'
  | 'cart_empty'
  | 'code_unknown'
  | 'code_already_applied'
  | 'code_not_applied'
  | 'codes_too_many'
  | 'country_unknown'
  | 'destination_not_served'
  | 'shipping_method_unknown'
  | 'shipping_method_unavailable'
  | 'order_not_deliverable'
  | 'cart_unknown'
  | 'cart_invalid'
  | 'cart_mismatch'
  | 'op_gap'
  | 'op_fork'
  | 'op_base_ahead'
  | 'op_invalid'
  | 'replicas_too_many'
  | 'lots_too_many'
  | 'field_required'
  | 'email_invalid'
  | 'postal_code_invalid'
  | 'form_unknown'
  | 'locale_unknown'
  | 'pack_missing'
  | 'pack_invalid'
  | 'character_not_allowed'
  | 'name_invalid'
  | 'email_typo'
  | 'phone_invalid'
  | 'phone_too_short'
  | 'phone_too_long'
  | 'phone_calling_code_unknown'
  | 'phone_type_not_accepted'
  | 'phone_country_mismatch'
  | 'region_unknown'
  | 'city_unknown'
  | 'postal_code_region_mismatch'
  | 'field_unused'
  | 'street_number_missing'
  | 'card_number_invalid'
  | 'card_number_incomplete'
  | 'card_brand_not_accepted'
  | 'card_expiry_invalid'
  | 'card_expired'
  | 'card_code_invalid'
  | 'card_holder_invalid'
  | 'iban_invalid'
  | 'iban_country_unknown'
  | 'iban_length'
  | 'tax_id_invalid'
  | 'tax_id_country_unknown'
  | 'tax_id_country_mismatch'
  | 'number_invalid'
  | 'date_invalid'
  | 'date_too_early'
  | 'date_too_late'
  | 'code_format'
  | 'price_changed'
  | 'total_changed'
  | 'cart_changed'
  | 'quote_unknown'
  | 'quote_expired'
  | 'quote_invalid'
  | 'idempotency_key_missing'
  | 'idempotency_mismatch'
  | 'idempotency_in_progress'
  | 'order_unknown'
  | 'payment_declined'
  | 'payment_review'
  | 'token_invalid'
  | 'token_mismatch'
  | 'token_expired'
  | 'seal_keys_refused'
  | 'token_reused'
  | 'unauthorized'
  | 'access_denied'
  | 'login_invalid'
  | 'pairing_unknown'
  | 'link_invalid'
  | 'devices_too_many'
  | 'carts_too_many'
  | 'pairings_too_many'
  | 'origin_refused'
  | 'storage_full'
  | 'log_replaced'
  | 'compact_invalid'
  | 'not_found'
  | 'method_not_allowed'
  | 'media_type_unsupported'
  | 'rate_limited'
  | 'unavailable'
  | 'internal'
  | 'env_wasm_not_found'
  | 'env_wasm_mime'
  | 'env_wasm_csp'
  | 'env_wasm_changed'
  | 'env_wasm_invalid'
  | 'env_network'
  | 'env_storage'
  | 'env_instance_lost'
  | 'env_insecure_context'
  | 'env_closed';

/** What was wrong, in English; {name} is filled from the parameters. */
export const errorTexts: Readonly<Record<ErrorCode, string>> = {
  json_invalid: 'not valid JSON near byte {at}',
  json_too_large: '{bytes} bytes; at most {max} are read',
  json_too_deep: 'nested deeper than {max} levels',
  json_duplicate_key: 'the key appears twice in one object',
  json_invalid_utf8: 'text that is not UTF-8 near byte {at}',
  json_forbidden_key: 'the key {key} is never accepted',
  field_unknown: 'no field of this name',
  field_missing: 'a required field is absent',
  field_type: 'expected {expected}',
  number_not_integer: 'a whole number is meant here',
  number_out_of_range: 'outside {min} to {max}',
  text_too_long: 'longer than {max} bytes',
  text_too_short: 'shorter than {min} bytes',
  value_not_allowed: 'not one of {allowed}',
  list_too_long: 'more than {max} entries',
  id_invalid: 'not an id of 32 lower-case hexadecimal digits',
  version_unsupported: 'version {version} is not understood',
  amount_overflow: 'the amount exceeds 2^53-1 minor units',
  amount_invalid: 'not a decimal amount',
  amount_precision: 'more decimals than {currency} has',
  currency_mismatch: '{given} given, the cart is in {expected}',
  currency_unknown: 'not an ISO 4217 currency code',
  store_not_loaded: 'no store document is loaded',
  store_reference_unknown: 'refers to {id}, which the store does not define',
  store_duplicate_id: '{id} is defined twice',
  store_value_conflict: '{what}',
  catalog_duplicate_sku: 'the SKU {sku} is defined twice',
  catalog_options_mismatch: "the option values do not fit the product's options",
  sku_unknown: 'no variant has the SKU {sku}',
  product_unknown: 'no product has the id {product}',
  option_unknown: 'the product has no option or value {option}',
  option_missing: 'no value chosen for {option}',
  variant_impossible: 'this combination of options is not made',
  quantity_too_small: '{given} units; at least {min}',
  quantity_too_large: '{given} units; at most {max}',
  quantity_step: 'sold in steps of {step}',
  stock_insufficient: '{available} in stock, {given} wanted',
  sold_out: 'sold out',
  low_stock: 'only {available} left',
  on_backorder: '{units} of these are sent later, when they are in stock again',
  on_preorder: 'sold in advance, sent from {date}',
  quantity_conflict: '{least} and {most} were chosen on different devices; {most} count',
  order_limit: 'at most {max} in one order, over all lines',
  customer_limit: 'at most {max} for each customer, {had} were ordered before',
  variant_gone: 'no longer sold',
  customization_missing: '{name} is not filled in',
  customization_unknown: 'the product has no text {name}',
  customizations_too_many: 'at most {max} different texts for a variant in one cart',
  line_unknown: 'the cart has no such line',
  cart_full: 'a cart holds at most {max} lines',
  cart_empty: 'the cart has no lines',
  code_unknown: 'no promotion has the code {code}',
  code_already_applied: 'the code {code} is already in the cart',
  code_not_applied: 'the code {code} is not in the cart',
  codes_too_many: 'a cart holds at most {max} codes',
  country_unknown: 'not an ISO 3166-1 country code',
  destination_not_served: 'the store does not ship to {country}',
  shipping_method_unknown: 'no shipping method {method}',
  shipping_method_unavailable: '{method} does not take this order to this address',
  order_not_deliverable: 'no shipping method takes this order to this address',
  cart_unknown: 'no such cart',
  cart_invalid: 'the saved cart contradicts itself',
  cart_mismatch: 'the operation belongs to another cart',
  op_gap: 'operation {n} of this replica follows {last}',
  op_fork: 'operation {n} of this replica was sent before with other content',
  op_base_ahead: 'based on log index {base}, the log ends at {head}',
  op_invalid: 'the operation contradicts its own kind: {what}',
  replicas_too_many: 'a cart holds at most {max} devices and tabs',
  lots_too_many: 'a line holds at most {max} lots',
  field_required: 'please fill this in',
  email_invalid: 'not a valid e-mail address',
  postal_code_invalid: 'not a postal code of {country}',
  form_unknown: 'no form {form}',
  locale_unknown: 'no texts for {locale}',
  pack_missing: 'the table {pack} is not loaded',
  pack_invalid: "the table {pack} can't be used",
  character_not_allowed: 'the character {character} is not accepted here',
  name_invalid: 'this does not look like a name',
  email_typo: 'did you mean {suggestion}?',
  phone_invalid: 'not a phone number of {country}',
  phone_too_short: 'too short for a phone number of {country}',
  phone_too_long: 'too long for a phone number of {country}',
  phone_calling_code_unknown: 'no country has this calling code',
  phone_type_not_accepted: "a number of the type {type} can't be called by a courier",
  phone_country_mismatch: 'a number of {country}, the address is in {expected}',
  region_unknown: 'not a region of {country}',
  city_unknown: 'not a place of {region}',
  postal_code_region_mismatch: 'the postal code {code} is not in {region}',
  field_unused: 'addresses of {country} do not have this field',
  street_number_missing: 'no house number',
  card_number_invalid: 'not a card number',
  card_number_incomplete: 'the card number is not complete',
  card_brand_not_accepted: '{brand} is not accepted here',
  card_expiry_invalid: 'not a month and a year',
  card_expired: 'the card has expired',
  card_code_invalid: 'the security code has {digits} digits',
  card_holder_invalid: 'this does not look like the name on a card',
  iban_invalid: 'not an IBAN',
  iban_country_unknown: 'no IBANs begin with {country}',
  iban_length: 'an IBAN of {country} has {expected} characters',
  tax_id_invalid: 'not a VAT or tax id of {country}',
  tax_id_country_unknown: "the VAT or tax ids of {country} can't be checked",
  tax_id_country_mismatch: 'an id of {country}, the address is in {expected}',
  number_invalid: 'not a whole number',
  date_invalid: 'not a date',
  date_too_early: 'before {min}',
  date_too_late: 'after {max}',
  code_format: 'not written as {format}',
  price_changed: 'the price rose from {was} to {now}',
  total_changed: 'the total is {actual}, not {expected}',
  cart_changed: 'the cart changed after the quote',
  quote_unknown: 'no such quote for this cart',
  quote_expired: 'the quote has expired',
  quote_invalid: 'the quote was not issued by this store',
  idempotency_key_missing: 'the header Idempotency-Key is absent',
  idempotency_mismatch: 'the key was used with another request',
  idempotency_in_progress: 'the first request with this key is still running',
  order_unknown: 'no such order',
  payment_declined: 'the payment was declined',
  payment_review: 'the payment needs a look by the merchant',
  token_invalid: "the payment token can't be used",
  token_mismatch: 'the payment token was sealed for another order',
  token_expired: 'the payment token has expired',
  seal_keys_refused: "the payment keys of this shop can't be trusted",
  token_reused: 'the payment token was used before',
  unauthorized: 'the capability is missing or wrong',
  access_denied: 'this device may not do that',
  login_invalid: "the sign-in can't be used: {what}",
  pairing_unknown: 'this code is wrong, used or older than two minutes',
  link_invalid: 'this link is wrong or has expired',
  devices_too_many: 'a cart has at most {max} devices',
  carts_too_many: 'a customer has at most {max} carts',
  pairings_too_many: 'at most {max} codes are open at a time',
  origin_refused: 'requests from {origin} are not let in',
  storage_full: "the server's disk is full; nothing was stored",
  log_replaced: 'the server was restored from a backup',
  compact_invalid: 'not the compact form: {what}',
  not_found: 'nothing is here',
  method_not_allowed: 'not for this method',
  media_type_unsupported: 'send application/json, without a content encoding',
  rate_limited: 'too many requests',
  unavailable: "the server can't take this now",
  internal: 'something went wrong on our side',
  env_wasm_not_found: 'the .wasm file was not found at {url}',
  env_wasm_mime: '{url} is served as {type}',
  env_wasm_csp: 'the Content-Security-Policy forbids WebAssembly',
  env_wasm_changed: '{url} does not match its integrity value',
  env_wasm_invalid: '{url} is not the WebAssembly module of this release',
  env_network: "the server can't be reached",
  env_storage: "the browser's storage can't be used",
  env_instance_lost: 'the module stopped and was restored',
  env_insecure_context: 'payment data is sealed on secure pages only',
  env_closed: 'the cart was closed',
};

/** What to do about it. */
export const errorFixes: Readonly<Record<ErrorCode, string>> = {
  json_invalid: 'send one JSON document (RFC 8259)',
  json_too_large: 'send less in one request',
  json_too_deep: 'flatten the document',
  json_duplicate_key: 'send each key once',
  json_invalid_utf8: 'encode the document as UTF-8 (RFC 3629)',
  json_forbidden_key: 'remove it',
  field_unknown: 'see the field list in WIRE.md',
  field_missing: 'add it',
  field_type: 'send a value of that type',
  number_not_integer: 'send minor units or whole units, without a fraction or exponent',
  number_out_of_range: 'send a value in that range',
  text_too_long: 'shorten it',
  text_too_short: 'fill it in',
  value_not_allowed: 'send one of the listed values',
  list_too_long: 'send fewer entries, in several requests if need be',
  id_invalid: 'send the id exactly as it was issued',
  version_unsupported: 'update the older side',
  amount_overflow: 'lower the quantity or split the order',
  amount_invalid: 'write digits, and a point before the decimals',
  amount_precision: 'round to {exponent} decimals',
  currency_mismatch: 'use the currency of the cart; another currency is another cart',
  currency_unknown: 'use a three-letter code of ISO 4217',
  store_not_loaded: 'load the store before the cart',
  store_reference_unknown: 'define it or correct the reference',
  store_duplicate_id: 'give each entry its own id',
  store_value_conflict: 'correct the rule',
  catalog_duplicate_sku: 'give each variant its own SKU',
  catalog_options_mismatch: 'give one listed value for each option, each combination once',
  sku_unknown: 'use a SKU of the catalogue',
  product_unknown: 'use a product id of the catalogue',
  option_unknown: 'use the options listed for the product',
  option_missing: 'choose one of its values',
  variant_impossible: 'choose another combination',
  quantity_too_small: 'raise the quantity, or remove the line',
  quantity_too_large: 'lower the quantity',
  quantity_step: 'use a multiple of the step',
  stock_insufficient: 'lower the quantity to {available}',
  sold_out: 'choose another variant',
  low_stock: 'order soon',
  on_backorder: 'wait, or lower the quantity',
  on_preorder: 'wait, or choose another variant',
  quantity_conflict: 'choose the quantity once more',
  order_limit: 'lower the quantity',
  customer_limit: 'lower the quantity',
  variant_gone: 'remove the line, or choose another variant',
  customization_missing: 'fill it in',
  customization_unknown: 'use the texts listed for the product',
  customizations_too_many: 'order in two carts',
  line_unknown: 'read the cart again',
  cart_full: 'order in two carts',
  cart_empty: 'add something first',
  code_unknown: 'check the spelling',
  code_already_applied: 'nothing to do',
  code_not_applied: 'nothing to do',
  codes_too_many: 'remove one first',
  country_unknown: 'use a two-letter code of ISO 3166-1',
  destination_not_served: 'choose another address',
  shipping_method_unknown: 'choose one of the listed methods',
  shipping_method_unavailable: 'choose one of the listed methods',
  order_not_deliverable: 'order less at once, or choose another address',
  cart_unknown: 'create it again from the operation log',
  cart_invalid: 'read the cart again from its log',
  cart_mismatch: 'send it to its own cart',
  op_gap: 'send the missing operations first',
  op_fork: 'take a new replica id and send it again',
  op_base_ahead: 'read the log again',
  op_invalid: 'send it as the module made it',
  replicas_too_many: 'close unused tabs',
  lots_too_many: 'set the quantity instead of adding',
  field_required: 'fill it in',
  email_invalid: 'use the form name@example.com (WHATWG HTML, valid e-mail address)',
  postal_code_invalid: 'check the postal code',
  form_unknown: 'use one of the forms of FORMS.md',
  locale_unknown: 'use one of the locales this release ships',
  pack_missing: 'load the pack first',
  pack_invalid: 'deploy the packs and the module of the same release',
  character_not_allowed: 'remove it',
  name_invalid: 'write the name as on the letter box',
  email_typo: 'check the part after the @',
  phone_invalid: "write the number with its area code, or with + and the country's calling code",
  phone_too_short: 'add the missing digits',
  phone_too_long: 'remove the digits that are too many',
  phone_calling_code_unknown: 'check the digits after the +',
  phone_type_not_accepted: 'give a mobile or landline number',
  phone_country_mismatch: 'check the number',
  region_unknown: 'choose one of the list',
  city_unknown: 'choose one of the list',
  postal_code_region_mismatch: 'correct the postal code or the region',
  field_unused: 'leave it empty',
  street_number_missing: 'add the house number if there is one',
  card_number_invalid: 'check the digits',
  card_number_incomplete: 'enter all digits',
  card_brand_not_accepted: 'use another card',
  card_expiry_invalid: 'write month and year as on the card, for example 04/29',
  card_expired: 'use another card',
  card_code_invalid: 'find it on the back of the card, on American Express on the front',
  card_holder_invalid: 'write the name as on the card',
  iban_invalid: 'check the digits',
  iban_country_unknown: 'check the first two letters',
  iban_length: 'check that none is missing',
  tax_id_invalid: 'check the id',
  tax_id_country_unknown: 'leave it empty, or ask the merchant',
  tax_id_country_mismatch: 'give the id of the country of the billing address',
  number_invalid: 'write digits only',
  date_invalid: 'write year, month and day, for example 2026-04-30',
  date_too_early: 'choose a later day',
  date_too_late: 'choose an earlier day',
  code_format: 'check the letters and digits',
  price_changed: 'show the new price and ask again',
  total_changed: 'show the new total and ask again',
  cart_changed: 'ask for a new quote',
  quote_unknown: 'ask for a new quote',
  quote_expired: 'ask for a new quote',
  quote_invalid: 'ask for a new quote',
  idempotency_key_missing: 'send one key for each order attempt',
  idempotency_mismatch: 'use a new key for a new request',
  idempotency_in_progress: 'retry shortly',
  order_unknown: 'check the order number',
  payment_declined: 'use another way to pay',
  payment_review: 'wait for the confirmation',
  token_invalid: 'seal the payment data again',
  token_mismatch: 'seal the payment data again',
  token_expired: 'seal the payment data again',
  seal_keys_refused: 'enter no payment data here and tell the merchant',
  token_reused: 'seal the payment data again',
  unauthorized: 'send the capability issued with the cart',
  access_denied: 'ask a device with more rights, or pair it again',
  login_invalid: 'sign in again',
  pairing_unknown: 'ask for a new code on the other device',
  link_invalid: 'ask for a new link',
  devices_too_many: 'remove one that is not used any more',
  carts_too_many: 'remove one that is not used any more',
  pairings_too_many: 'use one of them, or wait two minutes',
  origin_refused: 'add it to allowed_origins of the configuration',
  storage_full: 'free space on the server, then retry',
  log_replaced: 'nothing to do: the cart is sent again',
  compact_invalid: 'send what the module made, unchanged',
  not_found: 'check the address',
  method_not_allowed: 'use {allowed}',
  media_type_unsupported: 'set Content-Type: application/json',
  rate_limited: 'retry after {seconds} s',
  unavailable: 'retry shortly',
  internal: 'retry; if it stays, report the request id',
  env_wasm_not_found: 'serve cart.wasm there or pass wasmUrl',
  env_wasm_mime: 'serve it as application/wasm; an HTML page here usually means a fallback route',
  env_wasm_csp: "add 'wasm-unsafe-eval' to script-src",
  env_wasm_changed: 'deploy the file and the integrity value of the same release',
  env_wasm_invalid: 'deploy the .wasm and the JavaScript of the same release',
  env_network: 'the change is kept and sent later',
  env_storage: 'the cart is kept in this tab only',
  env_instance_lost: 'nothing to do',
  env_insecure_context: 'serve the page over HTTPS',
  env_closed: 'create it again',
};
