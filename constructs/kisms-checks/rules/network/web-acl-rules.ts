import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { compliance, resolved } from '../../tokens';

/**
 * A web ACL has rules.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-wafv2-webacl.html
 */
export const webAclRules: KismsRule = {
  id: 'WebAclRules',
  criteria: ['2.10.3', '2.10.1'],
  title: { en: 'The web ACL has no rules', ko: '웹 ACL에 규칙이 없습니다' },
  why: {
    en: 'An empty web ACL inspects nothing, while reports count the public server as protected.',
    ko: '빈 웹 ACL은 아무것도 검사하지 않지만, 공개서버가 보호되는 것처럼 집계됩니다.',
  },
  fix: {
    en: 'Add rules, for example the managed rule group AWSManagedRulesCommonRuleSet, or leave them to Firewall Manager and acknowledge it.',
    ko: 'AWSManagedRulesCommonRuleSet 같은 규칙을 추가하거나, Firewall Manager에 맡긴다면 예외로 등록하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::WAFv2::WebACL'],
  check: (node) =>
    compliance(
      resolved<readonly unknown[] | undefined>(node, (node as CfnWebACL).rules),
      (rules) => (rules?.length ?? 0) > 0,
    ),
};
