import { complianceReport } from '../../../lib/compliance/build-report';
import { mergeVerdicts } from '../../../lib/compliance/live/live-results';
import { SETTINGS, sources } from './compliance.sources';

describe('live verdicts of accounts and excluded resources', () => {
  const verdict = { rule: 'CLOUD_TRAIL_ENABLED', account: 'shop-prod' };

  test('of an account as a whole are not lost where its resources tell nothing as bad', () => {
    const results = mergeVerdicts([
      { ...verdict, resource: 'a', verdict: 'compliant' },
      { ...verdict, verdict: 'nonCompliant' },
    ]);
    expect(results.get('CLOUD_TRAIL_ENABLED')?.map((row) => row.verdict)).toEqual(['compliant', 'nonCompliant']);
  });

  test.each([
    ['arn:aws:s3:::logs', 'logs', 'excepted'],
    ['arn:aws:rds:ap-northeast-2:111122223333:db:orders', 'orders', 'excepted'],
    ['app/web/1', 'arn:aws:elasticloadbalancing:ap-northeast-2:111122223333:loadbalancer/app/web/1', 'excepted'],
    ['arn:aws:s3:::other-logs', 'logs', 'nonCompliant'],
    ['other-logs', 'logs', 'nonCompliant'],
  ] as const)('of the exclusion of %s: %s is %s', (resource, id, count) => {
    const live = mergeVerdicts([{ ...verdict, resource: id, verdict: 'nonCompliant' }]);
    const exclusions = [{ rule: 'CLOUD_TRAIL_ENABLED', accounts: ['shop-prod'], resource }];
    const report = complianceReport(sources({ live, settings: { ...SETTINGS, exclusions } }));
    expect(report.totals.live?.[count]).toBe(1);
  });
});
