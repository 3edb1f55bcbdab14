import type { ConfigPath, Problem } from '../../../lib/config';
import { edited, ORGANIZATION, parse, rendered } from './config-folder';

/** A problem that a later check would find in what is left. */
function later(path: ConfigPath, file = 'organization.yaml'): Problem {
  return { severity: 'error', file, path, message: { en: 'later', ko: '나중' } };
}

describe('what is valid stays, what is not is left out', () => {
  test.each([
    ['an unknown key', 'homeRegion: ap', 'color: red\nhomeRegion: ap'],
    ['a bad optional key', 'id: ou-exam-12345678', 'id: ou-1'],
    ['a bad key of a free mapping', 'aws:TagKeys', '"aws TagKeys"'],
    ['an alias', 'dataSubjects: 120000', 'dataSubjects: *many'],
    ['a reserved key', 'tags: { team: platform }', 'tags: { __proto__: platform }'],
  ])('%s: everything else', (_, from, to) => {
    const { files, problems, alsoKnown } = parse({ 'organization.yaml': edited(from, to) });
    expect(problems).not.toEqual([]);
    expect(files?.organization.accounts.map(({ name }) => name)).toEqual(['management', 'deployment', 'shop']);
    expect(files?.organization.organizationalUnits).toHaveLength(2);
    expect(alsoKnown).toMatchObject({ accounts: [], ous: [] });
  });

  test.each([
    ['a bad required key', 'ou: Root', 'ou: 1'],
    ['a missing key', '    ou: Root\n', ''],
    ['an alias for a required key', 'ou: Root', 'ou: *root'],
    ['a misspelt name', 'name: management', 'nmae: management'],
    ['an id with a leading zero for the email', 'email: management@example.com', 'email: 012345678901'],
  ])('%s of an account: the account goes, its name is still known', (_, from, to) => {
    const { files, alsoKnown } = parse({ 'organization.yaml': edited(from, to) });
    expect(files?.organization.accounts.map(({ name }) => name)).toEqual(['deployment', 'shop']);
    expect(alsoKnown).toMatchObject({ accounts: ['management'], ous: [] });
  });

  test('a bad OU goes, its path is still known', () => {
    const { files, alsoKnown } = parse({
      'organization.yaml': edited(
        '  - path: Workloads/Prod',
        '  - path: Workloads/Prod\n    tags: x\n    id: [y]\n  - path: 7',
      ),
    });
    expect(files?.organization.organizationalUnits.map(({ path }) => path)).toEqual(['Workloads', 'Workloads/Prod']);
    expect(alsoKnown).toMatchObject({ accounts: [], ous: [] });
  });

  test('an OU that is not a valid path is known by what is written', () => {
    const { alsoKnown } = parse({
      'organization.yaml': edited('  - path: Workloads/Prod', '  - path: " Workloads/Prod"'),
    });
    expect(alsoKnown).toMatchObject({ accounts: [], ous: [' Workloads/Prod'], malformed: [' Workloads/Prod'] });
  });

  test.each([
    ['a required value is bad', edited('homeRegion: ap-northeast-2', 'homeRegion: seoul')],
    ['a required key is missing', edited('homeRegion: ap-northeast-2\n', '')],
    ['every account is bad', ORGANIZATION.replaceAll('purpose: ', 'purpose: no-')],
    ['the YAML is broken', edited('ou: Root', 'ou: [Root')],
  ])('nothing is left when %s', (_, text) => {
    const { files } = parse({ 'organization.yaml': text });
    expect(files).toBeUndefined();
  });

  test.each([
    ['control-tower.yaml', 'version: 9', { controlTower: undefined }],
    ['accounts.lock.json', '{', { accountsLock: { version: 1, organizationId: 'o-exampleorgid', accounts: [] } }],
  ])('without %s when it is unusable', (name, text, rest) => {
    const { files, problems } = parse({ 'organization.yaml': ORGANIZATION, [name]: text });
    expect(files).toMatchObject(rest);
    expect(problems).not.toEqual([]);
  });
});

describe('what was left out causes no problem of its own', () => {
  test.each([
    ['the only guardrail is misspelt', edited('deny-leave-org: {}', 'deny-leave-orgs: {}'), 'unknown key'],
    ['the only element is bad', edited('roles: [ci/deploy-*]', 'roles: ["a b"]'), 'expected a role name'],
    ['the only policy is bad', edited('count: 2', 'count: many'), 'expected a number'],
  ])('%s', (_, text, message) => {
    const lines = rendered(parse({ 'organization.yaml': text }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(message);
  });

  test('a refinement speaks once the unknown keys are gone', () => {
    const text = 'version: 1\nlandingZone: { mode: adopt, version: "4.0" }\ncolor: red\nlifecycle: {}\n';
    expect(rendered(parse({ 'organization.yaml': ORGANIZATION, 'control-tower.yaml': text }))).toEqual([
      expect.stringContaining('3:1 color: unknown key'),
      expect.stringContaining('4:12 lifecycle: nobody is told'),
    ]);
  });
});

describe('places of later problems', () => {
  const text = edited(
    'owner: platform@example.com\n  - name: deployment',
    'owner: platform@example.com\n  - 1\n  - name: deployment',
  );

  test.each([
    ['before what was left out', ['accounts', 0, 'ou'], '24:9 accounts[0].ou'],
    ['after what was left out', ['accounts', 1, 'ou'], '31:9 accounts[2].ou'],
    ['deep inside', ['accounts', 2, 'tags', 'cost center'], '42:43 accounts[3].tags["cost center"]'],
    ['in another list', ['organizationalUnits', 1, 'path'], '19:11 organizationalUnits[1].path'],
    ['a key that is not there', ['accounts', 1, 'id'], '29:5 accounts[2].id'],
    ['the file', [], '2:1 '],
  ] as const)('%s', (_, path, expected) => {
    const config = parse({ 'organization.yaml': text });
    const { line, column, path: original } = config.locate(later(path));
    const rest = rendered({ ...config, problems: [{ ...later(original), line, column }] })[0];
    expect(rest).toBe(`organization.yaml:${expected.trimEnd()}: later`);
  });

  test('a key and its value', () => {
    const config = parse({ 'organization.yaml': ORGANIZATION });
    expect(config.locate(later(['accounts', 0, 'ou']))).toMatchObject({ line: 24, column: 9 });
    expect(config.locate({ ...later(['accounts', 0, 'ou']), atKey: true })).toMatchObject({ line: 24, column: 5 });
  });

  test.each([
    ['has a place already', { ...later(['version']), line: 7, column: 8 }],
    ['is about a file that is not there', later(['version'], 'control-tower.yaml')],
  ])('a problem that %s stays as it is', (_, problem) => {
    expect(parse({ 'organization.yaml': ORGANIZATION }).locate(problem)).toEqual(problem);
  });
});
