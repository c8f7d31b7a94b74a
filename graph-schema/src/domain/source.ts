import type { TableMapping } from './table-mapping.ts';

export type SourceKind =
  'TERMINAL' | 'CARRIER' | 'CUSTOMS' | 'RAIL' | 'AIRLINE' | 'FORWARDER' | 'AIS' | 'OPERATOR' | 'INTERNAL';

/** What a source may speak of; what is null is not limited. A claim outside is parked as NOT_ENTITLED. */
export interface Entitlement {
  /** Event codes, families of them (`DECL_*`), dimensions (`DOCUMENT`), and `POSITION`. */
  readonly kinds: readonly string[] | null;
  /** Countries, UN/LOCODEs, terminals (`CNNBO:BLCT3`), customs offices, stations. A claim without a place is outside. */
  readonly places: readonly string[] | null;
  /** Issuers of papers (SCAC, airline prefix, office) or identified parties (`USCC:…`). A claim that names none is outside. */
  readonly parties: readonly string[] | null;
}

/** Who sends, as data: an operator edits these, code never names a source. */
export interface SourceProfile {
  /** Stable id, `ngb-terminal`. */
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  /** What kind of voice it is: precedence between voices is by kind of fact and kind of voice. */
  readonly kind: SourceKind;
  /** Zone for local times whose place gives none; IANA. */
  readonly defaultZone: string;
  /** Character set to try when the message does not say and is not UTF-8: a TextDecoder label. */
  readonly defaultCharset: string;
  /** SCAC put before bills of this sender that come without one, or null. */
  readonly scac: string | null;
  /**
   * How it uses the qualifiers of bills and bookings (BM and BN): `AS_DECLARED`, `SWAPPED`, or `BOTH` when it is not known
   * which, and the number is then found as either.
   */
  readonly billRule: 'AS_DECLARED' | 'SWAPPED' | 'BOTH';
  /** Sender's own place codes → UN/LOCODE. */
  readonly placeAliases: Readonly<Record<string, string>>;
  /** What its codes mean where it differs from the lists: list, or `list#variant` → code → canonical value, null for nothing. */
  readonly codeCorrections: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
  /** How its spreadsheets are read, in the order in which they are tried. */
  readonly tables: readonly TableMapping[];
  /** Ids of the formats that it may send; null: any. */
  readonly formats: readonly string[] | null;
  /** Null: of anything. */
  readonly maySpeakOf: Entitlement | null;
  /** Rank by kind of fact (an event code, a family `DECL_*`, a dimension): lower counts first. Not named: by its kind. */
  readonly trust: Readonly<Record<string, number>>;
  /** Messages that it may push a minute; null: no limit. */
  readonly messagesPerMinuteMax: number | null;
  /** Minutes without a message after which it counts as silent; null: it may be silent for ever. */
  readonly silentAfterMinutes: number | null;
  /** SHA-256 of the key that pushes must carry, hex; null = takes no pushes. */
  readonly keySha256: string | null;
  /** Only the sample world and replays may say when they received something. */
  readonly mayStateReceivedAt: boolean;
}

/** What a profile is where it says nothing else. */
export const PROFILE_DEFAULTS = {
  nameZh: null,
  defaultZone: 'UTC',
  defaultCharset: 'gb18030',
  scac: null,
  billRule: 'AS_DECLARED',
  placeAliases: {},
  codeCorrections: {},
  tables: [],
  formats: null,
  maySpeakOf: null,
  trust: {},
  messagesPerMinuteMax: null,
  silentAfterMinutes: null,
  keySha256: null,
  mayStateReceivedAt: false,
} as const satisfies Omit<SourceProfile, 'id' | 'name' | 'kind'>;

/** What can be wrong with the settings of a source, for whoever edits them. */
export const SETTING_DOUBTS = {
  NOT_READ: 'This cannot be read: the source keeps its former settings, and without any it may not send.',
  FILE_NOT_READ: 'The file of the sources cannot be read: what it said before counts.',
  UNKNOWN_FIELD: 'There is no setting of this name: it changes nothing.',
  UNKNOWN_ZONE: 'There is no such time zone: times without a zone are read in UTC.',
  UNKNOWN_CHARSET: 'There is no such character set: GB 18030 is tried instead.',
  UNKNOWN_FORMAT: 'There is no such format: it allows nothing.',
  UNKNOWN_KIND: 'There is no such kind of event: it allows or ranks nothing.',
} as const satisfies Record<string, string>;
export type SettingDoubtCode = keyof typeof SETTING_DOUBTS;

export interface SettingDoubt {
  readonly code: SettingDoubtCode;
  /** The setting, `maySpeakOf.kinds`; "" for the file. */
  readonly field: string;
  /** What stands there, as written; null where that says nothing. */
  readonly value: string | null;
}
