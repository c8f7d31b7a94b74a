import { carrierOfBill, carriersOfBareBill, oceanBillVariants, parseOceanBill } from '../ocean-bill.ts';
import { parseImo } from '../imo.ts';
import { mmsiCountry, parseMmsi } from '../mmsi.ts';
import { parseVoyageKey } from '../voyage.ts';
import { candidate, type NumberCandidate, type Reading } from './candidate.ts';

const CONTAINER_SHAPE = /^[A-Z]{3}[UJZ]\d{7}$/;

/** A bill is stored with its SCAC where the carrier was known and bare where not, so both forms are candidates. */
export function oceanBillCandidates({ compact }: Reading): readonly NumberCandidate[] {
  const bill = parseOceanBill(compact, null);
  if (!bill.ok || bill.value.length < 7) return [];
  const value: string = bill.value;
  const own = carrierOfBill(value);
  const canonical = candidate('MASTER_BILL', value, confidenceOf(value));
  const variants = oceanBillVariants(value).slice(1);
  if (own) {
    return [
      canonical,
      ...variants.map((variant, index) =>
        value.endsWith(variant)
          ? candidate('MASTER_BILL', variant, canonical.confidence * 0.5, 'NONE', ['SCAC_REMOVED'])
          : candidate('MASTER_BILL', variant, canonical.confidence * (0.4 - index * 0.02), 'NONE', [
              'SCAC_ADDED',
            ]),
      ),
    ];
  }
  const carriers = carriersOfBareBill(value);
  return [
    canonical,
    ...variants.map((variant, index) => {
      const confirmed = carriers[index]?.mark === 'V';
      return candidate('MASTER_BILL', variant, canonical.confidence * (confirmed ? 0.95 : 0.5) - index * 0.01, 'NONE', ['SCAC_ADDED']); // prettier-ignore
    }),
  ];
}

function confidenceOf(value: string): number {
  const own = carrierOfBill(value);
  if (own?.exact) return own.carrier.mark === 'V' ? 0.95 : 0.8;
  // `OOLU1234567`: the prefix of a box and of a bill, with the length of a box.
  if (own) return CONTAINER_SHAPE.test(value) ? 0.3 : 0.6;
  const confirmed = carriersOfBareBill(value).some(({ mark }) => mark === 'V');
  if (confirmed) return 0.5;
  return carriersOfBareBill(value).length > 0 ? 0.3 : 0.2;
}

/** `<bill>*<house bill>` in the bill field of a China customs declaration. [E] */
export function oceanBillPairCandidates({ text }: Reading): readonly NumberCandidate[] {
  const [, master = '', house = ''] = /^([A-Z0-9-]{5,35})\*([A-Z0-9-]{3,35})$/.exec(text) ?? [];
  const bill = parseOceanBill(master, null);
  if (!bill.ok) return [];
  return [
    candidate('MASTER_BILL', bill.value, 0.85),
    candidate('HOUSE_BILL', house.replaceAll('-', ''), 0.8),
  ];
}

export function shipCandidates({ compact, text }: Reading): readonly NumberCandidate[] {
  const found: NumberCandidate[] = [];
  const imo = parseImo(compact);
  const named = imo.value !== compact;
  if (imo.ok) found.push(candidate('VESSEL', imo.value, named ? 0.98 : 0.86, 'PASS'));
  else if (imo.problem === 'BAD_CHECK_DIGIT')
    found.push(candidate('VESSEL', imo.value, named ? 0.5 : 0.12, 'FAIL'));
  const mmsi = parseMmsi(compact);
  if (mmsi.ok) found.push(candidate('MMSI', mmsi.value, mmsiCountry(mmsi.value) ? 0.56 : 0.3));
  const voyage = parseVoyageKey(text);
  if (voyage.ok) found.push(candidate('VOYAGE', voyage.value, 0.96, 'PASS'));
  return found;
}
