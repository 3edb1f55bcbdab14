import { z } from 'zod';
import { formatted } from '../format';
import { day } from './day';
import { accountName, selector } from './selector';

const ruleIdentifier = formatted(
  /^[A-Z][A-Z0-9_]{2,127}$/,
  'the identifier of an AWS Config managed rule',
  'AWS Config 관리형 규칙 식별자',
  'ACCESS_KEYS_ROTATED',
);
const checkId = formatted(
  /^[A-Z][A-Za-z0-9]{2,127}$/,
  'the name of a check, without a prefix',
  '접두사를 뺀 검사 이름',
  'LogGroupRetention',
);
const written = (text: z.ZodString) =>
  text.refine((value) => value.trim() !== '', {
    params: { message: { en: 'is blank: write it out', ko: '공백뿐입니다: 내용을 적으세요' } },
  });
const reason = written(z.string().min(10).max(500)).describe('Why; auditors read it.');
const people = {
  approver: written(z.string().min(1).max(120)).describe('Who approved it.'),
  expires: day.describe('Last day, YYYY-MM-DD.'),
};

const ruleOverride = z.strictObject({
  rule: ruleIdentifier,
  enabled: z.boolean().optional().describe('Default: what the catalogue says.'),
  parameters: z
    .record(z.string().min(1), z.string().min(1))
    .optional()
    .describe('Parameters of the rule by name, as text.'),
  reason: reason.optional().describe('Required when the rule is turned off.'),
});

const exclusion = z
  .strictObject({
    rule: ruleIdentifier,
    accounts: selector.optional().describe('Accounts that it is about. Default: every account.'),
    resource: z.string().min(1).max(500).optional().describe('Id or ARN of one resource. Default: every resource.'),
    reason,
    ...people,
  })
  .describe('A finding that is accepted: AWS Config goes on to report it, and the report shows it as an exception.');

const disabledCheck = z.strictObject({ check: checkId, reason, ...people });

const remediation = z.strictObject({
  rule: ruleIdentifier,
  automatic: z.boolean().optional().describe('Without a person: default false.'),
});

const switchable = (text: string) => z.boolean().optional().describe(text);

/** Format of `compliance.yaml`. */
export const complianceSchema = z
  .strictObject({
    version: z.literal(1).describe('Version of this file format.'),
    profile: z.enum(['isms', 'isms-p']).describe('isms: sections 1 and 2. isms-p: section 3 (personal data) as well.'),
    strictness: z
      .enum(['baseline', 'strict'])
      .optional()
      .describe('strict: rules and guardrails that are noisy or forbid much are on as well. Default: baseline.'),
    account: accountName
      .optional()
      .describe('Delegated administrator that delivers the packs. Default: the one account whose purpose is audit.'),
    effectiveOn: day
      .optional()
      .describe('Day whose legal parameters count, YYYY-MM-DD. Default: the newest that the catalogue knows.'),
    detectiveSource: z
      .enum(['config', 'securityhub'])
      .optional()
      .describe('securityhub: rules that Security Hub evaluates as well are left out, to pay once. Default: config.'),
    excludedAccounts: selector.optional().describe('Accounts that the organization packs leave out. Default: none.'),
    rules: z.array(ruleOverride).min(1).optional().describe('Overrides of single AWS Config rules.'),
    exclusions: z.array(exclusion).min(1).optional(),
    remediation: z
      .strictObject({
        roleName: formatted(/^[\w+=,.@-]{1,64}$/, 'a role name', '역할 이름', 'config-remediation').describe(
          'Role that AWS Systems Manager assumes in every account.',
        ),
        rules: z.array(remediation).min(1),
      })
      .optional()
      .describe('Repairs by documents of AWS, never destructive ones. Default: none.'),
    guardrails: z
      .strictObject({
        targets: selector.describe('Where the guardrails of the profile are attached.'),
        except: z
          .array(z.strictObject({ preset: z.string().min(1).describe('Id of a guardrail preset.'), reason }))
          .min(1)
          .optional(),
      })
      .optional()
      .describe('Turns on the guardrail presets of the profile that organization.yaml does not name. Default: none.'),
    checks: z
      .strictObject({ disabled: z.array(disabledCheck).min(1).optional() })
      .optional()
      .describe('Checks of the templates (KismsChecks).'),
    managementServiceLinkedRole: switchable(
      'Makes the role through which the packs reach the management account. Only where it does not exist yet. Default: false.',
    ),
    securityServices: z
      .strictObject({
        securityHub: switchable('Central configuration of Security Hub. Default: false.'),
        accessAnalyzer: switchable('Analyzers of external and unused access for the organization. Default: true.'),
        detective: switchable(
          'Amazon Detective, delegated to the account of the packs; enable its members there. Default: false.',
        ),
        inspector: switchable('An Inspector policy for the organization. Default: false.'),
        macie: switchable('Amazon Macie in the account of the packs. Default: false.'),
        configAggregator: switchable('Aggregator of AWS Config; Control Tower 4 brings its own. Default: false.'),
      })
      .optional(),
  })
  .describe('Compliance: K-ISMS profile, AWS Config rules, exceptions, and the security services behind them.');

/** What `compliance.yaml` says. */
export type ComplianceConfig = z.infer<typeof complianceSchema>;
