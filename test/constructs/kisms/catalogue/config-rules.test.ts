import { ManagedRuleIdentifiers } from 'aws-cdk-lib/aws-config';
import { CONFIG_RULES, CRITERIA, compareCriterionIds, configRule } from '../../../../constructs/kisms';
import awsTable from '../../../fixtures/kisms/aws-table.json';

const TABLE: Record<string, string[]> = awsTable;
const leaves = new Set(CRITERIA.map(({ id }) => id));
const rows = CONFIG_RULES.flatMap(({ identifier, criteria }) => criteria.map((row) => ({ identifier, ...row })));

/** Read one by one in the AWS documentation, because the CDK has no constant of this value. */
const UNKNOWN_TO_THE_CDK = [
  'ACM_CERTIFICATE_RSA_CHECK',
  'CLOUDTRAIL_S3_BUCKET_ACCESS_LOGGING',
  'CLOUDTRAIL_S3_BUCKET_PUBLIC_ACCESS_PROHIBITED',
  'COGNITO_USER_POOL_MFA_ENABLED',
  'COGNITO_USER_POOL_PASSWORD_POLICY_CHECK',
  'DOCDB_CLUSTER_ENCRYPTED',
  'DOCDB_CLUSTER_SNAPSHOT_PUBLIC_PROHIBITED',
  'EBS_LAST_BACKUP_RECOVERY_POINT_CREATED',
  'EC2_CLIENT_VPN_NOT_AUTHORIZE_ALL',
  'EC2_LAUNCH_TEMPLATE_IMDSV2_CHECK',
  'EKS_CLUSTER_LOGGING_ENABLED',
  'EKS_CLUSTER_SECRETS_ENCRYPTED',
  'ELBV2_LISTENER_ENCRYPTION_IN_TRANSIT',
  'GUARDDUTY_EKS_PROTECTION_AUDIT_ENABLED',
  'GUARDDUTY_LAMBDA_PROTECTION_ENABLED',
  'GUARDDUTY_MALWARE_PROTECTION_ENABLED',
  'GUARDDUTY_RDS_PROTECTION_ENABLED',
  'GUARDDUTY_RUNTIME_MONITORING_ENABLED',
  'GUARDDUTY_S3_PROTECTION_ENABLED',
  'IAM_EXTERNAL_ACCESS_ANALYZER_ENABLED',
  'INSPECTOR_EC2_SCAN_ENABLED',
  'INSPECTOR_ECR_SCAN_ENABLED',
  'INSPECTOR_LAMBDA_STANDARD_SCAN_ENABLED',
  'MACIE_AUTO_SENSITIVE_DATA_DISCOVERY_CHECK',
  'MACIE_STATUS_CHECK',
  'MSK_IN_CLUSTER_NODE_REQUIRE_TLS',
  'NETFW_LOGGING_ENABLED',
  'NLB_LOGGING_ENABLED',
  'NO_UNRESTRICTED_ROUTE_TO_IGW',
  'RDS_CLUSTER_ENCRYPTED_AT_REST',
  'RDS_MYSQL_INSTANCE_ENCRYPTED_IN_TRANSIT',
  'RDS_POSTGRES_INSTANCE_ENCRYPTED_IN_TRANSIT',
  'SECURITY_ACCOUNT_INFORMATION_PROVIDED',
  'WAFV2_WEBACL_NOT_EMPTY',
];

test('there are 207 different rules by identifier, 116 of them of the AWS pack', () => {
  const identifiers = CONFIG_RULES.map(({ identifier }) => identifier);
  expect(new Set(identifiers).size).toBe(207);
  expect(identifiers).toEqual([...identifiers].sort());
  expect(new Set(CONFIG_RULES.map(({ name }) => name)).size).toBe(207);
  expect(CONFIG_RULES.filter(({ inAwsPack }) => inAwsPack)).toHaveLength(116);
});

test('an identifier is a value that the CDK knows too, or one that was read in the AWS documentation', () => {
  const known = new Set<unknown>(Object.values(ManagedRuleIdentifiers));
  const unknown = CONFIG_RULES.map(({ identifier }) => identifier).filter((identifier) => !known.has(identifier));
  expect(unknown.filter((identifier) => !UNKNOWN_TO_THE_CDK.includes(identifier))).toEqual([]);
});

test('each rule serves criteria that exist, once, in order', () => {
  for (const { criteria } of CONFIG_RULES) {
    const ids = criteria.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort(compareCriterionIds));
    expect(ids.filter((id) => !leaves.has(id))).toEqual([]);
  }
});

test('the AWS table has 171 rows, and its rows of criteria are exactly the ones labelled aws-docs', () => {
  expect(Object.values(TABLE).flat()).toHaveLength(171);
  const labelled = rows
    .filter(({ source }) => source === 'aws-docs')
    .map(({ id, identifier }) => `${id} ${identifier}`);
  const table = Object.entries(TABLE).flatMap(([id, rules]) =>
    leaves.has(id) ? rules.map((rule) => `${id} ${rule}`) : [],
  );
  expect(labelled).toHaveLength(108);
  expect(labelled.sort()).toEqual(table.sort());
});

