import type { StyleSpecification } from 'maplibre-gl';
import { graticule } from './graticule.ts';
import { palettes, type Scheme } from './palette.ts';

/** Natural Earth land 1:50m, cut at the antimeridian, served by this app. */
const land = '/basemap/land-50m.json';

/**
 * The basemap that needs no internet: sea, land, coast, a faint graticule. No country borders: where they run is a
 * matter of law in some of the places where this is read, and cargo is found without them.
 */
export function basemapStyle(scheme: Scheme): StyleSpecification {
  const colour = palettes[scheme];
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: land, tolerance: 0.3 },
      graticule: { type: 'geojson', data: graticule(15) },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colour.sea } },
      {
        id: 'graticule',
        type: 'line',
        source: 'graticule',
        paint: { 'line-color': colour.graticule, 'line-width': 0.75 },
      },
      {
        id: 'land',
        type: 'fill',
        source: 'land',
        paint: { 'fill-color': colour.land, 'fill-antialias': false },
      },
      {
        id: 'coast',
        type: 'line',
        source: 'land',
        paint: { 'line-color': colour.coast, 'line-width': 0.75 },
      },
    ],
  };
}
