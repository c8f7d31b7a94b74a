import type { FieldGroup } from 'graph-schema/domain/access/access-rules';

/** The group that a field is shown or withheld with; OPEN: nothing of cargo by itself. */
export type FieldRule = FieldGroup | 'OPEN';

/** What is told of every error, and of an exception in lists and in the feed. */
const ERROR = { OPEN: 'code message' } as const;
const EXCEPTION_IN_BRIEF = { EXCEPTIONS: 'actor id kind openedAt severity' } as const;

/**
 * Every field of what readers are told, of cargo and otherwise. A new one fails a test until it stands here: whoever adds it says
 * what it is withheld with. Types of accounts, and of whoever runs the service, have the rule of the type alone.
 */
const BY_TYPE: Readonly<Record<string, Partial<Record<FieldRule, string>>>> = {
  Service: { OPEN: 'clockRate now sampleWorld version' },
  Viewer: { OPEN: 'groups isAdmin keys kind link name organisation seesAll' },
  LinkSight: { OPEN: 'groups shipment until' },
  SignInProvider: { OPEN: 'name' },
  CodeList: { OPEN: 'name rows size title titleZh unconfirmed version' },
  CodeRow: { OPEN: 'canonical code isConfirmed isCorrected meaning meaningZh variant' },
  RuleEdition: { OPEN: 'isChanged set since version' },
  Source: { OPEN: 'id kind name nameZh' },
  NotFoundError: ERROR,
  AsOfError: { OPEN: 'code from message to' },
  AccountError: ERROR,
  SignInError: ERROR,
  UnknownMeaningError: ERROR,
  ResyncError: { OPEN: 'code cursor message reason' },
  WebhookError: { OPEN: 'code message value' },
  PageInfo: { OPEN: 'endCursor hasNextPage hasPreviousPage startCursor' },
  Lookup: { OPEN: 'candidates query shipments' },
  LookupHit: { OPEN: 'via', MILESTONES: 'shipment' },
  NumberCandidate: { OPEN: 'checkDigit confidence found repairs scheme value' },
  Identifier: { OPEN: 'scheme value' },
  Place: { OPEN: 'berth country facility id latitude longitude name nameZh unLocode zone' },
  EventTime: { OPEN: 'instant local precision zone zoneSource' },
  Transport: { OPEN: 'departureDate flight mode name plate train vesselImo voyage wagon' },
  JourneyUpdate: { OPEN: 'cursor', MILESTONES: 'shipment' },
  Shipment: { MILESTONES: 'asOf id identifiers journey title withdrawn withheld', GOODS: 'goods', PARTIES: 'parties', PAPERS: 'related' },
  Journey: { MILESTONES: 'arrived changesAt containers currentPlace currentTransport destination deviation geometry judgedBy last legs logistics next origin overtaken phase', PAPERS: 'arrivalByPapers documents', RELEASE: 'blockers readiness', MONEY: 'charges freeTime', ETA: 'eta etaChanges etaSeries', EXCEPTIONS: 'exceptions', POSITIONS: 'livePosition livePositions', GOODS: 'pieces' },
  Milestone: { MILESTONES: 'classifier code containers derived dimension disagreement equipmentReference id inherited loadState place reason time transport voices', PAPERS: 'document', GOODS: 'ofPieces pieces' },
  // How and when a message came is told with what it says; its id is another where its words are withheld.
  Voice: { MILESTONES: 'eventId evidence place rawCode source time', EVIDENCE: 'messageRef' },
  ContainerProgress: { MILESTONES: 'cycleId last parked phase reference seals sizeType steps' },
  Leg: { MILESTONES: 'arrivalActual arrivalEstimated arrivalLate arrivalPlanned containers departureActual departureEstimated departureLate departurePlanned from id mode state to transport' },
  Arrived: { MILESTONES: 'late place time' },
  Deviation: { MILESTONES: 'misdirectedAt plannedTo routing' },
  OvertakenPlan: { MILESTONES: 'by milestones run' },
  ExpectedStep: { MILESTONES: 'basis code overdueSince place time unread' },
  WithdrawnStatus: { MILESTONES: 'code milestoneId reason time' },
  JourneyGeometry: { MILESTONES: 'paths stops' },
  PathSegment: { MILESTONES: 'basis coordinates legId mode state' },
  MapStop: { MILESTONES: 'kind place' },
  ParkedStatement: { MILESTONES: 'against milestone reason' },
  Eta: { ETA: 'band basis computation eventId isProven late overdueSince place source time' },
  EtaBand: { ETA: 'closed confidence from to' },
  EtaChange: { ETA: 'at band basis eventId formerSource from given parts place reason silentSince source to' },
  EtaComputation: { ETA: 'dwellHours milesLeft movingHours passages positionAt stays stops' },
  EtaPart: { ETA: 'hours kind name place' },
  EtaSeries: { ETA: 'errorMinutes source tellings' },
  EtaStop: { ETA: 'hours kind name place' },
  EtaTelling: { ETA: 'band basis code computation eventId isOnTarget isProven place time toldAt transport', MILESTONES: 'evidence' },
  LivePosition: { POSITIONS: 'accuracyMetres at basis containers courseDegrees headingDegrees latitude longitude means mode name source speedKnots' },
  LivePositions: { POSITIONS: 'hidden left moved' },
  MapPosition: { POSITIONS: 'at courseDegrees crowd id kind latitude longitude name speedKnots vesselImo' },
  PositionsAsOf: { POSITIONS: 'at isPartial positions' },
  RelatedShipment: { PAPERS: 'relation shipmentId title' },
  Party: { PARTIES: 'ids isDisputed name otherNames role voices' },
  PartyId: { PARTIES: 'code scheme' },
  Goods: { GOODS: 'grossKg isDisputed lines pieces subject voices' },
  GoodsLine: { GOODS: 'description grossKg hsCode packageType pieces unNumber' },
  PieceProgress: { GOODS: 'atPlace total' },
  PiecesAt: { GOODS: 'code pieces place' },
  Evidence: { EVIDENCE: 'after before sha256 span', MILESTONES: 'format isWithheld rawId receivedAt' },
  FreeTimeClock: { MONEY: 'basis binding container endsAt evidence isCertain isConfirmed kind lastFreeDay open place rates startedAt stoppedAt tariff zone' },
  DayCharge: { MONEY: 'amount container currency date day kind' },
  DayRate: { MONEY: 'amount currency fromDay' },
  Blocker: { RELEASE: 'code leaf milestoneId since' },
  Readiness: { RELEASE: 'blocking container place presence proof regime verdict' },
  ProofNode: { RELEASE: 'actor document evidence kind parts since state' },
  JourneyException: { EXCEPTIONS: 'actor closedAt containers document evidence figures id kind of openedAt place run severity' },
  ExceptionFigures: { EXCEPTIONS: 'arrives delayHours departs fromRun inboundName inboundRun isConfirmed limitHours max measured min odds oddsBasis offNm onwardName onwardRun papers planned says sealsAfter sealsBefore since source step tariff toRun until' },
  NumberLookup: { OPEN: 'candidates hits isPartial query' },
  NumberHit: { OPEN: 'via', MILESTONES: 'shipment' },
  ShipmentConnection: { OPEN: 'edges isPartial isTotalAtLeast pageInfo totalCount' },
  ShipmentEdge: { OPEN: 'cursor', MILESTONES: 'node' },
  FeedPage: { OPEN: 'behind cursor entries' },
  FeedEntry: { OPEN: 'at id kind mergedInto shipmentId', MILESTONES: 'change claims shipment' },
  Port: { OPEN: 'id now place terminals', RELEASE: 'waitingGrounds' },
  PortHit: { OPEN: 'port shipments' },
  PortTerminal: { OPEN: 'code isConfirmed latitude longitude name nameZh' },
  PortNow: { OPEN: 'at isPartial isWaitingWithheld', MILESTONES: 'runs standing', RELEASE: 'waiting' },
  PortRun: { MILESTONES: 'actual anchored berthed containers direction estimated id mode other place planned shipments state transport unberthed' },
  BoxesStanding: { MILESTONES: 'count place' },
  BoxesWaiting: { RELEASE: 'boxes count onlyCounted reason' },
  WaitingBox: { RELEASE: 'condition container shipmentId since title' },
  WaitingGround: { RELEASE: 'kind latitude longitude name nameZh radiusNm' },
  ListedShipment: { MILESTONES: 'arrivesAt changedAt containers departedAt destination id next phase place shipment title', PAPERS: 'declaredAt releasedAt', ETA: 'eta', EXCEPTIONS: 'attention exceptions' },
  ListedStep: { MILESTONES: 'code overdueSince place time' },
  FeedChange: { MILESTONES: 'parts phase place', EXCEPTIONS: 'changed closed opened', ETA: 'eta' },
  FeedClaim: { MILESTONES: 'classifier code equipmentReference id loadState place time transport', PAPERS: 'documents' },
  PortMove: { MILESTONES: 'at claim id news shipment shipmentId' },
  PortActivityPage: { MILESTONES: 'behind cursor moves' },
  ListedEta: { ETA: 'late overdueSince place time' },
  FeedEta: { ETA: 'lateMinutes place time' },
  ExceptionNews: { EXCEPTIONS: 'at exception id news shipmentId', MILESTONES: 'shipment' },
  ExceptionPage: { EXCEPTIONS: 'behind cursor news' },
  ListedException: EXCEPTION_IN_BRIEF,
  FeedException: EXCEPTION_IN_BRIEF,
  // A number is suggested to whom it is shown.
  Suggestion: { OPEN: 'at number slip' },
}; // prettier-ignore

/** By `Type.field`. Throws where one stands twice. */
export const FIELDS: Readonly<Record<string, FieldRule>> = fieldsOf();

function fieldsOf(): Record<string, FieldRule> {
  const fields: Record<string, FieldRule> = {};
  for (const [type, rules] of Object.entries(BY_TYPE))
    for (const [rule, names] of Object.entries(rules) as [FieldRule, string][])
      for (const name of names.split(' ')) {
        const field = `${type}.${name}`;
        if (fields[field]) throw new Error(`${field} has two rules`);
        fields[field] = rule;
      }
  return fields;
}
