import type { KismsRule } from '../../rule';
import { accessAnalyzerZone } from './access-analyzer-zone';
import { configAggregatorAllRegions } from './config-aggregator-all-regions';
import { configRecorderAllTypes } from './config-recorder-all-types';
import { configRecorderGlobalTypes } from './config-recorder-global-types';
import { detectiveNewAccounts } from './detective-new-accounts';
import { guardDutyDetectorEnabled } from './guardduty-detector-enabled';
import { guardDutyProtectionPlans } from './guardduty-protection-plans';
import { guardDutySuppression } from './guardduty-suppression';
import { inspectorSuppression } from './inspector-suppression';
import { macieSessionEnabled } from './macie-session-enabled';
import { regionDenial } from './region-denial';
import { rootUseAlarm } from './root-use-alarm';
import { securityEventRule } from './security-event-rule';
import { securityHubNewAccounts } from './security-hub-new-accounts';
import { trailInsights } from './trail-insights';

/** Rules on detection and monitoring. */
export const DETECTION_RULES: readonly KismsRule[] = [
  accessAnalyzerZone,
  configAggregatorAllRegions,
  configRecorderAllTypes,
  configRecorderGlobalTypes,
  detectiveNewAccounts,
  guardDutyDetectorEnabled,
  guardDutyProtectionPlans,
  guardDutySuppression,
  inspectorSuppression,
  macieSessionEnabled,
  regionDenial,
  rootUseAlarm,
  securityEventRule,
  securityHubNewAccounts,
  trailInsights,
];
