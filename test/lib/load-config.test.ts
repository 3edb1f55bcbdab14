import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '../../lib/config';
import { loadConfig } from '../../lib/load-config';
import { writeOrganization } from '../support/generate-organization';
import { type Edit, expectProblems, load } from './model/sample-config';
import { scp, withPolicies } from './policies/sample-policies';

const SAMPLE = join(__dirname, '../../config');

/** A mistake in each file, of syntax, of a name and of a policy, and the problems in the order of the report. */
const MISTAKES: Edit[] = [
  ['"o-exampleorgid"', '▸"o-otherorgid00"', 'accounts.lock.json'],
  ['ous: [Workloads], exact: true', 'ous: [▸Workload], exact: true', 'control-tower.yaml'],
  ['homeRegion: ap-northeast-2', '▸homeRegoin: ap-northeast-2\nhomeRegion: ap-northeast-2'],
  ['ou: Workloads/Stage', 'ou: ▸Workloads/Stgae'],
  withPolicies(scp([{ Effect: 'Deny', Action: 'oops', Resource: '*' }], { mark: '▸' })),
];

describe('a config folder', () => {
  test('without an error becomes a model, its policies and its proofs', () => {
    const { directory, model, policies, proofs, warnings } = loadConfig(SAMPLE);
    expect(directory).toBe(SAMPLE);
    expect(model).toMatchObject({ partition: 'aws', managementAccount: 'management', bootstrapQualifier: 'govern' });
    expect(model.accounts).toHaveLength(13);
    expect(policies.length).toBeGreaterThan(0);
    expect(proofs.every(({ holds }) => holds)).toBe(true);
    expect(warnings).toEqual([]);
  });

  test('gives the same whenever it is read', () => {
    expect(JSON.stringify(loadConfig(SAMPLE))).toBe(JSON.stringify(loadConfig(SAMPLE)));
  });

  test('of a thousand accounts is accepted', () => {
    const directory = mkdtempSync(join(tmpdir(), 'thousand-'));
    try {
      writeOrganization(directory, 1000);
      const { model, warnings } = loadConfig(directory);
      expect(model.accounts).toHaveLength(1000);
      expect(warnings).toEqual([]);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  test('with mistakes in every file reports all of them at once, sorted by place', () => {
    expectProblems(MISTAKES, [
      'organizationId: belongs to "o-otherorgid00" but organization.yaml is about "o-exampleorgid"; run accounts sync against the right organization',
      'controls[2].targets.ous[0]: no OU "Workload" — did you mean "Workloads"?',
      'homeRegoin: unknown key…',
      'accounts[8].ou: no OU "Workloads/Stgae" — did you mean "Workloads/Stage"?',
      'policies[0].content: Statement[0]: Action "oops" is malformed: expected "*" or "service:Action", wildcards after the colon',
    ]);
  });

  test('reports the same places in Korean', () => {
    const places = (lang: 'en' | 'ko') => load(MISTAKES, {}, lang).problems.map((line) => line.split(': ')[0]);
    expect(places('ko')).toEqual(places('en'));
    for (const line of load(MISTAKES, {}, 'ko').problems) expect(line).toMatch(/[가-힣]/);
  });

  test('with a typo in one account blames nobody who names that account', () => {
    expectProblems(
      [
        ['name: shop-dev\n', '▸nmae: shop-dev\n'],
        ['resource: "arn:aws:ec2:eu-west-1', 'resourceAccount: ▸shop-prd\n    resource: "arn:aws:ec2:eu-west-1'],
      ],
      [
        'accounts[9].nmae: unknown key…',
        'proofs[2].resourceAccount: no account "shop-prd" — did you mean "shop-prod"?',
      ],
    );
  });

  test('with a typo in one OU blames nobody in it or below it', () => {
    expectProblems(
      [['  - path: Workloads\n', '  - path: Workloads\n    ▸tag: { a: b }\n']],
      ['organizationalUnits[2].tag: unknown key…'],
    );
  });

  test.each<[string, Edit[], string[]]>([
    [
      'a malformed OU path blames nobody who names the OU',
      [['  - path: Workloads\n', '  - path: ▸Workloads/\n']],
      ['organizationalUnits[2].path: expected Root or an OU path…'],
    ],
    [
      'a malformed account name blames nobody who names the account',
      [['name: shop-prod\n', 'name: ▸shop prod\n']],
      ['accounts[7].name: expected an account name…'],
    ],
    [
      'an account id without quotes is not a missing id',
      [['id: "111122223333"', 'id: ▸111122223333']],
      ['accounts[0].id: expected a string…'],
    ],
    [
      'a wrong number of data subjects is not a missing one',
      [['dataSubjects: 45000', 'dataSubjects: ▸45k']],
      ['accounts[10].data.dataSubjects: expected a number…'],
    ],
    [
      'a malformed governed Region may be the home Region',
      [['[ap-northeast-2, us-east-1]\n\ndeployment', '[▸ap-northeast-22, us-east-1]\n\ndeployment']],
      ['governedRegions[0]: expected a region…'],
    ],
    [
      'a governed Region that does not exist may be the home Region',
      [['[ap-northeast-2, us-east-1]\n\ndeployment', '[▸ap-northeast-9, us-east-1]\n\ndeployment']],
      ['governedRegions[0]: AWS has no Region "ap-northeast-9"…'],
    ],
    [
      'a home Region that does not exist asks nothing of controls',
      [['homeRegion: ap-northeast-2', 'homeRegion: ▸ap-northeast-9']],
      ['homeRegion: AWS has no Region "ap-northeast-9"…'],
    ],
    [
      'what is left out shifts no index in a message',
      [
        ['purpose: log-archive', 'purpose: ▸logs'],
        ['aws-audit@example.com', 'aws-network@example.com'],
        [
          '  - name: network\n    id: "444455556666"\n    email: ',
          '  - name: network\n    id: "444455556666"\n    email: ▸',
        ],
      ],
      [
        'accounts[1].purpose: expected one of…',
        'accounts[3].email: e-mail address "aws-network@example.com" is already used at accounts[2]',
      ],
    ],
    [
      'a misspelt preset is not a missing one',
      [['protect-platform-roles: {}', '▸protect-platform-role: {}']],
      ['guardrails[0].presets.protect-platform-role: unknown key…'],
    ],
    [
      'a misspelt target of the protection leaves no set unprotected',
      [['targets: { ous: [Root] }', 'targets: { ous: [▸Rot] }']],
      ['guardrails[0].targets.ous[0]: no OU "Rot"…'],
    ],
  ])('%s', (_, edits, expected) => expectProblems(edits, expected));

  test('is left as it is, whatever is wrong with it', () => {
    const directory = mkdtempSync(join(tmpdir(), 'empty-'));
    try {
      mkdirSync(join(directory, 'policies'));
      writeFileSync(join(directory, 'organization.yaml'), 'version: 1\n');
      expect(() => loadConfig(directory)).toThrow(ConfigError);
      expect(readdirSync(directory).sort()).toEqual(['organization.yaml', 'policies']);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  test('that does not exist says so', () => {
    expect(() => loadConfig(join(tmpdir(), 'no-such-config-folder'))).toThrow('cannot read the config folder');
  });
});
