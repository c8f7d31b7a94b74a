import type { Moment } from '../moment.ts';
import type { Place, Terminal } from '../world/places.ts';
import type { Sailing } from '../world/sailings.ts';
import { carrierEvents, type CarrierEvent, type CarrierNumbers } from '../writers/dcsa-events.ts';
import type { Message } from '../writers/written.ts';

/** A container as the carrier knows it. */
interface CarrierBox {
  readonly number: string;
  readonly sizeType: string;
  readonly seal?: string;
}

type Facility = 'POTE' | 'DEPO' | 'INTE' | 'RAMP' | 'CLOC';

const paper = (code: string, document: string, documentId: string, numbers: CarrierNumbers): Message =>
  carrierEvents([{ kind: 'SHIPMENT', code, document, documentId, numbers }]);

const moves =
  (code: string, laden: boolean, numbers: CarrierNumbers) =>
  (boxes: readonly CarrierBox[], place: Place | Terminal, facility: Facility): Message =>
    carrierEvents(
      boxes.map((box): CarrierEvent => ({ kind: 'EQUIPMENT', code, place, facility, box, laden, numbers })),
    );

const shipMoves =
  (code: 'LOAD' | 'DISC', numbers: CarrierNumbers) =>
  (boxes: readonly CarrierBox[], place: Place | Terminal, sailing: Sailing): Message =>
    carrierEvents(
      boxes.map((box): CarrierEvent => ({
        kind: 'EQUIPMENT', code, place, facility: 'POTE', box, laden: true, sailing, numbers,
      })), // prettier-ignore
    );

/** What the ocean carrier says about one booking; `bill` stands in its messages once it is issued. */
export function oceanCarrier(booking: string, bill: string) {
  const booked: CarrierNumbers = { booking };
  const billed: CarrierNumbers = { booking, bill };

  return {
    bookingConfirmed: () => paper('CONF', 'BKG', booking, booked),
    instructionsReceived: () => paper('RECE', 'SHI', `SI${booking}`, booked),
    weightReceived: () => paper('RECE', 'VGM', `VGM${booking}`, booked),
    /** 提单样稿: from here on both numbers stand for the cargo. */
    billDrafted: () => paper('DRFT', 'TRD', bill, billed),
    billIssued: () => paper('ISSU', 'TRD', bill, billed),
    billSurrendered: () => paper('SURR', 'TRD', bill, billed),
    arrivalNoticeSent: () => paper('ISSU', 'ARN', `AN${booking}`, billed),
    /** 放货: the delivery order may be fetched. */
    released: () => paper('RELS', 'SRM', `DO${booking}`, billed),

    /** The schedule that was confirmed with the booking. */
    plan: (sailings: readonly Sailing[]) =>
      carrierEvents(
        sailings.flatMap((sailing): CarrierEvent[] => [
          { kind: 'TRANSPORT', code: 'DEPA', classifier: 'PLN', at: sailing.departs, place: sailing.from, sailing, numbers: booked },
          { kind: 'TRANSPORT', code: 'ARRI', classifier: 'PLN', at: sailing.arrives, place: sailing.to, sailing, numbers: booked },
        ]), // prettier-ignore
      ),
    departed: (sailing: Sailing) =>
      carrierEvents([{ kind: 'TRANSPORT', code: 'DEPA', classifier: 'ACT', place: sailing.from, sailing, numbers: billed }]), // prettier-ignore
    arrived: (sailing: Sailing) =>
      carrierEvents([{ kind: 'TRANSPORT', code: 'ARRI', classifier: 'ACT', place: sailing.to, sailing, numbers: billed }]), // prettier-ignore
    /** A new estimate of the arrival. */
    expects: (sailing: Sailing, at: Moment) =>
      carrierEvents([{ kind: 'TRANSPORT', code: 'ARRI', classifier: 'EST', at, place: sailing.to, sailing, numbers: billed }]), // prettier-ignore

    emptyPickedUp: moves('GTOT', false, booked),
    stuffed: moves('STUF', true, booked),
    gatedIn: moves('GTIN', true, booked),
    loaded: shipMoves('LOAD', booked),
    discharged: shipMoves('DISC', billed),
    gatedOut: moves('GTOT', true, billed),
    inspected: moves('INSP', true, billed),
    delivered: moves('DROP', true, billed),
    stripped: moves('STRP', true, billed),
    emptyReturned: moves('GTIN', false, billed),
  };
}
