import { findAirlineByIata } from '../airline-prefixes.ts';
import { completeContainerNumber, parseContainerNumber, repairContainerNumber } from '../iso6346.ts';
import { isChinesePlate, parseTruckPlate } from '../truck-plate.ts';
import { parseUld, uldOwner } from '../uld.ts';
import { candidate, type KnownNumbers, type NumberCandidate, type Reading } from './candidate.ts';

/** Rule (a): a container number that passes goes before the bill of lading of the same shape, one that fails after it. */
export function containerCandidates({ compact, known }: Reading): readonly NumberCandidate[] {
  const whole = parseContainerNumber(compact);
  if (whole.ok) return [candidate('CONTAINER', whole.value, isOwner(whole.value, known, 0.97), 'PASS')];
  const completed = completeContainerNumber(compact);
  if (completed) {
    return [candidate('CONTAINER', completed, isOwner(completed, known, 0.7), 'NONE', ['CHECK_DIGIT_ADDED'])];
  }
  const found: NumberCandidate[] = [];
  const repaired = repairContainerNumber(compact);
  if (repaired) {
    found.push(
      candidate('CONTAINER', repaired, isOwner(repaired, known, 0.75), 'PASS', ['LOOKALIKE_REPLACED']),
    );
  }
  if (whole.problem === 'BAD_CHECK_DIGIT') {
    const confidence = known.ownerPrefixes && isOwner(whole.value, known, 1) === 1 ? 0.6 : 0.4;
    found.push(candidate('CONTAINER', whole.value, confidence, 'FAIL'));
  }
  return found;
}

/** `confidence` where the owner code is on the list or there is no list, a little less where it is missing from it. */
function isOwner(container: string, { ownerPrefixes }: KnownNumbers, confidence: number): number {
  if (
    !ownerPrefixes ||
    ownerPrefixes.has(container.slice(0, 3)) ||
    ownerPrefixes.has(container.slice(0, 4))
  ) {
    return confidence;
  }
  return confidence - 0.07;
}

export function uldCandidates({ compact }: Reading): readonly NumberCandidate[] {
  const uld = parseUld(compact);
  if (!uld.ok) return [];
  return [candidate('ULD', uld.value, findAirlineByIata(uldOwner(uld.value)) ? 0.88 : 0.6)];
}

export function truckCandidates({ compact }: Reading): readonly NumberCandidate[] {
  const plate = parseTruckPlate(compact);
  if (!plate.ok) return [];
  if (isChinesePlate(plate.value)) return [candidate('TRUCK', plate.value, 0.97)];
  // Elsewhere nearly anything is a plate; only short mixtures are worth a look.
  return /^(?=.*[A-Z])[A-Z0-9]{5,8}$/.test(plate.value) ? [candidate('TRUCK', plate.value, 0.06)] : [];
}
