import { Aws, Fn, Lazy, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import {
  checkPolicyContent,
  OrganizationPolicy,
  type OrganizationPolicyProps,
  POLICY_TYPES,
  type PolicyType,
  policyQuota,
  policySize,
} from '../../../constructs/organization';

type Content = Record<string, unknown>;

function statement(type: PolicyType, overrides: Content = {}): Content {
  return {
    Sid: 'KeepTheTrail',
    Effect: 'Deny',
    ...(type === 'RESOURCE_CONTROL_POLICY' && { Principal: '*' }),
    Action: 's3:DeleteBucket',
    Resource: '*',
    ...overrides,
  };
}

const document = (...statements: Content[]): Content => ({ Version: '2012-10-17', Statement: statements });

const isAuthorization = (type: PolicyType): boolean => /^(SERVICE|RESOURCE)_CONTROL_POLICY$/.test(type);

/** Content that the type accepts, of exactly `size` characters. */
function contentOf(type: PolicyType, size?: number): Content {
  const padded = (padding: string): Content =>
    isAuthorization(type)
      ? document(statement(type, { Resource: `arn:aws:s3:::${padding}` }))
      : { settings: { '@@assign': padding } };
  return padded('x'.repeat(size === undefined ? 1 : size - policySize(padded(''))));
}

function make(props: Partial<OrganizationPolicyProps> = {}): Template {
  const stack = new Stack();
  const type = props.type ?? 'SERVICE_CONTROL_POLICY';
  new OrganizationPolicy(stack, 'Policy', { policyName: 'baseline', type, content: contentOf(type), ...props });
  return Template.fromStack(stack);
}

test('emits what was given and nothing else', () => {
  make().hasResource('AWS::Organizations::Policy', {
    Properties: {
      Name: 'baseline',
      Type: 'SERVICE_CONTROL_POLICY',
      Content: Match.objectLike({ Version: '2012-10-17' }),
      TargetIds: Match.absent(),
      Description: Match.absent(),
      Tags: Match.absent(),
    },
    DeletionPolicy: Match.absent(),
  });
});

test('emits targets, description and tags, the tags by key', () => {
  const targetIds = ['r-examplerootid111', 'ou-exam-example1', '111122223333'];
  make({ targetIds, description: 'why', tags: { b: '2', a: '1' } }).hasResourceProperties(
    'AWS::Organizations::Policy',
    {
      TargetIds: targetIds,
      Description: 'why',
      Tags: [
        { Key: 'a', Value: '1' },
        { Key: 'b', Value: '2' },
      ],
    },
  );
});

test('knows its id', () => {
  const stack = new Stack();
  const type = 'TAG_POLICY';
  const policy = new OrganizationPolicy(stack, 'Policy', { policyName: 'tags', type, content: contentOf(type) });
  expect(stack.resolve(policy.policyId)).toEqual({ 'Fn::GetAtt': [expect.any(String), 'Id'] });
});

test('keeps the content an object, empty lists and objects inside it too', () => {
  const content = {
    securityhub: {
      enable_in_regions: { '@@assign': ['ap-northeast-2'] },
      disable_in_regions: { '@@assign': [] },
      extra: {},
    },
  };
  make({ type: 'SECURITYHUB_POLICY', content }).hasResourceProperties('AWS::Organizations::Policy', {
    Content: Match.exact(content),
  });
});

test.each(POLICY_TYPES.map((type) => [type, policyQuota(type).maxCharacters] as const))(
  'takes a %s of %i characters and no more',
  (type, maxCharacters) => {
    make({ type, content: contentOf(type, maxCharacters) }).hasResourceProperties('AWS::Organizations::Policy', {
      Type: type,
    });
    expect(() => make({ type, content: contentOf(type, maxCharacters + 1) })).toThrow(
      `'content' of policy "baseline": the policy has ${maxCharacters + 1} characters but a ${type} may have ${maxCharacters}; split it`,
    );
  },
);

test('knows all thirteen types and the documented quotas that differ from the rest', () => {
  expect(POLICY_TYPES).toHaveLength(13);
  expect(policyQuota('SERVICE_CONTROL_POLICY')).toEqual({ maxCharacters: 5120, maxPerTarget: 5, attachedByAws: 1 });
  expect(policyQuota('RESOURCE_CONTROL_POLICY')).toEqual({ maxCharacters: 5120, maxPerTarget: 5, attachedByAws: 1 });
  expect(policyQuota('AISERVICES_OPT_OUT_POLICY').maxCharacters).toBe(2500);
  expect(policyQuota('TAG_POLICY').maxPerTarget).toBe(10);
  expect(policyQuota('BACKUP_POLICY').maxPerTarget).toBe(10);
  expect(policyQuota('S3_POLICY')).toEqual({ maxCharacters: 10_000, maxPerTarget: 5, attachedByAws: 0 });
});

test.each<[string, PolicyType, Content, string]>([
  ['no version', 'SERVICE_CONTROL_POLICY', { Statement: [statement('SERVICE_CONTROL_POLICY')] }, 'Version is missing'],
  ['no statement', 'SERVICE_CONTROL_POLICY', document(), 'Statement is []'],
  [
    'a Principal in an SCP',
    'SERVICE_CONTROL_POLICY',
    document(statement('SERVICE_CONTROL_POLICY', { Principal: '*' })),
    'element "Principal" is not supported',
  ],
  [
    'a Sid twice',
    'SERVICE_CONTROL_POLICY',
    document(statement('SERVICE_CONTROL_POLICY'), statement('SERVICE_CONTROL_POLICY')),
    'Sid "KeepTheTrail" is used twice',
  ],
  [
    'an RCP that allows',
    'RESOURCE_CONTROL_POLICY',
    document(statement('RESOURCE_CONTROL_POLICY', { Effect: 'Allow' })),
    'Effect is "Allow": expected "Deny"',
  ],
  [
    'an RCP on everything',
    'RESOURCE_CONTROL_POLICY',
    document(statement('RESOURCE_CONTROL_POLICY', { Action: '*' })),
    'an RCP may not use "*"',
  ],
  ['nothing', 'TAG_POLICY', {}, 'the policy is empty; leave it out, or write its content'],
])('fails on a policy with %s', (_, type, content, message) => {
  expect(() => make({ type, content })).toThrow(message);
});

test('names every fault at once', () => {
  const bad = document({ Effect: 'Maybe', Resource: '*' });
  expect(() => make({ content: bad })).toThrow(/Effect is "Maybe".*; .*Action or NotAction is missing/);
});

test.each<[string, Content | undefined]>([
  ['a value', document(statement('SERVICE_CONTROL_POLICY', { Resource: `arn:${Aws.PARTITION}:s3:::logs` }))],
  ['a list', document(statement('SERVICE_CONTROL_POLICY', { Action: Fn.split(',', Fn.importValue('Actions')) }))],
  ['an object', document(statement('SERVICE_CONTROL_POLICY', { Condition: Lazy.any({ produce: () => ({ a: 1 }) }) }))],
])('leaves content to AWS when only the deployment knows %s', (_, content) => {
  expect(() => make({ content })).not.toThrow();
});

test('takes a name, a target and a description that only the deployment knows', () => {
  const value = Fn.importValue('Value');
  make({ policyName: value, targetIds: [value], description: value }).hasResourceProperties(
    'AWS::Organizations::Policy',
    {
      Name: { 'Fn::ImportValue': 'Value' },
      TargetIds: [{ 'Fn::ImportValue': 'Value' }],
      Description: { 'Fn::ImportValue': 'Value' },
    },
  );
});

test.each([['a'], ['x'.repeat(128)]])('accepts the name %p', (policyName) => {
  expect(() => make({ policyName })).not.toThrow();
});

test.each([[''], ['x'.repeat(129)], ['정책']])('fails on the name %p', (policyName) => {
  expect(() => make({ policyName })).toThrow(
    `'policyName' must be 1 to 128 ASCII characters, got ${JSON.stringify(policyName)}`,
  );
});

test('takes a description of 512 characters and no more', () => {
  expect(() => make({ description: 'x'.repeat(512) })).not.toThrow();
  expect(() => make({ description: 'x'.repeat(513) })).toThrow(
    `'description' of policy "baseline" must have at most 512 characters`,
  );
});

test.each([['Root'], ['11112222333'], ['ou-exam'], ['p-examplepolicyid'], ['']])('fails on the target %p', (target) => {
  expect(() => make({ targetIds: ['111122223333', target] })).toThrow(
    `'targetIds' of policy "baseline" must be ids of roots, OUs or accounts, got ${JSON.stringify(target)}`,
  );
});

test('checks content without a construct as well', () => {
  expect(checkPolicyContent('TAG_POLICY', { tags: {} })).toEqual([]);
  expect(checkPolicyContent('SERVICE_CONTROL_POLICY', { Version: '2012-10-17' })).toEqual([
    expect.stringContaining('Statement is missing'),
  ]);
});
