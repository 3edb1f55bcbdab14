import { CONTROLS, CRITERIA } from '../../../constructs/kisms';
import { complianceReport, criterionStatus } from '../../../lib/compliance/build-report';
import {
  type ComplianceReport,
  complianceReportSchema,
  type ReportedControl,
} from '../../../lib/compliance/compliance-report';
import { exceptionEntry } from '../../../lib/compliance/exceptions';
import { mergeVerdicts } from '../../../lib/compliance/live/live-results';
import { COVERAGE, ORGANIZATION, SETTINGS, sources } from './compliance.sources';

const REPORT = complianceReport(sources());

function control(id: string, report: ComplianceReport = REPORT): ReportedControl {
  const found = report.criteria.flatMap(({ controls }) => controls).find((row) => row.id === id);
  if (!found) throw new Error(`no control ${id}`);
  return found;
}

const criterion = (id: string, report: ComplianceReport = REPORT) => report.criteria.find((row) => row.id === id);

describe('complianceReport', () => {
  test('has the published form, every criterion and every control, and is the same twice', () => {
    expect(complianceReportSchema.safeParse(REPORT).error).toBeUndefined();
    expect(REPORT.criteria.map(({ id }) => id)).toEqual(CRITERIA.map(({ id }) => id));
    const ids = REPORT.criteria.flatMap(({ controls }) => controls.map(({ id }) => id));
    expect(ids).toHaveLength(CONTROLS.length + 1);
    expect(new Set(ids).size).toBe(ids.length);
    expect(JSON.stringify(complianceReport(sources()))).toBe(JSON.stringify(REPORT));
  });

  test('every control has a title in both languages, and every criterion its manual part', () => {
    for (const { controls, manual } of REPORT.criteria) {
      expect(controls.filter(({ behaviour }) => behaviour === 'manual')).toMatchObject([
        { state: 'manual', where: [] },
      ]);
      for (const { title } of [...controls, { title: manual.task }, { title: manual.evidenceOwner }]) {
        expect(title.en).not.toBe('');
        expect(title.ko).not.toBe('');
      }
    }
  });

  test.each([
    ['2.7.1/nag-rule/RDSStorageEncrypted', 'on', [], 'No resource of this kind.', [0, 0, 0, 0]],
    ['2.7.2/nag-rule/KMSBackingKeyRotationEnabled', 'on', ['Stack-A', 'Stack-B'], undefined, [2, 0, 0, 1]],
    ['2.9.4/nag-rule/S3BucketLoggingEnabled', 'on', ['Stack-A'], undefined, [0, 0, 1, 0]],
    ['2.5.5/nag-rule/IAMNoWildcardPermissions', 'failing', ['Stack-A', 'Stack-C'], undefined, [0, 2, 0, 0]],
    ['2.9.2/nag-rule/LambdaDLQ', 'off', [], 'Queues of the caller', undefined],
  ])('%s is %s', (id, state, where, reason, counts) => {
    const { result, ...row } = control(id);
    expect({ state: row.state, where: row.where, reason: row.reason?.en }).toEqual({ state, where, reason });
    expect(result && [result.compliant, result.nonCompliant, result.excepted, result.unknown]).toEqual(counts);
  });

  test.each([
    ['2.9.4/config-rule/CLOUD_TRAIL_ENABLED', 'on', undefined],
    ['2.5.1/config-rule/ACCESS_KEYS_ROTATED', 'off', 'Turned off.'],
    ['2.10.2/guardrail/deny-leave-org', 'on', undefined],
    ['2.2.1/report/access-matrix', 'on', undefined],
    ['2.8.2/report/findings', 'on', undefined],
  ])('%s is %s', (id, state, reason) => {
    expect(control(id).state).toBe(state);
    expect(control(id).reason?.en).toBe(reason);
  });

  test('a Config rule holds in the OUs that the packs reach as a whole, and elsewhere in single accounts', () => {
    const { where } = control('2.9.4/config-rule/CLOUD_TRAIL_ENABLED');
    expect(where).toContain('Workloads');
    expect(where).toContain('account management');
    expect(where).not.toContain('Sandbox');
    expect(where).not.toContain('Root');
    const everywhere = { ...SETTINGS, packAccounts: ORGANIZATION.model.accounts.map(({ name }) => name) };
    const report = complianceReport(sources({ settings: everywhere }));
    expect(control('2.9.4/config-rule/CLOUD_TRAIL_ENABLED', report).where).toEqual(['Root']);
  });

  test('a Config rule of packs that reach no account is off', () => {
    const report = complianceReport(sources({ settings: { ...SETTINGS, packAccounts: [] } }));
    const found = control('2.9.4/config-rule/CLOUD_TRAIL_ENABLED', report);
    expect(found).toMatchObject({ state: 'off', where: [] });
    expect(found.reason?.en).toContain('excludedAccounts');
  });

  test('a guardrail that the profile leaves out says why, one that nobody names says so', () => {
    const without = { ...ORGANIZATION, model: { ...ORGANIZATION.model, guardrailSets: [] } };
    const report = complianceReport(sources({ organization: without }));
    const reasons = report.criteria
      .flatMap(({ controls }) => controls)
      .filter(({ mechanism }) => mechanism === 'guardrail')
      .map(({ state, reference, reason }) => [state, reference, reason?.ko]);
    expect(reasons).toContainEqual(['off', 'deny-root-user', 'Break-glass needs it until 2027']);
    expect(reasons).toContainEqual(['off', 'deny-leave-org', '이 프리셋을 쓰는 가드레일 묶음이 없습니다.']);
  });

  test('a Control Tower control is recognized by name and by control catalog id', () => {
    const on = REPORT.criteria
      .flatMap(({ controls }) => controls)
      .filter(({ mechanism, state }) => mechanism === 'control-tower' && state === 'on');
    expect(new Map(on.map(({ reference, where }) => [reference, where]))).toEqual(
      new Map([
        ['AWS-GR_RESTRICT_ROOT_USER_ACCESS_KEYS', ['Infrastructure', 'Workloads', 'Data', 'Sandbox']],
        ['AWS-GR_RESTRICT_ROOT_USER', ['Infrastructure', 'Workloads', 'Data', 'Sandbox']],
        ['CT.MULTISERVICE.PV.1', ['Workloads']],
      ]),
    );
  });

  test('a report that the config cannot give is off', () => {
    const { identityCenter: _, ...model } = ORGANIZATION.model;
    const report = complianceReport(sources({ organization: { ...ORGANIZATION, model } }));
    expect(control('2.2.1/report/access-matrix', report)).toMatchObject({
      state: 'off',
      reason: { en: 'The config has no identity-center.yaml.' },
    });
    expect(criterion('2.2.1', report)?.status).toBe('not-turned-on');
  });

  test('without KismsChecks every template rule is off, and says so', () => {
    const report = complianceReport(sources({ coverage: undefined } as never));
    expect(control('2.7.1/nag-rule/RDSStorageEncrypted', report)).toMatchObject({
      state: 'off',
      reason: { ko: 'KismsChecks를 실행하지 않았습니다.' },
    });
  });
});

