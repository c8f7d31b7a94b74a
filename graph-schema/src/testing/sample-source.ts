import type { SourceProfile } from '../domain/source.ts';

/** The sender that goldens are read for. */
export const sampleSource: SourceProfile = {
  id: 'sample',
  name: 'Sample sender',
  nameZh: '示例来源',
  kind: 'TERMINAL',
  defaultZone: 'Asia/Shanghai',
  defaultCharset: 'gb18030',
  scac: null,
  placeAliases: { CNTACT: 'CNSGH' },
  keySha256: null,
  mayStateReceivedAt: false,
};
