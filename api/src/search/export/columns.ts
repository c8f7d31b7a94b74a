import type { Gazetteer } from 'graph-schema/domain/place';
import { attentionOf } from 'graph-schema/domain/summary/summary';
import type { PlaceRef } from 'graph-schema/domain/tracking-event';
import { findPlaceView } from '../../journey/place-view.ts';
import type { ListedShipment } from '../listed-shipment.ts';
import { CARGO_COLUMNS } from './cargo-columns.ts';
import {
  EXCEPTION_WORDS,
  PHASE_WORDS,
  SEVERITY_WORDS,
  inLanguage,
  type Language,
  type Words,
} from './words.ts';

/** What a cell holds: an instant as a `Date`; null: nothing is known. */
export type Cell = string | number | Date | null;

interface Reader {
  readonly places: Gazetteer;
  readonly language: Language;
}

interface Column {
  readonly head: Words;
  readonly width: number;
  readonly cell: (shipment: ListedShipment, reader: Reader) => Cell;
}

const at = (epochMs: number | null): Date | null => (epochMs === null ? null : new Date(epochMs));

function placeName(ref: PlaceRef | null, { places, language }: Reader): string | null {
  const place = findPlaceView(ref, places);
  return place && ((language === 'zh-CN' ? place.nameZh : null) ?? place.name);
}

const COLUMNS: readonly Column[] = [
  { head: ['Number', '单号'], width: 22, cell: ({ title }) => title.value },
  { head: ['Kind of number', '单号类型'], width: 16, cell: ({ title }) => title.scheme },
  { head: ['Containers', '箱号'], width: 30, cell: ({ containers }) => containers.join(' ') || null },
  { head: ['Phase', '阶段'], width: 16, cell: ({ summary }, { language }) => inLanguage(PHASE_WORDS[summary.phase], language) },
  { head: ['Place', '当前位置'], width: 20, cell: ({ summary }, reader) => placeName(summary.place, reader) },
  { head: ['Destination', '目的地'], width: 20, cell: ({ summary }, reader) => placeName(summary.destination, reader) },
  { head: ['Next step', '下一节点'], width: 20, cell: ({ summary }) => summary.next?.code ?? null },
  { head: ['Next place', '下一地点'], width: 20, cell: ({ summary }, reader) => placeName(summary.next?.place ?? null, reader) },
  { head: ['ETA (UTC)', '预计到达 (UTC)'], width: 18, cell: ({ summary }) => summary.eta && new Date(summary.eta.time.instant) },
  { head: ['Minutes late', '延误分钟'], width: 12, cell: ({ summary }) => summary.eta?.lateMinutes ?? null },
  { head: ['Departure (UTC)', '离开 (UTC)'], width: 18, cell: ({ order }) => at(order.departedAt) },
  { head: ['Arrival (UTC)', '到达 (UTC)'], width: 18, cell: ({ order }) => at(order.arrivesAt) },
  { head: ['Declared (UTC)', '申报 (UTC)'], width: 18, cell: ({ order }) => at(order.declaredAt) },
  { head: ['Released (UTC)', '放行 (UTC)'], width: 18, cell: ({ order }) => at(order.releasedAt) },
  { head: ['Attention', '关注'], width: 12, cell: ({ summary }, { language }) => attentionIn(summary, language) },
  {
    head: ['Exceptions', '异常'],
    width: 30,
    cell: ({ summary }, { language }) =>
      [...new Set(summary.exceptions.map(({ kind }) => inLanguage(EXCEPTION_WORDS[kind], language)))].join('; ') || null,
  },
  { head: ['Last change (UTC)', '最近更新 (UTC)'], width: 18, cell: ({ order }) => at(order.changedAt) },
]; // prettier-ignore

/** Of a table, with the cargo's own columns where they are asked for. */
export function widthsOf(hasCargo: boolean): number[] {
  return [...COLUMNS, ...(hasCargo ? CARGO_COLUMNS : [])].map(({ width }) => width);
}

export function headsIn(language: Language, hasCargo: boolean): string[] {
  return [...COLUMNS, ...(hasCargo ? CARGO_COLUMNS : [])].map(({ head }) => inLanguage(head, language));
}

export function cellsOf(shipment: ListedShipment, reader: Reader): Cell[] {
  return COLUMNS.map(({ cell }) => cell(shipment, reader));
}

function attentionIn(summary: ListedShipment['summary'], language: Language): string | null {
  const severity = attentionOf(summary);
  return severity && inLanguage(SEVERITY_WORDS[severity], language);
}
