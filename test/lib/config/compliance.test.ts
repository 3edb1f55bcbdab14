import { ORGANIZATION, parse, rendered } from './config-folder';

const GOOD = `version: 1
profile: isms-p
exclusions:
  - rule: S3_BUCKET_LOGGING_ENABLED
    reason: It holds the logs itself
    approver: ciso@example.com
    expires: "2027-03-31"
`;
const problems = (from: string, to: string, lang: 'en' | 'ko' = 'en'): string[] => {
  expect(GOOD.split(from)).toHaveLength(2);
  return rendered(parse({ 'organization.yaml': ORGANIZATION, 'compliance.yaml': GOOD.replace(from, to) }), lang);
};

test('a short file is enough', () => expect(problems('version: 1\n', 'version: 1\n')).toEqual([]));

test.each([
  [
    'an exclusion without a reason',
    '    reason: It holds the logs itself\n',
    '',
    '4:5 exclusions[0]: required key "reason" is missing',
  ],
  [
    'an exclusion that nobody approved',
    '    approver: ciso@example.com\n',
    '',
    '4:5 exclusions[0]: required key "approver" is missing',
  ],
  ['an exclusion for ever', '    expires: "2027-03-31"\n', '', '4:5 exclusions[0]: required key "expires" is missing'],
  [
    'a reason of spaces',
    'It holds the logs itself',
    '"                        "',
    '5:13 exclusions[0].reason: is blank: write it out',
  ],
  ['an approver of spaces', 'ciso@example.com', '" "', '6:15 exclusions[0].approver: is blank: write it out'],
  ['a day in another form', '2027-03-31', '31.3.2027', '7:14 exclusions[0].expires: expected a day, YYYY-MM-DD'],
  [
    'the name of a rule instead of its identifier',
    'S3_BUCKET_LOGGING_ENABLED',
    's3-bucket-logging-enabled',
    '4:11 exclusions[0].rule: expected the identifier of an AWS Config managed rule',
  ],
  ['a profile that nobody knows', 'isms-p', 'isms-q', '2:10 profile: expected one of "isms", "isms-p"'],
  [
    'a misspelt key',
    'exclusions:',
    'exclusion:',
    '3:1 exclusion: unknown key "exclusion" — did you mean "exclusions"?',
  ],
])('fails for %s', (_, from, to, expected) => {
  const [first, ...others] = problems(from, to);
  expect(others).toEqual([]);
  expect(first?.slice(0, `compliance.yaml:${expected}`.length)).toBe(`compliance.yaml:${expected}`);
  expect(problems(from, to, 'ko').join()).toMatch(/[가-힣]/);
});
