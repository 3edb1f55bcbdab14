export type { AcknowledgementReason } from './acknowledgement-reason';
export { parseAcknowledgementReason } from './acknowledgement-reason';
export type {
  KismsAcknowledgement,
  KismsCoverage,
  KismsFinding,
  KismsRuleCoverage,
  KismsSuppressedFinding,
} from './coverage';
export { COVERAGE_FILE } from './coverage';
export * from './kisms-checks';
export * from './kisms-guard-plugin';
export * from './options';
export * from './rule';
export * from './rules';
export * from './tokens';