describe('status of a criterion', () => {
  const row = (behaviour: ReportedControl['behaviour'], state: ReportedControl['state']) => ({ behaviour, state });
  const manual = row('manual', 'manual');

  test.each([
    ['setting', 'in-force', [row('detective', 'on'), row('preventive', 'off'), manual]],
    ['setting', 'failing', [row('detective', 'on'), row('proactive', 'failing'), manual]],
    ['setting', 'not-turned-on', [row('detective', 'off'), row('evidence', 'on'), manual]],
    ['setting', 'evidence-only', [row('evidence', 'on'), manual]],
    ['setting', 'not-turned-on', [row('evidence', 'off'), manual]],
    ['setting', 'manual', [manual]],
    ['evidence', 'evidence-only', [row('evidence', 'on'), manual]],
    ['evidence', 'evidence-only', [row('detective', 'on'), manual]],
    ['evidence', 'not-turned-on', [row('evidence', 'off'), manual]],
    ['none', 'manual', [manual]],
    ['none', 'manual', [row('detective', 'on'), manual]],
  ] as const)('technical level %s: %s', (technicalLevel, status, rows) => {
    expect(criterionStatus({ technicalLevel }, rows)).toBe(status);
  });

  test.each([
    ['not-turned-on', { result: { compliant: 0, nonCompliant: 0, excepted: 0, unknown: 0 } }],
    ['not-turned-on', { result: { compliant: 0, nonCompliant: 0, excepted: 2, unknown: 1 } }],
    ['not-turned-on', { live: { compliant: 0, nonCompliant: 0, excepted: 0, unknown: 3 } }],
    ['in-force', { result: { compliant: 1, nonCompliant: 0, excepted: 2, unknown: 1 } }],
  ] as const)('checks that found nothing right put nothing in force: %s, %j', (status, verdicts) => {
    const rows = [{ ...row('proactive', 'on'), ...verdicts }, manual];
    expect(criterionStatus({ technicalLevel: 'setting' }, rows)).toBe(status);
  });

  test('no manual criterion is ever counted as served, whatever is on', () => {
    const none = CRITERIA.filter(({ technicalLevel }) => technicalLevel === 'none');
    expect(none).toHaveLength(44);
    for (const { id } of none) expect(criterion(id)?.status).toBe('manual');
  });
});

