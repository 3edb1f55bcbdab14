import {
  type AccessRequest,
  evaluateAccess,
  type PolicyLevel,
  type PolicyStatement,
} from '../../../constructs/policy-evaluator';
import {
  document,
  FULL_ACCESS,
  level,
  MANAGEMENT,
  MEMBER,
  OTHER_MEMBER,
  OUTSIDER,
  organization,
  RCP_FULL_ACCESS,
  ROLE,
  ROOT,
  SERVICE_LINKED,
} from './fixtures';

const SCP = 'SERVICE_CONTROL_POLICY';
const RCP = 'RESOURCE_CONTROL_POLICY';
const READ: AccessRequest = { principal: ROLE, action: 's3:GetObject', resource: 'arn:aws:s3:::data/x' };
const DENY_ALL: PolicyStatement = { Sid: 'DenyAll', Effect: 'Deny', Action: '*', Resource: '*' };
const DENY_S3: PolicyStatement = { Sid: 'DenyS3', Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' };

// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
describe('levels', () => {
  const allowing = (target: string, ...statements: PolicyStatement[]): PolicyLevel => ({
    target,
    policies: [{ name: 'list', document: document(...statements) }],
  });
  const s3: PolicyStatement = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
  const ec2: PolicyStatement = { Effect: 'Allow', Action: 'ec2:*', Resource: '*' };
  const full = level('Root', SCP);

  test.each<[name: string, scps: PolicyLevel[], decision: string, reason: string, target: string | undefined]>([
    ['full access everywhere', [full, level('OU', SCP), level(MEMBER, SCP)], 'allow', 'no-deny', undefined],
    ['an allow list at each level', [allowing('Root', s3), allowing('OU', s3, ec2)], 'allow', 'no-deny', undefined],
    ['an allow list without the action', [full, allowing('OU', ec2), full], 'deny', 'implicit-deny', 'OU'],
    ['a level without policies', [full, { target: 'OU', policies: [] }], 'deny', 'implicit-deny', 'OU'],
    ['no levels at all', [], 'allow', 'no-deny', undefined],
    ['a deny at the top', [level('Root', SCP, DENY_ALL), level('OU', SCP)], 'deny', 'explicit-deny', 'Root'],
    ['a deny at the bottom', [full, level(MEMBER, SCP, DENY_ALL)], 'deny', 'explicit-deny', MEMBER],
    [
      'an explicit deny below an implicit one',
      [allowing('Root', ec2), level('OU', SCP, DENY_ALL)],
      'deny',
      'explicit-deny',
      'OU',
    ],
  ])('%s', (_name, scps, decision, reason, target) => {
    expect(evaluateAccess(READ, organization({ scps }))).toMatchObject({ decision, reason, ...(target && { target }) });
  });

  test('an allow list may have conditions, resources and NotAction', () => {
    const scps = [
      allowing('Root', {
        Effect: 'Allow',
        NotAction: 'iam:*',
        Resource: 'arn:aws:s3:::data/*',
        Condition: { StringEquals: { 'aws:RequestedRegion': 'ap-northeast-2' } },
      }),
    ];
    const decide = (request: Partial<AccessRequest>) =>
      evaluateAccess(
        { ...READ, context: { 'aws:RequestedRegion': 'ap-northeast-2' }, ...request },
        organization({ scps }),
      ).decision;
    expect(decide({})).toBe('allow');
    expect(decide({ action: 'iam:GetRole' })).toBe('deny');
    expect(decide({ resource: 'arn:aws:s3:::other/x' })).toBe('deny');
    expect(decide({ context: {} })).toBe('deny');
  });

  test('an allow that is not certain may deny', () => {
    const scps = [allowing('Root', { ...s3, Condition: { Bool: { 'aws:SecureTransport': 'true' } } })];
    const options = { unknownContextKeys: 'unknown' } as const;
    expect(evaluateAccess(READ, organization({ scps }), options)).toMatchObject({
      decision: 'maybe-deny',
      reason: 'implicit-deny',
      target: 'Root',
      explanation: { en: 'no SCP on Root is certain to allow s3:GetObject' },
    });
    const certain = [allowing('Root', { ...s3, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }, s3)];
    expect(evaluateAccess(READ, organization({ scps: certain }), options).decision).toBe('allow');
  });

  test('a certain deny outweighs a possible one', () => {
    const maybe = { ...DENY_ALL, Condition: { Bool: { 'aws:SecureTransport': 'false' } } };
    const policies = organization({ scps: [level('Root', SCP, maybe)], rcps: [level('OU', RCP, DENY_S3)] });
    expect(evaluateAccess(READ, policies, { unknownContextKeys: 'unknown' })).toMatchObject({
      decision: 'deny',
      policyType: RCP,
    });
  });

  test('the verdict names the statement in both languages', () => {
    expect(evaluateAccess(READ, organization({ scps: [full, level('OU', SCP, DENY_ALL)] }))).toEqual({
      decision: 'deny',
      reason: 'explicit-deny',
      policyType: SCP,
      target: 'OU',
      policy: 'guard',
      sid: 'DenyAll',
      explanation: {
        en: 'SCP guard (DenyAll) on OU denies s3:GetObject',
        ko: 'OU의 SCP guard (DenyAll)이(가) s3:GetObject을(를) 거부합니다',
      },
    });
  });
});

// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html#not-restricted-by-scp
describe('SCPs bind the principals of member accounts', () => {
  const policies = organization({ scps: [level('Root', SCP, DENY_ALL)] });

  test.each([
    ['a role', ROLE, 'deny'],
    ['a session', `arn:aws:sts::${MEMBER}:assumed-role/dev/kim`, 'deny'],
    ['a user', `arn:aws:iam::${MEMBER}:user/kim`, 'deny'],
    ['the root user', ROOT, 'deny'],
    ['a service-linked role', SERVICE_LINKED, 'allow'],
    ['a role only named like a service-linked one', `arn:aws:iam::${MEMBER}:role/AWSServiceRoleForConfig`, 'deny'],
    ['the management account', `arn:aws:iam::${MANAGEMENT}:role/admin`, 'allow'],
    ['a principal from outside', `arn:aws:iam::${OUTSIDER}:role/partner`, 'allow'],
    ['an AWS service', 'cloudtrail.amazonaws.com', 'allow'],
    ['an anonymous caller', '*', 'allow'],
  ])('%s: %s: %s', (_name, principal, expected) => {
    const request = { ...READ, principal, resourceAccount: MEMBER };
    expect(evaluateAccess(request, policies).decision).toBe(expected);
  });
});

// https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#actions-not-restricted-by-rcps
describe('RCPs protect the resources of member accounts', () => {
  const deny: PolicyStatement = { ...DENY_S3, Action: ['s3:*', 'kms:*', 'sts:*'] };
  const policies = organization({ rcps: [level('Root', RCP, deny)] });

  test.each<[name: string, request: Partial<AccessRequest>, expected: string]>([
    ['a role of the account', {}, 'deny'],
    ['the root user', { principal: ROOT }, 'deny'],
    ['a principal from outside', { principal: `arn:aws:iam::${OUTSIDER}:role/partner` }, 'deny'],
    ['the management account on a member', { principal: `arn:aws:iam::${MANAGEMENT}:role/admin` }, 'deny'],
    ['an AWS service', { principal: 'cloudtrail.amazonaws.com' }, 'deny'],
    ['an anonymous caller', { principal: '*' }, 'deny'],
    ['a service-linked role', { principal: SERVICE_LINKED }, 'allow'],
    ['a resource of the management account', { resourceAccount: MANAGEMENT }, 'allow'],
    ['a resource outside the organization', { resourceAccount: OUTSIDER }, 'allow'],
    ['a resource of another member', { resourceAccount: OTHER_MEMBER }, 'deny'],
    [
      'another action of a supported service',
      { action: 'kms:Decrypt', resource: `arn:aws:kms:us-east-1:${MEMBER}:key/1` },
      'deny',
    ],
    ['retiring a grant', { action: 'kms:RetireGrant', resource: `arn:aws:kms:us-east-1:${MEMBER}:key/1` }, 'allow'],
    ['a service without RCP support', { action: 'ec2:StopInstances', resource: '*' }, 'allow'],
  ])('%s', (_name, request, expected) => {
    expect(evaluateAccess({ ...READ, resourceAccount: MEMBER, ...request }, policies).decision).toBe(expected);
  });

  test('RCPFullAWSAccess must be listed like any other policy', () => {
    const rcps = [{ target: 'Root', policies: [{ name: 'guard', document: document(DENY_S3) }] }];
    const request = { ...READ, action: 'sqs:SendMessage', resource: `arn:aws:sqs:us-east-1:${MEMBER}:q` };
    expect(evaluateAccess(request, organization({ rcps }))).toMatchObject({
      decision: 'deny',
      reason: 'implicit-deny',
    });
  });
});

test.each([
  [{ principal: SERVICE_LINKED }, 'SCPs do not bind service-linked roles; RCPs do not bind service-linked roles'],
  [
    { principal: `arn:aws:iam::${MANAGEMENT}:root`, resource: '*', action: 'ec2:DescribeVpcs' },
    'SCPs do not bind the management account; RCPs do not protect resources of the management account',
  ],
  [
    { principal: 'config.amazonaws.com', resourceAccount: OUTSIDER },
    'SCPs do not bind AWS services; RCPs do not protect resources outside the organization',
  ],
])('%j is exempt: %s', (request, en) => {
  const verdict = evaluateAccess({ ...READ, ...request }, organization({}));
  expect(verdict).toMatchObject({ decision: 'allow', reason: 'exempt', explanation: { en } });
});

describe('actions and resources', () => {
  test.each<[statement: Partial<PolicyStatement>, request: Partial<AccessRequest>, expected: string]>([
    [{ Action: 'S3:gEt*' }, {}, 'deny'],
    [{ Action: ['ec2:*', 's3:?etObject'] }, {}, 'deny'],
    [{ Action: 's3:Put*' }, {}, 'allow'],
    [{ NotAction: ['S3:Get*'] }, {}, 'allow'],
    [{ NotAction: ['s3:Put*', 'iam:*'] }, {}, 'deny'],
    [{ Action: '*', Resource: 'arn:aws:s3:::data/*' }, {}, 'deny'],
    [{ Action: '*', Resource: 'arn:aws:s3:::DATA/*' }, {}, 'allow'],
    [{ Action: '*', Resource: 'arn:aws:s3:::data/*' }, { resource: 'arn:aws:s3:::data' }, 'allow'],
    [{ Action: '*', Resource: 'arn:aws:s3:::data/*' }, { resource: '*' }, 'allow'],
    [{ Action: '*', Resource: 'arn:aws:s3:*' }, {}, 'deny'],
    [{ Action: '*', NotResource: ['arn:aws:s3:::data/*', 'arn:aws:s3:::logs/*'] }, {}, 'allow'],
    [{ Action: '*', NotResource: 'arn:aws:s3:::logs/*' }, {}, 'deny'],
    [
      { Action: '*', Resource: 'arn:aws:s3:::${aws:PrincipalTag/team}/*' },
      { context: { 'aws:PrincipalTag/team': 'data' } },
      'deny',
    ],
    [{ Action: '*', Resource: 'arn:aws:s3:::${aws:PrincipalTag/team}/*' }, {}, 'allow'],
    [{ Action: '*', Resource: "arn:aws:s3:::${aws:PrincipalTag/team, 'data'}/*" }, {}, 'deny'],
  ])('deny %j for %j: %s', (statement, request, expected) => {
    const whole = {
      Effect: 'Deny' as const,
      ...(!statement.Resource && !statement.NotResource && { Resource: '*' }),
      ...statement,
    };
    const policies = organization({ scps: [level('Root', SCP, whole)] });
    expect(evaluateAccess({ ...READ, ...request }, policies).decision).toBe(expected);
  });

  test('a resource that depends on an unknown key may be denied', () => {
    const statement = { ...DENY_ALL, Resource: 'arn:aws:s3:::${aws:PrincipalTag/team}/*' };
    const policies = organization({ scps: [level('Root', SCP, statement)] });
    expect(evaluateAccess(READ, policies, { unknownContextKeys: 'unknown' }).decision).toBe('maybe-deny');
  });
});

test('a malformed policy fails with its name, its statement and every fault', () => {
  const broken = document({ Sid: 'Half', Effect: 'Deny', Action: 'get' } as PolicyStatement);
  const scps = [{ target: 'Root', policies: [{ name: 'mine', document: broken }] }];
  expect(() => evaluateAccess(READ, organization({ scps }))).toThrow(
    /^malformed policy "mine": Statement\[0\] "Half": Action "get" is malformed.*; Statement\[0\] "Half": Resource or NotResource is missing/,
  );
});

test('a document that was evaluated as an SCP is checked again as an RCP', () => {
  expect(
    evaluateAccess(
      READ,
      organization({ scps: [{ target: 'Root', policies: [{ name: 'full', document: FULL_ACCESS }] }] }),
    ).decision,
  ).toBe('allow');
  const rcps = [{ target: 'Root', policies: [{ name: 'full', document: FULL_ACCESS }] }];
  expect(() => evaluateAccess(READ, organization({ rcps }))).toThrow(/Principal is missing/);
  expect(
    evaluateAccess(
      READ,
      organization({ rcps: [{ target: 'Root', policies: [{ name: 'full', document: RCP_FULL_ACCESS }] }] }),
    ).decision,
  ).toBe('allow');
});
