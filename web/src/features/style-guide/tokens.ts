/** Colours of `app/globals.css`, by what they are for; each has a value in light and in dark. */
export const COLOURS = {
  grounds: ['ground', 'paper', 'wash', 'rule', 'rule-strong'],
  texts: ['ink', 'soft', 'quiet'],
  lines: ['accent', 'accent-wash', 'papers', 'papers-wash'],
  states: ['alert', 'alert-wash', 'warn', 'warn-wash', 'good', 'fresh'],
  map: ['sea', 'land', 'coast'],
} as const;

/** Text colours with the grounds that they stand on: WCAG 2.2, 1.4.3 asks for a contrast of 4.5. */
export const READ_ON: readonly (readonly [text: string, grounds: readonly string[]])[] = [
  ['ink', ['ground', 'paper', 'wash', 'fresh']],
  ['soft', ['ground', 'paper', 'wash', 'fresh']],
  ['quiet', ['ground', 'paper']],
  ['accent', ['ground', 'paper', 'accent-wash']],
  ['papers', ['paper', 'papers-wash']],
  ['alert', ['paper', 'alert-wash']],
  ['warn', ['paper', 'warn-wash']],
  ['good', ['paper']],
];
