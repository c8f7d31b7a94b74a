import { parseImo } from 'graph-schema/codes/imo';
import { completeContainerNumber, parseContainerNumber } from 'graph-schema/codes/iso6346';
import { parseSscc, ssccCheckDigit } from 'graph-schema/codes/sscc';
import { container } from 'graph-schema/domain/claim';
import type { EquipmentRef } from 'graph-schema/domain/tracking-event';
import type { ClaimContext, Where } from '../claim-context.ts';
import { ownThing } from './own-words.ts';

/**
 * What an EPC identifies (GS1 Tag Data Standard, GS1 Digital Link):
 *
 *     urn:epc:id:sscc:<company>.<extension digit + serial>     https://any.host/00/<18 digits>      a logistic unit
 *     urn:epc:id:bic:CSQU3054383                                                                    a freight container
 *     urn:epc:id:imovn:9176187                                                                      a ship
 *     urn:epc:id:sgtin:… grai:… giai:… lgtin:…                 https://any.host/01/…/21/…           any other thing
 *
 * Bare container numbers and SSCCs are read as well. Any other thing keeps its URI as its key.
 */
export interface EpcObject {
  readonly equipment: EquipmentRef | null;
  readonly vesselImo: string | null;
}

const CONTAINER_EPC = /^urn:epc:id:bic:(.+)$/i;
const SSCC_URN = /^urn:epc:(?:id:sscc|tag:sscc-96:\d):(\d{6,12})\.(\d)(\d+)$/i;
const SSCC_LINK = /^https?:\/\/[^?#]*\/(?:00|sscc)\/(\d{18})(?:[/?#]|$)/i;
const VESSEL_EPC = /^urn:epc:id:imovn:(.+)$/i;
const LONGEST = 256;

export function readEpc(written: string, where: Where, { findings }: ClaimContext): EpcObject | null {
  if (written.length > LONGEST) {
    findings.add('BAD_IDENTIFIER', 'WARNING', where.at, written, where.span);
    return null;
  }
  const box = CONTAINER_EPC.exec(written)?.[1];
  if (box !== undefined) {
    const parsed = parseContainerNumber(box);
    if (!parsed.ok) findings.addOnce(parsed.problem, 'WARNING', where.at, written, where.span);
    return equipmentOf(container(parsed.ok ? parsed.value : (completeContainerNumber(box) ?? parsed.value)));
  }
  const ship = VESSEL_EPC.exec(written)?.[1];
  if (ship !== undefined) {
    const imo = parseImo(ship);
    if (imo.ok) return { equipment: null, vesselImo: imo.value };
    findings.addOnce(imo.problem, 'WARNING', where.at, written, where.span);
  }
  const own = ownThing(written);
  if (own) return equipmentOf({ ...own, sizeType: null, seals: [] });
  const sscc = ssccOf(written);
  if (sscc !== null) {
    const parsed = parseSscc(sscc);
    if (!parsed.ok) findings.addOnce(parsed.problem, 'WARNING', where.at, written, where.span);
    return equipmentOf({ kind: 'SSCC', reference: parsed.value, sizeType: null, seals: [] });
  }
  const bare = written.includes(':') ? null : parseContainerNumber(written);
  if (bare?.ok) return equipmentOf(container(bare.value));
  return equipmentOf({ kind: 'ITEM', reference: written, sizeType: null, seals: [] });
}

function equipmentOf(equipment: EquipmentRef): EpcObject {
  return { equipment, vesselImo: null };
}

/** Eighteen digits; the URN leaves the check digit out and puts the extension digit behind the company. */
function ssccOf(written: string): string | null {
  const link = SSCC_LINK.exec(written)?.[1];
  if (link !== undefined) return link;
  if (/^(?:\(00\)|00)?\d{18}$/.test(written)) return written;
  const [, company, extension, serial] = SSCC_URN.exec(written) ?? [];
  if (!company || !extension || !serial) return null;
  const first = `${extension}${company}${serial}`;
  return first.length === 17 ? `${first}${ssccCheckDigit(first)}` : null;
}

/** A class of goods that names one batch (`lgtin`, AI 10) can be looked up; one that names a kind of goods cannot. */
export function isBatch(epcClass: string): boolean {
  return (
    /^urn:epc:class:lgtin:/i.test(epcClass) || /^https?:\/\/[^?#]*\/01\/\d{14}\/10\/[^/?#]+/i.test(epcClass)
  );
}
