import type { CfnProfileAssociation } from 'aws-cdk-lib/aws-route53profiles';
import type { CfnResolverQueryLoggingConfigAssociation } from 'aws-cdk-lib/aws-route53resolver';
import { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { UNKNOWN } from '../../tokens';
import { refersTo, siblings } from '../siblings';

/**
 * The DNS queries of a VPC are logged; the association is looked for in the stack of the VPC.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs.html
 */
export const vpcDnsQueryLogging: KismsRule = {
  id: 'VpcDnsQueryLogging',
  criteria: ['2.9.4', '2.11.3', '2.6.7'],
  title: {
    en: 'The DNS queries of the VPC are not logged',
    ko: 'VPC의 DNS 질의를 기록하지 않습니다',
  },
  why: {
    en: 'Names that malware looks up are often the first trace of it, and flow logs do not hold them.',
    ko: '악성코드가 조회하는 도메인은 첫 번째 흔적인 경우가 많지만 흐름 로그에는 남지 않습니다.',
  },
  fix: {
    en: 'Add a CfnResolverQueryLoggingConfigAssociation with the VPC as resourceId.',
    ko: 'VPC를 resourceId로 하는 CfnResolverQueryLoggingConfigAssociation을 추가하세요.',
  },
  level: NagMessageLevel.WARN,
  resourceTypes: ['AWS::EC2::VPC'],
  check(node) {
    const logged = siblings<CfnResolverQueryLoggingConfigAssociation>(
      node,
      'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation',
    ).some(({ resourceId }) => refersTo(resourceId, node));
    if (logged) return NagRuleCompliance.COMPLIANT;
    // A profile may carry the logging; what is in it is decided elsewhere.
    const hasProfile = siblings<CfnProfileAssociation>(node, 'AWS::Route53Profiles::ProfileAssociation').some(
      ({ resourceId }) => refersTo(resourceId, node),
    );
    return hasProfile ? UNKNOWN : NagRuleCompliance.NON_COMPLIANT;
  },
};
