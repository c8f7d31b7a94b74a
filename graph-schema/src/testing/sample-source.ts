import { PROFILE_DEFAULTS, type SourceProfile } from '../domain/source.ts';

/** The sender that goldens are read for. */
export const sampleSource: SourceProfile = {
  ...PROFILE_DEFAULTS,
  id: 'sample',
  name: 'Sample sender',
  nameZh: '示例来源',
  kind: 'TERMINAL',
  defaultZone: 'Asia/Shanghai',
  placeAliases: { CNTACT: 'CNSGH' },
};
