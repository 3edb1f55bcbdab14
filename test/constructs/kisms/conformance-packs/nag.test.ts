import { App, Stack } from 'aws-cdk-lib';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import {
  ConformancePackServiceLinkedRole,
  conformancePackTemplates,
  KismsAccountConformancePack,
  KismsConformancePackStackSet,
  KismsConformancePacks,
} from '../../../../constructs/kisms/conformance-packs';
import { nagReport } from '../../../support/nag-report';
import { OPTIONS, SEOUL } from './fixtures';

test('is clean under AwsSolutions and NIST 800-53 R5 with nothing to acknowledge', () => {
  const app = new App();
  const stack = new Stack(app, 'Compliance', { env: { account: '111122223333', region: SEOUL } });
  new KismsConformancePacks(stack, 'Packs', OPTIONS);
  new ConformancePackServiceLinkedRole(stack, 'Role');
  for (const template of conformancePackTemplates({ ...OPTIONS, namePrefix: 'kisms-own' })) {
    new KismsAccountConformancePack(stack, `${template.name} account`, { template });
    new KismsConformancePackStackSet(stack, template.name, { template, organizationalUnitIds: ['ou-abcd-11111111'] });
  }
  const report = nagReport(app, new AwsSolutionsChecks(app), new NIST80053R5Checks(app));
  expect(report).toEqual({ open: [], acknowledged: [] });
});
