import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composePolicies } from '../../../lib/policies/compose-policies';
import { readPolicyFile } from '../../../lib/policies/read-policy-file';
import { type Edit, expectProblems, load, loaded } from '../model/sample-config';
import { scp, withPolicies } from './sample-policies';

const EXEMPT = { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } };
const DENY = { Sid: 'NoDax', Effect: 'Deny', Action: 'dax:*', Resource: '*' };
const FILES = { 'list.json': '[]', 'empty.json': '{ "Version": "2012-10-17" }' };
const FILE_TARGET = 'targets: { ous: [Sandbox] }';

describe('a policy of the user', () => {
  test('is deployed beside those of the guardrails, with its own name', () => {
    const { policies } = loaded([withPolicies(scp([DENY]))]);
    expect(policies.at(-1)).toMatchObject({
      name: 'own',
      identity: 'own/SERVICE_CONTROL_POLICY',
      attachments: [{ kind: 'ou', path: 'Sandbox' }],
      content: { Statement: [DENY] },
      guardrails: [],
    });
  });

  test('may stand in a JSON file of the folder, byte order mark or not', () => {
    const row = withPolicies(`{ name: own, type: SERVICE_CONTROL_POLICY, file: own.json, ${FILE_TARGET} }`);
    const text = JSON.stringify({ Version: '2012-10-17', Statement: [DENY] });
    for (const file of [text, `\ufeff${text}`])
      expect(loaded([row], { 'own.json': file }).policies.at(-1)?.content).toEqual(JSON.parse(text));
  });

  test.each<[string, Edit[], string[]]>([
    [
      'neither content nor file',
      [withPolicies(`▸{ name: own, type: TAG_POLICY, ${FILE_TARGET} }`)],
      ['policies[0]: has neither content nor file; give exactly one of them'],
    ],
    [
      'both content and file',
      [withPolicies(`▸{ name: own, type: TAG_POLICY, content: { a: 1 }, file: own.json, ${FILE_TARGET} }`)],
      ['policies[0]: has both content and file; give exactly one of them'],
    ],
    [
      'a file that is missing',
      [withPolicies(`{ name: own, type: TAG_POLICY, file: ▸own.json, ${FILE_TARGET} }`)],
      ['policies[0].file: cannot read the file: it does not exist'],
    ],
    [
      'a file outside the folder',
      [withPolicies(`{ name: own, type: TAG_POLICY, file: ▸../own.json, ${FILE_TARGET} }`)],
      ['policies[0].file: lies outside the config folder, by itself or by a symbolic link; move the file into it'],
    ],
    [
      'a file that holds a list',
      [withPolicies(`{ name: own, type: TAG_POLICY, file: ▸list.json, ${FILE_TARGET} }`)],
      ['policies[0].file: must hold a JSON object, the policy itself'],
    ],
    [
      'the fault inside a file, at the name of the file',
      [withPolicies(`{ name: own, type: SERVICE_CONTROL_POLICY, file: ▸empty.json, ${FILE_TARGET} }`)],
      ['policies[0].file: Statement is missing: expected a list of one or more statements'],
    ],
    [
      'an action without a service',
      [withPolicies(scp([{ ...DENY, Action: 'RunInstances' }], { mark: '▸' }))],
      [
        'policies[0].content: Statement[0] "NoDax": Action "RunInstances" is malformed: expected "*" or "service:Action", wildcards after the colon',
      ],
    ],
    [
      'one Sid twice',
      [withPolicies(scp([DENY, DENY], { mark: '▸' }))],
      ['policies[0].content: Statement[1] "NoDax": Sid "NoDax" is used twice: give each statement its own'],
    ],
    [
      'more characters than AWS takes',
      [withPolicies(scp([{ ...DENY, Resource: `arn:aws:dax:::${'x'.repeat(5124)}` }], { mark: '▸' }))],
      [
        'policies[0].content: the policy has 5239 characters but a SERVICE_CONTROL_POLICY may have 5120; split it into two policies or shorten its lists',
      ],
    ],
    [
      'a name that another policy of the type has',
      [withPolicies(scp([DENY]), scp([DENY]).replace('name: own', 'name: ▸own'))],
      [
        'policies[1].name: policy name "own" is already used by a policy of the same type, of policies[0]; choose another',
      ],
    ],
    [
      'a name that a guardrail set gives',
      [withPolicies(scp([DENY]).replace('name: own', 'name: ▸sandbox-scp-1'))],
      [
        'policies[0].name: policy name "sandbox-scp-1" is already used by a policy of the same type, of guardrails[2]; choose another',
      ],
    ],
  ])('fails for %s', (_, edits, problems) => expectProblems(edits, problems, FILES));

  test('fails for a file that is no JSON, with the reason', () => {
    const row = withPolicies(`{ name: own, type: TAG_POLICY, file: ▸own.json, ${FILE_TARGET} }`);
    const { problems, marks } = load([row], { 'own.json': '{ "a": 1, }' });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(`${marks[0]} policies[0].file: holds no valid JSON: `);
  });
});

