import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type LiveExports, readExports } from '../../../lib/compliance/live/read-exports';
import { UserError } from '../../../lib/user-error';

const PROD = '111122223333';
const DEV = '444455556666';
const ORGANIZATION = {
  accounts: new Map([
    [PROD, 'prod'],
    [DEV, 'dev'],
  ]),
  rules: [
    { identifier: 'CLOUD_TRAIL_ENABLED', packs: ['kisms-operate'] },
    { identifier: 'MFA_ENABLED_FOR_IAM_CONSOLE_ACCESS', packs: ['kisms-access'] },
    { identifier: 'ACCESS_KEYS_ROTATED', packs: [] },
  ],
};
const TRAIL = 'cloudtrail-enabled-conformance-pack-a1b2c3d4e';
const MFA = 'mfa-enabled-for-iam-console-access-conformance-pack-zz9zz9zz9';
const PACK = 'OrgConformsPack-kisms-operate-x1y2z3a4';

const summary = (ConfigRuleName: string, ComplianceType = 'COMPLIANT', more: object = {}) => ({
  ConformancePackName: PACK,
  ConformancePackRuleComplianceList: [{ ConfigRuleName, ComplianceType, Controls: [] }],
  ...more,
});
const details = (ResourceId: string, ComplianceType: string, more: object = {}) => ({
  ConformancePackName: PACK,
  ConformancePackRuleEvaluationResults: [
    {
      ComplianceType,
      EvaluationResultIdentifier: {
        EvaluationResultQualifier: { ConfigRuleName: TRAIL, ResourceType: 'AWS::::Account', ResourceId },
        OrderingTimestamp: '2026-10-01T00:00:00+09:00',
      },
      ConfigRuleInvokedTime: '2026-10-01T00:00:00+09:00',
      ResultRecordedTime: '2026-10-01T00:00:00+09:00',
    },
  ],
  ...more,
});
const aggregate = (ConfigRuleName: string, AccountId = PROD, ComplianceType = 'NON_COMPLIANT') => ({
  AggregateComplianceByConfigRules: [
    {
      ConfigRuleName,
      Compliance: { ComplianceType, ComplianceContributorCount: { CappedCount: 3, CapExceeded: false } },
      AccountId,
      AwsRegion: 'ap-northeast-2',
    },
  ],
});
const select = (...rules: [name: string, complianceType: string][]) => ({
  Results: [
    JSON.stringify({
      accountId: DEV,
      awsRegion: 'ap-northeast-2',
      configuration: {
        targetResourceId: 'bucket-1',
        targetResourceType: 'AWS::S3::Bucket',
        configRuleList: rules.map(([configRuleName, complianceType]) => ({ configRuleName, complianceType })),
      },
    }),
  ],
  QueryInfo: { SelectFields: [{ Name: 'accountId' }] },
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'live-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function read(files: Readonly<Record<string, unknown>>): LiveExports {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return readExports(folder, ORGANIZATION);
}

/** What is printed of a folder that is refused, without the name of the folder. */
function refusal(files: Readonly<Record<string, unknown>>, language: 'en' | 'ko' = 'en'): string {
  try {
    read(files);
  } catch (error) {
    if (error instanceof UserError) return error.text[language].replaceAll(`${folder}/`, '');
    throw error;
  }
  throw new Error('it was accepted');
}

describe('exports of AWS Config', () => {
  test.each([
    ['a pack by rule', { [`${PROD}/a.json`]: summary(TRAIL) }, [{ account: 'prod', verdict: 'compliant' }]],
    [
      'a pack by resource',
      { [`${PROD}/a.json`]: details(PROD, 'NON_COMPLIANT') },
      [{ account: 'prod', resource: PROD, verdict: 'nonCompliant' }],
    ],
    ['an aggregate by rule', { 'a.json': aggregate(TRAIL) }, [{ account: 'prod', verdict: 'nonCompliant' }]],
    [
      'an aggregate by resource',
      { 'a.json': select([TRAIL, 'INSUFFICIENT_DATA']) },
      [{ account: 'dev', resource: 'bucket-1', verdict: 'unknown' }],
    ],
    [
      'a rule under its own name',
      { [`${PROD}/a.json`]: summary('cloudtrail-enabled') },
      [{ account: 'prod', verdict: 'compliant' }],
    ],
    ['a byte order mark', { 'a.json': `\ufeff${JSON.stringify(aggregate(TRAIL))}` }, [{ verdict: 'nonCompliant' }]],
  ])('%s is read', (_, files, verdicts) => {
    expect(read(files).results.get('CLOUD_TRAIL_ENABLED')).toMatchObject(verdicts);
  });

  test('a rule that does not apply is no verdict', () => {
    expect(read({ [`${PROD}/a.json`]: summary(TRAIL, 'NOT_APPLICABLE') }).results.size).toBe(0);
  });

  test('every file has a hash, whatever else lies in the folder', () => {
    const { files } = read({ 'a.json': aggregate(TRAIL), [`${PROD}/b.json`]: summary(TRAIL), 'README.md': 'x' });
    expect(Object.keys(files)).toEqual([`live/${PROD}/b.json`, 'live/a.json']);
    expect(files['live/a.json']).toMatch(/^[0-9a-f]{64}$/);
  });

  test('an aggregate may hold rules of others, which are named', () => {
    const { results, otherRules } = read({
      'a.json': select(
        ['securityhub-s3-bucket-logging-enabled-0a1b2c', 'NON_COMPLIANT'],
        ['access-keys-rotated-conformance-pack-qqqqqqqqq', 'NON_COMPLIANT'],
        [MFA, 'COMPLIANT'],
      ),
    });
    expect([...results.keys()]).toEqual(['MFA_ENABLED_FOR_IAM_CONSOLE_ACCESS']);
    expect(otherRules).toEqual(['access-keys-rotated', 'securityhub-s3-bucket-logging-enabled-0a1b2c']);
  });

  test('pages of one export may be files of their own', () => {
    const pages = {
      [`${PROD}/1.json`]: details('a', 'COMPLIANT', { NextToken: 'more' }),
      [`${PROD}/2.json`]: details('b', 'COMPLIANT'),
    };
    expect(read(pages).results.get('CLOUD_TRAIL_ENABLED')).toHaveLength(2);
  });
});

describe('nothing is merged, and file and place are told, when', () => {
  test.each([
    [
      'an account is unknown',
      { 'a.json': aggregate(TRAIL, '999999999999') },
      'a.json AggregateComplianceByConfigRules[0]: no account of the organization has the id "999999999999"',
    ],
    [
      'a rule is unknown',
      { [`${PROD}/a.json`]: summary('no-such-rule-conformance-pack-a1b2c3d4e') },
      `${PROD}/a.json ConformancePackRuleComplianceList[0]: the catalogue has no rule "no-such-rule"`,
    ],
    [
      'a rule in a pack of an aggregate is unknown',
      { 'a.json': select(['no-such-rule-conformance-pack-a1b2c3d4e', 'COMPLIANT']) },
      'a.json Results[0].configuration.configRuleList[0]: the catalogue has no rule "no-such-rule"',
    ],
    [
      'the config has the rule off',
      { [`${PROD}/a.json`]: summary('access-keys-rotated-conformance-pack-a1b2c3d4e') },
      'the config has the rule "ACCESS_KEYS_ROTATED" off: deploy the config, and export again',
    ],
    [
      'the pack is none of the config',
      { [`${PROD}/a.json`]: { ...summary(TRAIL), ConformancePackName: 'nist' } },
      `${PROD}/a.json ConformancePackName: "nist" is no pack of the config, which has kisms-access, kisms-operate`,
    ],
    [
      'nobody says the account of a pack',
      { 'a.json': summary(TRAIL) },
      'a.json ConformancePackName: an export of a pack does not say its account',
    ],
    ['the folder is of an unknown account', { '999999999999/a.json': summary(TRAIL) }, 'not "999999999999"'],
    [
      'a page is missing',
      { [`${PROD}/a.json`]: details('a', 'COMPLIANT', { NextToken: 'more' }) },
      `${PROD}/a.json NextToken: the export is not complete`,
    ],
    [
      'a key is missing',
      { 'a.json': { AggregateComplianceByConfigRules: [{ ConfigRuleName: TRAIL }] } },
      'a.json AggregateComplianceByConfigRules[0].Compliance: ',
    ],
    ['a key is unknown', { [`${PROD}/a.json`]: { ...summary(TRAIL), Extra: 1 } }, 'Unrecognized key: "Extra"'],
    [
      'a verdict is unknown',
      { [`${PROD}/a.json`]: summary(TRAIL, 'FINE') },
      'ConformancePackRuleComplianceList[0].ComplianceType: ',
    ],
    ['a result of the query is no JSON', { 'a.json': { Results: ['{'] } }, 'a.json Results[0]: '],
    [
      'a result lacks what the query must select',
      { 'a.json': { Results: ['{"accountId":"1"}'] } },
      'a.json Results[0].configuration: ',
    ],
    ['a file is no JSON', { 'a.json': 'no' }, 'a.json: holds no export of AWS Config'],
    ['a file is something else', { 'a.json': { Rules: [] } }, 'a.json: holds no export of AWS Config'],
  ])('%s', (_, files, message) => {
    const good = { 'z.json': aggregate(TRAIL) };
    expect(refusal({ ...good, ...files })).toContain(message);
    expect(refusal({ ...good, ...files }, 'ko')).toMatch(/아무것도 합치지 않았습니다\n {2}\S*a\.json/);
  });

  test('there is more than one problem, up to a number', () => {
    const rows = Array.from({ length: 30 }, () => aggregate(TRAIL, '999999999999').AggregateComplianceByConfigRules[0]);
    const text = refusal({ 'a.json': { AggregateComplianceByConfigRules: rows } });
    expect(text.split('\n')).toHaveLength(22);
    expect(text).toContain('and 10 more');
  });

  test.each([
    ['is empty', () => readExports(folder, ORGANIZATION), 'holds no JSON file'],
    ['does not exist', () => readExports(join(folder, 'none'), ORGANIZATION), 'cannot read'],
  ])('the folder %s', (_, act, message) => {
    expect(act).toThrow(message);
  });
});
