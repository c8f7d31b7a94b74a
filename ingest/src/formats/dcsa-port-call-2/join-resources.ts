import { asObject, textOf, type JsonObject } from '../../syntax/json-fields.ts';

/**
 * Just in Time 2.0 (2024) sends what an event of Port Call 2.0 holds as resources of their own, each naming the one above:
 *
 *     port call { portCallID, vessel } ◀─ terminal call { terminalCallID, voyages } ◀─ service { portCallServiceID, type } ◀─ timestamp
 *
 * A timestamp alone says neither ship nor what for. So what stands before it in the same message is joined to it; what
 * does not is missing, and the reader says so. Events pass as they are.
 */
export function joinResources(): (record: JsonObject) => JsonObject {
  const portCalls = new Map<string, JsonObject>();
  const terminalCalls = new Map<string, JsonObject>();
  const services = new Map<string, JsonObject>();
  const found = (map: Map<string, JsonObject>, id: string | null): JsonObject | null =>
    id === null ? null : (map.get(id) ?? null);
  return (record) => {
    if (
      asObject(record['portCallService']) ||
      asObject(record['portCall']) ||
      asObject(record['terminalCall'])
    )
      return record;
    const id = {
      timestamp: textOf(record, 'timestampID'),
      service: textOf(record, 'portCallServiceID'),
      terminalCall: textOf(record, 'terminalCallID'),
      portCall: textOf(record, 'portCallID'),
    };
    const isTimestamp = id.timestamp !== null || record['classifierCode'] !== undefined;
    const isService = !isTimestamp && record['portCallServiceTypeCode'] !== undefined;
    if (isService && id.service !== null) services.set(id.service, record);
    const service = isService ? record : found(services, id.service);
    const isTerminalCall = !service && id.service === null && id.terminalCall !== null;
    if (isTerminalCall) terminalCalls.set(id.terminalCall ?? '', record);
    const terminalCall = isTerminalCall
      ? record
      : found(terminalCalls, textOf(service, 'terminalCallID') ?? id.terminalCall);
    const isPortCall = !terminalCall && id.service === null && id.portCall !== null;
    if (isPortCall) portCalls.set(id.portCall ?? '', record);
    const portCall = isPortCall
      ? record
      : found(portCalls, textOf(terminalCall, 'portCallID') ?? id.portCall);
    return {
      eventID: id.timestamp ?? undefined,
      portCall: portCall ?? undefined,
      terminalCall: terminalCall ?? undefined,
      portCallService: service ?? (id.service === null ? undefined : { portCallServiceID: id.service }),
      vessel: portCall?.['vessel'],
      timestamp: isTimestamp ? record : undefined,
    };
  };
}
