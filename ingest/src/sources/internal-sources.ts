import { COMPUTED_SOURCE } from 'graph-schema/domain/eta/predict';
import { PROFILE_DEFAULTS, type SourceProfile } from 'graph-schema/domain/source';

/** What this service concludes from positions, told as anybody tells: its messages are stored, read and may be replaced. */
export const PORT_CALLS: SourceProfile = {
  ...PROFILE_DEFAULTS,
  id: 'port-calls',
  name: 'Derived from positions',
  nameZh: '由位置推算',
  kind: 'INTERNAL',
  formats: ['derived-calls-1'],
};

/** What this service computes of arrivals. The name is that under which its errors are learned. */
export const COMPUTED_ETA: SourceProfile = {
  ...PROFILE_DEFAULTS,
  id: COMPUTED_SOURCE,
  name: 'Computed from positions',
  nameZh: '由位置推算到达',
  kind: 'INTERNAL',
  formats: ['computed-eta-1'],
};

/** Voices of the service itself. They take no pushes, and whoever else says something counts before them. */
export const INTERNAL_SOURCES: readonly SourceProfile[] = [PORT_CALLS, COMPUTED_ETA];
