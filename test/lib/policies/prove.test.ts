import { type Edit, expectProblems, loaded } from '../model/sample-config';
import { rcp, scp, withPolicies, withProof } from './sample-policies';

const proof = (text: string) => withProof(`{ name: own, ${text} }`);
const deny = (action: string, more: object = {}) => ({
  Sid: 'No',
  Effect: 'Deny',
  Action: action,
  Resource: '*',
  ...more,
});

/** What the first proof of the organization, which the test has added, came to. */
const outcome = (...edits: Edit[]) => {
  const result = loaded(edits).proofs[0];
  return `${result?.actual} ${result?.decidedBy ?? ''}`.trim();
};

describe('a proof', () => {
  test.each(['role/developer', 'user/legacy', 'root'])(
    'that fails for %s names the policy and its Sid',
    (principal) => {
      const root: Edit = ['      deny-root-user: {}\n      deny-network', '      deny-network'];
      expectProblems(
        [
          root,
          withPolicies(scp([deny('dax:CreateCluster')])),
          withProof(
            `▸{ name: own, principal: ${principal}, account: sandbox-1, action: "dax:CreateCluster", expect: allow }`,
          ),
        ],
        [
          `proofs[0]: the proof "own" fails: ${principal} of sandbox-1 doing dax:CreateCluster should get allow but gets deny (own / No)`,
        ],
      );
    },
  );

  test('that fails because nothing denies says what it got', () => {
    expectProblems(
      [withProof('▸{ name: own, principal: role/x, account: sandbox-1, action: "dax:CreateCluster", expect: deny }')],
      ['proofs[0]: the proof "own" fails: role/x of sandbox-1 doing dax:CreateCluster should get deny but gets allow'],
    );
  });

  test.each([
    ['the root', 'Root', 'deny own / No'],
    ['the OU', 'Data/Prod', 'deny own / No'],
    ['the OU above', 'Data', 'deny own / No'],
    ['another OU', 'Sandbox', 'allow'],
  ])('sees the policies of %s', (_, target, expected) => {
    const expect_ = expected === 'allow' ? 'allow' : 'deny';
    const text = `principal: role/x, account: data-prod, action: "dax:CreateCluster", expect: ${expect_}`;
    expect(outcome(withPolicies(scp([deny('dax:*')], { target })), proof(text))).toBe(expected);
  });

  test('sees the policies of the account itself', () => {
    const row = scp([deny('dax:*')]).replace('ous: [Sandbox]', 'accounts: [data-prod]');
    const text = 'principal: role/x, account: data-prod, action: "dax:CreateCluster", expect: deny';
    expect(outcome(withPolicies(row), proof(text))).toBe('deny own / No');
  });

  test('binds an account that has no id yet', () => {
    const text = 'principal: role/x, account: payments-prod, action: "dax:CreateCluster", expect: deny';
    expect(outcome(withPolicies(scp([deny('dax:*')], { target: 'Workloads' })), proof(text))).toBe('deny own / No');
  });

  test('protects the resources of an account that has no id yet', () => {
    const everybody = {
      ...deny('s3:GetObject'),
      Principal: '*',
      Condition: { StringEquals: { 's3:authType': 'REST-QUERY-STRING' } },
    };
    const exempt = {
      ArnNotLikeIfExists: {
        'aws:PrincipalArn': [
          'arn:aws:iam::*:role/cdk-govern-*',
          'arn:aws:iam::*:role/AWSControlTowerExecution',
          'arn:aws:iam::*:role/aws-controltower-*',
          'arn:aws:iam::*:role/stacksets-exec-*',
          'arn:aws:iam::*:role/break-glass/*',
        ],
      },
    };
    const row = rcp([{ ...everybody, Condition: { ...everybody.Condition, ...exempt } }], { target: 'Workloads' });
    const text =
      'principal: role/x, account: payments-prod, action: "s3:GetObject", context: { "s3:authType": REST-QUERY-STRING }, expect: deny';
    expect(outcome(withPolicies(row), proof(text))).toBe('deny own / No');
  });

  test.each([
    ['the management account, which no SCP binds', 'principal: role/x, account: management'],
    ['an AWS service', 'principal: cloudtrail.amazonaws.com, account: sandbox-1'],
    [
      'a service-linked role, although its path names a service',
      'principal: role/aws-service-role/dax.amazonaws.com/AWSServiceRoleForDAX, account: sandbox-1',
    ],
    ['an outsider', 'principal: "arn:aws:iam::210987654321:role/visitor", account: sandbox-1'],
  ])('lets %s pass an SCP', (_, who) => {
    const text = `${who}, action: "dax:CreateCluster", expect: allow`;
    expect(outcome(withPolicies(scp([deny('dax:*')], { target: 'Root' })), proof(text))).toBe('allow');
  });

  test.each([
    ['arn:aws:iam::012345678901:role/x', 'deny'],
    ['arn:aws:sts::012345678901:assumed-role/x/session', 'deny'],
    ['arn:aws:iam::999900001111:role/x', 'allow'],
  ])('binds %s by the SCPs of its own account, whatever account is proved', (principal, expected) => {
    for (const account of ['sandbox-1', 'shop-stage']) {
      const text = `principal: "${principal}", account: ${account}, action: "dax:CreateCluster", expect: ${expected}`;
      expect(outcome(withPolicies(scp([deny('dax:*')])), proof(text))).toMatch(expected);
    }
  });

  test('asks the SCPs of the caller and the RCPs of the owner', () => {
    const text = (account: string, owner: string, expected: string) =>
      proof(
        `principal: role/x, account: ${account}, resourceAccount: ${owner}, action: "sqs:ListQueues", expect: ${expected}`,
      );
    const rows = withPolicies(scp([deny('sqs:ListQueues')], { target: 'Sandbox' }));
    expect(outcome(rows, text('sandbox-1', 'shop-dev', 'deny'))).toBe('deny own / No');
    expect(outcome(rows, text('shop-dev', 'sandbox-1', 'allow'))).toBe('allow');
    const owners = withPolicies(rcp([{ ...deny('sqs:ListQueues'), Principal: '*' }], { target: 'Sandbox' }));
    expect(outcome(owners, text('shop-dev', 'sandbox-1', 'deny'))).toBe('deny own / No');
    expect(outcome(owners, text('sandbox-1', 'shop-dev', 'allow'))).toBe('allow');
  });

  test('takes the home Region unless its context says otherwise', () => {
    const elsewhere = { StringNotEquals: { 'aws:RequestedRegion': 'ap-northeast-2' } };
    const rows = withPolicies(scp([deny('dax:*', { Condition: elsewhere })]));
    const text = 'principal: role/x, account: sandbox-1, action: "dax:CreateCluster"';
    expect(outcome(rows, proof(`${text}, expect: allow`))).toBe('allow');
    const context = 'context: { "AWS:requestedRegion": ap-northeast-1 }';
    expect(outcome(rows, proof(`${text}, ${context}, expect: deny`))).toMatch('deny');
  });

  test.each([
    ['allow', 'allow'],
    ['deny', 'deny'],
  ])('that depends on how AWS takes a key fails, even when it expects %s', (expected) => {
    const rows = withPolicies(scp([deny('dax:*', { Condition: { StringEquals: { 'aws:TagKeys': ['a', 'b'] } } })]));
    const text = `▸{ name: own, principal: role/x, account: sandbox-1, action: "dax:CreateCluster", context: { "aws:TagKeys": [a, b] }, expect: ${expected} }`;
    const but = expected === 'deny' ? 'that depends on condition keys: state them in context' : 'gets deny';
    expectProblems(
      [rows, withProof(text)],
      [
        `proofs[0]: the proof "own" fails: role/x of sandbox-1 doing dax:CreateCluster should get ${expected} but ${but} (own / No)`,
      ],
    );
  });

  test.each<[string, string, string]>([
    [
      'an account that is misspelt',
      'principal: role/x, account: ▸shop-dve',
      'account: no account "shop-dve" — did you mean "shop-dev"?',
    ],
    [
      'an owner that does not exist',
      'principal: role/x, account: shop-dev, resourceAccount: ▸nobody',
      'resourceAccount: no account "nobody"',
    ],
    ...['developer', 'role/', 'roles/x', 'arn:aws:iam::aws:policy/x', 'arn:aws:s3:::bucket'].map(
      (word): [string, string, string] => [
        `the principal ${word}`,
        `principal: ▸"${word}", account: shop-dev`,
        `principal: "${word}" is no principal: write role/NAME, user/NAME, root, a service such as cloudtrail.amazonaws.com, "*" for anybody, or a whole ARN`,
      ],
    ),
  ])('fails for %s', (_, text, problem) => {
    expectProblems([proof(`${text}, action: "dax:CreateCluster", expect: allow`)], [`proofs[0].${problem}`]);
  });

  test('fails for a name that another has', () => {
    expectProblems(
      [['name: workloads stay in the governed Regions', 'name: ▸the audit trail cannot be stopped']],
      ['proofs[2].name: proof "the audit trail cannot be stopped" is already used at proofs[1]'],
    );
  });

  test.each([
    '*',
    'arn:aws:iam::210987654321:root',
    'arn:aws:iam::210987654321:user/x',
    'arn:aws:sts::210987654321:federated-user/x',
    'cloudtrail.amazonaws.com',
  ])('takes %s for a principal', (principal) => {
    expect(outcome(proof(`principal: "${principal}", account: shop-dev, action: "dax:ListTags", expect: allow`))).toBe(
      'allow',
    );
  });
});
