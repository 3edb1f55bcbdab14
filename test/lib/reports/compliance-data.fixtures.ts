import type { ComplianceReport, ReportedException } from '../../../lib/compliance/compliance-report';

/** Exceptions of each kind that a report of the sample has: with and without an approver and a last day. */
export const EXCEPTIONS: readonly ReportedException[] = [
  {
    id: 'acknowledgement:LogGroupRetention:Governance-Account-shop-dev/Logs/Group',
    kind: 'acknowledgement',
    subject: 'LogGroupRetention',
    criteria: ['2.9.4'],
    where: ['Governance-Account-shop-dev/Logs/Group/Resource'],
    reason: 'Build logs of the sandbox hold no access record; the retention of 30 days is agreed',
    approver: 'ciso@example.com',
    expires: '2027-06-30',
  },
  {
    id: 'exclusion:S3_BUCKET_SSL_REQUESTS_ONLY',
    kind: 'exclusion',
    subject: 'S3_BUCKET_SSL_REQUESTS_ONLY',
    criteria: ['2.7.1', '2.10.5'],
    where: ['arn:aws:s3:::example-legacy-exports'],
    reason: 'Partner exports are moved to SFTP until the end of the quarter',
    approver: 'security@example.com',
    expires: '2027-03-31',
  },
  {
    id: 'disabled-rule:EC2_INSTANCES_IN_VPC',
    kind: 'disabled-rule',
    subject: 'EC2_INSTANCES_IN_VPC',
    criteria: ['2.6.1'],
    where: [],
    reason: 'EC2-Classic is gone, the rule finds nothing',
  },
  {
    id: 'guardrail-left-out:deny-sandbox',
    kind: 'guardrail-left-out',
    subject: 'deny-root-user',
    criteria: ['2.5.5'],
    where: ['Sandbox'],
    reason: 'The sandbox OU holds no data and is wiped each week',
    approver: 'ciso@example.com',
  },
];

/** The legal parameters of an organization whose production accounts hold the data of many people. */
export function legalOf(accounts: readonly string[]): ComplianceReport['legal'] {
  return [
    {
      name: 'accessRecordRetentionDays',
      title: { en: 'Retention of access records, days', ko: '접속기록 보관 기간(일)' },
      value: '731',
      basis: {
        en: 'Standard of safeguards for personal data, article 8(1)',
        ko: '개인정보의 안전성 확보조치 기준 제8조 제1항',
      },
      accounts: accounts.filter((account) => account.endsWith('-prod')),
    },
    {
      name: 'accessRecordReviewCycle',
      title: { en: 'Inspection cycle of access records', ko: '접속기록 점검 주기' },
      value: 'P1M',
      basis: {
        en: 'Standard of safeguards for personal data, article 8(2)',
        ko: '개인정보의 안전성 확보조치 기준 제8조 제2항',
      },
      accounts: [],
    },
  ];
}