describe('totals', () => {
  test('count the criteria of the profile, and a control of several criteria once', () => {
    const { criteria, byStatus, controlsOn } = REPORT.totals;
    expect(criteria).toBe(101);
    expect(Object.values(byStatus).reduce((sum, count) => sum + count, 0)).toBe(101);
    expect(byStatus.manual).toBe(REPORT.criteria.filter(({ controls }) => controls.length === 1).length);
    expect(controlsOn.proactive).toBe(COVERAGE.rules.length);
    expect(controlsOn.manual).toBeUndefined();
    const isms = complianceReport(sources({ settings: { ...SETTINGS, profile: 'isms' } }));
    expect(isms.totals.criteria).toBe(80);
    expect(isms.criteria.filter(({ inProfile }) => !inProfile)).toHaveLength(21);
  });

  test('count open findings of every pack', () => {
    expect(REPORT.totals.openFindings).toBe(1);
  });
});

describe('exceptions', () => {
  test('are those of the templates, put together by what they say, and those of the config', () => {
    expect(REPORT.exceptions.map(({ id: _, ...exception }) => exception)).toEqual([
      {
        kind: 'acknowledgement',
        subject: 'AwsSolutions-IAM4',
        criteria: [],
        where: ['Stack-A/Role'],
        reason: 'AWS owns the policy',
        approver: 'ciso@example.com',
      },
      {
        kind: 'acknowledgement',
        subject: 'Kisms-S3BucketLoggingEnabled',
        criteria: ['2.9.4'],
        where: ['Stack-A/Logs', 'Stack-B/Logs'],
        reason: 'It holds the logs',
        approver: 'ciso@example.com',
        expires: '2027-03-31',
      },
      {
        kind: 'disabled-rule',
        subject: 'ACCESS_KEYS_ROTATED',
        criteria: ['2.5.1', '2.5.4', '2.5.6'],
        where: [],
        reason: 'Nobody has access keys',
      },
    ]);
    expect(REPORT.totals.exceptions).toBe(3);
  });

  test('of the config that say the same of several places are one, with one id', () => {
    const content = {
      kind: 'exclusion' as const,
      subject: 'CLOUD_TRAIL_ENABLED',
      criteria: ['2.9.4'],
      reason: 'No data',
    };
    const exceptions = [['Sandbox'], ['account audit', 'Sandbox']].map((where) => exceptionEntry(content, where));
    const found = complianceReport(sources({ settings: { ...SETTINGS, exceptions } })).exceptions;
    const exclusions = found.filter(({ kind }) => kind === 'exclusion');
    expect(exclusions.map(({ where }) => where)).toEqual([['Sandbox', 'account audit']]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  });

  test('of the same finding in several accounts are one', () => {
    const acknowledgements = ['111122223333', '444455556666'].map((account) => ({
      id: `Kisms::Kisms-IAMNoWildcardPermissions[Resource::arn:aws:s3:::logs-${account}/*]`,
      at: `Stack-${account}/Role`,
      reason: 'Logs of the account',
      findings: 1,
    }));
    const { exceptions } = complianceReport(sources({ coverage: { ...COVERAGE, acknowledgements }, findings: [] }));
    expect(exceptions.find(({ reason }) => reason === 'Logs of the account')).toMatchObject({
      subject: 'Kisms-IAMNoWildcardPermissions[Resource::arn:aws:s3:::logs-*/*]',
      criteria: ['2.5.1', '2.5.5'],
      where: ['Stack-111122223333/Role', 'Stack-444455556666/Role'],
    });
    expect(exceptions).toHaveLength(2);
  });

  test('stand at the criteria that they weaken', () => {
    const [, logging, keys] = REPORT.exceptions;
    expect(criterion('2.9.4')?.exceptions).toEqual([logging?.id]);
    expect(criterion('2.5.6')?.exceptions).toEqual([keys?.id]);
    expect(criterion('2.7.1')?.exceptions).toEqual([]);
  });

  test('keep their id when others come, and get another with another reason', () => {
    const { acknowledgements, ...rest } = COVERAGE;
    const [first] = acknowledgements;
    const ids = (reason: string): string[] =>
      complianceReport(
        sources({
          coverage: {
            ...rest,
            acknowledgements: [...acknowledgements, { ...(first as typeof first & object), reason }],
          },
        }),
      ).exceptions.map(({ id }) => id);
    expect(ids('Another')).toEqual(expect.arrayContaining(REPORT.exceptions.map(({ id }) => id)));
    expect(ids('Another')).toHaveLength(4);
    expect(ids('It holds the logs')).toHaveLength(3);
  });
});

describe('live verdicts', () => {
  const live = (...rows: [account: string, resource: string | undefined, verdict: 'compliant' | 'nonCompliant'][]) =>
    complianceReport(
      sources({
        live: mergeVerdicts(
          rows.map(([account, resource, verdict]) => ({
            rule: 'CLOUD_TRAIL_ENABLED',
            account,
            verdict,
            ...(resource !== undefined && { resource }),
          })),
        ),
      }),
    );

  test('stand beside the rule, and an open one makes the criterion fail', () => {
    const report = live(['shop-prod', 'a', 'compliant'], ['shop-prod', 'b', 'nonCompliant']);
    expect(control('2.9.4/config-rule/CLOUD_TRAIL_ENABLED', report)).toMatchObject({
      state: 'failing',
      live: { compliant: 1, nonCompliant: 1, excepted: 0, unknown: 0 },
    });
    expect(criterion('2.9.4', report)?.status).toBe('failing');
    expect(report.totals.live).toEqual({ compliant: 1, nonCompliant: 1, excepted: 0, unknown: 0 });
    expect(control('2.5.3/config-rule/MFA_ENABLED_FOR_IAM_CONSOLE_ACCESS', report).live).toBeUndefined();
  });

  test('of an excluded account are exceptions', () => {
    const report = live(['audit', 'a', 'nonCompliant']);
    expect(control('2.9.4/config-rule/CLOUD_TRAIL_ENABLED', report)).toMatchObject({
      state: 'on',
      live: { compliant: 0, nonCompliant: 0, excepted: 1, unknown: 0 },
    });
  });

  test('count once: the worst of a resource, and resources before the account as a whole', () => {
    const report = live(
      ['shop-prod', 'a', 'nonCompliant'],
      ['shop-prod', 'a', 'compliant'],
      ['shop-prod', undefined, 'nonCompliant'],
      ['shop-dev', undefined, 'compliant'],
      ['shop-dev', undefined, 'compliant'],
    );
    expect(report.totals.live).toEqual({ compliant: 1, nonCompliant: 1, excepted: 0, unknown: 0 });
  });
});

test('the legal values name the accounts whose data decides them', () => {
  const large = ORGANIZATION.model.accounts.filter(
    ({ data }) => data.personalData && (data.dataSubjects >= 50_000 || data.uniqueIdentifiers || data.sensitive),
  );
  const personal = ORGANIZATION.model.accounts.filter(({ data }) => data.personalData);
  expect(REPORT.legal.map(({ name, value, accounts }) => [name, value, accounts])).toEqual([
    ['accessRecordRetentionDays', '731', large.map(({ name }) => name)],
    ['accessRecordReviewCycle', 'P1M', personal.map(({ name }) => name)],
    ['privilegeRecordRetentionDays', '1096', personal.map(({ name }) => name)],
  ]);
});
