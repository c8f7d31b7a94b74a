import type { Gazetteer } from '../domain/place.ts';
import { createGazetteer } from './gazetteer.ts';
import { readReferenceTables } from './reference-tables.ts';

/**
 * The gazetteer over the bundled tables, with what an operator imported into the data folder on top (null: none).
 * Reads files: once at start, then pass it in.
 */
export function loadGazetteer(
  dataDirectory: string | null = process.env['THROUGHLINE_DATA'] ?? '.throughline',
): Gazetteer {
  return createGazetteer(readReferenceTables(dataDirectory));
}
