/** Who sends, as data: an operator edits these, code never names a source. */
export interface SourceProfile {
  /** Stable id, `ngb-terminal`. */
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  /** What kind of voice it is: precedence between voices is by kind of fact and kind of voice. */
  readonly kind:
    'TERMINAL' | 'CARRIER' | 'CUSTOMS' | 'RAIL' | 'AIRLINE' | 'FORWARDER' | 'AIS' | 'OPERATOR' | 'INTERNAL';
  /** Zone for local times whose place gives none; IANA. */
  readonly defaultZone: string;
  /** Character set to try when the message does not say and is not UTF-8: a TextDecoder label. */
  readonly defaultCharset: string;
  /** SCAC put before bills of this sender that come without one, or null. */
  readonly scac: string | null;
  /** Sender's own place codes → UN/LOCODE. */
  readonly placeAliases: Readonly<Record<string, string>>;
  /** SHA-256 of the key that pushes must carry, hex; null = takes no pushes. */
  readonly keySha256: string | null;
  /** Only the sample world and replays may say when they received something. */
  readonly mayStateReceivedAt: boolean;
}
