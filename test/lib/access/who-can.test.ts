import fc from 'fast-check';
import type { PolicyDocument } from '../../../constructs';
import { reservedRoleArn } from '../../../lib/access/role-arn';
import { type AccessQuestion, type AccessWorld, whoCan } from '../../../lib/access/who-can';
import { loadConfig } from '../../../lib/load-config';
import type { PermissionSetRow } from '../../../lib/model/identity-center-model';
import type { ComposedPolicy } from '../../../lib/policies/compose-policies';
import { allow, assignment, deny, document, identityCenter, permissionSet } from './fixtures';

const { model } = loadConfig('config');
const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess';
const OTHER = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const MANAGED: Record<string, PolicyDocument> = { [ADMIN]: document(allow('*')) };

const policy = (type: ComposedPolicy['type'], name: string, content: PolicyDocument, ou: string): ComposedPolicy => ({
  name,
  identity: name,
  type,
  description: '',
  content: { ...content },
  attachments: [{ kind: 'ou', path: ou }],
  guardrails: [],
  source: assignment('').source,
  contentPath: [],
});

function world(
  set: Partial<PermissionSetRow>,
  policies: readonly ComposedPolicy[] = [],
  region = 'eu-west-2',
): AccessWorld {
  return {
    model,
    policies,
    managed: (arn) => MANAGED[arn],
    identityCenter: identityCenter({
      region,
      permissionSets: [permissionSet('Job', set)],
      customerManagedPolicies: [
        {
          name: 'limit',
          path: '/governance/',
          description: '',
          content: document(allow('s3:*', { Sid: 'OnlyS3' })),
          accounts: ['shop-prod'],
          source: assignment('').source,
        },
      ],
      assignments: ['shop-prod', 'management'].map((account) => assignment(`dev Job ${account}`)),
    }),
  };
}

const ASK: AccessQuestion = {
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::example-bucket/key',
  account: 'shop-prod',
  context: {},
};
const ask = (
  set: Partial<PermissionSetRow>,
  policies: readonly ComposedPolicy[] = [],
  question: Partial<AccessQuestion> = {},
) => whoCan({ ...ASK, ...question }, world(set, policies))[0];

const scp = (...statements: Parameters<typeof document>): ComposedPolicy =>
  policy('SERVICE_CONTROL_POLICY', 'guard', document(...statements), 'Workloads');
const rcp = (...statements: Parameters<typeof document>): ComposedPolicy =>
  policy(
    'RESOURCE_CONTROL_POLICY',
    'shield',
    document(...statements.map((statement) => ({ ...statement, Principal: '*' }))),
    'Workloads',
  );
const boundary = { permissionsBoundary: { customerManagedPolicy: { name: 'limit', path: '/governance/' } } };
const hasTeam = { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'shop' } } };

