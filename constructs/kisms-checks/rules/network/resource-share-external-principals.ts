import type { CfnResourceShare } from 'aws-cdk-lib/aws-ram';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { compliance, resolved } from '../../tokens';

/**
 * Resources are shared inside the organization only.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ram-resourceshare.html
 */
export const resourceShareExternalPrincipals: KismsRule = {
  id: 'ResourceShareExternalPrincipals',
  criteria: ['2.10.2', '2.3.1'],
  title: {
    en: 'The resource share may be opened to accounts outside the organization',
    ko: '리소스 공유를 조직 외부 계정에 열 수 있습니다',
  },
  why: {
    en: 'External principals are allowed unless they are refused, and nobody keeps a register of those who are added later.',
    ko: '금지하지 않으면 외부 주체가 허용되며, 나중에 추가된 외부자는 현황 관리에서 빠집니다.',
  },
  fix: {
    en: 'Set allowExternalPrincipals to false.',
    ko: 'allowExternalPrincipals를 false로 설정하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::RAM::ResourceShare'],
  check: (node) =>
    compliance(resolved(node, (node as CfnResourceShare).allowExternalPrincipals), (external) => external === false),
};
