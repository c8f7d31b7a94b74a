export type Scheme = 'light' | 'dark';

type Mode = 'VESSEL' | 'BARGE' | 'RAIL' | 'AIR' | 'TRUCK';

interface Palette {
  readonly sea: string;
  readonly land: string;
  readonly coast: string;
  readonly graticule: string;
  /** Under a path, so that it stands off from land and coast. */
  readonly casing: string;
  readonly mode: Readonly<Record<Mode, string>>;
}

/** Colours for the GL canvas, which cannot read the page's custom properties; the names are those of globals.css. */
export const palettes: Readonly<Record<Scheme, Palette>> = {
  light: {
    sea: '#dfe9ec',
    land: '#f7f6f1',
    coast: '#b3c2c6',
    graticule: '#d3dfe3',
    casing: '#ffffff',
    mode: { VESSEL: '#0b5c7a', BARGE: '#0b5c7a', RAIL: '#8a4b12', AIR: '#6a4a8f', TRUCK: '#4b5b3a' },
  },
  dark: {
    sea: '#101c23',
    land: '#1e2b31',
    coast: '#41545d',
    graticule: '#182831',
    casing: '#0e171c',
    mode: { VESSEL: '#6cc0de', BARGE: '#6cc0de', RAIL: '#e0a566', AIR: '#c3a4ea', TRUCK: '#a9bf8e' },
  },
};
