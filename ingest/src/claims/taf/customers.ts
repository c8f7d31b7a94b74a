import { party } from 'graph-schema/domain/claim';
import type { PartyRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { findText, listChildren } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';

const CUSTOMERS = loadCodeList('taf/customer-types');

/** Consignor and consignee; their numbers are those of the leading railway. */
export function customersOf(parent: XmlElement): PartyRef[] {
  return listChildren(parent, 'Customers').map((customer) => {
    const role = CUSTOMERS.find(findText(customer, 'CustomerType') ?? '')?.canonical ?? 'OTHER';
    const code = findText(customer, 'CustomerNumber');
    return party(role as PartyRef['role'], {
      name: findText(customer, 'AdministrativeContactInformation', 'Name'),
      id: code ? { scheme: 'LOCAL', code } : null,
    });
  });
}
