import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../support/run-cli';

const SETS = `
permissionSets:
  - name: Admin
    managedPolicies: [AdministratorAccess]
    sessionDuration: PT4H
  - name: Reader
    managedPolicies: [ReadOnlyAccess]
  - name: Rescue
    managedPolicies: [AdministratorAccess]
    sessionDuration: PT1H
`;
const HEAD = `version: 1
instanceArn: arn:aws:sso:::instance/ssoins-1234567890abcdef
identityStoreId: d-1234567890
reviewDate: "2026-07-01"
groups:
  - { name: platform, description: Runs the platform }
  - { name: auditors, description: Audits }
  - { name: rescue, description: Emergencies only }
breakGlass: { groups: [rescue], permissionSets: [Rescue] }
${SETS}
`;
const GRANTS = `grants:
  - { groups: [platform], permissionSets: [Admin], targets: { accounts: [network] } }
  - { groups: [auditors], permissionSets: [Reader], targets: { accounts: [network, audit] } }
  - { groups: [rescue], permissionSets: [Rescue], targets: { accounts: [network] } }
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'access-'));
  for (const version of ['base', 'now']) cpSync('config', join(folder, version), { recursive: true });
  write('base', HEAD + GRANTS);
  write('now', HEAD + GRANTS);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (version: 'base' | 'now', text: string): void =>
  writeFileSync(join(folder, version, 'identity-center.yaml'), text);
const access = (...argv: string[]) => runCli('access', ...argv, '--config', join(folder, 'now'));

describe('access', () => {
  test('prints group, account, set, privilege and line, break-glass apart', async () => {
    const { code, out, err } = await access('--lang', 'en');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [daily = '', emergency = ''] = out.split('\nBreak-glass\n');
    expect(daily).toMatch(/network +platform +Admin +Admin +PT4H +identity-center\.yaml:22\n/);
    expect(daily).toMatch(/audit +auditors +Reader +Read +PT\d+H +identity-center\.yaml:23\n/);
    expect(daily).not.toContain('Rescue');
    expect(emergency).toMatch(/network +rescue +Rescue +Admin/);
    expect(emergency).toContain('3 assignments, and 1 for break-glass');
  });

  test('speaks Korean', async () => {
    const { out } = await access('--lang', 'ko');
    expect(out).toContain('비상 접근');
    expect(out).toContain('권한 부여 3건, 비상 접근 1건');
  });

  test.each([
    [
      ['--group', 'auditors'],
      ['audit', 'network'],
    ],
    [['--account', 'audit'], ['audit']],
    [['--set', 'Admin'], ['network']],
    [['--set', 'Admin', '--group', 'auditors'], []],
  ])('%j shows the lines of that name', async (filter, accounts) => {
    const { out } = await access(...filter, '--json');
    const { ok, assignments } = JSON.parse(out);
    expect(ok).toBe(true);
    expect(assignments.map(({ account }: { account: string }) => account)).toEqual(accounts);
  });

  test('prints CSV and Markdown', async () => {
    const csv = (await access('--format', 'csv')).out;
    expect(csv.startsWith('\uFEFFaccount,')).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(5);
    expect((await access('--format', 'md')).out).toContain('| network | platform | Admin | admin | PT4H |');
  });

  test.each([
    [['--group', 'auditor'], '--group: the config has no "auditor" — did you mean "auditors"?'],
    [['--account', 'xyz'], '--account: the config has no "xyz"'],
    [['--set', 'reader'], 'did you mean "Reader"?'],
    [['--format', 'xml'], '--format must be csv or md, got "xml"'],
    [['--format', 'csv', '--diff', 'config'], '--format cannot be combined'],
  ])('%j fails', async (argv, message) => {
    const { code, out, err } = await access(...argv, '--lang', 'en');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(message);
  });

  test('says so when the config has no Identity Center', async () => {
    rmSync(join(folder, 'now', 'identity-center.yaml'));
    const { code, err } = await access('--lang', 'en');
    expect(code).toBe(1);
    expect(err).toContain('has no identity-center.yaml');
  });
});

describe('access --diff', () => {
  const diff = (...argv: string[]) => access('--diff', join(folder, 'base'), ...argv, '--lang', 'en');

  test('is silent about a version that gives the same access', async () => {
    write('now', `# moved\n\n${HEAD}${GRANTS}`);
    expect(await diff()).toMatchObject({ code: 0, err: '' });
  });

  test('tells what is gained, lost and changed, and exits with 2', async () => {
    write('now', HEAD.replace('PT4H', 'PT2H') + GRANTS.replace('[network, audit]', '[network, log-archive]'));
    const { code, out } = await diff();
    expect(code).toBe(2);
    expect(out).toMatch(/### Gained\n[^#]*\| auditors \| Reader \| read \| log-archive \|/);
    expect(out).toMatch(/### Lost\n[^#]*\| auditors \| Reader \| read \| audit \|/);
    expect(out).toContain('| Admin | sessionDuration | admin | platform | network |');
    const json = JSON.parse((await diff('--json', '--group', 'platform')).out);
    expect(json).toMatchObject({ ok: true, gained: [], lost: [], changedSets: [{ permissionSet: 'Admin' }] });
  });

  test('compares with a version that had no Identity Center', async () => {
    rmSync(join(folder, 'base', 'identity-center.yaml'));
    const { code, out } = await diff();
    expect(code).toBe(2);
    expect(out).toContain('Gained: 4. Lost: 0.');
  });

  test('a name that only the old version knows may be asked for', async () => {
    write('now', HEAD + GRANTS.replace(/^.*auditors.*\n/m, ''));
    const { code, out } = await diff('--group', 'auditors');
    expect(code).toBe(2);
    expect(out).toContain('Gained: 0. Lost: 2.');
  });

  test('fails for a folder that is no config', async () => {
    const { code, err } = await access('--diff', join(folder, 'nothing'));
    expect(code).toBe(1);
    expect(err).toContain('nothing');
  });
});

