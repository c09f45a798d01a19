// What the glue of forms.wasm gives us: the exports of wasm/forms/*.cpp.
import type { ArenaGlue } from '../text-arena.js';

/** Every function that can refuse returns 0 (done) or 1 (refused: the output holds the error). */
export interface FormsGlue extends ArenaGlue {
  loadPack(length: number): number;
  setToday(day: number): void;
  /** These return a number of their own, or -1 (refused). */
  openForm(length: number): number;
  defineForm(length: number): number;
  checkForm(form: number, length: number): number;
  checkFormField(form: number, field: number, length: number): number;
  validate(length: number): number;
  typeCard(length: number): number;
  typePhone(country: number, length: number): number;

  message(length: number): number;
  label(length: number): number;
  addressLayout(length: number): number;
  countryName(length: number): number;
  rightToLeft(): boolean;
  formatMoney(minor: number, length: number): number;
  formatNumber(number: number): number;
  formatPercent(ppm: number): number;
}
