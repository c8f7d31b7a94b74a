import { aarClm } from './aar-clm/index.ts';
import { adsbReadsb } from './adsb-readsb/index.ts';
import { adsbSbs1 } from './adsb-sbs1/index.ts';
import { aisNmea } from './ais-nmea/index.ts';
import { cargoImpFfm } from './cargo-imp-ffm/index.ts';
import { cargoImpFhl } from './cargo-imp-fhl/index.ts';
import { cargoImpFna } from './cargo-imp-fna/index.ts';
import { cargoImpFsu } from './cargo-imp-fsu/index.ts';
import { cargoImpFwb } from './cargo-imp-fwb/index.ts';
import { cargoXmlXffm } from './cargo-xml-xffm/index.ts';
import { cargoXmlXfhl } from './cargo-xml-xfhl/index.ts';
import { cargoXmlXfsu } from './cargo-xml-xfsu/index.ts';
import { cargoXmlXfwb } from './cargo-xml-xfwb/index.ts';
import { cargoXmlXfzb } from './cargo-xml-xfzb/index.ts';
import { cimSmgsNote } from './cim-smgs-note/index.ts';
import { cnConveyanceXml } from './cn-conveyance-xml/index.ts';
import { cnDeclarationReceiptXml } from './cn-declaration-receipt-xml/index.ts';
import { cnDeliveryOrderJson } from './cn-delivery-order-json/index.ts';
import { cnEirJson } from './cn-eir-json/index.ts';
import { cnManifestReceiptXml } from './cn-manifest-receipt-xml/index.ts';
import { cnManifestXml } from './cn-manifest-xml/index.ts';
import { cnQuarantineJson } from './cn-quarantine-json/index.ts';
import { computedEta1 } from './computed-eta-1/index.ts';
import { dcsaArrivalNotice1 } from './dcsa-arrival-notice-1/index.ts';
import { dcsaBooking2 } from './dcsa-booking-2/index.ts';
import { dcsaEbl3 } from './dcsa-ebl-3/index.ts';
import { dcsaIot1 } from './dcsa-iot-1/index.ts';
import { dcsaPortCall2 } from './dcsa-port-call-2/index.ts';
import { dcsaTnt2 } from './dcsa-tnt-2/index.ts';
import { dcsaTnt3 } from './dcsa-tnt-3/index.ts';
import { derivedCalls1 } from './derived-calls-1/index.ts';
import { edifactAperak } from './edifact-aperak/index.ts';
import { edifactBaplie } from './edifact-baplie/index.ts';
import { edifactCalinf } from './edifact-calinf/index.ts';
import { edifactCoarri } from './edifact-coarri/index.ts';
import { edifactCodeco } from './edifact-codeco/index.ts';
import { edifactContrl } from './edifact-contrl/index.ts';
import { edifactCoparn } from './edifact-coparn/index.ts';
import { edifactCopino } from './edifact-copino/index.ts';
import { edifactCoprar } from './edifact-coprar/index.ts';
import { edifactCoreor } from './edifact-coreor/index.ts';
import { edifactCuscar } from './edifact-cuscar/index.ts';
import { edifactCusdec } from './edifact-cusdec/index.ts';
import { edifactCusrep } from './edifact-cusrep/index.ts';
import { edifactCusres } from './edifact-cusres/index.ts';
import { edifactDesadv } from './edifact-desadv/index.ts';
import { edifactIfcsum } from './edifact-ifcsum/index.ts';
import { edifactIftman } from './edifact-iftman/index.ts';
import { edifactIftmbc } from './edifact-iftmbc/index.ts';
import { edifactIftmbf } from './edifact-iftmbf/index.ts';
import { edifactIftmcs } from './edifact-iftmcs/index.ts';
import { edifactIftmin } from './edifact-iftmin/index.ts';
import { edifactIftsai } from './edifact-iftsai/index.ts';
import { edifactIftsta } from './edifact-iftsta/index.ts';
import { edifactMovins } from './edifact-movins/index.ts';
import { edifactRecadv } from './edifact-recadv/index.ts';
import { edifactVermas } from './edifact-vermas/index.ts';
import { edifactVesdep } from './edifact-vesdep/index.ts';
import { epcis2Json } from './epcis-2-json/index.ts';
import { epcisXml } from './epcis-xml/index.ts';
import { euCustomsStatus } from './eu-customs-status/index.ts';
import { gateOcrJson } from './gate-ocr-json/index.ts';
import { gtfsRealtime } from './gtfs-realtime/index.ts';
import { jtBaplie } from './jt-baplie/index.ts';
import { jtCoarri } from './jt-coarri/index.ts';
import { jtCodeco } from './jt-codeco/index.ts';
import { jtCoedor } from './jt-coedor/index.ts';
import { jtCoparn } from './jt-coparn/index.ts';
import { jtCoreor } from './jt-coreor/index.ts';
import { jtCosecr } from './jt-cosecr/index.ts';
import { jtCostco } from './jt-costco/index.ts';
import { jtCostor } from './jt-costor/index.ts';
import { jtCtnjjd } from './jt-ctnjjd/index.ts';
import { jtIfcsum } from './jt-ifcsum/index.ts';
import { jtIftmbf } from './jt-iftmbf/index.ts';
import { jtVesdep } from './jt-vesdep/index.ts';
import type { MessageFormat } from './message-format.ts';
import { mvt } from './mvt/index.ts';
import { notTaken1 } from './not-taken-1/index.ts';
import { oneRecordEvents } from './one-record-events/index.ts';
import { rail95306Json } from './rail-95306-json/index.ts';
import { railNoteCsv } from './rail-note-csv/index.ts';
import { railPlatformTable } from './rail-platform-table/index.ts';
import { railStationPassCsv } from './rail-station-pass-csv/index.ts';
import { ssim } from './ssim/index.ts';
import { tableMapped } from './table-mapped/index.ts';
import { tafChangeOfTrack } from './taf-change-of-track/index.ts';
import { tafConsignmentOrder } from './taf-consignment-order/index.ts';
import { tafDelayCause } from './taf-delay-cause/index.ts';
import { tafTrainComposition } from './taf-train-composition/index.ts';
import { tafTrainForecast } from './taf-train-forecast/index.ts';
import { tafTrainInterruption } from './taf-train-interruption/index.ts';
import { tafTrainRunning } from './taf-train-running/index.ts';
import { tafWagonNotice } from './taf-wagon-notice/index.ts';
import { trainRunningJson } from './train-running-json/index.ts';
import { truckGpsJson } from './truck-gps-json/index.ts';
import { uncefactMmt } from './uncefact-mmt/index.ts';
import { x12LoadTender204 } from './x12-204/index.ts';
import { x12RoadInvoice210 } from './x12-210/index.ts';
import { x12RoadStatus214 } from './x12-214/index.ts';
import { x12Booking301 } from './x12-301/index.ts';
import { x12Manifest309 } from './x12-309/index.ts';
import { x12FreightReceipt310 } from './x12-310/index.ts';
import { x12Status315 } from './x12-315/index.ts';
import { x12Ramp322 } from './x12-322/index.ts';
import { x12CustomsStatus350 } from './x12-350/index.ts';
import { x12CustomsEvents353 } from './x12-353/index.ts';
import { x12ManifestAnswer355 } from './x12-355/index.ts';
import { x12InBond357 } from './x12-357/index.ts';
import { x12CustomsConsist358 } from './x12-358/index.ts';
import { x12RailShipment404 } from './x12-404/index.ts';
import { x12RailWaybill417 } from './x12-417/index.ts';
import { x12RailConsist418 } from './x12-418/index.ts';
import { x12ShipNotice856 } from './x12-856/index.ts';
import { x12TenderAnswer990 } from './x12-990/index.ts';
import { x12Acknowledgement997 } from './x12-997/index.ts';
import { yardCsv } from './yard-csv/index.ts';

