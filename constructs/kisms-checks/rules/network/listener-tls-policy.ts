import type { CfnListener } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { compliance, resolved, UNKNOWN } from '../../tokens';

/** Security policies that begin at TLS 1.2. */
const MODERN = /^ELBSecurityPolicy-(?:TLS13-1-[23]|TLS-1-2|FS-1-2)-/;

/**
 * Listeners of application and network load balancers accept TLS 1.2 or later only.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 */
export const listenerTlsPolicy: KismsRule = {
  id: 'ListenerTlsPolicy',
  criteria: ['2.10.5', '2.7.1', '2.10.3'],
  title: {
    en: 'The load balancer listener accepts TLS versions before 1.2',
    ko: '로드 밸런서 리스너가 TLS 1.2 미만의 버전을 허용합니다',
  },
  why: {
    en: 'A listener of a template without a security policy gets ELBSecurityPolicy-2016-08, which speaks TLS 1.0 and 1.1.',
    ko: '템플릿에서 보안 정책을 정하지 않으면 TLS 1.0과 1.1을 쓰는 ELBSecurityPolicy-2016-08이 적용됩니다.',
  },
  fix: {
    en: "Set sslPolicy to 'ELBSecurityPolicy-TLS13-1-2-2021-06' or a later one.",
    ko: "sslPolicy를 'ELBSecurityPolicy-TLS13-1-2-2021-06' 이상으로 설정하세요.",
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::ElasticLoadBalancingV2::Listener'],
  check(node) {
    const { protocol, sslPolicy } = node as CfnListener;
    const spoken = resolved(node, protocol);
    if (spoken === UNKNOWN) return UNKNOWN;
    if (spoken !== 'HTTPS' && spoken !== 'TLS') return NagRuleCompliance.NOT_APPLICABLE;
    return compliance(resolved(node, sslPolicy), (policy) => policy !== undefined && MODERN.test(policy));
  },
};
