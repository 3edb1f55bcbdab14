import { sampleWith } from '../stacks/synthesized';
import { ALL_GUARDRAILS, AUDIT, compliance, edit, RETENTION, row } from './compliance.edits';
import { type Edit, expectProblems, load, loaded } from './sample-config';

describe('the sample', () => {
  test('has no problem', () => expect(load([]).problems).toEqual([]));

  test('takes the legal parameters of the strictest account, and knows those of each', () => {
    const { legal, accountLegal, effectiveOn, accessRecordRetentionDays } = compliance();
    expect(legal.accessRecordRetentionDays).toBe(731);
    expect(accessRecordRetentionDays).toBe(731);
    expect(effectiveOn).toBe('2025-10-31');
    const long = accountLegal.filter(({ values }) => values.accessRecordRetentionDays === 731);
    // 45,000 data subjects and no unique identifiers: one year is enough for data-prod.
    expect(long.map(({ account }) => account)).toEqual(['log-archive', 'shop-prod', 'payments-prod']);
    expect(accountLegal).toHaveLength(13);
  });

  test('needs one year when no account holds much, or sensitive, personal data', () => {
    const { model } = sampleWith(({ organization }) => {
      for (const { data } of organization.accounts) {
        if (data?.personalData) Object.assign(data, { dataSubjects: 49_999, uniqueIdentifiers: false });
      }
    });
    expect(model.compliance?.accessRecordRetentionDays).toBe(365);
  });

  test('fills in what is not said', () => {
    const model = compliance([
      AUDIT,
      edit('strictness: baseline\n', ''),
      edit('securityServices:\n  accessAnalyzer: true\n', ''),
    ]);
    expect(model).toMatchObject({ account: 'audit', strictness: 'baseline', detectiveSource: 'config' });
    expect(Object.entries(model.services).filter(([, on]) => on)).toEqual([['accessAnalyzer', true]]);
  });

  test('expands the accounts of an exclusion; without any it is about every account', () => {
    expect(compliance().exclusions.map(({ rule, accounts }) => [rule, accounts])).toEqual([
      ['S3_BUCKET_LOGGING_ENABLED', ['log-archive']],
    ]);
    const [everywhere] = compliance([edit('    accounts: { accounts: [log-archive] }\n', '')]).exclusions;
    expect(everywhere?.accounts).toHaveLength(13);
    expect(everywhere?.accounts).toContain('management');
  });

  test('leaves accounts out of the packs by name', () => {
    const { excludedAccounts } = compliance([edit('\nrules:', '\nexcludedAccounts: { ous: [Sandbox] }\nrules:')]);
    expect(excludedAccounts).toEqual(['sandbox-1']);
  });

  test('is not held to K-ISMS without the file', () => {
    const { model } = sampleWith((files) => {
      delete files.compliance;
    });
    expect(model.compliance).toBeUndefined();
    expect(model.guardrailSets.map(({ name }) => name)).not.toContain('compliance');
  });
});

describe('the own retention', () => {
  test('may be longer than what law asks, and leaves the law as it is', () => {
    const { accessRecordRetentionDays, legal, rules } = compliance([RETENTION('"1827"')]);
    expect([accessRecordRetentionDays, legal.accessRecordRetentionDays]).toEqual([1827, 731]);
    expect(rules.find(({ rule }) => rule === 'CW_LOGGROUP_RETENTION_PERIOD_CHECK')?.parameters).toEqual({});
  });

  test.each([
    [
      '365',
      '"365" is less than the 731 days that law prescribes (Standard of safeguards for personal data, article 8(1)) for the data of log-archive, shop-prod, payments-prod; write more, or remove the parameter',
    ],
    ['732', "'legal.accessRecordRetentionDays' is 732: Amazon CloudWatch Logs keeps 365, 400,…"],
    ['long', '"long" is no number of days; write one, or remove the parameter'],
  ])('fails for %s days', (days, message) =>
    expectProblems([RETENTION(`▸"${days}"`)], [`rules[3].parameters.MinRetentionTime: ${message}`]),
  );
});

describe('the profile', () => {
  test('isms leaves out the rules that serve section 3 alone, unless they are asked for', () => {
    const isms = edit('profile: isms-p', 'profile: isms');
    expect(compliance().onlyRules).toBeUndefined();
    const macie = 'MACIE_AUTO_SENSITIVE_DATA_DISCOVERY_CHECK';
    expect(compliance([isms]).onlyRules).not.toContain(macie);
    expect(compliance([isms, row(`  - rule: ${macie}\n    enabled: true`)]).onlyRules).toContain(macie);
  });

  test('turns on what organization.yaml lacks', () => {
    const { model } = loaded([ALL_GUARDRAILS]);
    const set = model.guardrailSets.find(({ name }) => name === 'compliance');
    expect(set?.attachments).toEqual([{ kind: 'root' }]);
    expect(set?.guardrails.map(({ id }) => id)).toEqual([
      'deny-disable-ebs-default-encryption',
      'deny-inspector-disable',
      'deny-macie-disable',
      'deny-public-snapshot-share',
      'region-restriction',
    ]);
    expect(model.compliance?.guardrails).toEqual({ presets: set?.guardrails.map(({ id }) => id), leftOut: [] });
  });

  test.each([
    ['an exception', [], 'deny-disable-ebs-default-encryption'],
    ['a profile without section 3', [edit('profile: isms-p', 'profile: isms')], 'deny-macie-disable'],
    [
      'targets that organization.yaml has it on, directly or above',
      [ALL_GUARDRAILS, edit('targets: { ous: [Root] }', 'targets: { ous: [Workloads/Prod, Data] }')],
      'region-restriction',
    ],
  ] as const)('does not turn on a guardrail because of %s', (_, edits, preset) => {
    expect(compliance([...edits]).guardrails.presets).not.toContain(preset);
    expect(compliance([...edits]).guardrails.presets).toContain('deny-inspector-disable');
  });

  test('strict turns on more: guardrails, and rules that the catalogue has off', () => {
    const strict = edit('strictness: baseline', 'strictness: strict');
    const narrow = edit('targets: { ous: [Root] }', 'targets: { ous: [Sandbox] }');
    expect(compliance([narrow, strict, ALL_GUARDRAILS]).guardrails.presets).toEqual(
      expect.arrayContaining(['deny-unencrypted-ebs', 'require-imdsv2', 'deny-inspector-disable']),
    );
    const on = (edits: Edit[]) =>
      compliance([narrow, ...edits])
        .rules.filter(({ enabled }) => enabled)
        .map(({ rule }) => rule);
    expect(on([strict])).toContain('S3_BUCKET_DEFAULT_LOCK_ENABLED');
    expect(on([])).not.toContain('S3_BUCKET_DEFAULT_LOCK_ENABLED');
    const off = row('  - rule: LAMBDA_INSIDE_VPC\n    enabled: false\n    reason: Functions here need no network');
    expect(on([strict, off])).not.toContain('LAMBDA_INSIDE_VPC');
  });

  test('attaches an Inspector policy to the organization when asked', () => {
    const inspector = edit('accessAnalyzer: true', 'accessAnalyzer: true\n  inspector: true');
    const find = (edits: Edit[]) => loaded(edits).policies.find(({ type }) => type === 'INSPECTOR_POLICY');
    expect(find([])).toBeUndefined();
    expect(find([inspector])).toMatchObject({
      name: 'compliance-inspector',
      attachments: [{ kind: 'root' }],
      content: {
        inspector: {
          enablement: { ec2_scanning: { enable_in_regions: { '@@assign': ['ap-northeast-2', 'us-east-1'] } } },
        },
      },
    });
  });
});
