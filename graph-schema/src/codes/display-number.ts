import type { IdentifierScheme } from '../domain/identifier.ts';
import { readDeclarationNumber } from './china-declaration.ts';

/** A number grouped the way it is painted or printed, for people to read; never for keys or comparison. */
export function displayNumber(scheme: IdentifierScheme, value: string): string {
  if (scheme === 'CONTAINER') return value.replace(/^([A-Z]{4})(\d{6})(\d)$/, '$1 $2 $3');
  if (scheme === 'AWB') return value.replace(/^(\d{3})-(\d{4})(\d{4})$/, '$1-$2 $3');
  if (scheme === 'WAGON') return value.replace(/^(\d\d)(\d\d)(\d{4})(\d{3})(\d)$/, '$1 $2 $3 $4-$5');
  if (scheme === 'VESSEL') return `IMO ${value}`;
  if (scheme === 'TRUCK') return value.replace(/^(\p{Script=Han}[A-Z])(?=.{5,6}$)/u, '$1·');
  if (scheme === 'SSCC') return value.replace(/^(\d)(\d{7})(\d{9})(\d)$/, '(00) $1 $2 $3 $4');
  if (scheme === 'FLIGHT' || scheme === 'TRAIN_RUN') return value.replace('@', ' · ');
  if (scheme === 'VOYAGE') return value.replace(/^(\d{7})\/(.+)$/, 'IMO $1 · $2');
  if (scheme === 'DECLARATION' && readDeclarationNumber(value)) {
    return value.replace(/^(\d{4})(\d{4})(.)(\d{9})$/, '$1 $2 $3 $4');
  }
  return value;
}
