/**
 * A word of the Core Business Vocabulary or the GS1 Web Vocabulary, however it is written:
 *
 *     receiving                                     bare (JSON with the standard context)
 *     cbv:BizStep-receiving, gs1:Temperature        CURIE
 *     urn:epcglobal:cbv:bizstep:receiving           URN (1.x, and allowed in 2.0)
 *     https://ref.gs1.org/cbv/BizStep-receiving     Web URI
 *
 * gives `receiving`. A sender's own word (`https://example.com/steps/receiving`) stays as written: it is not this one.
 */
export function termOf(written: string): string {
  if (written.length > 256) return written;
  return (URN.exec(written) ?? WEB.exec(written) ?? VOC.exec(written))?.[1] ?? written;
}

const URN = /^urn:epcglobal:cbv:(?:bizstep|disp|btt|sdt|er):([\w-]+)$/i;
const WEB = /^(?:https?:\/\/(?:ref|ns)\.gs1\.org\/cbv\/|cbv:)(?:BizStep|Disp|BTT|SDT|ER|Comp)-([\w-]+)$/i;
const VOC = /^(?:https?:\/\/(?:www\.|ref\.)?gs1\.org\/voc\/|gs1:)(?:MT-)?([\w-]+)$/i;
