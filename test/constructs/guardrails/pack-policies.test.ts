import fc from 'fast-check';
import { packPolicies } from '../../../constructs/guardrails';
import type { PolicyStatement } from '../../../constructs/policy-evaluator';

const deny = (Sid: string, Action: string | string[], rest: Partial<PolicyStatement> = {}): PolicyStatement => ({
  Sid,
  Effect: 'Deny',
  Action,
  Resource: '*',
  ...rest,
});
const size = (value: unknown) => JSON.stringify(value).length;
const sids = (documents: ReturnType<typeof packPolicies>) =>
  documents.map(({ Statement }) => Statement.map(({ Sid }) => Sid));

test('no statements need no policy', () => expect(packPolicies([], { maxCharacters: 5120 })).toEqual([]));

test('what fits one policy comes as one, ordered by name and unjoined', () => {
  expect(sids(packPolicies([deny('B', 's3:B'), deny('A', 's3:A')], { maxCharacters: 5120 }))).toEqual([['A', 'B']]);
});

test('a statement is written in its shortest form', () => {
  const [document] = packPolicies(
    [
      deny('A', ['s3:B', 's3:A', 's3:B'], {
        Resource: ['*'],
        Condition: { StringEquals: { 'aws:PrincipalAccount': ['111122223333'] } },
      }),
    ],
    { maxCharacters: 5120 },
  );
  expect(document?.Statement).toEqual([
    {
      Sid: 'A',
      Effect: 'Deny',
      Action: ['s3:A', 's3:B'],
      Resource: '*',
      Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } },
    },
  ]);
});

describe('joining', () => {
  const Condition = { ArnNotLike: { 'aws:PrincipalArn': `arn:aws:iam::*:role/${'r'.repeat(150)}` } };
  const three = [
    deny('A', 's3:A', { Condition }),
    deny('B', 's3:B', { Condition }),
    deny('C', ['s3:C', 's3:A'], { Condition }),
  ];

  test('statements that differ only in their actions become one where that saves a policy', () => {
    expect(packPolicies(three, { maxCharacters: 400 })).toEqual([
      { Version: '2012-10-17', Statement: [deny('ABC', ['s3:A', 's3:B', 's3:C'], { Condition: three[0]?.Condition })] },
    ]);
  });

  test('they stay apart where it does not', () => {
    expect(sids(packPolicies(three, { maxCharacters: 5120 }))).toEqual([['A', 'B', 'C']]);
  });

  test.each<[string, Partial<PolicyStatement>]>([
    ['another resource', { Resource: 'arn:aws:s3:::b' }],
    ['another condition', { Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
    ['NotAction', { Action: undefined, NotAction: 's3:B' }],
  ])('a statement with %s is not joined', (_, rest) => {
    const other = deny('B', 's3:B', { Condition, ...rest });
    expect(
      sids(packPolicies([deny('A', 's3:A', { Condition }), other], { maxCharacters: 400 }))
        .flat()
        .sort(),
    ).toEqual(['A', 'B']);
  });

  test('a joined name that would be too long counts the others', () => {
    const many = Array.from({ length: 9 }, (_, i) => deny(`DenySomethingWithALongName${i}`, `s3:A${i}`, { Condition }));
    expect(sids(packPolicies(many, { maxCharacters: 600 }))).toEqual([['DenySomethingWithALongName0And8More']]);
  });
});

test('two statements of one name are refused', () => {
  expect(() => packPolicies([deny('A', 's3:A'), deny('A', 's3:B')], { maxCharacters: 5120 })).toThrow(
    /two statements have the Sid "A": rename one/,
  );
});

test.each([0, 1])('a statement alone may use the whole policy, and not a character more (%d)', (excess) => {
  const statement = deny('Large', `s3:${'A'.repeat(200)}`);
  const maxCharacters = size({ Version: '2012-10-17', Statement: [statement] }) - excess;
  const pack = () => packPolicies([deny('Small', 's3:A'), statement], { maxCharacters });
  if (excess === 0) expect(pack()).toHaveLength(2);
  else expect(pack).toThrow(/statement "Large" needs a policy of \d+ characters, more than the \d+ of 'maxCharacters'/);
});

test('a nameless statement that is too large is shown whole', () => {
  expect(() => packPolicies([{ Effect: 'Deny', Action: 's3:A', Resource: '*' }], { maxCharacters: 10 })).toThrow(
    /statement \{"Effect":"Deny","Action":"s3:A"/,
  );
});

const anyStatements = fc.uniqueArray(
  fc.record({
    sid: fc.integer({ min: 0, max: 999 }).map((i) => `S${i}`),
    actions: fc.array(
      fc.integer({ min: 0, max: 99 }).map((i) => `s3:Action${i}`),
      { minLength: 1, maxLength: 12 },
    ),
    resource: fc.constantFrom('*', 'arn:aws:s3:::a', 'arn:aws:s3:::b'),
  }),
  { selector: ({ sid }) => sid, maxLength: 30 },
);
const permissions = (statements: PolicyStatement[]) =>
  [
    ...new Set(
      statements.flatMap(({ Action = [], Resource }) => [Action].flat().map((action) => `${action} ${Resource}`)),
    ),
  ].sort();

test('packing loses nothing, fits, and does not depend on the order', () => {
  fc.assert(
    fc.property(anyStatements, fc.integer({ min: 300, max: 900 }), (drawn, maxCharacters) => {
      const statements = drawn.map(({ sid, actions, resource }) => deny(sid, actions, { Resource: resource }));
      const documents = packPolicies(statements, { maxCharacters });
      expect(permissions(documents.flatMap(({ Statement }) => Statement))).toEqual(permissions(statements));
      for (const document of documents) expect(size(document)).toBeLessThanOrEqual(maxCharacters);
      expect(packPolicies([...statements].reverse(), { maxCharacters })).toEqual(documents);
    }),
    { numRuns: 200, seed: 20260301 },
  );
});
