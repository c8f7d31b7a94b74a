import { claim } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import type { ReadMessage } from 'graph-schema/domain/message';
import type { Reason } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { versionOf } from '../../claims/message-action.ts';
import { attest, readHead, requireTime, requireTrain, timeOf } from '../../claims/taf/head.ts';
import { locationOf } from '../../claims/taf/location.ts';
import type { TafContext } from '../../claims/taf/taf-family.ts';
import { findChild, findPath, findText, listChildren } from '../../syntax/xml-path.ts';
import type { WholeXml } from '../../syntax/xml-whole.ts';
import type { XmlElement } from '../../syntax/xml.ts';

const STATUSES = loadCodeList('taf/interruption-statuses');
const CAUSES = loadCodeList('taf/delay-causes');

/** One interruption a message: that is the unit. */
export function readInterruption(message: WholeXml, context: TafContext): readonly ReadMessage[] {
  const read = readOne(message, context);
  if (!read) context.tally.withIssuesOnly();
  else if (read.attested.length > 0) context.tally.withEvents();
  else context.tally.withoutContent();
  return read ? [read] : [];
}

function readOne(message: WholeXml, context: TafContext): ReadMessage | null {
  const { root, spanOf } = message;
  const { findings } = context;
  const point = findChild(root, 'InterruptionPoint');
  if (!point) findings.add('MISSING_FIELD', 'ERROR', 'InterruptionPoint', null, spanOf(root));
  const train = requireTrain(message, context);
  const head = train && readHead(message, context);
  if (!point || !head) return null;
  const span = spanOf(point);
  const place = locationOf(findChild(point, 'Location'), 'InterruptionPoint/Location', span, head);
  const interruption = findChild(point, 'Interruption');
  const at = 'InterruptionPoint/Interruption/InterruptionDateTime';
  const time = requireTime(findText(interruption, 'InterruptionDateTime'), at, place.place, span, head);
  if (!time) return null;
  const thread = `TRX:${train.train ?? ''}@${train.departureDate ?? ''}:${place.key}:${time.instant}`;
  const version = versionOf(head.sent?.instant ?? time.instant);
  if (head.action === 'CANCEL')
    return { thread, version, attested: [], retraction: { kind: 'CANCEL', thread, version } };
  const status = findText(root, 'TrainRunningInterruptionStatus', 'TrainInterrupted');
  const known = status === null ? 'RUN_INTERRUPTED' : STATUSES.find(status)?.canonical;
  if (!known) findings.unmapped(STATUSES, status ?? '', 'TrainInterrupted', span);
  const reason = reasonOf(interruption);
  if (reason?.code && !CAUSES.find(reason.code))
    findings.unmapped(CAUSES, reason.code, 'InterruptionReason', span);
  const code = (known ?? 'UNMAPPED') as EventCode;
  const about = { place: place.ref, transport: train };
  const attested = [
    attest(claim({ code, classifier: 'ACTUAL', time, ...about, reason, rawCode: status }), span, head),
  ];
  // The later end is told: whoever waits for cargo is better served by the time that will be kept.
  const duration = findPath(point, 'InterruptionDuration');
  const end = findText(duration, 'LatestEndDateTime') ?? findText(duration, 'EarliestEndDateTime');
  const resumes = timeOf(end, place.place, context.source.defaultZone);
  if (end && !resumes) findings.add('BAD_TIME', 'WARNING', 'InterruptionDuration', end, span);
  if (resumes && code === 'RUN_INTERRUPTED')
    attested.push(
      attest(claim({ code: 'RESUMED', classifier: 'ESTIMATED', time: resumes, ...about }), span, head),
    );
  const retraction = head.action === 'REPLACE' ? ({ kind: 'REPLACE', thread, version } as const) : null;
  return { thread, version, attested, retraction };
}

function reasonOf(interruption: XmlElement | null): Reason | null {
  const code = findText(interruption, 'InterruptionReason');
  const words = listChildren(interruption, 'InterruptionDescription').map(({ text }) => text);
  const text = words.filter((word) => word !== '').join('; ') || null;
  return code || text ? { scheme: code ? 'UIC_450_2' : null, code, text } : null;
}
