import { Governance } from '../../../lib/governance';
import { loadConfig } from '../../../lib/load-config';
import { withApp } from '../../support/with-app';
import { ofType, SAMPLE, type SampleFiles, type SynthesizedStack, sampleWith, synthesized } from './synthesized';

const PACK = 'AWS::Config::OrganizationConformancePack';
const AUDIT = '333344445555';

type Stacks = Record<string, SynthesizedStack>;
type Compliance = NonNullable<SampleFiles['compliance']>;

/** The sample after a change to its `compliance.yaml`. */
const changed = (change: (compliance: Compliance, files: SampleFiles) => void): Stacks =>
  synthesized(
    sampleWith((files) => {
      change(files.compliance as Compliance, files);
    }),
  );
const types = (stack: SynthesizedStack | undefined): string[] => [
  ...new Set(Object.values(stack?.resources ?? {}).map(({ Type }) => Type as string)),
];

interface PackResource {
  readonly Type: string;
  readonly Properties: {
    readonly Source: { readonly SourceIdentifier: string };
    readonly InputParameters?: Record<string, string>;
    readonly Automatic?: boolean;
  };
}

/** What the packs of a stack hold, of one type. */
function packed(stack: SynthesizedStack | undefined, type: string): PackResource['Properties'][] {
  const bodies = ofType(stack, PACK).map(([, { Properties }]) => JSON.parse(Properties.TemplateBody));
  return bodies
    .flatMap(({ Resources }) => Object.values(Resources as Record<string, PackResource>))
    .filter(({ Type }) => Type === type)
    .map(({ Properties }) => Properties);
}

/** The rules of a stack's packs: identifier to input parameters. */
const rulesOf = (stack: SynthesizedStack | undefined): Record<string, Record<string, string>> =>
  Object.fromEntries(
    packed(stack, 'AWS::Config::ConfigRule').map(({ Source, InputParameters = {} }) => [
      Source.SourceIdentifier,
      InputParameters,
    ]),
  );

describe('the sample', () => {
  const stacks = synthesized(loadConfig(SAMPLE));

  test('the audit account delivers the packs, in the home Region', () => {
    expect(stacks.Compliance).toMatchObject({ account: AUDIT, region: 'ap-northeast-2', terminationProtection: true });
    expect(ofType(stacks.Compliance, PACK)).toHaveLength(3);
  });

  test('the rules of CloudFront are in us-east-1, and no others', () => {
    expect(stacks.ComplianceGlobal).toMatchObject({ account: AUDIT, region: 'us-east-1' });
    expect(Object.keys(rulesOf(stacks.ComplianceGlobal)).sort()).toEqual([
      'CLOUDFRONT_ACCESSLOGS_ENABLED',
      'CLOUDFRONT_ASSOCIATED_WITH_WAF',
      'CLOUDFRONT_VIEWER_POLICY_HTTPS',
    ]);
    expect(Object.keys(rulesOf(stacks.Compliance))).not.toContain('CLOUDFRONT_ACCESSLOGS_ENABLED');
  });

  test('overrides and the law decide the parameters', () => {
    const rules = rulesOf(stacks.Compliance);
    expect(rules.ACCESS_KEYS_ROTATED).toEqual({ maxAccessKeyAge: '60' });
    expect(rules.VPC_SG_OPEN_ONLY_TO_AUTHORIZED_PORTS).toMatchObject({ authorizedTcpPorts: '443' });
    expect(rules.CW_LOGGROUP_RETENTION_PERIOD_CHECK).toEqual({ MinRetentionTime: '731' });
    expect(rules).not.toHaveProperty('EC2_INSTANCE_DETAILED_MONITORING_ENABLED');
  });

  test('people repair by the role of the account, nothing repairs itself', () => {
    const repairs = packed(stacks.Compliance, 'AWS::Config::RemediationConfiguration');
    expect(repairs).toHaveLength(2);
    expect(repairs.every(({ Automatic }) => !Automatic)).toBe(true);
    expect(JSON.stringify(repairs)).toContain('${AWS::AccountId}:role/config-remediation');
  });

  test('the management account has nothing but the anchor, and Control Tower keeps its aggregator', () => {
    expect(types(stacks.ComplianceManagement)).toEqual(['AWS::CloudFormation::WaitConditionHandle']);
    expect(types(stacks.Compliance).sort()).toEqual([
      'AWS::AccessAnalyzer::Analyzer',
      'AWS::CloudFormation::WaitConditionHandle',
      PACK,
    ]);
  });

  test('the accounts concerned come first, and no other', () => {
    expect(stacks.ComplianceManagement?.dependencies).toEqual(['Account-management']);
    expect([...(stacks.Compliance?.dependencies ?? [])].sort()).toEqual(['Account-audit', 'ComplianceManagement']);
    expect(stacks.ComplianceGlobal?.dependencies).toEqual(['Compliance']);
  });

  test('they are a wave of their own', () =>
    withApp((app) => {
      const { complianceStacks } = new Governance(app, { organization: loadConfig(SAMPLE) });
      expect(complianceStacks.map(({ node }) => node.id)).toEqual([
        'ComplianceManagement',
        'Compliance',
        'ComplianceGlobal',
      ]);
    }));
});

