import { criteriaOfRule } from '../../../lib/compliance/exceptions';
import { complianceSettings } from '../../../lib/compliance/settings';
import type { ComplianceSettings } from '../../../lib/compliance/sources';
import type { SampleFiles } from '../stacks/synthesized';
import { sampleWith } from '../stacks/synthesized';

type Compliance = NonNullable<SampleFiles['compliance']>;

const MINIMAL: Compliance = { version: 1, profile: 'isms-p' };

function settings(compliance: Compliance, change: (files: SampleFiles) => void = () => undefined): ComplianceSettings {
  const { model } = sampleWith((files) => {
    files.compliance = compliance;
    change(files);
  });
  if (!model.compliance) throw new Error('no compliance');
  return complianceSettings(model.compliance, model, [
    { id: 'LogGroupRetention', criteria: ['2.9.4'], title: { en: '', ko: '' } },
  ]);
}

const rule = ({ rules }: ComplianceSettings, identifier: string) => rules.find((row) => row.identifier === identifier);
const people = { approver: 'ciso@example.com', expires: '2099-12-31' };

describe('complianceSettings', () => {
  const minimal = settings(MINIMAL);

  test('knows of every rule the pack that holds it, or why none does', () => {
    expect(rule(minimal, 'CLOUD_TRAIL_ENABLED')).toEqual({
      identifier: 'CLOUD_TRAIL_ENABLED',
      packs: ['kisms-operate'],
    });
    expect(rule(minimal, 'S3_BUCKET_DEFAULT_LOCK_ENABLED')).toMatchObject({
      packs: [],
      leftOut: { ko: expect.stringMatching(/[가-힣]/) },
    });
    for (const { packs, leftOut } of minimal.rules) expect(packs.length > 0).toBe(leftOut === undefined);
  });

  test('a rule that evaluates in us-east-1 alone is on where that Region is governed', () => {
    const global = minimal.rules.filter(({ identifier }) => identifier.startsWith('CLOUDFRONT_'));
    expect(global.some(({ packs }) => packs.length > 0)).toBe(true);
    const seoul = settings(MINIMAL, (files) => {
      files.organization.governedRegions = ['ap-northeast-2'];
      delete (files as { controlTower?: unknown }).controlTower;
      delete (files as { network?: unknown }).network;
    });
    const here = seoul.rules.filter(({ identifier }) => identifier.startsWith('CLOUDFRONT_'));
    expect(here.every(({ packs }) => packs.length === 0)).toBe(true);
  });

  test('a rule that is turned off has the reason of the config', () => {
    const off = settings({
      ...MINIMAL,
      rules: [{ rule: 'CLOUD_TRAIL_ENABLED', enabled: false, reason: 'The organization trail has it' }],
    });
    const reason = 'The organization trail has it';
    expect(rule(off, 'CLOUD_TRAIL_ENABLED')).toMatchObject({ packs: [], leftOut: { en: reason, ko: reason } });
    expect(off.exceptions).toMatchObject([
      {
        kind: 'disabled-rule',
        subject: 'CLOUD_TRAIL_ENABLED',
        criteria: criteriaOfRule('CLOUD_TRAIL_ENABLED'),
        reason,
      },
    ]);
  });

  test('the packs leave out excluded accounts, and the management account unless it has the role', () => {
    expect(minimal.packAccounts).toContain('audit');
    expect(minimal.packAccounts).not.toContain('management');
    expect(settings({ ...MINIMAL, managementServiceLinkedRole: true }).packAccounts).toContain('management');
    expect(settings({ ...MINIMAL, excludedAccounts: { accounts: ['audit'] } }).packAccounts).not.toContain('audit');
  });

  test('accounts that the packs leave out stand in the register, with no approver', () => {
    const { exceptions } = settings({ ...MINIMAL, excludedAccounts: { accounts: ['audit'] } });
    expect(exceptions).toMatchObject([{ kind: 'exclusion', subject: 'excludedAccounts', where: ['account audit'] }]);
    expect(exceptions[0]?.approver).toBeUndefined();
    expect(minimal.exceptions).toEqual([]);
  });

  test('every kind of exception has its place in the register', () => {
    const { exceptions, guardrailsLeftOut } = settings({
      ...MINIMAL,
      exclusions: [
        {
          rule: 'S3_BUCKET_LOGGING_ENABLED',
          accounts: { ous: ['Sandbox'] },
          resource: 'b-1',
          reason: 'They hold no data',
          ...people,
        },
      ],
      checks: {
        disabled: [{ check: 'LambdaDLQ', reason: 'Callers have the queues', ...people }],
      },
      guardrails: {
        targets: { ous: ['Root'] },
        except: [{ preset: 'deny-macie-disable', reason: 'Macie is not in use' }],
      },
    });
    expect(exceptions.map(({ kind, subject, criteria, where }) => [kind, subject, criteria, where])).toEqual([
      ['exclusion', 'S3_BUCKET_LOGGING_ENABLED', criteriaOfRule('S3_BUCKET_LOGGING_ENABLED'), ['Sandbox', 'b-1']],
      ['disabled-check', 'LambdaDLQ', ['2.9.2'], []],
      ['guardrail-left-out', 'deny-macie-disable', expect.arrayContaining([expect.any(String)]), []],
    ]);
    expect(exceptions.map(({ approver, expires }) => [approver, expires])).toEqual([
      [people.approver, people.expires],
      [people.approver, people.expires],
      [undefined, undefined],
    ]);
    expect(guardrailsLeftOut.get('deny-macie-disable')).toBe('Macie is not in use');
  });
});
