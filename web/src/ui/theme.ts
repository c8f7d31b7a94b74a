import { createTheme, type MantineColorsTuple } from '@mantine/core';

const sea: MantineColorsTuple = [
  '#e9f4f8', '#d3e7ef', '#a6cfde', '#77b6cd', '#52a1be', '#3a94b5', '#2b8cb0', '#0b5c7a', '#0a4f69', '#06435a',
]; // prettier-ignore

/** Filled controls take shade 7 in both schemes: white on it has a contrast of 7.3. */
export const theme = createTheme({
  colors: { sea },
  primaryColor: 'sea',
  primaryShade: 7,
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  defaultRadius: 8,
  cursorType: 'pointer',
});
