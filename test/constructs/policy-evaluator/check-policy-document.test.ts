import { checkPolicyDocument, RCP_SERVICES } from '../../../constructs/policy-evaluator';
import { FULL_ACCESS, RCP_FULL_ACCESS } from './fixtures';

const SCP = 'SERVICE_CONTROL_POLICY';
const RCP = 'RESOURCE_CONTROL_POLICY';
const scp = { Effect: 'Deny', Action: 's3:*', Resource: '*' };
const rcp = { ...scp, Principal: '*' };
const check = (type: typeof SCP | typeof RCP, ...Statement: unknown[]) =>
  checkPolicyDocument({ Version: '2012-10-17', Statement }, type);

describe('accepts', () => {
  test.each<[name: string, type: typeof SCP | typeof RCP, statement: object]>([
    ['FullAWSAccess', SCP, FULL_ACCESS.Statement[0] ?? {}],
    ['RCPFullAWSAccess', RCP, RCP_FULL_ACCESS.Statement[0] ?? {}],
    ['wildcards anywhere in an action name', SCP, { ...scp, Action: ['*', 'ec2:*Vpc*', 'iam:?etRole'] }],
    [
      'an Allow with condition and resource',
      SCP,
      { ...scp, Effect: 'Allow', Resource: 'arn:aws:s3:::b/*', Condition: { Bool: { 'aws:SecureTransport': 'true' } } },
    ],
    ['an Allow with NotAction', SCP, { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
    [
      'NotResource with a variable',
      SCP,
      { Effect: 'Deny', Action: 's3:*', NotResource: "arn:aws:s3:::${aws:PrincipalTag/team, 'x'}/*" },
    ],
    ['a shortened ARN pattern', SCP, { ...scp, Resource: 'arn:aws:s3:*' }],
    [
      'an RCP with NotResource',
      RCP,
      { Effect: 'Deny', Principal: '*', Action: 'sts:Assume*', NotResource: 'arn:aws:iam::*:role/x' },
    ],
    [
      'set operators and IfExists',
      SCP,
      { ...scp, Condition: { 'ForAnyValue:StringLikeIfExists': { 'aws:TagKeys': ['a', ''] } } },
    ],
    [
      'OIDC claims and tag keys with spaces',
      RCP,
      {
        ...rcp,
        Condition: {
          StringEquals: { 'token.actions.githubusercontent.com:sub': 'x', 'aws:PrincipalTag/cost center': 'y' },
        },
      },
    ],
    ['Null', SCP, { ...scp, Condition: { Null: { 'aws:TokenIssueTime': 'true' } } }],
  ])('%s', (_name, type, statement) => {
    expect(check(type, statement)).toEqual([]);
  });

  test.each(RCP_SERVICES)('an RCP on %s', (service) => {
    expect(check(RCP, { ...rcp, Action: `${service}:*` })).toEqual([]);
  });
});

describe('rejects', () => {
  test.each<[type: typeof SCP | typeof RCP, statement: unknown, problem: string]>([
    [SCP, 'deny', 'the statement is "deny": expected an object'],
    [SCP, { ...scp, Effect: 'deny' }, 'Effect is "deny": expected "Allow" or "Deny"'],
    [SCP, { Action: 's3:*', Resource: '*' }, 'Effect is missing: expected "Allow" or "Deny"'],
    [SCP, { ...scp, Principal: '*' }, 'element "Principal" is not supported'],
    [SCP, { ...scp, condition: {} }, 'element "condition" is not supported'],
    [SCP, { ...scp, NotAction: 's3:*' }, 'Action and NotAction are both present: expected exactly one'],
    [SCP, { Effect: 'Deny', Resource: '*' }, 'Action or NotAction is missing: expected exactly one'],
    [SCP, { ...scp, NotResource: '*' }, 'Resource and NotResource are both present'],
    [SCP, { Effect: 'Deny', Action: '*' }, 'Resource or NotResource is missing'],
    [SCP, { ...scp, Action: [] }, 'Action is []: expected text or a list of one or more texts'],
    [SCP, { ...scp, Action: [1] }, 'Action is [1]: expected text'],
    [SCP, { ...scp, Action: 'GetObject' }, 'Action "GetObject" is malformed'],
    [SCP, { ...scp, Action: 's*:GetObject' }, 'Action "s*:GetObject" is malformed'],
    [SCP, { ...scp, Action: 's3:Get Object' }, 'Action "s3:Get Object" is malformed'],
    [SCP, { ...scp, Action: ['s3:Get*', ''] }, 'Action "" is malformed'],
    [SCP, { ...scp, Resource: 'my-bucket' }, 'Resource "my-bucket" is malformed'],
    [SCP, { ...scp, Resource: 'arn:aws:s3' }, 'Resource "arn:aws:s3" is malformed'],
    [SCP, { ...scp, Resource: 'arn:aws:s3:::${aws:username' }, 'has a malformed or misplaced variable'],
    [SCP, { ...scp, Resource: 'arn:aws:iam::${aws:PrincipalAccount}:role/x' }, 'has a malformed or misplaced variable'],
    [SCP, { ...scp, Sid: 'Deny S3' }, 'Sid is "Deny S3": expected letters'],
    [SCP, { ...scp, Sid: '' }, 'Sid is "": expected letters'],
    [SCP, { ...scp, Condition: [] }, 'Condition is []: expected an object'],
    [
      SCP,
      { ...scp, Condition: { StringEqual: { 'aws:RequestedRegion': 'x' } } },
      'unknown condition operator "StringEqual": expected one of StringEquals,',
    ],
    [
      SCP,
      { ...scp, Condition: { NullIfExists: { 'aws:RequestedRegion': 'true' } } },
      'unknown condition operator "NullIfExists"',
    ],
    [
      SCP,
      { ...scp, Condition: { 'ForEach:StringEquals': { 'aws:TagKeys': 'x' } } },
      'unknown condition operator "ForEach:StringEquals"',
    ],
    [SCP, { ...scp, Condition: { StringEquals: {} } }, 'StringEquals is {}: expected an object of condition keys'],
    [
      SCP,
      { ...scp, Condition: { StringEquals: { RequestedRegion: 'x' } } },
      'condition key "RequestedRegion" is malformed',
    ],
    [
      SCP,
      { ...scp, Condition: { StringEquals: { 'aws:RequestedRegion': [] } } },
      'StringEquals aws:RequestedRegion is []: expected text',
    ],
    [
      SCP,
      { ...scp, Condition: { Bool: { 'aws:SecureTransport': false } } },
      'Bool aws:SecureTransport is false: expected text',
    ],
    [
      SCP,
      { ...scp, Condition: { Bool: { 'aws:SecureTransport': 'no' } } },
      'Bool aws:SecureTransport is "no": expected "true" or "false"',
    ],
    [
      SCP,
      { ...scp, Condition: { Null: { 'aws:SourceIp': 'no' } } },
      'Null aws:SourceIp is "no": expected "true" or "false"',
    ],
    [SCP, { ...scp, Condition: { NumericLessThan: { 's3:max-keys': 'ten' } } }, 'expected a number'],
    [
      SCP,
      { ...scp, Condition: { DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00' } } },
      'a time with its zone',
    ],
    [SCP, { ...scp, Condition: { DateLessThan: { 'aws:CurrentTime': '2026-13-01' } } }, 'expected an ISO 8601 date'],
    [
      SCP,
      { ...scp, Condition: { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '10.0.0.0/33'] } } },
      'IpAddress aws:SourceIp is "10.0.0.0/33": expected an IPv4 or IPv6',
    ],
    [SCP, { ...scp, Condition: { BinaryEquals: { 'test:Key': 'not base64' } } }, 'expected base64 text'],
    [
      SCP,
      { ...scp, Condition: { ArnLike: { 'aws:PrincipalArn': 'role/x' } } },
      'ArnLike aws:PrincipalArn is "role/x": expected "*" or an ARN pattern of six parts',
    ],
    [SCP, { ...scp, Condition: { StringLike: { 'aws:PrincipalArn': '${aws' } } }, 'well-formed ${key} variables'],
    [RCP, scp, 'Principal is missing: expected "*"'],
    [RCP, { ...rcp, Principal: { AWS: '*' } }, 'Principal is {"AWS":"*"}: expected "*"'],
    [RCP, { ...rcp, Effect: 'Allow' }, 'Effect is "Allow": expected "Deny"'],
    [RCP, { ...rcp, Action: '*' }, 'Action "*" is malformed: expected "service:Action"'],
    [RCP, { ...rcp, Action: 'ec2:*' }, 'Action "ec2:*" names "ec2", which does not support RCPs: use an SCP'],
    [RCP, { Effect: 'Deny', Principal: '*', NotAction: 's3:*', Resource: '*' }, 'element "NotAction" is not supported'],
    [RCP, { ...RCP_FULL_ACCESS.Statement[0], Condition: {} }, 'Effect is "Allow": expected "Deny"'],
  ])('in a %s %j: %s', (type, statement, problem) => {
    expect(check(type, statement)).toContainEqual(expect.stringContaining(`Statement[0]`));
    expect(check(type, statement)).toContainEqual(expect.stringContaining(problem));
  });

  test.each([
    [undefined, 'the policy is missing: expected an object'],
    [[], 'the policy is []: expected an object'],
    [{ Version: '2012-10-17' }, 'Statement is missing: expected a list of one or more statements'],
    [{ Version: '2012-10-17', Statement: [] }, 'Statement is []: expected a list of one or more statements'],
    [{ Version: '2012-10-17', Statement: scp }, 'expected a list of one or more statements'],
    [{ Version: '2008-10-17', Statement: [scp] }, 'Version is "2008-10-17": expected "2012-10-17"'],
    [{ Statement: [scp] }, 'Version is missing: expected "2012-10-17"'],
    [{ Version: '2012-10-17', Id: 'x', Statement: [scp] }, 'policy: element "Id" is not supported'],
  ])('the document %j: %s', (document, problem) => {
    expect(checkPolicyDocument(document, SCP)).toContainEqual(expect.stringContaining(problem));
  });

  test('a Sid that is used twice, naming the second statement', () => {
    expect(check(SCP, { ...scp, Sid: 'A' }, { ...scp, Sid: 'B' }, { ...scp, Sid: 'A' })).toEqual([
      'Statement[2] "A": Sid "A" is used twice: give each statement its own',
    ]);
  });

  test('every fault of every statement at once', () => {
    expect(check(SCP, { Effect: 'No' }, { ...scp, Action: ['a', 'b'] })).toHaveLength(5);
  });
});
