import { ConfigError } from '../../../lib/config';
import { type LoadConfigOptions, loadConfig } from '../../../lib/load-config';
import type { ComplianceModel } from '../../../lib/model/compliance-model';
import { SAMPLE, sampleWith } from '../stacks/synthesized';
import { type Edit, expectProblems, load, loaded } from './sample-config';

const FILE = 'compliance.yaml';
const edit = (from: string, to: string): Edit => [from, to, FILE];
const row = (line: string): Edit => edit('\n# 받아들인', `${line}\n\n# 받아들인`);
const compliance = (edits: Edit[] = []): ComplianceModel => loaded(edits).model.compliance as ComplianceModel;

const AUDIT = edit('account: audit\n', '');
const RETENTION = (value: string): Edit =>
  row(`  - rule: CW_LOGGROUP_RETENTION_PERIOD_CHECK\n    parameters: { MinRetentionTime: ${value} }`);
const ALL_GUARDRAILS: Edit = edit(
  `  except:
    - preset: deny-disable-ebs-default-encryption
      reason: Workloads and Data have it in organization.yaml; no other OU keeps data on volumes
`,
  '',
);

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

describe('a problem stands where it is', () => {
  test.each<[string, Edit[], string[]]>([
    [
      'an unknown rule',
      [row('  - rule: ▸ACCES_KEYS_ROTATED\n    enabled: true')],
      ['rules[3].rule: no AWS Config rule "ACCES_KEYS_ROTATED" in the catalogue — did you mean "ACCESS_KEYS_ROTATED"?'],
    ],
    [
      'a parameter that the rule does not have',
      [edit('{ maxAccessKeyAge: "60" }', '{ maxAccessKeyAg: ▸"60" }')],
      [
        'rules[0].parameters.maxAccessKeyAg: "ACCESS_KEYS_ROTATED" has no parameter "maxAccessKeyAg" — did you mean "maxAccessKeyAge"?',
      ],
    ],
    [
      'a word where the rule takes a number',
      [edit('{ maxAccessKeyAge: "60" }', '{ maxAccessKeyAge: ▸"sixty" }')],
      [
        'rules[0].parameters.maxAccessKeyAge: "ACCESS_KEYS_ROTATED" takes a whole number, such as "90", got "sixty"; write one',
      ],
    ],
    [
      'a parameter of a rule that takes none',
      [row('  - rule: INCOMING_SSH_DISABLED\n    parameters: { port: ▸"22" }')],
      ['rules[3].parameters.port: "INCOMING_SSH_DISABLED" has no parameter "port": it takes none, so remove it'],
    ],
    [
      'a rule that is turned off without a reason',
      [row('  - rule: INCOMING_SSH_DISABLED\n    enabled: ▸false')],
      ['rules[3].enabled: turns "INCOMING_SSH_DISABLED" off without a reason; auditors read it, so write reason'],
    ],
    [
      'two overrides of one rule',
      [row('  - rule: ▸ACCESS_KEYS_ROTATED\n    enabled: true')],
      ['rules[3].rule: rule "ACCESS_KEYS_ROTATED" is already used at rules[0]'],
    ],
    [
      'a rule of us-east-1 where nothing is recorded',
      [
        row('  - rule: CLOUDFRONT_ASSOCIATED_WITH_WAF\n    enabled: ▸true'),
        edit('profile: isms-p', 'profile: ▸isms-p'),
        ['governedRegions: [ap-northeast-2, us-east-1]', 'governedRegions: [ap-northeast-2]'],
      ],
      [
        'profile: warning: CLOUDFRONT_ACCESSLOGS_ENABLED, CLOUDFRONT_ASSOCIATED_WITH_WAF, CLOUDFRONT_VIEWER_POLICY_HTTPS evaluate in us-east-1 alone, which governedRegions of organization.yaml lacks…',
        'rules[3].enabled: "CLOUDFRONT_ASSOCIATED_WITH_WAF" evaluates in us-east-1 alone, which governedRegions of organization.yaml lacks; govern us-east-1, or remove the override',
      ],
    ],
    [
      'an exclusion for a rule that is off',
      [edit('rule: S3_BUCKET_LOGGING_ENABLED', 'rule: ▸EC2_INSTANCE_DETAILED_MONITORING_ENABLED')],
      [
        'exclusions[0].rule: "EC2_INSTANCE_DETAILED_MONITORING_ENABLED" is in no pack, so there is nothing to except or repair; remove this, or turn the rule on (Turned off in the settings.)',
      ],
    ],
    [
      'an exclusion for a rule that Security Hub evaluates',
      [
        edit('account: audit\n', 'account: audit\ndetectiveSource: securityhub\n'),
        edit('rule: S3_BUCKET_LOGGING_ENABLED', 'rule: ▸S3_BUCKET_LOGGING_ENABLED'),
        edit('rule: CMK_BACKING_KEY_ROTATION_ENABLED', 'rule: ▸CMK_BACKING_KEY_ROTATION_ENABLED'),
        edit('rule: S3_BUCKET_VERSIONING_ENABLED', 'rule: ▸S3_BUCKET_VERSIONING_ENABLED'),
      ],
      [
        'exclusions[0].rule: "S3_BUCKET_LOGGING_ENABLED" is in no pack…',
        'remediation.rules[0].rule: "CMK_BACKING_KEY_ROTATION_ENABLED" is in no pack…',
        'remediation.rules[1].rule: "S3_BUCKET_VERSIONING_ENABLED" is in no pack…',
      ],
    ],
    [
      'an exclusion that is there twice',
      [
        edit(
          '\n# 자동 수정은',
          `  - rule: ▸S3_BUCKET_LOGGING_ENABLED
    accounts: { accounts: [log-archive] }
    resource: example-log-archive
    reason: The same once more
    approver: ciso@example.com
    expires: "2027-03-31"

# 자동 수정은`,
        ),
      ],
      [
        'exclusions[1].rule: exclusion "S3_BUCKET_LOGGING_ENABLED log-archive example-log-archive" is already used at exclusions[0]',
      ],
    ],
    [
      'an exclusion of an unknown account',
      [edit('accounts: { accounts: [log-archive] }', 'accounts: { accounts: [▸log-archiv] }')],
      ['exclusions[0].accounts.accounts[0]: no account "log-archiv" — did you mean "log-archive"?'],
    ],
    [
      'a day that is none, and one in another form',
      [edit('expires: "2027-03-31"', 'expires: ▸"2027-02-30"')],
      ['exclusions[0].expires: is no day of the calendar…'],
    ],
    [
      'a repair that AWS has no harmless document for',
      [edit('rule: CMK_BACKING_KEY_ROTATION_ENABLED', 'rule: ▸ACCESS_KEYS_ROTATED')],
      [
        'remediation.rules[0].rule: AWS has no harmless repair for "ACCESS_KEYS_ROTATED"; remove it, or choose of CLOUD…',
      ],
    ],
    [
      'an unknown check, and one that is disabled twice',
      [
        edit(
          '\n# 자동 수정은',
          `checks:
  disabled:
    - { check: ▸S3BucketLogingEnabled, reason: They are logged, approver: ciso, expires: "2027-01-01" }
    - { check: S3BucketVersioningEnabled, reason: They are versioned, approver: ciso, expires: "2027-01-01" }
    - { check: ▸S3BucketVersioningEnabled, reason: They are versioned, approver: ciso, expires: "2027-01-01" }

# 자동 수정은`,
        ),
      ],
      [
        'checks.disabled[0].check: no check "S3BucketLogingEnabled" — did you mean "S3BucketLoggingEnabled"?',
        'checks.disabled[2].check: check "S3BucketVersioningEnabled" is already used at checks.disabled…',
      ],
    ],
    [
      'an unknown preset',
      [edit('preset: deny-disable-ebs-default-encryption', 'preset: ▸deny-disable-ebs-default-encription')],
      [
        'guardrails.except[0].preset: no guardrail preset "deny-disable-ebs-default-encription" — did you mean "deny-disable-ebs-default-encryption"?',
      ],
    ],
    [
      'an exception from a preset that the profile does not turn on',
      [edit('preset: deny-disable-ebs-default-encryption', 'preset: ▸require-imdsv2')],
      ['guardrails.except[0].preset: isms-p (baseline) does not turn "require-imdsv2" on; remove the exception'],
    ],
    [
      'an exception from a preset that organization.yaml turns on',
      [edit('preset: deny-disable-ebs-default-encryption', 'preset: ▸deny-leave-org')],
      ['guardrails.except[0].preset: organization.yaml turns "deny-leave-org" on for every target, which this…'],
    ],
    [
      'a guardrail set of the same name',
      [
        ['  - name: sandbox\n    targets', '  - name: compliance\n    targets'],
        edit('guardrails:\n  targets', 'guardrails:\n  ▸targets'),
      ],
      ['guardrails: makes the guardrail set "compliance", and organization.yaml has one of that name; rename that one'],
    ],
    [
      'more policies than an OU can carry',
      [
        edit('strictness: baseline', 'strictness: strict'),
        edit('targets: { ous: [Root] }', 'targets: ▸{ ous: [Root, Workloads] }'),
        [
          'type: SERVICE_CONTROL_POLICY, count: 1 }\n  - { target: Data',
          'type: SERVICE_CONTROL_POLICY, count: 1 }\n  - { target: Root, type: SERVICE_CONTROL_POLICY, count: 2 }\n  - { target: Data',
        ],
      ],
      [
        'guardrails.targets: Root would carry 7 policies of type SERVICE_CONTROL_POLICY (baseline-scp-1, baseline-scp-2,…',
      ],
    ],
    [
      'no account of purpose audit',
      [AUDIT, ['purpose: audit', 'purpose: shared-services'], edit('profile: isms-p', 'profile: ▸isms-p')],
      ['profile: no account has the purpose audit; write account, the one that delivers the packs'],
    ],
    [
      'two accounts of purpose audit',
      [
        AUDIT,
        ['purpose: audit', 'purpose: ▸audit'],
        ['purpose: log-archive', 'purpose: audit'],
        edit('profile: isms-p', 'profile: ▸isms-p'),
      ],
      [
        'profile: "log-archive" and "audit" both have the purpose audit; write account, the one that delivers the packs',
        'accounts[2].purpose: purpose "audit" is already used at accounts[1]',
      ],
    ],
    [
      'an unknown account',
      [edit('account: audit\n', 'account: ▸adit\n')],
      ['account: no account "adit" — did you mean "audit"?'],
    ],
    [
      'the management account',
      [edit('account: audit\n', 'account: ▸management\n')],
      ['account: "management" is the management account, and only a member can be a delegated administrator; name a…'],
    ],
    [
      'an account without an id',
      [edit('account: audit\n', 'account: ▸payments-prod\n')],
      ['account: "payments-prod" has no id yet, so nothing can be deployed to it; run accounts sync, or write its id'],
    ],
    [
      'a day before the law',
      [edit('account: audit\n', 'account: audit\neffectiveOn: ▸"2020-01-01"\n')],
      [
        'effectiveOn: "2020-01-01" lies before the oldest text of law that is known, 2023-09-22; write a later day, or…',
      ],
    ],
    [
      'what is paid for twice',
      [edit('accessAnalyzer: true', 'accessAnalyzer: true\n  securityHub: ▸true')],
      ['securityServices.securityHub: warning: Security Hub and the packs check the same twice in ap-northeast-2…'],
    ],
  ])('%s', (_, edits, problems) => expectProblems(edits, problems));

  test('and all of them at once, in Korean too', () => {
    const edits: Edit[] = [
      edit('account: audit\n', 'account: adit\n'),
      edit('{ maxAccessKeyAge: "60" }', '{ days: "60" }'),
      edit('rule: S3_BUCKET_LOGGING_ENABLED', 'rule: S3_BUCKET_LOGING_ENABLED'),
      edit('preset: deny-disable-ebs-default-encryption', 'preset: require-imdsv2'),
    ];
    expect(load(edits).problems).toHaveLength(4);
    for (const line of load(edits, {}, 'ko').problems) expect(line).toMatch(/[가-힣]+/);
  });
});

describe('the last day of an exception', () => {
  const expired = (options: LoadConfigOptions): string[] => {
    try {
      loadConfig(SAMPLE, options);
      return [];
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      return error.problems.filter(({ file }) => file === FILE).map(({ message }) => message.en);
    }
  };

  test.each([
    [undefined, []],
    ['2027-03-31', []],
    [
      '2027-04-01',
      ['expired on 2027-03-31, and today is 2027-04-01; remove the exception, or have its approver renew it'],
    ],
  ])('against %s', (today, problems) => expect(expired(today === undefined ? {} : { today })).toEqual(problems));
});
