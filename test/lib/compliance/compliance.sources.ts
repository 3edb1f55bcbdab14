import { CONFIG_RULES } from '../../../constructs/kisms';
import type { KismsCoverage, KismsRuleCoverage } from '../../../constructs/kisms-checks';
import { exceptionEntry } from '../../../lib/compliance/exceptions';
import type { ComplianceSettings, ComplianceSources } from '../../../lib/compliance/sources';
import { loadConfig } from '../../../lib/load-config';
import { SAMPLE } from '../stacks/synthesized';

/** The sample organization. */
export const ORGANIZATION = loadConfig(SAMPLE);

const NAMES = ORGANIZATION.model.accounts.map(({ name }) => name);

/** Every rule of AWS's pack is on, but for `ACCESS_KEYS_ROTATED`. */
export const SETTINGS: ComplianceSettings = {
  profile: 'isms-p',
  strictness: 'baseline',
  effectiveOn: '2025-10-31',
  rules: CONFIG_RULES.map(({ identifier, inAwsPack, purpose }) => ({
    identifier,
    packs: inAwsPack && identifier !== 'ACCESS_KEYS_ROTATED' ? [`kisms-${purpose}`] : [],
    leftOut: { en: 'Turned off.', ko: '껐습니다.' },
  })),
  packAccounts: NAMES.filter((name) => name !== 'sandbox-1'),
  exclusions: [{ rule: 'CLOUD_TRAIL_ENABLED', accounts: ['audit'] }],
  guardrailsLeftOut: new Map([['deny-root-user', 'Break-glass needs it until 2027']]),
  exceptions: [
    exceptionEntry(
      {
        kind: 'disabled-rule',
        subject: 'ACCESS_KEYS_ROTATED',
        criteria: ['2.5.1', '2.5.4', '2.5.6'],
        reason: 'Nobody has access keys',
      },
      [],
    ),
  ],
};

const rule = (id: string, criteria: string[], lists: Partial<KismsRuleCoverage> = {}): KismsRuleCoverage => ({
  id,
  engine: 'cdk-nag',
  criteria,
  severity: 'error',
  notApplicable: 0,
  compliant: [],
  nonCompliant: [],
  suppressed: [],
  unknown: [],
  error: [],
  ...lists,
});

const at = (path: string, id: string) => ({ path, id, acknowledgedAt: path });

/** Four rules: one without resources, one that all resources pass, one with an exception, one with open findings. */
export const COVERAGE: KismsCoverage = {
  version: 1,
  profile: 'isms-p',
  options: {
    accessRecordRetentionDays: 731,
    backupRetentionDays: 7,
    environmentTag: 'Environment',
    productionValues: ['prod'],
    trustedAccounts: [],
  },
  resources: 4,
  rules: [
    rule('Kisms-RDSStorageEncrypted', ['2.7.1']),
    rule('Kisms-KMSBackingKeyRotationEnabled', ['2.7.2'], {
      compliant: ['Stack-B/Key', 'Stack-A/Key'],
      unknown: ['Stack-A/K2'],
    }),
    rule('Kisms-S3BucketLoggingEnabled', ['2.9.4'], {
      suppressed: [at('Stack-A/Logs', 'Kisms-S3BucketLoggingEnabled')],
    }),
    rule('Kisms-IAMNoWildcardPermissions', ['2.5.1', '2.5.5'], {
      nonCompliant: [{ path: 'Stack-A/Role', id: 'Kisms-IAMNoWildcardPermissions[Action::s3:*]' }],
      error: [{ path: 'Stack-C/Role', id: 'Kisms-IAMNoWildcardPermissions' }],
    }),
  ],
  disabledRules: [{ id: 'Kisms-LambdaDLQ', reason: 'Queues of the caller' }],
  acknowledgements: ['Stack-A/Logs', 'Stack-B/Logs'].map((path) => ({
    id: 'Kisms::Kisms-S3BucketLoggingEnabled',
    at: path,
    reason: 'It holds the logs',
    approver: 'ciso@example.com',
    expires: '2027-03-31',
    findings: 1,
  })),
};

/** Sources of a report of the sample, with some of them changed. */
export function sources(changes: Partial<ComplianceSources> = {}): ComplianceSources {
  return {
    organization: ORGANIZATION,
    settings: SETTINGS,
    checks: [
      { id: 'LogGroupRetention', criteria: ['2.9.4'], title: { en: 'Logs are not kept', ko: '로그를 보관하지 않음' } },
    ],
    coverage: COVERAGE,
    findings: [
      {
        pack: 'AwsSolutions',
        rule: 'AwsSolutions-IAM4',
        description: '',
        severity: 'error',
        constructPaths: ['Stack-A/Role'],
        acknowledged: 'AWS owns the policy (approver: ciso@example.com)',
      },
      { pack: 'Kisms', rule: 'Kisms-IAMNoWildcardPermissions', description: '', severity: 'error', constructPaths: [] },
    ],
    inputs: { sha256: '0'.repeat(64), files: {} },
    ...changes,
  };
}
