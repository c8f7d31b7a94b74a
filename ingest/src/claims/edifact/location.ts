import type { FacilityScheme } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import type { FindSegment } from './segments.ts';

/**
 * LOC as UN/EDIFACT defines it; D95B and D00B agree.
 *
 *   LOC + 3227 + 3225:1131:3055:3224 + 3223:1131:3055:3222
 *         what   place code and name   terminal code and name
 */
export interface EdifactLocation {
  /** 3227: 9 loading, 11 discharge, 165 gate, 175 activity, 147 stowage. */
  readonly function: string;
  /** Place code as sent, or its name when it has no code. */
  readonly code: string | null;
  readonly facility: { readonly scheme: FacilityScheme; readonly code: string } | null;
  /** The agency (3055) says that `code` is one of IATA. */
  readonly isAirport: boolean;
}

/** 1131 of what is a country or a part of it, written where terminals stand. */
const COUNTRIES: ReadonlySet<string> = new Set(['162', '163']);
const AGENCIES = loadCodeList('edifact/agency-3055');

export function readLocation(segment: EdifactSegment): EdifactLocation {
  const terminal = COUNTRIES.has(segment.read(2, 1) ?? '') ? null : segment.read(2, 0);
  return {
    function: segment.read(0) ?? '',
    code: segment.read(1, 0) ?? segment.read(1, 3),
    facility:
      terminal === null ? null : { scheme: schemeOf(segment.read(2, 2)), code: terminal.toUpperCase() },
    isAirport: segment.read(1, 2) === '3',
  };
}

function schemeOf(agency: string | null): FacilityScheme {
  const canonical = agency === null ? null : AGENCIES.find(agency)?.canonical;
  return canonical === 'SMDG' || canonical === 'BIC' ? canonical : 'LOCAL';
}

export interface FoundLocation {
  readonly location: EdifactLocation;
  readonly segment: EdifactSegment;
}

/** The first LOC of the functions that `find` knows, the functions in order of preference; null when there is none. */
export function findLocation(find: FindSegment, functions: readonly string[]): FoundLocation | null {
  for (const wanted of functions) {
    const segment = find('LOC', wanted);
    if (segment) return { location: readLocation(segment), segment };
  }
  return null;
}