test.each<[string, ReturnType<typeof ask>, object]>([
  [
    'an allowing policy',
    ask({ managedPolicies: [ADMIN] }),
    { verdict: 'allow', decidedBy: expect.stringContaining('/ Statement[0]') },
  ],
  ['nothing', ask({}), { verdict: 'deny', why: { en: 'no policy of the set allows this' } }],
  [
    'a Deny of its own',
    ask({ managedPolicies: [ADMIN], inlinePolicy: document(deny('s3:Get*', { Sid: 'NoData' })) }),
    { verdict: 'deny', decidedBy: 'inlinePolicy / NoData' },
  ],
  ['a policy that is not known', ask({ managedPolicies: [OTHER] }), { verdict: 'maybe', decidedBy: 'ReadOnlyAccess' }],
  [
    'a policy that is not known, and an Allow',
    ask({ managedPolicies: [ADMIN, OTHER] }),
    { verdict: 'maybe', decidedBy: 'ReadOnlyAccess' },
  ],
  [
    'a policy that is not known under an SCP that denies',
    ask({ managedPolicies: [OTHER] }, [scp(deny('s3:*', { Sid: 'NoS3' }))]),
    { verdict: 'deny', decidedBy: 'guard / NoS3' },
  ],
  [
    'a customer managed policy',
    ask({ customerManagedPolicies: [{ name: 'limit', path: '/governance/' }] }),
    { verdict: 'allow', decidedBy: '/governance/limit / OnlyS3' },
  ],
  ['an Allow within the boundary', ask({ managedPolicies: [ADMIN], ...boundary }), { verdict: 'allow' }],
  [
    'an Allow beyond the boundary',
    ask({ managedPolicies: [ADMIN], ...boundary }, [], { action: 'iam:GetUser', resource: '*' }),
    { verdict: 'deny', why: { en: 'the permissions boundary does not allow this' } },
  ],
  [
    'a policy that is not known, beyond the boundary',
    ask({ managedPolicies: [OTHER], ...boundary }, [], { action: 'iam:GetUser', resource: '*' }),
    { verdict: 'deny' },
  ],
  [
    'a boundary that is not known',
    ask({ managedPolicies: [ADMIN], permissionsBoundary: { managedPolicy: OTHER } }),
    { verdict: 'maybe', decidedBy: 'ReadOnlyAccess' },
  ],
  [
    'an RCP that denies',
    ask({ managedPolicies: [ADMIN] }, [rcp(deny('s3:*', { Sid: 'Closed' }))]),
    { verdict: 'deny', decidedBy: 'shield / Closed' },
  ],
  [
    'an SCP under a condition that is not given',
    ask({ managedPolicies: [ADMIN] }, [scp(deny('*', { Sid: 'Team', ...hasTeam }))]),
    { verdict: 'maybe', decidedBy: 'guard / Team' },
  ],
  [
    'an SCP under a condition that is given',
    ask({ managedPolicies: [ADMIN] }, [scp(deny('*', { Sid: 'Team', ...hasTeam }))], {
      context: { 'aws:PrincipalTag/team': ['data'] },
    }),
    { verdict: 'allow' },
  ],
  [
    'an SCP under a condition on a key that is given as absent',
    ask({ managedPolicies: [ADMIN] }, [scp(deny('*', hasTeam))], { context: { 'aws:PrincipalTag/team': [] } }),
    { verdict: 'allow' },
  ],
  [
    'an SCP that spares its role',
    ask({ managedPolicies: [ADMIN] }, [
      scp(deny('*', { Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/aws-reserved/*_Job_*' } } })),
    ]),
    { verdict: 'allow' },
  ],
  [
    'an SCP, in the management account, which none binds',
    ask({ managedPolicies: [ADMIN] }, [{ ...scp(deny('*')), attachments: [{ kind: 'root' }] }], {
      account: 'management',
    }),
    { verdict: 'allow' },
  ],
  [
    'a resource of another account',
    ask({ managedPolicies: [ADMIN] }, [], {
      action: 'sqs:SendMessage',
      resource: 'arn:aws:sqs:us-east-1:999900001111:jobs',
    }),
    { verdict: 'maybe', why: { en: expect.stringContaining('999900001111') } },
  ],
])('%s decides', (_, answer, expected) => {
  expect(answer).toMatchObject({ group: 'dev', permissionSet: 'Job', breakGlass: false, ...expected });
});

test('the Region is that of the resource, else the home Region, and can be given', () => {
  const guard = scp(deny('*', { Condition: { StringNotEquals: { 'aws:RequestedRegion': 'ap-northeast-2' } } }));
  const verdict = (question: Partial<AccessQuestion>) => ask({ managedPolicies: [ADMIN] }, [guard], question)?.verdict;
  expect(verdict({})).toBe('allow');
  expect(verdict({ resource: 'arn:aws:sqs:us-east-1:888899990000:jobs', action: 'sqs:SendMessage' })).toBe('deny');
  expect(verdict({ context: { 'aws:requestedregion': ['us-east-1'] } })).toBe('deny');
});

test('an account without access has no answer', () => {
  expect(whoCan({ ...ASK, account: 'network' }, world({ managedPolicies: [ADMIN] }))).toEqual([]);
});

const contents = fc.array(fc.tuple(fc.boolean(), fc.constantFrom('*', 's3:*', 's3:GetObject', 'iam:*'), fc.boolean()), {
  minLength: 1,
  maxLength: 3,
});

test('what is said of an unknown policy holds for every content that it may have', () => {
  fc.assert(
    fc.property(contents, contents, fc.boolean(), (inline, content, limited) => {
      const made = (list: typeof inline) =>
        document(...list.map(([allows, action, team]) => (allows ? allow : deny)(action, team ? hasTeam : {})));
      const set = { inlinePolicy: made(inline), managedPolicies: [OTHER], ...(limited && boundary) };
      const unknown = ask(set)?.verdict;
      const [known] = whoCan(ASK, { ...world(set), managed: () => made(content) });
      if (unknown !== 'maybe') expect(known?.verdict).toBe(unknown);
    }),
    { numRuns: 300 },
  );
});

test.each([
  [
    'eu-west-2',
    'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-2/AWSReservedSSO_Job_0000000000000000',
  ],
  ['us-east-1', 'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Job_0000000000000000'],
])('the role of an instance in %s is %s', (region, arn) => {
  expect(reservedRoleArn({ partition: 'aws', accountId: '111122223333', region, permissionSet: 'Job' })).toBe(arn);
});
