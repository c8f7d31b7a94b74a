import { claim } from 'graph-schema/domain/claim';
import type { ReadMessage } from 'graph-schema/domain/message';
import type { Reason, TransportRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { versionOf } from '../../claims/message-action.ts';
import { attest, readHead, requireTime, requireTrain, type TafScope } from '../../claims/taf/head.ts';
import { locationOf } from '../../claims/taf/location.ts';
import type { TafContext } from '../../claims/taf/taf-family.ts';
import { findChild, findText, listChildren, listDescendants } from '../../syntax/xml-path.ts';
import type { WholeXml } from '../../syntax/xml-whole.ts';
import type { XmlElement } from '../../syntax/xml.ts';

const CAUSES = loadCodeList('taf/delay-causes');

/** Each DelayCauseTime is a unit: one cause of one delay. */
export function readDelayCauses(message: WholeXml, context: TafContext): readonly ReadMessage[] {
  const reports = listDescendants(message.root, 'DelayEventReport');
  const causes = reports.flatMap((report) =>
    listChildren(report, 'DelayCauseTime').map((cause) => ({ report, cause })),
  );
  const train = requireTrain(message, context);
  const head = train && readHead(message, context);
  if (causes.length === 0)
    context.findings.add(
      'MISSING_FIELD',
      'ERROR',
      'DelayEventReport/DelayCauseTime',
      null,
      message.spanOf(message.root),
    );
  if (!train || !head || causes.length === 0) {
    context.tally.withIssuesOnly(Math.max(1, causes.length));
    return [];
  }
  return causes.flatMap(({ report, cause }, index) => {
    const at = causes.length === 1 ? 'DelayEventReport' : `DelayEventReport[${index + 1}]`;
    const read = readCause(report, cause, train, at, head, causes.length === 1);
    if (!read) context.tally.withIssuesOnly();
    else if (read.attested.length > 0) context.tally.withEvents();
    else context.tally.withoutContent();
    return read ?? [];
  });
}

function readCause(
  report: XmlElement,
  cause: XmlElement,
  train: TransportRef,
  at: string,
  head: TafScope,
  isOnly: boolean,
): ReadMessage | null {
  const span = head.spanOf(report);
  const place = locationOf(findChild(report, 'DelayLocation'), `${at}/DelayLocation`, span, head);
  const code = findText(cause, 'DelayCause') ?? '';
  const time = requireTime(
    findText(cause, 'DelayEventDateTime'),
    `${at}/DelayEventDateTime`,
    place.place,
    span,
    head,
  );
  if (!time) return null;
  // The sender's reference names the delay through all changes; without one, what and when does.
  const name =
    isOnly && head.senderRef
      ? head.senderRef
      : [train.train, train.departureDate, place.key, time.instant, code].join(':');
  const thread = `TDC:${name}`;
  const version = versionOf(head.sent?.instant ?? time.instant);
  if (head.action === 'CANCEL')
    return { thread, version, attested: [], retraction: { kind: 'CANCEL', thread, version } };
  if (!CAUSES.find(code)) head.findings.unmapped(CAUSES, code, `${at}/DelayCause`, span);
  const event = claim({
    code: 'DELAYED',
    classifier: 'ACTUAL',
    time,
    place: place.ref,
    transport: train,
    reason: reasonOf(cause, code),
    rawCode: code || null,
  });
  const retraction = head.action === 'REPLACE' ? ({ kind: 'REPLACE', thread, version } as const) : null;
  return { thread, version, attested: [attest(event, span, head)], retraction };
}

/** The cause as coded; the minutes and the remark as words, since the vocabulary has no field for them. */
function reasonOf(cause: XmlElement, code: string): Reason {
  const minutes = findText(cause, 'DelayMinutes');
  const words = [minutes && `${minutes} min`, ...listChildren(cause, 'Remarks').map(({ text }) => text)];
  return { scheme: 'UIC_450_2', code: code || null, text: words.filter((word) => word).join('; ') || null };
}
