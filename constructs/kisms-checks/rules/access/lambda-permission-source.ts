import type { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved, UNKNOWN } from '../../tokens';

/**
 * An AWS service invokes a function only for a known source.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-lambda-permission.html
 */
export const lambdaPermissionSource: KismsRule = {
  id: 'LambdaPermissionSource',
  criteria: ['2.6.2', '2.10.2'],
  title: {
    en: 'The function answers to an AWS service on behalf of anyone',
    ko: '함수가 누구를 대신하든 AWS 서비스의 호출에 응답합니다',
  },
  why: {
    en: 'Without a source, a bucket, topic or rule of any other account can make the service invoke the function.',
    ko: '원본을 정하지 않으면 다른 계정의 버킷, 주제, 규칙도 그 서비스를 통해 함수를 호출할 수 있습니다.',
  },
  fix: {
    en: 'Set sourceArn, sourceAccount or principalOrgId.',
    ko: 'sourceArn, sourceAccount 또는 principalOrgId를 설정하세요.',
  },
  level: NagMessageLevel.WARN,
  resourceTypes: ['AWS::Lambda::Permission'],
  check(node) {
    const { principal, sourceArn, sourceAccount, principalOrgId, eventSourceToken } = node as CfnPermission;
    const caller = resolved<string>(node, principal);
    if (caller === UNKNOWN) return UNKNOWN;
    if (!/\.amazonaws\.com(\.cn)?$/.test(caller ?? '')) return NagRuleCompliance.NOT_APPLICABLE;
    const named = [sourceArn, sourceAccount, principalOrgId, eventSourceToken].some((source) => source !== undefined);
    return named ? NagRuleCompliance.COMPLIANT : NagRuleCompliance.NON_COMPLIANT;
  },
};
