import type { ConfigRule } from '../../../../constructs/kisms/catalogue';
import type { ConformancePackOptions } from '../../../../constructs/kisms/conformance-packs';

export const SEOUL = 'ap-northeast-2';

export const OPTIONS: ConformancePackOptions = {
  region: SEOUL,
  homeRegion: SEOUL,
  detectiveSource: 'config',
  legal: { accessRecordRetentionDays: 365 },
};

/** A rule of a catalogue that a test makes up. */
export function rule(identifier: string, more: Partial<ConfigRule> = {}): ConfigRule {
  return {
    identifier,
    name: identifier.toLowerCase().replaceAll('_', '-'),
    parameters: {},
    parameterNames: [],
    resourceTypes: [],
    trigger: 'periodic',
    purpose: 'access',
    criteria: [{ id: '2.5.1', source: 'our-judgement' }],
    inAwsPack: false,
    securityHubControls: [],
    availability: 'seoul',
    ...more,
  };
}
