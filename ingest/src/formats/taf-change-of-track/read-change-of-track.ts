import { claim } from 'graph-schema/domain/claim';
import type { ReadMessage } from 'graph-schema/domain/message';
import { versionOf } from '../../claims/message-action.ts';
import { attest, readHead, requireTrain } from '../../claims/taf/head.ts';
import { locationOf } from '../../claims/taf/location.ts';
import type { TafContext } from '../../claims/taf/taf-family.ts';
import { findChild, findText } from '../../syntax/xml-path.ts';
import type { WholeXml } from '../../syntax/xml-whole.ts';
import type { XmlElement } from '../../syntax/xml.ts';

/** One change a message: that is the unit. */
export function readChangeOfTrack(message: WholeXml, context: TafContext): readonly ReadMessage[] {
  const read = readOne(message, context);
  if (!read) context.tally.withIssuesOnly();
  else if (read.attested.length > 0) context.tally.withEvents();
  else context.tally.withoutContent();
  return read ? [read] : [];
}

function readOne(message: WholeXml, context: TafContext): ReadMessage | null {
  const { root, spanOf } = message;
  const actual = findChild(root, 'LocationActualTrack');
  if (!actual) context.findings.add('MISSING_FIELD', 'ERROR', 'LocationActualTrack', null, spanOf(root));
  const train = requireTrain(message, context);
  const head = train && readHead(message, context);
  if (!actual || !head) return null;
  const span = spanOf(actual);
  // The change happens when it is decided, which is when the message is made; the booked time only says for which call.
  if (!head.sent) {
    context.findings.add(
      'MISSING_FIELD',
      'ERROR',
      'MessageHeader/MessageReference/MessageDateTime',
      null,
      spanOf(root),
    );
    return null;
  }
  const place = locationOf(actual, 'LocationActualTrack', span, head);
  const status = findText(root, 'TrainLocationStatus');
  const thread = `TCT:${train.train ?? ''}@${train.departureDate ?? ''}:${place.key}:${status ?? ''}`;
  const version = versionOf(head.sent.instant);
  if (head.action === 'CANCEL')
    return { thread, version, attested: [], retraction: { kind: 'CANCEL', thread, version } };
  const planned = trackOf(findChild(root, 'LocationPlannedTrack'));
  const track = trackOf(actual);
  const event = claim({
    code: 'TRACK_CHANGED',
    classifier: 'ACTUAL',
    time: head.sent,
    place: place.ref,
    transport: train,
    reason: { scheme: 'TRACK', code: track, text: `${planned ?? '?'} → ${track ?? '?'}` },
    rawCode: status,
  });
  const retraction = head.action === 'REPLACE' ? ({ kind: 'REPLACE', thread, version } as const) : null;
  return { thread, version, attested: [attest(event, span, head)], retraction };
}

/** The track as the station calls it: by the code, else by the name of the part of the location. */
function trackOf(location: XmlElement | null): string | null {
  const part = findChild(location, 'LocationSubsidiaryIdentification');
  return findText(part, 'LocationSubsidiaryCode') ?? findText(part, 'LocationSubsidiaryName');
}
