import { CONFIG_RULES, configRule } from '../../../../constructs/kisms/catalogue';
import { type ConformancePackOptions, selectRules } from '../../../../constructs/kisms/conformance-packs';
import { OPTIONS, rule, SEOUL } from './fixtures';

const NEW_RULE = 'BRAND_NEW_RULE';
const CATALOGUE = [
  rule('PLAIN'),
  rule('NOISY', { off: { en: 'Flags everything.', ko: '모두 위반으로 표시합니다.' } }),
  rule(NEW_RULE, { availability: 'unknown' }),
  rule('EDGE', { availability: 'us-east-1' }),
  rule('TWIN', { securityHubControls: ['IAM.3', 'IAM.4'] }),
  rule('LAWFUL', {
    securityHubControls: ['CloudWatch.16'],
    parameterNames: ['Days'],
    legal: { Days: 'accessRecordRetentionDays' },
  }),
];

function selected(more: Partial<ConformancePackOptions>): string[] {
  return selectRules({ ...OPTIONS, catalogue: CATALOGUE, ...more })
    .filter(({ leftOut }) => leftOut === undefined)
    .map(({ rule: { identifier } }) => identifier);
}

test.each<[string, Partial<ConformancePackOptions>, string[]]>([
  ['noise and unknown Regions stay out', {}, ['LAWFUL', 'PLAIN', 'TWIN']],
  ['noise comes in when asked', { rules: { NOISY: { enabled: true } } }, ['LAWFUL', 'NOISY', 'PLAIN', 'TWIN']],
  [
    'a rule of unknown Regions comes in when asked',
    { rules: { [NEW_RULE]: { enabled: true } } },
    [NEW_RULE, 'LAWFUL', 'PLAIN', 'TWIN'],
  ],
  ['a rule goes out when asked', { rules: { PLAIN: { enabled: false } } }, ['LAWFUL', 'TWIN']],
  ['an override of values alone decides nothing', { rules: { NOISY: {} } }, ['LAWFUL', 'PLAIN', 'TWIN']],
  ['Security Hub takes its twins, but no value of the law', { detectiveSource: 'securityhub' }, ['LAWFUL', 'PLAIN']],
  [
    'a twin stays when asked',
    { detectiveSource: 'securityhub', rules: { TWIN: { enabled: true } } },
    ['LAWFUL', 'PLAIN', 'TWIN'],
  ],
  ['us-east-1 beside the home Region has its own rules alone', { region: 'us-east-1' }, ['EDGE']],
  [
    'a home in us-east-1 has everything',
    { region: 'us-east-1', homeRegion: 'us-east-1' },
    ['EDGE', 'LAWFUL', 'PLAIN', 'TWIN'],
  ],
  ['another Region has nothing', { region: 'ap-northeast-1' }, []],
  [
    'another Region with workloads has the regional rules',
    { region: 'ap-northeast-1', regionalRules: true },
    ['LAWFUL', 'PLAIN', 'TWIN'],
  ],
  [
    'no override brings a rule to a Region that lacks it',
    { rules: { EDGE: { enabled: true } } },
    ['LAWFUL', 'PLAIN', 'TWIN'],
  ],
  ['other purposes stay out', { purposes: ['protect'] }, []],
  ['other rules stay out', { onlyRules: ['LAWFUL', 'NOISY'] }, ['LAWFUL']],
])('%s', (_, options, expected) => expect(selected(options)).toEqual(expected));

test('Security Hub takes exactly the twins of the real catalogue', () => {
  const identifiers = (source: 'config' | 'securityhub') =>
    selectRules({ ...OPTIONS, detectiveSource: source })
      .filter(({ leftOut }) => leftOut === undefined)
      .map(({ rule: { identifier } }) => identifier);
  const kept = new Set(identifiers('securityhub'));
  const dropped = identifiers('config').filter((identifier) => !kept.has(identifier));
  const twins = identifiers('config').filter((identifier) => {
    const { securityHubControls, legal } = configRule(identifier);
    return securityHubControls.length > 0 && legal === undefined;
  });
  expect(dropped).toEqual(twins);
  expect(dropped.length).toBeGreaterThan(80);
});

