import { evaluateAccess } from '../../../../constructs/policy-evaluator';
import { AUTHORIZATION } from '../fixtures';
import {
  authorization,
  decide,
  MEMBER,
  policiesOf,
  type Request,
  requestOf,
  statementsOf,
  WHO,
  type Who,
} from './proof';

/** One request of each service control guardrail that it must deny to everybody whom it binds. */
const PROBES: Record<string, Request> = {
  'deny-access-analyzer-delete': { action: 'access-analyzer:DeleteAnalyzer' },
  'deny-account-change': { action: 'account:EnableRegion' },
  'deny-cloudtrail-tampering': { action: 'cloudtrail:StopLogging' },
  'deny-config-tampering': { action: 'config:StopConfigurationRecorder' },
  'deny-disable-ebs-default-encryption': { action: 'ec2:DisableEbsEncryptionByDefault' },
  'deny-guardduty-disable': { action: 'guardduty:DeleteDetector' },
  'deny-iam-user-access-keys': { action: 'iam:CreateAccessKey' },
  'deny-iam-user-creation': { action: 'iam:CreateUser' },
  'deny-identity-provider-change': { action: 'iam:CreateSAMLProvider' },
  'deny-inspector-disable': { action: 'inspector2:Disable' },
  'deny-kms-key-deletion': { action: 'kms:ScheduleKeyDeletion' },
  'deny-leave-org': { action: 'organizations:LeaveOrganization' },
  'deny-log-archive-delete': {
    action: 's3:DeleteBucketPolicy',
    resource: 'arn:aws:s3:::aws-controltower-logs-777788889999',
  },
  'deny-macie-disable': { action: 'macie2:DisableMacie' },
  'deny-marketplace': { action: 'aws-marketplace:Subscribe' },
  'deny-network-change-outside-network-account': { action: 'ec2:CreateInternetGateway' },
  'deny-public-s3': { action: 's3:PutAccountPublicAccessBlock' },
  'deny-public-snapshot-share': { action: 'ec2:ModifySnapshotAttribute' },
  'deny-securityhub-disable': { action: 'securityhub:DisableSecurityHub' },
  'deny-unencrypted-ebs': {
    action: 'ec2:CreateVolume',
    resource: `arn:aws:ec2:ap-northeast-2:${MEMBER}:volume/*`,
    context: { 'ec2:Encrypted': 'false' },
  },
  'deny-unencrypted-efs': {
    action: 'elasticfilesystem:CreateFileSystem',
    context: { 'elasticfilesystem:Encrypted': 'false' },
  },
  'deny-unencrypted-rds': { action: 'rds:CreateDBCluster', context: { 'rds:StorageEncrypted': 'false' } },
  'protect-platform-roles': {
    action: 'iam:UpdateAssumeRolePolicy',
    resource: `arn:aws:iam::${MEMBER}:role/AWSControlTowerExecution`,
  },
  'region-restriction': { action: 'ec2:RunInstances', context: { 'aws:RequestedRegion': 'eu-west-1' } },
  'require-imdsv2': {
    action: 'ec2:RunInstances',
    resource: `arn:aws:ec2:ap-northeast-2:${MEMBER}:instance/*`,
    context: { 'ec2:MetadataHttpTokens': 'optional' },
  },
};

/** Guardrails about the root user alone: everybody else is free. */
const ROOT_ONLY = ['deny-root-access-keys', 'deny-root-user'];

const BOUND: Who[] = ['developer', 'session', 'administrator', 'user', 'root', 'networkAdmin'];
const FREE: Who[] = [
  'deployment',
  'controlTower',
  'breakGlass',
  'serviceLinkedRole',
  'management',
  'outsider',
  'cloudtrail',
];

const scpIds = AUTHORIZATION.filter(({ policyType }) => policyType === 'SERVICE_CONTROL_POLICY').map(({ id }) => id);

test('every service control guardrail has a probe', () => {
  expect([...Object.keys(PROBES), ...ROOT_ONLY].sort()).toEqual(scpIds);
});

describe.each(Object.entries(PROBES))('%s', (id, probe) => {
  test.each(BOUND)('binds %s', (who) => expect(decide(id, who, probe)).toBe('deny'));
  test.each(FREE)('leaves %s free', (who) => expect(decide(id, who, probe)).toBe('allow'));
});

/** An action of each kind that a statement names, without wildcards, and a resource that matches it. */
function actionsOf(id: string): { action: string; resource: string }[] {
  return statementsOf(id).flatMap(({ Action, Resource }) => {
    const action = Action === undefined || Action === '*' ? 'ec2:RunInstances' : [Action].flat();
    const resource = [Resource ?? '*'].flat()[0] ?? '*';
    return [action].flat().map((name) => ({
      action: name.replaceAll('*', 'X'),
      resource: resource.replace('${aws:PrincipalAccount}', MEMBER).replaceAll('*', 'x'),
    }));
  });
}

const EXEMPT_ROLES: Who[] = ['deployment', 'controlTower', 'breakGlass'];

// Whatever the circumstances of a request are: every condition key that it does not state is unknown to the evaluator.
describe.each(AUTHORIZATION.map(({ id }) => id))('lock-out: %s', (id) => {
  const statements = statementsOf(id);
  const isScp = authorization(id).policyType === 'SERVICE_CONTROL_POLICY';
  const policies = isScp ? policiesOf(statements) : policiesOf([], statements);

  test.each(EXEMPT_ROLES)('can never deny anything to %s', (who) => {
    const denied = actionsOf(id).filter(({ action, resource }) => {
      // A federated caller has no role before this call: it asks for the exempt one.
      const federated = action === 'sts:AssumeRoleWithWebIdentity';
      const { context: _, ...request } = requestOf(federated ? 'anonymous' : who, {
        action,
        resource: federated ? WHO[who] : resource,
      });
      return evaluateAccess(request, policies, { unknownContextKeys: 'unknown' }).decision !== 'allow';
    });
    expect(denied).toEqual([]);
  });
});