describe('the file of a policy', () => {
  let outside: string;
  let directory: string;
  beforeEach(() => {
    outside = mkdtempSync(join(tmpdir(), 'policy-'));
    directory = join(outside, 'config');
    mkdirSync(join(directory, 'policies'), { recursive: true });
    writeFileSync(join(outside, 'secret.json'), '{ "secret": true }');
    writeFileSync(join(directory, 'policies', 'own.json'), '{ "own": true }');
  });
  afterEach(() => rmSync(outside, { recursive: true }));

  const outsideProblem = { problem: { en: expect.stringContaining('lies outside the config folder') } };

  test('is read from a folder below and through a link that stays inside', () => {
    symlinkSync('policies/own.json', join(directory, 'link.json'));
    for (const file of ['policies/own.json', './policies/../policies/own.json', 'link.json'])
      expect(readPolicyFile(directory, file)).toEqual({ own: true });
  });

  test('is read when the config folder itself is a link', () => {
    symlinkSync(directory, join(outside, 'linked-config'));
    expect(readPolicyFile(join(outside, 'linked-config'), 'policies/own.json')).toEqual({ own: true });
  });

  test('is never read outside: not by its path, a link, or a folder that is a link', () => {
    symlinkSync('../secret.json', join(directory, 'link.json'));
    symlinkSync('..', join(directory, 'up'));
    for (const file of ['../secret.json', join(outside, 'secret.json'), 'link.json', 'up/secret.json', '.'])
      expect(readPolicyFile(directory, file)).toMatchObject(outsideProblem);
  });

  test('must be a file, and not a huge one', () => {
    writeFileSync(join(directory, 'huge.json'), ' '.repeat(1024 * 1024 + 1));
    symlinkSync('circle.json', join(directory, 'circle.json'));
    const problem = (en: string) => ({ problem: { en } });
    expect(readPolicyFile(directory, 'policies')).toMatchObject(problem('cannot read the file: it is not a file'));
    expect(readPolicyFile(directory, 'huge.json')).toMatchObject(
      problem('cannot read the file: it has 1048577 bytes, more than 1048576'),
    );
    expect(readPolicyFile(directory, 'circle.json')).toMatchObject(problem('cannot read the file: ELOOP'));
  });
});

