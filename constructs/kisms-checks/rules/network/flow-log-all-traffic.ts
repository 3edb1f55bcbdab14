import type { CfnFlowLog } from 'aws-cdk-lib/aws-ec2';
import { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { compliance, resolved, UNKNOWN } from '../../tokens';

/** Resource types whose flow logs have no traffic type. */
const TRANSIT_GATEWAY = /^TransitGateway/;

/**
 * Flow logs hold accepted and rejected traffic.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-flowlog.html
 */
export const flowLogAllTraffic: KismsRule = {
  id: 'FlowLogAllTraffic',
  criteria: ['2.9.4', '2.11.3', '2.6.1'],
  title: {
    en: 'The flow log leaves out accepted or rejected traffic',
    ko: '흐름 로그가 허용된 통신이나 거부된 통신을 기록하지 않습니다',
  },
  why: {
    en: 'Accepted traffic shows what an intruder reached, rejected traffic what somebody tried.',
    ko: '허용된 통신은 침입자가 닿은 곳을, 거부된 통신은 시도한 흔적을 보여 줍니다.',
  },
  fix: { en: "Set trafficType to 'ALL'.", ko: "trafficType을 'ALL'로 설정하세요." },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::EC2::FlowLog'],
  check(node) {
    const { resourceType, trafficType } = node as CfnFlowLog;
    const type = resolved(node, resourceType);
    if (type === UNKNOWN) return UNKNOWN;
    if (type !== undefined && TRANSIT_GATEWAY.test(type)) return NagRuleCompliance.NOT_APPLICABLE;
    return compliance(resolved(node, trafficType), (traffic) => traffic === 'ALL');
  },
};
