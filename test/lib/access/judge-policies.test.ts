import fc from 'fast-check';
import { evaluateIdentityPolicies, type PolicyStatement } from '../../../constructs';
import { judgePolicies } from '../../../lib/access/judge-policies';
import { allow, deny, document } from './fixtures';

const ORGANIZATION = { organizationId: 'o-exampleorgid', organizationAccountIds: ['111122223333'] };
const request = {
  principal: 'arn:aws:iam::111122223333:role/example',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::example-bucket/key',
  context: { 'aws:RequestedRegion': 'ap-northeast-2' },
};
const judge = (policies: Parameters<typeof judgePolicies>[1]) => judgePolicies(request, policies, ORGANIZATION);

const statement = fc
  .record({
    Effect: fc.constantFrom('Allow' as const, 'Deny' as const),
    Action: fc.constantFrom('*', 's3:*', 's3:GetObject', 's3:Put*', 'iam:*'),
    Resource: fc.constantFrom(
      '*',
      'arn:aws:s3:::example-bucket/*',
      'arn:aws:s3:::other/*',
      'arn:aws:s3:::${aws:PrincipalTag/team}/*',
    ),
    key: fc.constantFrom(undefined, 'aws:RequestedRegion', 'aws:PrincipalTag/team', 'aws:PrincipalOrgID'),
    value: fc.constantFrom('ap-northeast-2', 'o-exampleorgid', 'us-east-1'),
  })
  .map(
    ({ key, value, ...rest }): PolicyStatement => ({
      ...rest,
      ...(key && { Condition: { StringEquals: { [key]: value } } }),
    }),
  );
const documents = fc.array(
  fc.array(statement, { minLength: 1, maxLength: 3 }).map((list) => document(...list)),
  {
    minLength: 1,
    maxLength: 3,
  },
);

test('statement by statement says the same as all policies at once', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(documents, (list) => {
      const expected = evaluateIdentityPolicies(request, list, { ...ORGANIZATION, unknownContextKeys: 'unknown' });
      const { outcome } = judge(list.map((content, index) => ({ name: `p${index}`, document: content })));
      seen.add(outcome);
      expect(outcome).toBe(expected);
    }),
    { numRuns: 500 },
  );
  expect([...seen].sort()).toEqual(['allow', 'deny', 'maybe', 'none']);
});

test('with a policy that is not known, only what no content of it can change is certain', () => {
  fc.assert(
    fc.property(documents, documents, (known, [content]) => {
      const policies = known.map((one, index) => ({ name: `p${index}`, document: one }));
      const { outcome } = judge([...policies, { name: 'Unknown', arn: 'arn:aws:iam::aws:policy/Unknown' }]);
      expect(['maybe', 'deny']).toContain(outcome);
      if (outcome === 'deny') expect(judge([...policies, { name: 'Unknown', document: content }]).outcome).toBe('deny');
    }),
  );
});

test.each([
  ['a Deny', [allow('*', { Sid: 'All' }), deny('s3:*', { Sid: 'NoS3' })], 'deny', 'own / NoS3'],
  ['an Allow', [deny('iam:*'), allow('s3:Get*')], 'allow', 'own / Statement[1]'],
  [
    'a conditional Allow',
    [allow('*', { Sid: 'Team', Condition: { StringEquals: { 'aws:PrincipalTag/team': 'x' } } })],
    'maybe',
    'own / Team',
  ],
  [
    'a conditional Deny',
    [allow('*'), deny('*', { Sid: 'Vpn', Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } } })],
    'maybe',
    'own / Vpn',
  ],
  ['no statement', [allow('iam:*')], 'none', undefined],
])('%s is named', (_, statements, outcome, decidedBy) => {
  expect(judge([{ name: 'own', document: document(...statements) }])).toMatchObject({
    outcome,
    ...(decidedBy !== undefined && { decidedBy }),
  });
});

test('a policy that is not known is named with the file that would tell', () => {
  expect(judge([{ name: 'Billing', arn: 'arn:aws:iam::aws:policy/job-function/Billing' }])).toEqual({
    outcome: 'maybe',
    decidedBy: 'Billing',
    open: {
      en: 'the content of the AWS managed policy Billing is not known here: export it to managed-policies/Billing.json',
      ko: 'AWS 관리형 정책 Billing의 내용을 알 수 없습니다: managed-policies/Billing.json로 내보내세요',
    },
  });
});
