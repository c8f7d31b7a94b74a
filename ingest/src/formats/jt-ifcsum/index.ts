import { jtFormat } from '../../claims/jt-files/family.ts';
import { loadJtLayout } from '../../syntax/jt-flat/layout.ts';
import { readManifestFile } from './manifest-file.ts';

/** Carrier's manifest as a flat file of the Ministry of Transport. */
export const jtIfcsum = jtFormat({
  id: 'jt-ifcsum',
  name: { en: 'JT IFCSUM manifest (flat file)', zh: '交通部平台文件 IFCSUM 舱单' },
  types: ['IFCSUM'],
  reader: { unit: '12', layout: loadJtLayout('jt/ifcsum-fields'), read: readManifestFile },
});