test('aws-kisms-pack refines a row that AWS writes at a domain, and every such row is refined', () => {
  const domains = Object.entries(TABLE).filter(([id]) => !leaves.has(id));
  expect(domains.map(([id, rules]) => [id, rules.length])).toEqual([
    ['2.6', 20],
    ['2.7', 25],
    ['2.12', 18],
  ]);
  const refined = rows.filter(({ source }) => source === 'aws-kisms-pack');
  expect(refined).toHaveLength(66);
  const atDomain = ({ id, identifier }: (typeof rows)[number]) =>
    domains.some(([domain, rules]) => id.startsWith(`${domain}.`) && rules.includes(identifier));
  expect(refined.filter((row) => !atDomain(row))).toEqual([]);
  for (const [domain, rules] of domains) {
    for (const rule of rules) {
      const leavesOfRule = configRule(rule).criteria.filter(({ id }) => id.startsWith(`${domain}.`));
      expect(leavesOfRule.filter(({ source }) => source !== 'our-judgement')).not.toEqual([]);
    }
  }
});

test('what AWS does not map is our judgement, as is every extra', () => {
  expect(rows.filter(({ source }) => source === 'our-judgement')).toHaveLength(221);
  const extras = CONFIG_RULES.filter(({ inAwsPack }) => !inAwsPack);
  expect(extras.flatMap(({ criteria }) => criteria).filter(({ source }) => source !== 'our-judgement')).toEqual([]);
});

test('defaults and legal values are given only to parameters that a rule has, never both to one', () => {
  for (const { parameters, legal = {}, parameterNames } of CONFIG_RULES) {
    const given = [...Object.keys(parameters), ...Object.keys(legal)];
    expect(new Set(given).size).toBe(given.length);
    expect(parameterNames).toEqual(expect.arrayContaining(given));
    expect(parameterNames).toEqual([...parameterNames].sort());
  }
});

test('no default is a placeholder', () => {
  expect(CONFIG_RULES.filter(({ parameters }) => /[<>]/.test(JSON.stringify(parameters)))).toEqual([]);
});

test('the retention of log groups follows the law', () => {
  expect(configRule('CW_LOGGROUP_RETENTION_PERIOD_CHECK').legal).toEqual({
    MinRetentionTime: 'accessRecordRetentionDays',
  });
});

test.each(['access', 'protect', 'operate'])('the rules to %s fit into one conformance pack', (purpose) => {
  const own = CONFIG_RULES.filter((rule) => rule.purpose === purpose);
  expect(own.length).toBeGreaterThan(50);
  expect(own.length).toBeLessThanOrEqual(130);
});

test('rules on CloudFront, which AWS Config records only in us-east-1, say so; the rest works in Seoul', () => {
  const elsewhere = CONFIG_RULES.filter(({ availability }) => availability !== 'seoul');
  expect(elsewhere.map(({ identifier, availability }) => [identifier, availability])).toEqual([
    ['CLOUDFRONT_ACCESSLOGS_ENABLED', 'us-east-1'],
    ['CLOUDFRONT_ASSOCIATED_WITH_WAF', 'us-east-1'],
    ['CLOUDFRONT_VIEWER_POLICY_HTTPS', 'us-east-1'],
  ]);
});

test('exactly the dead, noisy and incomplete rules are off', () => {
  expect(CONFIG_RULES.filter(({ off }) => off).map(({ identifier }) => identifier)).toEqual([
    'CLOUDFORMATION_STACK_DRIFT_DETECTION_CHECK',
    'EKS_CLUSTER_SUPPORTED_VERSION',
    'ELASTICSEARCH_ENCRYPTED_AT_REST',
    'ELASTICSEARCH_NODE_TO_NODE_ENCRYPTION_CHECK',
    'INSTANCES_IN_VPC',
    'INTERNET_GATEWAY_AUTHORIZED_VPC_ONLY',
    'LAMBDA_FUNCTION_SETTINGS_CHECK',
    'LAMBDA_INSIDE_VPC',
    'ROOT_ACCOUNT_HARDWARE_MFA_ENABLED',
    'S3_BUCKET_DEFAULT_LOCK_ENABLED',
    'S3_BUCKET_REPLICATION_ENABLED',
    'S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED',
    'SECRETSMANAGER_USING_CMK',
    'VPC_SG_OPEN_ONLY_TO_AUTHORIZED_PORTS',
  ]);
});

test('the parameter that turns a rule on is one that it has', () => {
  for (const { off, parameterNames } of CONFIG_RULES) {
    const named = /Set (\w+) and/.exec(off?.en ?? '')?.[1];
    if (named !== undefined) expect(parameterNames).toContain(named);
  }
});

test.each([
  ['restricted-ssh', 'no Config rule "restricted-ssh": write its identifier "INCOMING_SSH_DISABLED"'],
  ['RESTRICTED_SSH', 'no Config rule "RESTRICTED_SSH": see CONFIG_RULES for the identifiers'],
])('an unknown identifier %s fails with a way on', (identifier, message) => {
  expect(() => configRule(identifier)).toThrow(new Error(message));
});
