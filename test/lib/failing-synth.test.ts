import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IPolicyValidationPlugin } from 'aws-cdk-lib';
import { runCdkApp } from '../../lib/run-cdk-app';
import { runCli } from '../support/run-cli';
import { SAMPLE } from './stacks/synthesized';

/** A rule pack in the place of ours: what it finds is what the test says. */
let finds: { ruleName: string; severity: string }[];
jest.mock('../../lib/checks/compliance-packs', () => ({
  createCompliancePacks: (): IPolicyValidationPlugin[] => [
    {
      name: 'Pack',
      validate: () => ({
        success: !finds.some(({ severity }) => severity === 'error'),
        violations: finds.map((rule) => ({
          ...rule,
          description: 'a rule is broken',
          violatingResources: [
            { resourceLogicalId: 'BaselineFacts54C5C651', templatePath: 'Account-audit.template.json', locations: [] },
          ],
        })),
      }),
    },
  ],
}));

let folder: string;
let config: string;
let written: string;
const environment = { ...process.env };
beforeEach(() => {
  finds = [];
  written = '';
  folder = mkdtempSync(join(tmpdir(), 'failing-'));
  config = join(folder, 'config');
  cpSync(SAMPLE, config, { recursive: true });
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written += text;
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  process.env = { ...environment };
  process.exitCode = undefined;
  rmSync(folder, { recursive: true, force: true });
});

function edit(from: string, to: string): void {
  const path = join(config, 'organization.yaml');
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

/** More OUs to create than one stack can publish. */
function tooManyOus(): void {
  const ous = Array.from({ length: 201 }, (_, index) => `  - path: Team ${index}\n`);
  edit('organizationalUnits:\n', `organizationalUnits:\n${ous.join('')}`);
}

describe('the app of cdk.json', () => {
  const exitCode = (): unknown => {
    // The second key is what the CDK CLI sets, to judge findings itself.
    process.env.CDK_CONTEXT_JSON = JSON.stringify({ config, '@aws-cdk/core:failSynthOnValidationErrors': false });
    process.env.CDK_OUTDIR = join(folder, 'out');
    runCdkApp();
    return process.exitCode;
  };

  test('ends well for the sample', () => {
    expect(exitCode()).toBeUndefined();
    expect(written).toBe('');
  });

  test('ends with 1 and the place of an error of the config', () => {
    edit('ou: Workloads/Stage', 'ou: Workloads/Stag');
    expect(exitCode()).toBe(1);
    expect(written).toContain('accounts[8].ou: no OU "Workloads/Stag" — did you mean "Workloads/Stage"?');
  });

  test.each(['error', 'warning'])('ends with 1 for an open finding, here a(n) %s', (severity) => {
    finds = [{ ruleName: 'Rule1', severity }];
    expect(exitCode()).toBe(1);
  });

  test('ends with 1 for a stack that cannot be deployed', () => {
    tooManyOus();
    expect(exitCode()).toBe(1);
    expect(written).toMatch(/Governance-Organization has \d+ outputs but may have 200/);
  });
});

describe('org-governance synth', () => {
  const synth = (...flags: string[]) =>
    runCli('synth', '--config', config, '--out', join(folder, 'out'), '--lang', 'en', ...flags);

  test('ends with 1 and names an open finding and its place', async () => {
    finds = [{ ruleName: 'Rule1', severity: 'error' }];
    const { code, err, out } = await synth();
    expect(code).toBe(1);
    expect(err).toContain('Pack Rule1: a rule is broken\n  Account-audit/Baseline/Facts\n');
    expect(out).toContain('1 open, 0 acknowledged');
  });

  test('ends with 1 for a stack that cannot be deployed, and says why', async () => {
    tooManyOus();
    const { code, err } = await synth();
    expect(code).toBe(1);
    expect(err).toMatch(/Governance-Organization has \d+ outputs but may have 200/);
  });

  test('--json says that it is not ok', async () => {
    finds = [{ ruleName: 'Rule1', severity: 'error' }];
    const { code, out } = await synth('--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ ok: false, summary: { findings: { open: 1, acknowledged: 0 } } });
  });
});
