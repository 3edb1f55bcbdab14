import { ConfigError } from '../../../lib/config';
import { type LoadConfigOptions, loadConfig } from '../../../lib/load-config';
import { SAMPLE } from '../stacks/synthesized';
import { AUDIT, edit, FILE, row } from './compliance.edits';
import { type Edit, expectProblems, load } from './sample-config';

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