test('without compliance.yaml there are no such stacks', () => {
  const stacks = synthesized(
    sampleWith((files) => {
      delete files.compliance;
    }),
  );
  expect(Object.keys(stacks).filter((id) => id.startsWith('Compliance'))).toEqual([]);
});

test('accounts that are left out are named by their ids', () => {
  const stacks = changed((compliance) => {
    compliance.excludedAccounts = { accounts: ['shop-dev', 'payments-prod'] };
  });
  const excluded = [...ofType(stacks.Compliance, PACK), ...ofType(stacks.ComplianceGlobal, PACK)].map(
    ([, { Properties }]) => Properties.ExcludedAccounts,
  );
  expect(excluded).toHaveLength(6);
  // payments-prod has no id yet, so that nothing can reach it either.
  for (const ids of excluded) expect(ids).toEqual(['000011112222']);
});

test('with one governed Region there is no stack elsewhere', () => {
  const stacks = changed((_, { organization }) => {
    organization.governedRegions = ['ap-northeast-2'];
  });
  expect(stacks).not.toHaveProperty('ComplianceGlobal');
});

test('the stack of us-east-1 stays when its last rule goes, so that its packs can go', () => {
  const stacks = changed((compliance) => {
    const reason = 'Nobody uses CloudFront here';
    for (const rule of ['ACCESSLOGS_ENABLED', 'ASSOCIATED_WITH_WAF', 'VIEWER_POLICY_HTTPS'])
      compliance.rules?.push({ rule: `CLOUDFRONT_${rule}`, enabled: false, reason });
  });
  expect(types(stacks.ComplianceGlobal)).toEqual(['AWS::CloudFormation::WaitConditionHandle']);
});

describe('security services', () => {
  const all = { securityHub: true, detective: true, macie: true, configAggregator: true, accessAnalyzer: false };
  const stacks = changed((compliance) => {
    Object.assign(compliance, { securityServices: all, managementServiceLinkedRole: true });
  });

  test('the management account delegates; the other runs them', () => {
    expect(types(stacks.ComplianceManagement).sort()).toEqual([
      'AWS::CloudFormation::WaitConditionHandle',
      'AWS::Detective::OrganizationAdmin',
      'AWS::IAM::ServiceLinkedRole',
      'AWS::SecurityHub::DelegatedAdmin',
    ]);
    for (const [, { Properties }] of ofType(stacks.ComplianceManagement, 'AWS::SecurityHub::DelegatedAdmin'))
      expect(Properties.AdminAccountId).toBe(AUDIT);
    expect(types(stacks.Compliance)).toEqual(
      expect.arrayContaining([
        'AWS::Config::ConfigurationAggregator',
        'AWS::Macie::Session',
        'AWS::SecurityHub::ConfigurationPolicy',
      ]),
    );
    expect(types(stacks.Compliance)).not.toContain('AWS::AccessAnalyzer::Analyzer');
  });

  /** Controls of Security Hub that are off for the whole organization. */
  const disabledControls = (governedRegions: string[], detectiveSource: 'config' | 'securityhub'): string[] => {
    const { Compliance } = changed((compliance, { organization }) => {
      organization.governedRegions = governedRegions;
      Object.assign(compliance, { detectiveSource, securityServices: { securityHub: true } });
      if (detectiveSource === 'securityhub') {
        delete compliance.exclusions;
        delete compliance.remediation;
      }
    });
    const [[, policy] = ['', { Properties: {} }]] = ofType(Compliance, 'AWS::SecurityHub::ConfigurationPolicy');
    return policy.Properties.ConfigurationPolicy.SecurityHub.SecurityControlsConfiguration
      .DisabledSecurityControlIdentifiers;
  };

  test('Security Hub leaves to AWS Config what the packs check, only where there are packs in every Region', () => {
    expect(disabledControls(['ap-northeast-2'], 'config')).toContain('IAM.3');
    expect(disabledControls(['ap-northeast-2', 'us-east-1'], 'config')).toEqual([]);
    expect(disabledControls(['ap-northeast-2'], 'securityhub')).toEqual([]);
  });
});