describe('the policies on one target', () => {
  const five = (target: string, mark: string) =>
    Array.from({ length: 4 }, (_, index) => {
      const row = scp([DENY], { target }).replace('name: own', `name: own-${index}`);
      return index === 3 ? row.replace('targets: ', `targets: ${mark}`) : row;
    });

  test('may be five SCPs with FullAWSAccess and no more', () => {
    const rows = five('Security', '▸');
    expect(load([withPolicies(...rows)]).problems).toEqual([]);
    const last = scp([DENY], { target: 'Security' }).replace('targets: ', 'targets: ▸');
    expectProblems(
      [withPolicies(...rows.map((row) => row.replace('▸', '')), last)],
      [
        'policies[4].targets: Security would carry 6 policies of type SERVICE_CONTROL_POLICY (own-0, own-1, own-2, own-3, own, FullAWSAccess) but AWS allows 5; move some to another level of the OU tree, or merge the sets',
      ],
    );
  });

  test('count with those of the guardrails and of others', () => {
    expectProblems(
      [withPolicies(...five('Sandbox', '▸').slice(1))],
      [
        'policies[2].targets: Sandbox would carry 6 policies of type SERVICE_CONTROL_POLICY (sandbox-scp-1, own-1, own-2, own-3, FullAWSAccess, 1 reservedPolicies) but AWS allows 5; move some to another level of the OU tree, or merge the sets',
      ],
    );
  });

  test('may be reserved on the root, an OU or an account, and nowhere else', () => {
    const reserve = (target: string): Edit => ['{ target: Sandbox,', `{ target: ▸${target},`];
    for (const target of ['Root', 'Security', 'shop-dev']) expect(load([reserve(target)]).problems).toEqual([]);
    expectProblems(
      [reserve('Sandbx')],
      ['reservedPolicies[2].target: no OU or account "Sandbx" — did you mean "Sandbox"?'],
    );
  });
});

describe('a guardrail set', () => {
  const ACTIONS = Array.from({ length: 300 }, (_, index) => `"dax:Action${String(index).padStart(9, '0')}"`).join(', ');

  test('makes as few policies as fit, one row for each type', () => {
    const made = loaded([]).policies.filter(({ source }) => source.path[1] === 0);
    expect(new Set(made.map(({ identity }) => identity)).size).toBe(made.length);
    expect(made.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['baseline-scp-1', 'baseline-rcp-1', 'baseline-tag-1', 'baseline-s3-1']),
    );
  });

  test.each<[string, Edit[], string[]]>([
    [
      'a name twice, and no policy of that name again',
      [['  - name: sandbox\n', '  - name: ▸workloads\n']],
      ['guardrails[2].name: guardrail set "workloads" is already used at guardrails[1]'],
    ],
    [
      'a preset that fits no policy, with the other mistakes',
      [
        [
          'targets: { ous: [Sandbox] }\n    presets:\n      region-restriction: {}',
          `targets: { ous: [Sandbox] }\n    presets:\n      ▸region-restriction: { additionalExemptActions: [${ACTIONS}] }`,
        ],
        [
          'action: cloudtrail:StopLogging\n    expect: deny',
          'action: cloudtrail:StopLogging\n    resourceAccount: ▸elsewhere\n    expect: deny',
        ],
      ],
      [
        'guardrails[2].presets: statement "RegionRestriction" needs a policy of…',
        'proofs[1].resourceAccount: no account "elsewhere"',
      ],
    ],
  ])('fails for %s', (_, edits, problems) => expectProblems(edits, problems));
});

test('a preset that refuses its parameters is blamed, and the rest of its set composed', () => {
  const { model } = loaded([]);
  const source = { file: 'organization.yaml', path: ['guardrails', 0] };
  const guardrails = [
    { id: 'deny-leave-org', parameters: {} },
    { id: 'daily-backup', parameters: { retentionDays: 'long' } },
  ];
  const { policies, problems } = composePolicies({
    ...model,
    policies: [],
    guardrailSets: [{ name: 'own', guardrails, attachments: [], source }],
  });
  expect(policies.map(({ guardrails }) => guardrails)).toEqual([['deny-leave-org']]);
  expect(problems).toMatchObject([
    {
      severity: 'error',
      path: ['guardrails', 0, 'presets', 'daily-backup'],
      message: { en: expect.stringContaining('"long"') },
    },
  ]);
});

test('conditions of a policy of the user may exempt by role', () => {
  expect(load([withPolicies(scp([{ ...DENY, Condition: EXEMPT }]))]).problems).toEqual([]);
});
