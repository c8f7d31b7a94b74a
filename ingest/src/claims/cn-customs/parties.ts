import { parseUscc } from 'graph-schema/codes/uscc';
import { party } from 'graph-schema/domain/claim';
import type { PartyRef, PartyRole } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { findChild, findText } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';

const PARTIES = loadCodeList('cn-manifest-xml/parties');
const SCHEMES = loadCodeList('cn-manifest-xml/party-ids');

/** The parties that a consignment names, and those that its declaration names for all of them (`shared`, by name). */
export function readCustomsParties(
  consignment: XmlElement,
  shared: ReadonlyMap<string, XmlElement>,
): PartyRef[] {
  return PARTIES.rows.flatMap(({ code, canonical }) => {
    const element = findChild(consignment, code) ?? shared.get(code) ?? null;
    const written = findText(element, 'Name');
    const id = identify(findText(element, 'ID'));
    // The transmitter stands with the number that customs registered it under in place of a name.
    const isNumber = written !== null && id === null && /^\d{9,18}$/.test(written);
    const known = isNumber ? identify(written) : id;
    const name = isNumber ? null : written;
    return name === null && known === null ? [] : [party(canonical as PartyRole, { name, id: known })];
  });
}

/** `USCI+91330200…`, ten digits of the customs register, or a code of the sender's. */
function identify(written: string | null): PartyRef['id'] {
  if (written === null) return null;
  const [, prefix = '', behind = ''] = /^([A-Z0-9]{1,8})\+(.+)$/i.exec(written) ?? [];
  if (behind !== '') {
    const scheme = SCHEMES.find(prefix.toUpperCase())?.canonical ?? prefix.toUpperCase();
    return { scheme, code: behind.trim().toUpperCase() };
  }
  if (parseUscc(written).ok) return { scheme: 'USCC', code: written.toUpperCase() };
  return { scheme: /^\d{10}$/.test(written) ? 'CN_CUSTOMS' : 'LOCAL', code: written };
}
