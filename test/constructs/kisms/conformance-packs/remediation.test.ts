import { CONFIG_RULES, configRule } from '../../../../constructs/kisms/catalogue';
import {
  type ConformancePackRemediation,
  conformancePackTemplates,
  REMEDIATIONS,
} from '../../../../constructs/kisms/conformance-packs';
import { OPTIONS } from './fixtures';

const ROLE = 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/ConfigRemediation';

function resources(rules: ConformancePackRemediation['rules'], roleArn = ROLE): Record<string, unknown> {
  const templates = conformancePackTemplates({ ...OPTIONS, remediation: { roleArn, rules } });
  return Object.assign({}, ...templates.map(({ body }) => JSON.parse(body).Resources));
}

test('remediates no rule unless asked, and then that rule alone, when a person says so', () => {
  const remediations = Object.entries(resources({ S3_BUCKET_VERSIONING_ENABLED: {} })).filter(([id]) =>
    id.endsWith('Remediation'),
  );
  expect(remediations).toEqual([
    [
      'S3BucketVersioningEnabledRemediation',
      {
        Type: 'AWS::Config::RemediationConfiguration',
        DependsOn: 'S3BucketVersioningEnabled',
        Properties: {
          Automatic: false,
          ConfigRuleName: 's3-bucket-versioning-enabled',
          Parameters: {
            AutomationAssumeRole: { StaticValue: { Values: [{ 'Fn::Sub': ROLE }] } },
            BucketName: { ResourceValue: { Value: 'RESOURCE_ID' } },
          },
          ResourceType: 'AWS::S3::Bucket',
          TargetId: 'AWS-ConfigureS3BucketVersioning',
          TargetType: 'SSM_DOCUMENT',
          TargetVersion: '1',
        },
      },
    ],
  ]);
});

test('remediates by itself when asked, with an end to the attempts', () => {
  expect(resources({ EC2_EBS_ENCRYPTION_BY_DEFAULT: { automatic: true } })).toMatchObject({
    Ec2EbsEncryptionByDefaultRemediation: {
      Properties: {
        Automatic: true,
        MaximumAutomaticAttempts: 3,
        RetryAttemptSeconds: 600,
        Parameters: { AutomationAssumeRole: expect.anything() },
      },
    },
  });
});

test.each(Object.entries(REMEDIATIONS))('the remediation of %s destroys nothing', (identifier, remediation) => {
  const { resourceTypes } = configRule(identifier);
  expect(remediation.document).toMatch(/^(AWSConfigRemediation-Enable|AWS-Configure)/);
  if (resourceTypes.length > 0) expect(resourceTypes).toContain(remediation.resourceType);
});

test.each<[string, ConformancePackRemediation, string]>([
  [
    'a rule without a safe remediation',
    { roleArn: ROLE, rules: { IAM_USER_UNUSED_CREDENTIALS_CHECK: {} } },
    `'remediation.rules' has no safe remediation for "IAM_USER_UNUSED_CREDENTIALS_CHECK": remove it, or choose of CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED, `,
  ],
  [
    'what is no role',
    { roleArn: 'ConfigRemediation', rules: {} },
    `'remediation.roleArn' must look like "${ROLE}", got "ConfigRemediation"; name a role that each account has`,
  ],
])('refuses %s', (_, remediation, message) => {
  expect(() => conformancePackTemplates({ ...OPTIONS, remediation })).toThrow(message);
});

test.each([ROLE, 'arn:aws:iam::111122223333:role/ops/ConfigRemediation'])('takes the role %s', (roleArn) => {
  expect(JSON.stringify(resources({ DYNAMODB_PITR_ENABLED: {} }, roleArn))).toContain(JSON.stringify(roleArn));
});

test('leaves a remediation out with its rule', () => {
  const all = Object.fromEntries(CONFIG_RULES.map(({ identifier }) => [identifier, { enabled: false }]));
  const remediation = { roleArn: ROLE, rules: { DYNAMODB_PITR_ENABLED: {} } };
  expect(conformancePackTemplates({ ...OPTIONS, rules: all, remediation })).toEqual([]);
});
