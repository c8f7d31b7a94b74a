import { numberIn } from './epc-uri.ts';
import type { EpcisEvent } from './epcis-event.ts';
import type { EpcisQuery } from './query.ts';
import { bareWord } from './vocabulary.ts';

/** Whether an event has all that a query asks for (EPCIS 2.0, 8.2.7.1.1). */
export function matches(event: EpcisEvent, { values }: EpcisQuery): boolean {
  return Object.entries(values).every(([name, said]) => has(event, name, said));
}

function has(event: EpcisEvent, name: string, said: readonly string[]): boolean {
  const [first = ''] = said;
  switch (name) {
    case 'GE_eventTime':
      return Date.parse(event.eventTime) >= Date.parse(first);
    case 'LT_eventTime':
      return Date.parse(event.eventTime) < Date.parse(first);
    case 'GE_recordTime':
      return Date.parse(event.recordTime) >= Date.parse(first);
    case 'LT_recordTime':
      return Date.parse(event.recordTime) < Date.parse(first);
    // The text of the standard and its schema of queries write it differently.
    case 'GE_errorDeclarationTime':
    case 'GE_errorDeclaration_Time':
      return declaredAt(event) >= Date.parse(first);
    case 'LT_errorDeclarationTime':
    case 'LT_errorDeclaration_Time':
      return declaredAt(event) < Date.parse(first);
    case 'EXISTS_errorDeclaration':
      return event.errorDeclaration !== undefined;
    case 'EXISTS_sensorElementList':
      return event.sensorElementList !== undefined;
    case 'EQ_bizStep':
    case 'EQ_disposition':
    case 'EQ_type':
    case 'EQ_errorReason':
      return fieldOf(event, name).some((own) => said.some((word) => bareWord(word) === own));
    default:
      if (name.startsWith('MATCH_')) return fieldOf(event, name).some((epc) => said.some((one) => isMatch(epc, one)));
      if (name.startsWith('EQ_bizTransaction_')) return fieldOf(event, name).some((uri) => said.some((one) => isPaper(uri, one)));
      return fieldOf(event, name).some((own) => said.includes(own));
  }
} // prettier-ignore

/** What an event has under the name of a parameter; none: no event here has such a field, or this one lacks it. */
function fieldOf(event: EpcisEvent, name: string): readonly string[] {
  switch (name) {
    case 'eventType':
      return [event.type];
    case 'EQ_action':
      return [event.action];
    case 'EQ_bizStep':
      return some(event.bizStep);
    case 'EQ_disposition':
      return some(event.disposition);
    case 'EQ_readPoint':
    case 'WD_readPoint':
      return some(event.readPoint?.id);
    case 'EQ_eventID':
      return [event.eventID];
    case 'EQ_errorReason':
      return some(event.errorDeclaration?.reason);
    case 'EQ_correctiveEventID':
      return event.errorDeclaration?.correctiveEventIDs ?? [];
    case 'EQ_type':
      return (event.sensorElementList ?? []).flatMap(({ sensorReport }) => sensorReport.map(({ type }) => type));
    case 'MATCH_parentID':
      return some(event.parentID);
    case 'MATCH_epc':
      return [...(event.epcList ?? []), ...(event.childEPCs ?? [])];
    case 'MATCH_anyEPC':
      return [...(event.epcList ?? []), ...(event.childEPCs ?? []), ...some(event.parentID)];
    default:
      return typedField(event, name);
  }
} // prettier-ignore

/** Epoch milliseconds; NaN, which nothing is compared with: no error is declared. */
function declaredAt({ errorDeclaration }: EpcisEvent): number {
  return Date.parse(errorDeclaration?.declarationTime ?? '');
}

function typedField(event: EpcisEvent, name: string): readonly string[] {
  const [, field, type = ''] = /^EQ_(bizTransaction|source|destination)_(.+)$/.exec(name) ?? [];
  const word = bareWord(type);
  if (field === 'bizTransaction')
    return (event.bizTransactionList ?? []).flatMap((one) => (one.type === word ? [one.bizTransaction] : []));
  if (field === 'source')
    return (event.sourceList ?? []).flatMap((one) => (one.type === word ? [one.source] : []));
  if (field === 'destination')
    return (event.destinationList ?? []).flatMap((one) => (one.type === word ? [one.destination] : []));
  return [];
}

/** A pattern ends with `*`, or is the pure identity pattern of the same (`urn:epc:idpat:`; EPCIS 2.0, 8.2.7.1.1). */
function isMatch(epc: string, asked: string): boolean {
  const pattern = asked.replace(/^urn:epc:idpat:/, 'urn:epc:id:');
  return pattern.endsWith('*') ? epc.startsWith(pattern.slice(0, -1)) : epc === pattern;
}

/** By its URI, or by whatever URI ends with the same number. */
function isPaper(uri: string, asked: string): boolean {
  const [own, other] = [numberIn(uri), numberIn(asked)];
  return uri === asked || (own === other && own !== '');
}

function some(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}
