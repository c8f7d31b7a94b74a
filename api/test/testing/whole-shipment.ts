/** All that a shipment answers of what is known, for comparing two answers; ids of uses of boxes may change with a new cut. */
export const WHOLE_SHIPMENT = `
fragment T on EventTime { instant local zone zoneSource precision }
fragment P on Place { id name facility }
fragment V on Transport { mode name vesselImo voyage train flight }
fragment M on Milestone {
  id dimension code classifier time { ...T } place { ...P } containers loadState transport { ...V } document { value }
  pieces ofPieces reason inherited disagreement voices { eventId source { id } rawCode messageRef }
}
fragment Whole on Shipment {
  id title { scheme value } identifiers { scheme value } related { relation shipmentId title { value } }
  parties { role name otherNames ids { scheme code } isDisputed voices { eventId source { id } } }
  goods { subject { value } lines { description hsCode pieces grossKg } pieces grossKg isDisputed voices { eventId source { id } } }
  journey {
    phase currentPlace { ...P } currentTransport { ...V } origin { ...P } destination { ...P } changesAt
    last { ...M } next { code basis place { ...P } time { ...T } overdueSince unread }
    eta { basis late time { ...T } place { ...P } source { id } eventId overdueSince }
    etaSeries { source { id } errorMinutes tellings { eventId toldAt code basis isOnTarget } }
    etaChanges { at reason eventId from { ...T } to { ...T } }
    blockers { code leaf since milestoneId }
    exceptions { id kind of severity openedAt closedAt actor containers place { ...P } document { value } evidence figures { since limitHours until } }
    readiness {
      container place { ...P } regime presence verdict blocking { kind actor }
      proof { kind state actor evidence parts { kind state actor evidence since { ...T } document { value } } }
    }
    logistics { ...M } documents { ...M }
    containers { reference sizeType seals phase last { ...M } steps { ...M } parked { reason against milestone { ...M } } }
    pieces { total atPlace { code pieces place { ...P } } }
    legs {
      id mode state from { ...P } to { ...P } transport { ...V }
      departurePlanned { ...T } departureActual { ...T } arrivalPlanned { ...T } arrivalEstimated { ...T } arrivalActual { ...T }
    }
  }
}`;
