import { parseAcknowledgementReason } from '../../../constructs/kisms-checks';

describe('the reason of an acknowledgement', () => {
  test.each([
    ['plain text', 'It holds the logs.', { reason: 'It holds the logs.' }],
    ['parentheses of its own', 'It holds the logs (see ADR 7)', { reason: 'It holds the logs (see ADR 7)' }],
    [
      'approver and term',
      'Landing page (approver: security@example.com, expires: 2027-03-31)',
      { reason: 'Landing page', approver: 'security@example.com', expires: '2027-03-31' },
    ],
    [
      'the other order',
      'A (expires: 2027-03-31, approver: CISO)',
      { reason: 'A', approver: 'CISO', expires: '2027-03-31' },
    ],
    ['a term alone', '공개 페이지입니다 (expires: 2028-02-29)', { reason: '공개 페이지입니다', expires: '2028-02-29' }],
    ['an approver alone', 'A (approver: 정보보호 최고책임자)', { reason: 'A', approver: '정보보호 최고책임자' }],
    [
      'words that only sound like a term',
      'The token expires after an hour',
      { reason: 'The token expires after an hour' },
    ],
  ])('reads %s', (_, text, expected) => {
    expect(parseAcknowledgementReason(text)).toEqual({ ...expected, problems: [] });
  });

  test.each([
    ['nothing', '', /^the reason is missing/],
    ['blanks', '  \n', /^the reason is missing/],
    ['only a term', '(expires: 2027-03-31)', /^the reason is missing/],
    ['a day that does not exist', 'A (expires: 2027-02-30)', /^"2027-02-30" is not a day; write expires: YYYY-MM-DD$/],
    ['another form of day', 'A (expires: 31.3.2027)', /is not a day/],
    ['an empty approver', 'A (approver: , expires: 2027-03-31)', /^"approver:" is not understood; end the reason with/],
    ['another key', 'A (expires: 2027-03-31, ticket: 7)', /^"ticket: 7" is not understood/],
    ['a key twice', 'A (expires: 2027-03-31, expires: 2028-03-31)', /^"expires: 2028-03-31" is not understood/],
    ['an equals sign', 'A (expires=2027-03-31)', /^"expires=2027-03-31" is not understood/],
    ['a term outside of parentheses', 'A, expires: 2027-03-31', /tells a term that is not read; end the reason with/],
    ['a term in words', 'A; it expires on 2027-03-31', /tells a term that is not read/],
    ['a term that is not at the end', 'A (expires: 2027-03-31) and B', /tells a term that is not read/],
  ])('refuses %s', (_, text, problem) => {
    expect(parseAcknowledgementReason(text).problems).toEqual([expect.stringMatching(problem)]);
  });
});
