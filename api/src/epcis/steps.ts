import type { FactClaim } from 'graph-schema/domain/journey/facts';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { epcisStepFor } from 'graph-schema/reference/epcis-told-as';
import { BIZ_STEPS, isUri, OURS } from './vocabulary.ts';

const STEPS = loadCodeList('epcis/business-steps');

/** How our formats of EPCIS note an event without a step: by its action or type alone. */
const NO_STEP = /^(?:ADD|OBSERVE|DELETE|\w+Event)$/;

/** The business step; what came in EPCIS is told as its sender told it. Null: its sender named none. */
export function stepOf({ event, voices }: FactClaim): string | null {
  const { code, rawCode } = event;
  if (rawCode !== null && voices.some(({ format }) => format.startsWith('epcis-'))) {
    if (NO_STEP.test(rawCode)) return null;
    const said = rawCode.replace(/^(?:ADD|OBSERVE|DELETE)\+/, '');
    if (said === '') return null;
    // Of what a pallet in a box is told by `loading`, another event tells more: it goes by what it was read as.
    const isReadSo = (STEPS.find(said)?.canonical ?? 'UNMAPPED') === code;
    if (isReadSo && (BIZ_STEPS.includes(said) || isUri(said))) return said;
  }
  return epcisStepFor(code) ?? `${OURS}step:${code}`;
}
