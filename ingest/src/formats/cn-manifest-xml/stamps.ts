import { claim } from 'graph-schema/domain/claim';
import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { CustomsScope } from '../../claims/cn-customs/customs-scope.ts';
import { customsTime } from '../../claims/cn-customs/customs-time.ts';
import { readLocation } from '../../claims/cn-customs/location.ts';
import { SILENT } from '../../syntax/findings.ts';
import { findText } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import { findShared, type ManifestScope } from './manifest-scope.ts';

/** `501:BorderTransportMeans/CompletedDateTime` → `ACTUAL:DISCHARGED` */
const STAMPS = loadCodeList('cn-manifest-xml/stamps').rows.map(({ code, canonical }) => {
  const [kind = '', path = ''] = code.split(':');
  const [classifier, meaning] = (canonical ?? '').split(':');
  return {
    kind,
    path: path.split('/'),
    classifier: classifier as EventClassifier,
    code: meaning as EventCode,
  };
});

/**
 * What the times in a message say of the bill beside the paper itself: when the ship is expected, when its cargo was
 * discharged. Moves of cargo in boxes are told box by box.
 */
export function readStamps(
  record: XmlElement,
  scope: ManifestScope,
  at: CustomsScope,
  paper: TrackingEvent,
): TrackingEvent[] {
  const variant = `${scope.head.kind ?? ''}${scope.type.slice(4)}`;
  return STAMPS.filter(({ kind }) => kind === scope.head.kind || kind === variant).flatMap((stamp) => {
    const { path, classifier, code } = stamp;
    const [location = '', ...inside] = path;
    const written = findText(record, ...path) ?? findShared(scope, location, ...inside);
    if (!written) return [];
    const where = findText(record, location, 'ID') ?? findShared(scope, location, 'ID');
    const isPlace = location !== 'BorderTransportMeans';
    const place = isPlace && where ? readLocation(where, scope.head.mode, { ...at, findings: SILENT }) : null;
    const time = customsTime(written, place?.place ?? null);
    if (!time) {
      at.findings.add('BAD_TIME', 'WARNING', `${at.at}/${path.join('/')}`, written, at.span);
      return [];
    }
    // A bare day (n8) is what was written months before; told here, it would stand in the way of a carrier's hour.
    if (time.precision === 'DAY') return [];
    const { transport, documents, from, to, loadState } = paper;
    const shared = { code, classifier, time, transport, documents, from, to, rawCode: path.at(-1) ?? null };
    const there = { ...shared, place: place?.ref ?? paper.place };
    const boxes = paper.equipment ? [paper.equipment] : code === 'ARRIVED' ? [] : paper.contents;
    if (boxes.length === 0) return documents.length === 0 ? [] : [claim(there)];
    return boxes.map((equipment) => claim({ ...there, equipment, loadState }));
  });
}
