// Looks of the elements. A page sets --sealcart-* on them or on any ancestor.

export const tokens = `
:host {
  --text: var(--sealcart-text, light-dark(#20241f, #ecebe5));
  --soft: var(--sealcart-soft, light-dark(#5a6059, #aab0a8));
  --line: var(--sealcart-line, light-dark(#e3ddd2, #2d322d));
  --control: var(--sealcart-control, light-dark(#868c84, #757d74));
  --accent: var(--sealcart-accent, light-dark(#1d544c, #90d3c6));
  --on-accent: var(--sealcart-on-accent, light-dark(#ffffff, #0a1f1b));
  --error: var(--sealcart-error, light-dark(#a32b1f, #ff9d8f));
  --radius: var(--sealcart-radius, 8px);
  color-scheme: light dark;
  display: block;
  color: var(--text);
  font: var(--sealcart-font, inherit);
  font-variant-numeric: tabular-nums;
}
:host([hidden]) { display: none; }
* { box-sizing: border-box; margin: 0; }
button, input { font: inherit; color: inherit; }
button { cursor: pointer; }
button:disabled { cursor: default; opacity: 0.5; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.error { color: var(--error); font-size: 0.875em; }
.error:empty { display: none; }
`;

export const linesStyles = `
ul { list-style: none; padding: 0; }
li {
  display: grid;
  grid-template-columns: auto minmax(0, 1fr) auto;
  gap: 0.25rem 1rem;
  align-items: start;
  padding-block: 1rem;
  border-block-end: 1px solid var(--line);
}
img {
  grid-row: 1 / span 2;
  inline-size: 4.5rem;
  block-size: 4.5rem;
  object-fit: cover;
  border-radius: var(--radius);
}
img:not([src]) { visibility: hidden; }
.title { font-weight: 600; overflow-wrap: anywhere; }
.soft { color: var(--soft); font-size: 0.875em; }
.total { font-weight: 600; text-align: end; white-space: nowrap; }
.edit {
  grid-column: 2 / -1;
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.5rem;
  margin-block-start: 0.5rem;
}
.stepper { display: flex; border: 1px solid var(--control); border-radius: var(--radius); }
.stepper button, .stepper input {
  inline-size: 2.75rem;
  block-size: 2.75rem;
  border: 0;
  background: none;
  text-align: center;
}
.stepper input { inline-size: 3.25rem; }
.remove, .mend {
  min-block-size: 2.75rem;
  padding-inline: 0.5rem;
  border: 0;
  background: none;
  color: var(--soft);
  text-decoration: underline;
  text-underline-offset: 0.2em;
}
.error, .mend, .notice { grid-column: 2 / -1; }
.mend { justify-self: start; padding-inline: 0; color: inherit; }
.mend[hidden], .notice:empty { display: none; }
.notice { margin: 0; }
.empty { padding-block: 2rem; color: var(--soft); text-align: center; }
`;

export const totalsStyles = `
dl { display: grid; grid-template-columns: 1fr auto; gap: 0.5rem 1rem; }
dt { color: var(--soft); }
dd { text-align: end; white-space: nowrap; }
.grand { color: var(--text); font-size: 1.25em; font-weight: 600; padding-block-start: 0.5rem; }
.visually-hidden {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
`;

export const addButtonStyles = `
:host { display: inline-block; }
button {
  inline-size: 100%;
  min-block-size: 2.75rem;
  padding: 0.5rem 1.25rem;
  border: 0;
  border-radius: var(--radius);
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 600;
}
.error { margin-block-start: 0.25rem; }
`;
