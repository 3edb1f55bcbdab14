import fc from 'fast-check';
import {
  evaluateAccess,
  type PolicyConditions,
  type PolicyLevel,
  type PolicyStatement,
} from '../../../constructs/policy-evaluator';
import { rcpStatement, request, scpStatement } from './arbitraries';
import {
  DEPLOYER,
  denyWhen,
  level,
  MEMBER,
  ORGANIZATION,
  OUTSIDER,
  organization,
  ROLE,
  ROOT,
  SERVICE_LINKED,
} from './fixtures';
import { oracleDecision, strictOracleDecision } from './oracle';

const SCP = 'SERVICE_CONTROL_POLICY';
const RCP = 'RESOURCE_CONTROL_POLICY';

describe('agrees with an independent simulator on realistic guardrails', () => {
  const exempt = { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/gov/*' } };
  const guardrails: PolicyStatement[] = [
    { Sid: 'Leave', Effect: 'Deny', Action: 'organizations:LeaveOrganization', Resource: '*' },
    {
      Sid: 'Region',
      Effect: 'Deny',
      NotAction: ['iam:*', 'sts:*', 'support:*'],
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': ['ap-northeast-2', 'us-east-1'] }, ...exempt },
    },
    {
      Sid: 'Trail',
      Effect: 'Deny',
      Action: ['cloudtrail:Stop*', 'cloudtrail:Delete*'],
      Resource: '*',
      Condition: exempt,
    },
    {
      Sid: 'Root',
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' } },
    },
    {
      Sid: 'Imds',
      Effect: 'Deny',
      Action: 'ec2:RunInstances',
      Resource: 'arn:aws:ec2:*:*:instance/*',
      Condition: { StringNotEquals: { 'ec2:MetadataHttpTokens': 'required' } },
    },
    {
      Sid: 'Encryption',
      Effect: 'Deny',
      Action: 'ec2:CreateVolume',
      Resource: '*',
      Condition: { Bool: { 'ec2:Encrypted': 'false' } },
    },
  ];
  const policies = organization({
    scps: [level('Root', SCP), level('Workloads', SCP, ...guardrails), level(MEMBER, SCP)],
    rcps: [
      level('Root', RCP, {
        Sid: 'OwnIdentities',
        Effect: 'Deny',
        Principal: '*',
        Action: ['s3:*', 'sqs:*'],
        Resource: '*',
        Condition: {
          StringNotEqualsIfExists: { 'aws:PrincipalOrgID': ORGANIZATION },
          BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
        },
      }),
    ],
  });
  const seoul = { 'aws:RequestedRegion': 'ap-northeast-2' };
  const ireland = { 'aws:RequestedRegion': 'eu-west-1' };
  const instance = `arn:aws:ec2:ap-northeast-2:${MEMBER}:instance/i-0abcd1234`;

  test.each<[expected: string, principal: string, action: string, resource: string, context: Record<string, string>]>([
    ['deny', ROLE, 'organizations:LeaveOrganization', '*', seoul],
    ['deny', DEPLOYER, 'organizations:LeaveOrganization', '*', seoul],
    ['deny', ROLE, 'ec2:StopInstances', instance, ireland],
    ['deny', ROLE, 'ec2:StopInstances', instance, {}],
    ['allow', ROLE, 'ec2:StopInstances', instance, seoul],
    ['allow', DEPLOYER, 'ec2:StopInstances', instance, ireland],
    ['allow', ROLE, 'iam:CreateRole', `arn:aws:iam::${MEMBER}:role/x`, ireland],
    ['deny', ROLE, 'cloudtrail:StopLogging', `arn:aws:cloudtrail:ap-northeast-2:${MEMBER}:trail/org`, seoul],
    ['deny', ROLE, 'CloudTrail:stopLogging', `arn:aws:cloudtrail:ap-northeast-2:${MEMBER}:trail/org`, seoul],
    ['allow', ROLE, 'cloudtrail:StartLogging', `arn:aws:cloudtrail:ap-northeast-2:${MEMBER}:trail/org`, seoul],
    ['allow', DEPLOYER, 'cloudtrail:StopLogging', `arn:aws:cloudtrail:ap-northeast-2:${MEMBER}:trail/org`, seoul],
    ['deny', ROOT, 'iam:CreateRole', `arn:aws:iam::${MEMBER}:role/x`, seoul],
    ['deny', ROLE, 'ec2:RunInstances', instance, { ...seoul, 'ec2:MetadataHttpTokens': 'optional' }],
    ['deny', ROLE, 'ec2:RunInstances', instance, seoul],
    ['allow', ROLE, 'ec2:RunInstances', instance, { ...seoul, 'ec2:MetadataHttpTokens': 'required' }],
    ['allow', ROLE, 'ec2:RunInstances', `arn:aws:ec2:ap-northeast-2:${MEMBER}:subnet/subnet-1`, seoul],
    [
      'deny',
      ROLE,
      'ec2:CreateVolume',
      `arn:aws:ec2:ap-northeast-2:${MEMBER}:volume/*`,
      { ...seoul, 'ec2:Encrypted': 'false' },
    ],
    [
      'allow',
      ROLE,
      'ec2:CreateVolume',
      `arn:aws:ec2:ap-northeast-2:${MEMBER}:volume/*`,
      { ...seoul, 'ec2:Encrypted': 'true' },
    ],
    ['allow', ROLE, 's3:GetObject', 'arn:aws:s3:::data/x', seoul],
    ['deny', `arn:aws:iam::${OUTSIDER}:role/partner`, 's3:GetObject', 'arn:aws:s3:::data/x', seoul],
    ['deny', `arn:aws:iam::${OUTSIDER}:role/partner`, 'sqs:SendMessage', `arn:aws:sqs:us-east-1:${MEMBER}:q`, seoul],
    ['deny', `arn:aws:iam::${OUTSIDER}:root`, 's3:GetObject', 'arn:aws:s3:::data/x', seoul],
  ])('%s: %s %s %s %j', async (expected, principal, action, resource, context) => {
    const request = { principal, action, resource, resourceAccount: MEMBER, context };
    expect(evaluateAccess(request, policies).decision).toBe(expected);
    expect(await strictOracleDecision(request, policies)).toBe(expected);
  });
});

/** Where AWS documents another outcome than the simulator computes; a case that fails here has been mended there. */
describe('follows AWS where the simulator does not', () => {
  test.each<[expected: string, principal: string, conditions: PolicyConditions, context: Record<string, string>]>([
    // A prefix of no bits holds every address: Conditions_IPAddress asks for standard CIDR.
    ['deny', ROLE, { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }, { 'aws:SourceIp': '203.0.113.9' }],
    // An IPv6 address is outside every IPv4 range: reference_policies_elements_condition_operators.html#Conditions_IPAddress
    ['deny', ROLE, { NotIpAddress: { 'aws:SourceIp': '198.51.100.7' } }, { 'aws:SourceIp': '2001:db8::1' }],
    // A negated operator holds against a variable without a value: reference_policies_variables.html#policy-vars-no-value
    [
      'deny',
      ROLE,
      { StringNotEqualsIgnoreCase: { 'aws:RequestedRegion': '${aws:PrincipalTag/team}' } },
      { 'aws:RequestedRegion': 'us-east-1' },
    ],
    // An escaped wildcard is the character, also where wildcards mean nothing: reference_policies_variables.html#policy-vars-specialchars
    ['deny', ROLE, { StringEquals: { 'aws:PrincipalTag/team': '${*}' } }, { 'aws:PrincipalTag/team': '*' }],
    // "IfExists" makes a missing key true, whatever the operator: reference_policies_elements_condition_operators.html#Conditions_IfExists
    ['deny', ROLE, { 'ForAnyValue:StringEqualsIfExists': { 'aws:TagKeys': 'owner' } }, {}],
  ])('%s: %s %j %j', (expected, principal, conditions, context) => {
    const request = { principal, action: 's3:GetObject', resource: 'arn:aws:s3:::data/x', context };
    const policies = denyWhen(conditions);
    expect(evaluateAccess(request, policies).decision).toBe(expected);
    expect(oracleDecision(request, policies)).not.toBe(expected);
  });

  // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html#not-restricted-by-scp
  test('SCPs leave a service-linked role alone', () => {
    const policies = denyWhen({ StringEquals: { 'aws:PrincipalAccount': MEMBER } });
    const request = { principal: SERVICE_LINKED, action: 's3:GetObject', resource: 'arn:aws:s3:::data/x' };
    expect(evaluateAccess(request, policies).decision).toBe('allow');
    expect(oracleDecision(request, policies)).toBe('deny');
  });

  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-no-value
  test('a NotResource whose variable has no value excludes nothing', () => {
    const NotResource = 'arn:aws:s3:::${aws:PrincipalTag/team}/*';
    const policies = organization({ scps: [level('Root', SCP, { Effect: 'Deny', Action: 's3:*', NotResource })] });
    const request = { principal: ROLE, action: 's3:GetObject', resource: 'arn:aws:s3:::data/x' };
    expect(evaluateAccess(request, policies).decision).toBe('deny');
    expect(oracleDecision(request, policies)).toBe('allow');
  });
});

describe('agrees with an independent simulator on generated policies and requests', () => {
  test('service control policies, with and without an allow-all at each level', () => {
    const chain = fc.array(fc.tuple(fc.boolean(), fc.array(scpStatement, { maxLength: 3 })), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(chain, request, (levels, asked) => {
        const scps = levels.map(([full, statements], index): PolicyLevel => {
          const { target, policies } = level(`level-${index}`, SCP, ...statements);
          return { target, policies: full ? policies : policies.slice(-1) };
        });
        const policies = organization({ scps });
        expect(evaluateAccess(asked, policies).decision).toBe(oracleDecision(asked, policies));
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  test('resource control policies', () => {
    const asked = request.filter(({ action }) => action.startsWith('s3:') || action.startsWith('sqs:'));
    fc.assert(
      fc.property(fc.array(rcpStatement, { minLength: 1, maxLength: 4 }), asked, (statements, one) => {
        const policies = organization({ rcps: [level('Root', RCP), level('Workloads', RCP, ...statements)] });
        const onMember = { ...one, resourceAccount: MEMBER };
        expect(evaluateAccess(onMember, policies).decision).toBe(oracleDecision(onMember, policies));
      }),
      { numRuns: 400, seed: 1 },
    );
  });
});
