import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../../lib/load-config';
import type { AccountRow } from '../../../lib/model/organization-model';
import { findingSchema, readFindings } from '../../../lib/reports/findings';
import { accountsCsv, guardrailRowSchema, guardrailRows } from '../../../lib/reports/inventory';
import { renderSummary } from '../../../lib/reports/render-summary';
import { summarize, summarySchema } from '../../../lib/reports/summary';
import { renderTable } from '../../../lib/reports/table';

const organization = loadConfig('config');
const where = { assembly: 'cdk.out', reports: 'cdk.out/reports' };

const withAccounts = (change: (account: AccountRow) => AccountRow) => ({
  ...organization,
  model: { ...organization.model, accounts: organization.model.accounts.map(change) },
});

describe('readFindings', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'findings-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('no report means no findings', () => expect(readFindings(folder)).toEqual([]));

  test('open and acknowledged findings are told apart and keep rule, paths and reason', () => {
    const construct = (constructPath: string) => ({ constructPath });
    writeFileSync(
      join(folder, 'validation-report.json'),
      JSON.stringify({
        pluginReports: [
          {
            pluginName: 'AwsSolutions',
            violations: [
              {
                ruleName: 'AwsSolutions-S1',
                description: 'no logs',
                severity: 'error',
                violatingConstructs: [construct('B'), construct('A')],
              },
            ],
            suppressedViolations: [
              {
                ruleName: 'AwsSolutions-IAM5',
                description: 'wildcard',
                reason: 'needed',
                violatingConstructs: [construct('C')],
              },
            ],
          },
          { pluginName: 'Governance', violations: [] },
        ],
      }),
    );
    expect(readFindings(folder)).toEqual([
      {
        pack: 'AwsSolutions',
        rule: 'AwsSolutions-S1',
        description: 'no logs',
        severity: 'error',
        constructPaths: ['A', 'B'],
      },
      {
        pack: 'AwsSolutions',
        rule: 'AwsSolutions-IAM5',
        description: 'wildcard',
        severity: 'error',
        constructPaths: ['C'],
        acknowledged: 'needed',
      },
    ]);
  });
});

test('what is written keeps to the published formats', () => {
  const findings = [{ pack: 'P', rule: 'R', description: '', severity: 'error', constructPaths: ['a'] }];
  const stacks = [{ name: 'a', account: '111122223333', region: 'ap-northeast-2', resources: 1 }];
  const summary = summarize(organization, stacks, findings);
  expect(summarySchema.parse(JSON.parse(JSON.stringify(summary)))).toEqual(summary);
  expect(() => findings.map((finding) => findingSchema.parse(finding))).not.toThrow();
  expect(() => guardrailRows(organization).map((row) => guardrailRowSchema.parse(row))).not.toThrow();
});

describe('summarize', () => {
  test('adds up accounts by state', () => {
    const changed = withAccounts((account) =>
      account.name === 'shop-dev' ? { ...account, suspended: true } : account,
    );
    const { accounts } = summarize(changed, [], []);
    expect(accounts).toEqual({ total: 13, governed: 11, waitingForId: ['payments-prod'], suspended: ['shop-dev'] });
  });

  test('counts resources, findings and policies, and sorts criteria as numbers', () => {
    const stack = (name: string, resources: number) => ({
      name,
      account: '111122223333',
      region: 'ap-northeast-2',
      resources,
    });
    const finding = { pack: 'P', rule: 'R', description: '', severity: 'error', constructPaths: [] };
    const summary = summarize(
      organization,
      [stack('a', 3), stack('b', 4)],
      [finding, { ...finding, acknowledged: 'because' }],
    );
    expect(summary.resources).toBe(7);
    expect(summary.findings).toEqual({ open: 1, acknowledged: 1 });
    expect(summary.policies.SERVICE_CONTROL_POLICY).toBe(
      organization.policies.filter(({ type }) => type === 'SERVICE_CONTROL_POLICY').length,
    );
    expect(summary.criteria.indexOf('2.9.4')).toBeLessThan(summary.criteria.indexOf('2.10.2'));
    expect(summary.criteria.indexOf('2.10.2')).toBeGreaterThan(0);
  });
});

test('access is counted, what waits apart, and left out where it is not governed', () => {
  const { identityCenter } = summarize(organization, [], []);
  expect(identityCenter?.assignments).toBe(organization.model.identityCenter?.assignments.length);
  expect(identityCenter?.waiting).toBe(3);
  expect(renderSummary(summarize(organization, [], []), where, 'ko')).toContain('계정 ID를 기다리는 할당 3건');
  const { identityCenter: _, ...model } = organization.model;
  const without = summarize({ ...organization, model }, [], []);
  expect(without).not.toHaveProperty('identityCenter');
  expect(renderSummary(without, where, 'en')).not.toContain('Identity Center');
});

describe('renderSummary', () => {
  test.each(['en', 'ko'] as const)('%s: names what waits, what is suspended and where the reports are', (language) => {
    const changed = withAccounts((account) =>
      account.name === 'shop-dev' ? { ...account, suspended: true } : account,
    );
    const text = renderSummary(summarize(changed, [], []), where, language);
    expect(text).toContain('payments-prod');
    expect(text).toContain('cdk.out/reports');
    expect(text).toMatch(language === 'ko' ? /1개 해지/ : /1 suspended/);
  });

  test('a long list of stacks is cut, and says so', () => {
    const stacks = Array.from({ length: 45 }, (_, index) => ({
      name: `stack-${index}`,
      account: '1',
      region: 'r',
      resources: 1,
    }));
    const text = renderSummary(summarize(organization, stacks, []), where, 'en');
    expect(text).toContain('stack-39');
    expect(text).not.toContain('stack-40');
    expect(text).toContain('and 5 more stacks');
  });
});

describe('inventory', () => {
  test('a cell that a spreadsheet would run as a formula is shown as text, and separators are quoted', () => {
    const changed = withAccounts((account) => ({ ...account, owner: '=HYPERLINK("http://example.com", "x")' }));
    const [, row] = accountsCsv(changed.model).split('\r\n');
    expect(row).toContain(`"'=HYPERLINK(""http://example.com"", ""x"")"`);
  });

  test('every guardrail in use names its policies, its places, its criteria and its source', () => {
    const rows = guardrailRows(organization);
    const root = rows.find((row) => row.guardrail === 'deny-leave-org');
    expect(root).toMatchObject({
      set: 'baseline',
      policies: ['baseline-scp-1', 'baseline-scp-2'],
      attachments: ['Root'],
    });
    for (const row of rows) {
      expect(row.policies.length).toBeGreaterThan(0);
      expect(row.criteria.length).toBeGreaterThan(0);
      expect(row.source).toMatch(/^https:/);
    }
  });
});

test('Korean takes two columns, so that tables line up in a terminal', () => {
  expect(
    renderTable(
      ['계정', 'id'],
      [
        ['a', '1'],
        ['로그', '22'],
      ],
    ),
  ).toBe('계정  id\n────  ──\na     1\n로그  22\n');
});
