import { wallClock, type Moment } from '../moment.ts';
import { text, type Message } from './written.ts';

/** Pieces and weight of a status line; `ofPieces` where they are a part of the consignment. */
export interface FsuQuantity {
  readonly pieces: number;
  readonly kilograms: number;
  readonly ofPieces?: number;
}

export interface FsuFlight {
  readonly number: string;
  readonly from: Airport;
  readonly to: Airport;
  /** Times off blocks and on blocks. */
  readonly departure: Moment;
  readonly arrival: Moment;
}

export interface Airport {
  readonly iata: string;
  readonly zone: string;
}

export interface Waybill {
  readonly number: string;
  readonly origin: Airport;
  readonly destination: Airport;
  readonly pieces: number;
  readonly kilograms: number;
}

/** One status: what happened at which airport; BKD, MAN and DEP name a flight, DIS a reason. */
type FsuStatus =
  | { readonly code: 'BKD' | 'MAN' | 'DEP'; readonly flight: FsuFlight; readonly quantity: FsuQuantity }
  | { readonly code: 'ARR' | 'RCF'; readonly flight: FsuFlight; readonly at: Moment; readonly quantity: FsuQuantity }
  | { readonly code: 'DIS'; readonly flight: FsuFlight; readonly airport: Airport; readonly at: Moment; readonly reason: 'SSPD'; readonly quantity: FsuQuantity }
  | { readonly code: 'FOH' | 'RCS' | 'NFD' | 'AWD' | 'CCD' | 'DLV'; readonly airport: Airport; readonly at: Moment; readonly quantity: FsuQuantity; readonly party?: string }; // prettier-ignore

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** `20NOV`: Cargo-IMP has no year. */
function dayMonth(at: Moment, zone: string): string {
  const { day, month } = wallClock(at, zone);
  return `${day}${months[Number(month) - 1] ?? ''}`;
}

function hourMinute(at: Moment, zone: string): string {
  const { hour, minute } = wallClock(at, zone);
  return hour + minute;
}

/** Time of a flight event with its day relative to the departure day: `-N` the next day. */
function flightTime(kind: 'S' | 'E' | 'A', at: Moment, zone: string, flight: FsuFlight): string {
  const nextDay = dayMonth(at, zone) !== dayMonth(flight.departure, flight.from.zone);
  return `${kind}${hourMinute(at, zone)}${nextDay ? '-N' : ''}`;
}

/** `T10K250.0`, or for a part `P6K150.0T10`. */
function quantityText({ pieces, kilograms, ofPieces }: FsuQuantity): string {
  const weight = `K${kilograms.toFixed(1)}`;
  return ofPieces === undefined ? `T${pieces}${weight}` : `P${pieces}${weight}T${ofPieces}`;
}

function statusLine(status: FsuStatus): string {
  const quantity = quantityText(status.quantity);
  switch (status.code) {
    case 'BKD':
    case 'MAN':
    case 'DEP': {
      const { flight } = status;
      const date = dayMonth(flight.departure, flight.from.zone);
      const kinds = status.code === 'DEP' ? (['A', 'E'] as const) : (['S', 'S'] as const);
      const out = flightTime(kinds[0], flight.departure, flight.from.zone, flight);
      const landing = flightTime(kinds[1], flight.arrival, flight.to.zone, flight);
      const route = flight.from.iata + flight.to.iata;
      return `${status.code}/${flight.number}/${date}/${route}/${quantity}/${out}/${landing}`;
    }
    case 'ARR':
    case 'RCF': {
      const { flight, at } = status;
      const when = dayMonth(at, flight.to.zone) + hourMinute(at, flight.to.zone);
      return `${status.code}/${flight.number}/${when}/${flight.to.iata}/${quantity}`;
    }
    case 'DIS': {
      const { flight, airport, at, reason } = status;
      const when = dayMonth(at, airport.zone) + hourMinute(at, airport.zone);
      return `DIS/${flight.number}/${when}/${airport.iata}/${reason}/${quantity}`;
    }
    default: {
      const { code, airport, at, party } = status;
      const when = dayMonth(at, airport.zone) + hourMinute(at, airport.zone);
      return `${code}/${when}/${airport.iata}/${quantity}${party ? `/${party}` : ''}`;
    }
  }
}

/** FSU version 15: the consignment line, then one line per status. */
export function fsu(waybill: Waybill, statuses: readonly FsuStatus[]): Message {
  return () => {
    const route = waybill.origin.iata + waybill.destination.iata;
    const total = quantityText({ pieces: waybill.pieces, kilograms: waybill.kilograms });
    const lines = ['FSU/15', `${waybill.number}${route}/${total}`, ...statuses.map(statusLine)];
    return text(`${lines.join('\r\n')}\r\n`, 'text/plain');
  };
}
