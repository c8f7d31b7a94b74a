import { readDeclarationNumber } from '../china-declaration.ts';
import { isStandardManifestNumber, parseManifestNumber } from '../china-manifest.ts';
import { parseTransitNumber } from '../china-transit.ts';
import { parseUnifiedNumber } from '../china-unified-number.ts';
import { parseMrn } from '../mrn.ts';
import { parseSscc } from '../sscc.ts';
import { parseDucr, parseMucr } from '../ucr.ts';
import { parseUsEntry } from '../us-entry.ts';
import { parseUsInBond } from '../us-inbond.ts';
import { parseUscc } from '../uscc.ts';
import { candidate, type NumberCandidate, type Reading } from './candidate.ts';

/** Rule (d): 18 characters are a declaration before a GS1 code, unless the office is known not to exist. */
export function eighteenCandidates({ compact, known }: Reading): readonly NumberCandidate[] {
  const found: NumberCandidate[] = [];
  const declaration = readDeclarationNumber(compact);
  const isOffice = declaration !== null && known.offices?.has(declaration.office);
  if (declaration) {
    const listed = isOffice ? 0.98 : 0.6;
    found.push(candidate('DECLARATION', compact, known.offices ? listed : 0.9));
  }
  const sscc = parseSscc(compact);
  if (sscc.ok) {
    const beside = known.offices && !isOffice ? 0.75 : 0.3;
    found.push(candidate('SSCC', sscc.value, declaration ? beside : 0.92, 'PASS'));
  } else if (sscc.problem === 'BAD_CHECK_DIGIT') {
    found.push(candidate('SSCC', sscc.value, declaration ? 0.05 : 0.3, 'FAIL'));
  }
  const mrn = parseMrn(compact);
  if (mrn.ok) found.push(candidate('MRN', mrn.value, 0.97, 'PASS'));
  else if (mrn.problem === 'BAD_CHECK_DIGIT') found.push(candidate('MRN', mrn.value, 0.4, 'FAIL'));
  const unified = parseUnifiedNumber(compact);
  if (unified.ok) found.push(candidate('DECLARATION', unified.value, 0.7));
  const trader = parseUscc(compact);
  if (trader.ok) found.push(candidate('REFERENCE', trader.value, 0.4, 'PASS'));
  return found;
}

/** Rule (g): 16 digits are a 转关 declaration, 13 a 载货清单; `@` in front leaves no doubt. */
export function transitCandidates({ compact }: Reading): readonly NumberCandidate[] {
  const transit = parseTransitNumber(compact);
  if (!transit.ok) return [];
  const bare = transit.value.length === 16 ? 0.8 : 0.72;
  return [candidate('TRANSIT', transit.value, compact.startsWith('@') ? 0.97 : bare)];
}

export function manifestCandidates({ text }: Reading): readonly NumberCandidate[] {
  const manifest = parseManifestNumber(text);
  if (!manifest.ok || !manifest.value.includes('_')) return [];
  return [candidate('MANIFEST', manifest.value, isStandardManifestNumber(manifest.value) ? 0.96 : 0.25)];
}

/** Numbers of other customs services. A US entry is a declaration and a US in-bond number a transit declaration. */
export function foreignCandidates({ compact, text }: Reading): readonly NumberCandidate[] {
  const found: NumberCandidate[] = [];
  const entry = parseUsEntry(compact);
  const isDashed = /^[A-Z0-9]{3}-\d{7}-\d$/.test(text);
  if (entry.ok) found.push(candidate('DECLARATION', entry.value, isDashed ? 0.9 : 0.3, 'PASS'));
  const inBond = parseUsInBond(compact);
  if (inBond.ok) found.push(candidate('TRANSIT', inBond.value, 0.46, 'PASS'));
  const ducr = parseDucr(text);
  if (ducr.ok) found.push(candidate('REFERENCE', ducr.value, 0.9));
  const mucr = parseMucr(text);
  if (mucr.ok) found.push(candidate('REFERENCE', mucr.value, 0.6));
  return found;
}
