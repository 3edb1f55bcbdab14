import type { ComplianceModel } from '../../../lib/model/compliance-model';
import { type Edit, loaded } from './sample-config';

export const FILE = 'compliance.yaml';
export const edit = (from: string, to: string): Edit => [from, to, FILE];
export const row = (line: string): Edit => edit('\n# 받아들인', `${line}\n\n# 받아들인`);
export const compliance = (edits: Edit[] = []): ComplianceModel => loaded(edits).model.compliance as ComplianceModel;

export const AUDIT = edit('account: audit\n', '');
export const RETENTION = (value: string): Edit =>
  row(`  - rule: CW_LOGGROUP_RETENTION_PERIOD_CHECK\n    parameters: { MinRetentionTime: ${value} }`);
export const ALL_GUARDRAILS: Edit = edit(
  `  except:
    - preset: deny-disable-ebs-default-encryption
      reason: Workloads and Data have it in organization.yaml; no other OU keeps data on volumes
`,
  '',
);
