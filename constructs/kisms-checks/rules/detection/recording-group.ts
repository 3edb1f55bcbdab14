import type { CfnResource } from 'aws-cdk-lib';
import type { CfnConfigurationRecorder } from 'aws-cdk-lib/aws-config';
import { resolved, UNKNOWN } from '../../tokens';

/** What a configuration recorder records; parts may be unknown. */
export interface RecordingGroup {
  readonly allSupported: boolean | undefined | typeof UNKNOWN;
  readonly includeGlobalResourceTypes: boolean | undefined | typeof UNKNOWN;
  /** `ALL_SUPPORTED_RESOURCE_TYPES`, `INCLUSION_BY_RESOURCE_TYPES` or `EXCLUSION_BY_RESOURCE_TYPES`. */
  readonly strategy: string | undefined | typeof UNKNOWN;
}

/** Reads the recording group of a recorder; without one, AWS Config records every supported type. */
export function recordingGroupOf(node: CfnResource): RecordingGroup | undefined | typeof UNKNOWN {
  const group = resolved<CfnConfigurationRecorder.RecordingGroupProperty>(
    node,
    (node as CfnConfigurationRecorder).recordingGroup as CfnConfigurationRecorder.RecordingGroupProperty,
  );
  if (group === UNKNOWN || group === undefined) return group;
  const strategy = resolved<CfnConfigurationRecorder.RecordingStrategyProperty | undefined>(
    node,
    group.recordingStrategy,
  );
  return {
    allSupported: resolved(node, group.allSupported),
    includeGlobalResourceTypes: resolved(node, group.includeGlobalResourceTypes),
    strategy: strategy === UNKNOWN ? UNKNOWN : resolved(node, strategy?.useOnly),
  };
}
