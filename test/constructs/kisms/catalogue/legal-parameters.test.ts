import { LEGAL_PARAMETERS, legalParameters, strictest } from '../../../../constructs/kisms';

const NOTHING = { personalData: false, dataSubjects: 0, uniqueIdentifiers: false, sensitive: false };

test.each([
  ['no personal data', {}, 365],
  ['no personal data, whatever else is said', { dataSubjects: 90_000, sensitive: true }, 365],
  ['personal data', { personalData: true }, 365],
  ['49,999 data subjects', { personalData: true, dataSubjects: 49_999 }, 365],
  ['50,000 data subjects', { personalData: true, dataSubjects: 50_000 }, 731],
  ['unique identifiers', { personalData: true, uniqueIdentifiers: true }, 731],
  ['sensitive data', { personalData: true, sensitive: true }, 731],
])('with %s access records are kept long enough', (_, data, days) => {
  expect(legalParameters({ ...NOTHING, ...data })).toEqual({
    accessRecordRetentionDays: days,
    accessRecordReviewCycle: 'P1M',
    privilegeRecordRetentionDays: 1096,
  });
});

test.each([
  ['2023-09-22', 731],
  ['2026-11-01', 731],
])('the text of %s counts', (day, days) => {
  const large = { ...NOTHING, personalData: true, dataSubjects: 50_000 };
  expect(legalParameters(large, day).accessRecordRetentionDays).toBe(days);
});

test.each([
  ['2019-06-06', /'onDay' is "2019-06-06": accessRecordRetentionDays has no text before 2019-06-07$/],
  ['2023-09-21', /'onDay' is "2023-09-21": privilegeRecordRetentionDays has no text before 2023-09-22$/],
  ['2026-13-01', /'onDay' is "2026-13-01": write the day as "YYYY-MM-DD"$/],
  ['today', /'onDay' is "today": write the day as "YYYY-MM-DD"$/],
])('the day %s fails', (day, message) => {
  expect(() => legalParameters(NOTHING, day)).toThrow(message);
});

test('several accounts share the strictest classification, without adding data subjects up', () => {
  const accounts = [
    { ...NOTHING, personalData: true, dataSubjects: 30_000 },
    { ...NOTHING, personalData: true, dataSubjects: 40_000 },
  ];
  expect(strictest(accounts)).toEqual({ ...NOTHING, personalData: true, dataSubjects: 40_000 });
  expect(legalParameters(strictest(accounts)).accessRecordRetentionDays).toBe(365);
  const sensitive = { ...NOTHING, personalData: true, sensitive: true };
  expect(legalParameters(strictest([...accounts, sensitive])).accessRecordRetentionDays).toBe(731);
  expect(strictest([])).toEqual(NOTHING);
});

test('texts are listed weaker condition first, and under one condition older first', () => {
  for (const { values } of LEGAL_PARAMETERS) {
    const keys = values.map(({ appliesTo, effectiveFrom }) => `${appliesTo} ${effectiveFrom}`);
    expect(keys).toEqual([...keys].sort());
  }
});
