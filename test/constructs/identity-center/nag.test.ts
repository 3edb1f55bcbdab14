import { App, Stack } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import {
  AccessControlAttributes,
  AccessGrants,
  awsManagedPolicyArn,
  BreakGlassAlarm,
  IdentityGroup,
  PERMISSION_SET_PRESETS,
  PermissionSet,
} from '../../../constructs/identity-center';
import { nagReport } from '../../support/nag-report';
import { ACCOUNT_ID, IDENTITY_STORE_ID, INSTANCE_ARN, USER_ID } from './fixtures';

test.each([{}, { '@aws-cdk/core:enablePartitionLiterals': true }])(
  'is clean under AwsSolutions and NIST 800-53 R5 with nothing to acknowledge (%j)',
  (context) => {
    const app = new App({ context });
    const stack = new Stack(app, 'IdentityCenter', { env: { account: ACCOUNT_ID, region: 'ap-northeast-2' } });
    const group = new IdentityGroup(stack, 'Group', {
      identityStoreId: IDENTITY_STORE_ID,
      groupName: 'audit',
      memberUserIds: [USER_ID],
    });
    const assignments = PERMISSION_SET_PRESETS.map((preset) => ({
      group,
      permissionSet: new PermissionSet(stack, preset.id, {
        instanceArn: INSTANCE_ARN,
        permissionSetName: preset.id,
        managedPolicies: preset.managedPolicies.map((name) => awsManagedPolicyArn(name, stack.partition)),
        inlinePolicy: preset.statements.length ? { Version: '2012-10-17', Statement: preset.statements } : undefined,
      }),
      accountId: ACCOUNT_ID,
      accountName: 'prod',
    }));
    new AccessGrants(stack, 'Grants', { instanceArn: INSTANCE_ARN, assignments });
    new AccessControlAttributes(stack, 'Attributes', {
      instanceArn: INSTANCE_ARN,
      attributes: [{ key: 'team', source: ['${path:enterprise.department}'] }],
    });
    new BreakGlassAlarm(stack, 'BreakGlass', { permissionSetNames: ['break-glass'] });
    const topic = Topic.fromTopicArn(stack, 'Topic', `arn:aws:sns:ap-northeast-2:${ACCOUNT_ID}:security`);
    new BreakGlassAlarm(stack, 'Given', { permissionSetNames: ['break-glass'], topic });

    const report = nagReport(app, new AwsSolutionsChecks(app), new NIST80053R5Checks(app));
    expect(report).toEqual({ open: [], acknowledged: [] });
  },
);