/**
 * Every format that is read, in the order in which detection asks them. To add one: make the folder
 * (`npm run new:format <id>`), then import it here and add one line.
 */
export const FORMATS = [
  // AIS, telexes, aircraft
  adsbReadsb,
  adsbSbs1,
  aisNmea,
  cargoImpFfm,
  cargoImpFhl,
  cargoImpFna,
  cargoImpFsu,
  cargoImpFwb,
  cargoXmlXffm,
  cargoXmlXfhl,
  cargoXmlXfsu,
  cargoXmlXfwb,
  cargoXmlXfzb,
  mvt,
  notTaken1,
  oneRecordEvents,
  ssim,
  // EDIFACT
  edifactAperak,
  edifactBaplie,
  edifactCalinf,
  edifactCoarri,
  edifactCodeco,
  edifactContrl,
  edifactCoparn,
  edifactCopino,
  edifactCoprar,
  edifactCoreor,
  edifactCuscar,
  edifactCusdec,
  edifactCusrep,
  edifactCusres,
  edifactDesadv,
  edifactIfcsum,
  edifactIftman,
  edifactIftmbc,
  edifactIftmbf,
  edifactIftmcs,
  edifactIftmin,
  edifactIftsai,
  edifactIftsta,
  edifactMovins,
  edifactRecadv,
  edifactVermas,
  edifactVesdep,
  // X12 and AAR
  aarClm,
  x12LoadTender204,
  x12RoadInvoice210,
  x12RoadStatus214,
  x12Booking301,
  x12Manifest309,
  x12FreightReceipt310,
  x12Status315,
  x12Ramp322,
  x12CustomsStatus350,
  x12CustomsEvents353,
  x12ManifestAnswer355,
  x12InBond357,
  x12CustomsConsist358,
  x12RailShipment404,
  x12RailWaybill417,
  x12RailConsist418,
  x12ShipNotice856,
  x12TenderAnswer990,
  x12Acknowledgement997,
  // flat files of Chinese ports
  jtBaplie,
  jtCoarri,
  jtCodeco,
  jtCoedor,
  jtCoparn,
  jtCoreor,
  jtCosecr,
  jtCostco,
  jtCostor,
  jtCtnjjd,
  jtIfcsum,
  jtIftmbf,
  jtVesdep,
  // Chinese customs and ports
  cnConveyanceXml,
  cnDeclarationReceiptXml,
  cnDeliveryOrderJson,
  cnEirJson,
  cnManifestReceiptXml,
  cnManifestXml,
  cnQuarantineJson,
  gateOcrJson,
  truckGpsJson,
  // rail
  cimSmgsNote,
  gtfsRealtime,
  rail95306Json,
  tafChangeOfTrack,
  tafConsignmentOrder,
  tafDelayCause,
  tafTrainComposition,
  tafTrainForecast,
  tafTrainInterruption,
  tafTrainRunning,
  tafWagonNotice,
  trainRunningJson,
  // JSON and XML standards
  dcsaArrivalNotice1,
  dcsaBooking2,
  dcsaEbl3,
  dcsaIot1,
  dcsaPortCall2,
  dcsaTnt2,
  dcsaTnt3,
  epcis2Json,
  epcisXml,
  euCustomsStatus,
  uncefactMmt,
  // tables
  railNoteCsv,
  railPlatformTable,
  railStationPassCsv,
  tableMapped,
  yardCsv,
  // what the service itself concludes
  computedEta1,
  derivedCalls1,
] as const satisfies readonly MessageFormat[];
