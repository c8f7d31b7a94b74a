const VOICE =
  '[w.id, w.sha256, w.format, w.receivedAt, src.id, src.name, src.nameZh, src.kind, a.ref, a.start, a.end, src.trust]';

/** A `VoiceRow` each. */
const ROWS = `MATCH (src:Source {id: w.source})
  RETURN collect(${VOICE}) AS voices
}`;

/** All who still make the claim `e`, as `voices`. */
export const VOICES = `CALL (e) {
  MATCH (e)<-[a:ATTESTS]-(w:RawMessage) WHERE a.withdrawn IS NULL OR NOT a.withdrawn
  ${ROWS}`;

/** All who ever made the claim `e`, as `voices`. */
export const FORMER_VOICES = `CALL (e) {
  MATCH (e)<-[a:ATTESTS|ATTESTED]-(w:RawMessage)
  ${ROWS}`;

/** The same as `said`, a `SaidRow` each: with what settles whether the attestation stands. */
export const SAID = `CALL (e) {
  MATCH (e)<-[a:ATTESTS|ATTESTED]-(w:RawMessage)
  MATCH (src:Source {id: w.source})
  RETURN collect([${VOICE},
    a.thread, a.version, a.replaces, a.knownAt, a.until]) AS said
}`;
