import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../../lib/cli/main';
import { complianceReportSchema } from '../../../lib/compliance/compliance-report';
import { runCli } from '../../support/run-cli';

/** Id of an account of the sample. */
const SHOP_PROD = '888899990000';

const RULES = {
  AggregateComplianceByConfigRules: [
    {
      ConfigRuleName: 'cloudtrail-enabled-conformance-pack-a1b2c3d4e',
      Compliance: { ComplianceType: 'NON_COMPLIANT' },
      AccountId: '',
      AwsRegion: 'ap-northeast-2',
    },
    {
      ConfigRuleName: 'securityhub-cloudtrail-enabled-0a1b2c',
      Compliance: { ComplianceType: 'COMPLIANT' },
      AccountId: '',
      AwsRegion: 'ap-northeast-2',
    },
  ],
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
  for (const version of ['base', 'now']) cpSync('config', join(folder, version), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const out = (): string => join(folder, 'out');
const report = (...argv: string[]) => runCli('report', ...argv, '--config', join(folder, 'now'));
const json = () => JSON.parse(readFileSync(join(out(), 'compliance.json'), 'utf8'));

/** An export that says the same of one account for every rule. */
function writeExport(account: string): string {
  const directory = join(folder, 'live');
  mkdirSync(directory, { recursive: true });
  const rows = RULES.AggregateComplianceByConfigRules.map((row) => ({ ...row, AccountId: account }));
  writeFileSync(join(directory, 'rules.json'), JSON.stringify({ AggregateComplianceByConfigRules: rows }));
  return directory;
}

describe('report', () => {
  test('writes every form, prints the figures, and is what synth writes', async () => {
    const { code, out: printed, err } = await report('--out', out(), '--lang', 'en');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(readdirSync(out())).toEqual([
      'compliance.csv',
      'compliance.html',
      'compliance.json',
      'compliance.oscal-assessment-results.json',
      'compliance.oscal-catalog.json',
      'compliance.oscal-component-definition.json',
      'control-inventory.csv',
      'suppression-register.csv',
    ]);
    expect(printed).toMatch(/criteria \(101\) +number\n.*\nIn force +\d+\n/);
    expect(printed).toMatch(/open findings of the templates +0\n/);
    expect(printed).toMatch(/Rule turned off +1\n/);
    expect(printed).toContain(join(out(), 'compliance.html'));

    const assembly = join(folder, 'cdk.out');
    await runCli('synth', '--config', join(folder, 'now'), '--out', assembly, '--skip-template-validation');
    for (const name of readdirSync(out())) {
      expect(readFileSync(join(assembly, 'reports', name), 'utf8') === readFileSync(join(out(), name), 'utf8')).toBe(
        true,
      );
    }
  });

  test('merges an export, writes one form, and tells programs the totals', async () => {
    const directory = writeExport(SHOP_PROD);
    const { code, out: printed } = await report('--format', 'json', '--live', directory, '--out', out(), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({
      ok: true,
      totals: { criteria: 101, live: { nonCompliant: 1 } },
      otherRules: ['securityhub-cloudtrail-enabled-0a1b2c'],
      files: [join(out(), 'compliance.json')],
    });
    expect(complianceReportSchema.safeParse(json()).error).toBeUndefined();
    expect(json().criteria.find(({ id }: { id: string }) => id === '2.9.4').status).toBe('failing');
    expect(json().inputs.files['live/rules.json']).toMatch(/^[0-9a-f]{64}$/);
  });

  test('shows progress to people alone, and says what it left out of an aggregate', async () => {
    const directory = writeExport(SHOP_PROD);
    let err = '';
    await main(
      [
        'report',
        '--format',
        'csv',
        '--live',
        directory,
        '--out',
        out(),
        '--config',
        join(folder, 'now'),
        '--lang',
        'ko',
      ],
      {
        out: () => undefined,
        err: (text) => {
          err += text;
        },
        env: {},
        interactive: true,
      },
    );
    expect(err).toMatch(/계정 \d+개를 합성하는 중 …\n/);
    expect(err).toContain('설정의 팩에 없는 규칙 1개는 합치지 않았습니다: securityhub-cloudtrail-enabled-0a1b2c');
    expect(readdirSync(out())).toEqual(['compliance.csv', 'control-inventory.csv', 'suppression-register.csv']);
  });

  test('an export of another organization is refused before anything is written', async () => {
    const directory = writeExport('999999999999');
    const { code, err } = await report('--live', directory, '--out', out(), '--lang', 'en');
    expect(code).toBe(1);
    expect(err).toContain(
      'rules.json AggregateComplianceByConfigRules[0]: no account of the organization has the id "999999999999"',
    );
    expect(readdirSync(folder)).not.toContain('out');
  });

  test.each([
    [['--format', 'pdf'], '--format must be one of html, csv, json, oscal, got "pdf"'],
    [['--diff', 'config', '--out', 'x'], '--diff prints Markdown and cannot be combined'],
    [['--live', 'no-such-folder'], '--live: cannot read "no-such-folder"'],
  ])('%j fails', async (argv, message) => {
    const { code, out: printed, err } = await report(...argv, '--lang', 'en');
    expect({ code, printed }).toEqual({ code: 1, printed: '' });
    expect(err).toContain(message);
  });

  test('says so when the config has no profile', async () => {
    rmSync(join(folder, 'now', 'compliance.yaml'));
    const { code, err } = await report('--lang', 'ko');
    expect(code).toBe(1);
    expect(err).toContain('compliance.yaml이 없어 보고할 프로필이 없습니다');
  });

  test('a folder that cannot be written to is a clear error', async () => {
    writeFileSync(join(folder, 'file'), '');
    const { code, err } = await report('--out', join(folder, 'file', 'out'), '--lang', 'en');
    expect(code).toBe(1);
    expect(err).toContain('name another folder with --out');
  });

  test('--help has the commands that export', async () => {
    const { out: printed } = await report('--help', '--lang', 'en');
    for (const command of [
      'describe-aggregate-compliance-by-config-rules',
      'select-aggregate-resource-config',
      'describe-conformance-pack-compliance',
      'get-conformance-pack-compliance-details',
    ]) {
      expect(printed).toContain(`aws configservice ${command} --`);
    }
  });
});

describe('report --diff', () => {
  const diff = (...argv: string[]) => report('--diff', join(folder, 'base'), ...argv, '--lang', 'en');
  const edit = (from: string, to: string): void => {
    const path = join(folder, 'now', 'compliance.yaml');
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  };

  test('is silent about the same coverage, and exits with 0', async () => {
    edit('version: 1', '# a comment\nversion: 1');
    const { code, out: printed } = await diff();
    expect(code).toBe(0);
    expect(printed).not.toContain('###');
  });

  test('tells what is lost, and exits with 2', async () => {
    edit(
      'rules:\n',
      'rules:\n  - rule: CLOUD_TRAIL_ENABLED\n    enabled: false\n    reason: The organization trail has it\n',
    );
    const { code, out: printed } = await diff();
    expect(code).toBe(2);
    expect(printed).toMatch(/### Controls lost\n[^#]*AWS Config rule cloudtrail-enabled/);
    expect(printed).toMatch(/### Exceptions added\n[^#]*The organization trail has it/);
  });

  test('compares with a version that was not held to K-ISMS', async () => {
    rmSync(join(folder, 'base', 'compliance.yaml'));
    const { code, out: printed } = await diff('--json');
    expect(code).toBe(2);
    expect(JSON.parse(printed)).toMatchObject({ ok: true, criteria: { lost: [] }, controls: { lost: [] } });
  });
});