test('says in both languages why each rule is left out', () => {
  const everything = [
    ...selectRules({
      ...OPTIONS,
      catalogue: CATALOGUE,
      detectiveSource: 'securityhub',
      rules: { PLAIN: { enabled: false } },
    }),
    ...selectRules({ ...OPTIONS, catalogue: CATALOGUE, region: 'us-east-1' }),
    ...selectRules({ ...OPTIONS, catalogue: CATALOGUE, purposes: ['operate'] }),
  ];
  const reasons = everything.flatMap(({ leftOut }) => leftOut ?? []);
  expect(new Set(reasons.map(({ en }) => en))).toEqual(
    new Set([
      'Flags everything.',
      'AWS names no Region that has it. Turn it on once you have seen it in yours.',
      'Evaluates in us-east-1 alone.',
      'AWS Security Hub checks the same: IAM.3, IAM.4.',
      'Turned off in the settings.',
      `Evaluates in ${SEOUL}.`,
      'These packs are about other rules.',
    ]),
  );
  for (const { ko } of reasons) expect(ko).toMatch(/[가-힣].*\.$/);
});

test('adds the values of the organization to those of the catalogue', () => {
  const { IAM_PASSWORD_POLICY: before } = parametersOf({});
  const { IAM_PASSWORD_POLICY: after } = parametersOf({
    rules: { IAM_PASSWORD_POLICY: { parameters: { MinimumPasswordLength: '14' } } },
  });
  expect(after).toEqual({ ...before, MinimumPasswordLength: '14' });
  expect(before?.MinimumPasswordLength).not.toBe('14');
});

function parametersOf(more: Partial<ConformancePackOptions>): Record<string, Readonly<Record<string, string>>> {
  return Object.fromEntries(
    selectRules({ ...OPTIONS, ...more }).map(({ rule: { identifier }, parameters }) => [identifier, parameters]),
  );
}

test.each([365, 731])('has logs kept for the %i days of the law', (days) => {
  const { CW_LOGGROUP_RETENTION_PERIOD_CHECK: parameters } = parametersOf({
    legal: { accessRecordRetentionDays: days },
  });
  expect(parameters).toEqual({ MinRetentionTime: String(days) });
});

test.each<[string, Partial<ConformancePackOptions>, string]>([
  [
    'a rule that does not exist',
    { rules: { NO_SUCH_RULE: {} } },
    `'rules' names no rule of the catalogue: "NO_SUCH_RULE"; CONFIG_RULES lists the identifiers`,
  ],
  [
    'the name of a rule for its identifier',
    { onlyRules: ['access-keys-rotated'] },
    `'onlyRules' names no rule of the catalogue: "access-keys-rotated"; write "ACCESS_KEYS_ROTATED"`,
  ],
  [
    'a parameter that the rule lacks',
    { rules: { ACCESS_KEYS_ROTATED: { parameters: { maxAge: '60' } } } },
    `'rules' overrides parameter "maxAge" of rule "ACCESS_KEYS_ROTATED", which does not exist: it takes ["maxAccessKeyAge"]; correct or remove the name`,
  ],
  [
    'a parameter of a rule without any',
    { rules: { SECURITYHUB_ENABLED: { parameters: { account: '1' } } } },
    `'rules' overrides parameter "account" of rule "SECURITYHUB_ENABLED", which does not exist: it takes none; correct or remove the name`,
  ],
  [
    'a value that the law prescribes',
    { rules: { CW_LOGGROUP_RETENTION_PERIOD_CHECK: { parameters: { MinRetentionTime: '30' } } } },
    `'rules' overrides parameter "MinRetentionTime" of rule "CW_LOGGROUP_RETENTION_PERIOD_CHECK", which the law prescribes: remove it and set 'legal.accessRecordRetentionDays'`,
  ],
  [
    'the two years that CloudWatch lacks',
    { legal: { accessRecordRetentionDays: 730 } },
    `'legal.accessRecordRetentionDays' is 730: Amazon CloudWatch Logs keeps 365, 400, 545, 731, 1827, 3653 days; write 731`,
  ],
  [
    'more days than CloudWatch knows',
    { legal: { accessRecordRetentionDays: 4000 } },
    `'legal.accessRecordRetentionDays' is 4000: Amazon CloudWatch Logs keeps 365, 400, 545, 731, 1827, 3653 days`,
  ],
  [
    'a value of the law that nobody gave',
    { catalogue: [rule('REVIEW', { legal: { cycle: 'accessRecordReviewCycle' } })] },
    `'legal' lacks "accessRecordReviewCycle": take it from legalParameters()`,
  ],
])('refuses %s', (_, options, message) => {
  expect(() => selectRules({ ...OPTIONS, ...options })).toThrow(new Error(message));
});

test('decides on every rule of the catalogue, sorted', () => {
  const identifiers = selectRules(OPTIONS).map(({ rule: { identifier } }) => identifier);
  expect(identifiers).toEqual(CONFIG_RULES.map(({ identifier }) => identifier).sort());
});
