/** A laden box through the gate of Ningbo, as a carrier tells it; the id is two digits, its minute as well. */
export function dcsaEvent(id: string) {
  return {
    eventID: `6f1c2d3e-0000-4000-8000-0000000000${id}`,
    eventType: 'EQUIPMENT',
    eventCreatedDateTime: '2026-11-07T01:40:00Z',
    eventClassifierCode: 'ACT',
    eventDateTime: `2026-11-07T09:${id}:00+08:00`,
    equipmentEventTypeCode: 'GTIN',
    equipmentReference: 'CSQU3054383',
    emptyIndicatorCode: 'LADEN',
    documentReferences: [{ documentReferenceType: 'TRD', documentReferenceValue: 'COSU6498765432' }],
    transportCall: { UNLocationCode: 'CNNBO', modeOfTransport: 'TRUCK' },
  };
}