describe('access who', () => {
  const who = (...argv: string[]) =>
    runCli('access', 'who', '--config', join(folder, 'now'), '--account', 'network', ...argv);

  test('tells for every group what decides', async () => {
    const { code, out } = await who('--action', 's3:GetObject', '--resource', 'arn:aws:s3:::example-bucket/key');
    expect(code).toBe(0);
    expect(out).toMatch(/allow +platform +Admin +AdministratorAccess \/ Statement\[0\]/);
    expect(out).toMatch(/maybe +auditors +Reader +ReadOnlyAccess .*managed-policies\/ReadOnlyAccess\.json/);
    expect(out).toContain('Rescue (break-glass)');
    expect(out).toContain(
      'Assumed: aws:RequestedRegion=ap-northeast-2 aws:SecureTransport=true aws:ViaAWSService=false',
    );
  });

  test('knows an exported managed policy', async () => {
    mkdirSync(join(folder, 'now', 'managed-policies'));
    const statement = { Sid: 'Look', Effect: 'Allow', Action: ['s3:Get*'], Resource: '*' };
    writeFileSync(
      join(folder, 'now', 'managed-policies', 'ReadOnlyAccess.json'),
      JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
    );
    const { out } = await who('--action', 's3:GetObject', '--json');
    const { answers } = JSON.parse(out);
    expect(answers).toContainEqual(
      expect.objectContaining({ group: 'auditors', verdict: 'allow', decidedBy: 'ReadOnlyAccess / Look' }),
    );
  });

  test('takes condition keys, several and absent ones', async () => {
    const { out } = await who(
      '--action',
      'ec2:RunInstances',
      '--json',
      ...['aws:RequestedRegion=us-west-2', 'aws:TagKeys=a', 'aws:TagKeys=b=c', 'aws:SourceVpc='].flatMap((pair) => [
        '--context',
        pair,
      ]),
    );
    expect(JSON.parse(out).context).toMatchObject({
      'aws:RequestedRegion': ['us-west-2'],
      'aws:TagKeys': ['a', 'b=c'],
      'aws:SourceVpc': [],
    });
  });

  test('the organization denies what the set allows', async () => {
    const { out } = await who('--action', 'organizations:LeaveOrganization', '--lang', 'ko');
    expect(out).toMatch(/거부 +platform +Admin +baseline-scp-\d/);
    expect(out).not.toMatch(/허용 {2}/);
  });

  test.each([
    [[], 'give --action and --account'],
    [['--action', 's3:*'], '--action must be one action'],
    [['--action', 's3:GetObject', '--resource', 'bucket'], '--resource must be * or the ARN'],
    [['--action', 's3:GetObject', '--context', 'novalue'], '--context must be KEY=VALUE'],
    [['--action', 's3:GetObject', '--account', 'netwrk'], 'did you mean "network"?'],
  ])('%j fails', async (argv, message) => {
    const { code, out, err } = await who(...argv);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(message);
  });
});
