import { createHash, createHmac } from 'node:crypto';
import { PROFILE_DEFAULTS, type SourceProfile } from 'graph-schema/domain/source';

type Kind = SourceProfile['kind'];

interface SourceRow {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string;
  readonly kind: Kind;
  readonly zone: string;
  /** Minutes from a thing happening to its message reaching us, when nothing goes wrong. */
  readonly usualLagMinutes: number;
  readonly scac?: string;
  /** Its own codes for places. JT files name the gate by the sender. */
  readonly places?: Readonly<Record<string, string>>;
}

const china = 'Asia/Shanghai';

/** Everyone who sends in the sample world. Real carriers' code shapes stand behind sample names. */
const rows = [
  { id: 'ningbo-terminal', name: 'Ningbo sample terminal', nameZh: '宁波示例码头', kind: 'TERMINAL', zone: china, usualLagMinutes: 12, scac: 'COSU', places: { NGBTERM: 'CNNBO' } },
  { id: 'shanghai-terminal', name: 'Shanghai Yangshan sample terminal', nameZh: '上海洋山示例码头', kind: 'TERMINAL', zone: china, usualLagMinutes: 9, scac: 'COSU' },
  { id: 'qinzhou-terminal', name: 'Qinzhou sample terminal', nameZh: '钦州示例码头', kind: 'TERMINAL', zone: china, usualLagMinutes: 15, scac: 'COSU', places: { QZTERM: 'CNQZH' } },
  { id: 'singapore-terminal', name: 'Singapore sample terminal', nameZh: '新加坡示例码头', kind: 'TERMINAL', zone: 'Asia/Singapore', usualLagMinutes: 7, scac: 'COSU' },
  { id: 'rotterdam-terminal', name: 'Rotterdam sample terminal', nameZh: '鹿特丹示例码头', kind: 'TERMINAL', zone: 'Europe/Amsterdam', usualLagMinutes: 6, scac: 'COSU' },
  { id: 'sample-ocean-carrier', name: 'Sample Ocean Carrier', nameZh: '示例远洋航运', kind: 'CARRIER', zone: china, usualLagMinutes: 55, scac: 'COSU' },
  { id: 'sample-railway-platform', name: 'Sample railway platform', nameZh: '示例铁路平台', kind: 'RAIL', zone: china, usualLagMinutes: 25 },
  { id: 'sample-european-railway', name: 'Sample European railway', nameZh: '示例欧洲铁路', kind: 'RAIL', zone: 'Europe/Berlin', usualLagMinutes: 3 },
  { id: 'sample-airline', name: 'Sample Air Cargo', nameZh: '示例航空货运', kind: 'AIRLINE', zone: china, usualLagMinutes: 20 },
  { id: 'customs-single-window', name: 'Customs single window (sample)', nameZh: '国际贸易单一窗口（示例）', kind: 'CUSTOMS', zone: china, usualLagMinutes: 4 },
  { id: 'ais-station', name: 'AIS coast stations (sample)', nameZh: 'AIS 岸站（示例）', kind: 'AIS', zone: 'UTC', usualLagMinutes: 0 },
  { id: 'container-depots', name: 'Sample container depots', nameZh: '示例集装箱堆场', kind: 'TERMINAL', zone: china, usualLagMinutes: 30, scac: 'COSU' },
  { id: 'adsb-receivers', name: 'ADS-B receivers (sample)', nameZh: 'ADS-B 接收站（示例）', kind: 'OPERATOR', zone: 'UTC', usualLagMinutes: 0 },
  { id: 'truck-platform', name: 'Sample truck platform', nameZh: '示例车辆定位平台', kind: 'OPERATOR', zone: china, usualLagMinutes: 1 },
  { id: 'box-telematics', name: 'Sample container telematics', nameZh: '示例集装箱定位', kind: 'OPERATOR', zone: 'UTC', usualLagMinutes: 1 },
] as const satisfies readonly SourceRow[]; // prettier-ignore

export type SourceId = (typeof rows)[number]['id'];

const rowsById: ReadonlyMap<string, SourceRow> = new Map(rows.map((row) => [row.id, row]));

const SOURCE_IDS: readonly SourceId[] = rows.map(({ id }) => id);

export function usualLagMinutes(id: SourceId): number {
  return rowsById.get(id)?.usualLagMinutes ?? 0;
}

/** The push key of a source: follows from the secret, so that a second start needs no other store. */
function sourceKey(secret: string, id: SourceId): string {
  return `tls_${createHmac('sha256', secret).update(`sample-world source ${id}`).digest('base64url')}`;
}

/** What the receivers must know of the sample senders; only hashes of their keys. */
export function sourceProfiles(secret: string): SourceProfile[] {
  return rows.map((row: SourceRow & { id: SourceId }) => ({
    ...PROFILE_DEFAULTS,
    id: row.id,
    name: row.name,
    nameZh: row.nameZh,
    kind: row.kind,
    defaultZone: row.zone,
    scac: row.scac ?? null,
    placeAliases: row.places ?? {},
    keySha256: createHash('sha256').update(sourceKey(secret, row.id)).digest('hex'),
    mayStateReceivedAt: true,
  }));
}

/** The plain keys, for the sender's own file. */
export function sourceKeys(secret: string): Record<string, string> {
  return Object.fromEntries(SOURCE_IDS.map((id) => [id, sourceKey(secret, id)]));
}
