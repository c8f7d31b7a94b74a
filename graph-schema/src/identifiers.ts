/** The pure part of the identifier code that runs in browsers: no schema library, no Node modules, no data files. */
export { IDENTIFIER_SCHEMES, identifierKey, splitKey } from './domain/identifier.ts';
export type { Identifier, IdentifierKey, IdentifierScheme } from './domain/identifier.ts';
export { classifyNumber, nearMisses, REPAIRS } from './codes/classify.ts';
export type { CheckDigit, KnownNumbers, NearMiss, NumberCandidate, Repair } from './codes/classify.ts';
export { displayNumber } from './codes/display-number.ts';
export { describeSizeType, displaySizeType } from './codes/size-type.ts';
export type { SizeTypeDescription, SizeTypeKind } from './codes/size-type.ts';
export { readDeclarationNumber } from './codes/china-declaration.ts';
export type { DeclarationParts } from './codes/china-declaration.ts';
export { carrierOfBill } from './codes/ocean-bill.ts';
export { findAirlineByAwbPrefix, findAirlineByIata } from './codes/airline-prefixes.ts';
export type { Airline } from './codes/airline-prefixes.ts';
export { mmsiCountry } from './codes/mmsi.ts';
