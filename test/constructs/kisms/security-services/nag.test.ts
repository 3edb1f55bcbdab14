import { App, Stack } from 'aws-cdk-lib';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import {
  DetectiveAdministrator,
  DetectiveOrganization,
  MacieSession,
  OrganizationAccessAnalyzers,
  OrganizationConfigAggregator,
  SecurityHubAdministrator,
  SecurityHubCentralConfiguration,
} from '../../../../constructs/kisms/security-services';
import { nagReport } from '../../../support/nag-report';

test.each([{}, { '@aws-cdk/core:enablePartitionLiterals': true }])(
  'is clean under AwsSolutions and NIST 800-53 R5 but for the one AWS managed policy (%j)',
  (context) => {
    const app = new App({ context });
    const stack = new Stack(app, 'Compliance', { env: { account: '111122223333', region: 'ap-northeast-2' } });
    const accountId = '444455556666';
    new SecurityHubAdministrator(stack, 'SecurityHubAdministrator', { accountId });
    new SecurityHubCentralConfiguration(stack, 'SecurityHub', {
      policies: [{ name: 'base', targets: [{ name: 'Root', id: 'r-abcd', type: 'ROOT' }] }],
    });
    new OrganizationAccessAnalyzers(stack, 'Analyzers');
    new DetectiveAdministrator(stack, 'DetectiveAdministrator', { accountId });
    new DetectiveOrganization(stack, 'Detective');
    new MacieSession(stack, 'Macie');
    new OrganizationConfigAggregator(stack, 'Aggregator');

    const report = nagReport(app, new AwsSolutionsChecks(app), new NIST80053R5Checks(app));
    expect(report).toEqual({
      open: [],
      acknowledged: [
        {
          finding: expect.stringMatching(
            /^Compliance\/Aggregator\/Role AwsSolutions-IAM4\[.*AWSConfigRoleForOrganizations\]$/,
          ),
          acknowledgedId: expect.stringMatching(/^AwsSolutions::AwsSolutions-IAM4\[/),
          reason: expect.stringContaining('read-only'),
        },
      ],
    });
  },
);
