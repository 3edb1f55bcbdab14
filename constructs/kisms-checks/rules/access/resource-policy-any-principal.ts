import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { ask, unless } from '../answer';
import { CALLER_KEYS, oneOf } from './caller-keys';
import { RESOURCE_POLICY_TYPES, resourcePolicyOf } from './resource-policies';
import { isAnyone, isLimitedBy, someAllow } from './statements';

/**
 * No policy of a resource opens it to the world.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export const resourcePolicyAnyPrincipal: KismsRule = {
  id: 'ResourcePolicyAnyPrincipal',
  criteria: ['2.10.2', '2.6.2', '2.10.3'],
  title: {
    en: 'The resource policy lets anyone in',
    ko: '리소스 정책이 누구에게나 접근을 허용합니다',
  },
  why: {
    en: 'A wildcard principal means every account of every customer of AWS, and for some services anonymous callers.',
    ko: '와일드카드 주체는 모든 AWS 고객의 계정을 뜻하며, 일부 서비스에서는 익명 호출자까지 포함합니다.',
  },
  fix: {
    en: 'Name the principals, or add a condition on aws:PrincipalOrgID or on a fixed account, network or source ARN.',
    ko: '주체를 명시하거나 aws:PrincipalOrgID 또는 고정된 계정, 네트워크, 원본 ARN 조건을 추가하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: RESOURCE_POLICY_TYPES,
  check: (node) =>
    unless(
      someAllow(
        node,
        resourcePolicyOf(node),
        (statement) =>
          isAnyone(statement) && ask(isLimitedBy(statement.Condition, oneOf(...CALLER_KEYS)), (limited) => !limited),
      ),
    ),
};
