import type { CfnDetector } from 'aws-cdk-lib/aws-guardduty';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved } from '../../tokens';
import { type Answer, allOf, ask, faults, someItem } from '../answer';

/** Protection plans that a new detector has unless a template turns them off. */
const ON_BY_DEFAULT = [
  'S3_DATA_EVENTS',
  'EKS_AUDIT_LOGS',
  'EBS_MALWARE_PROTECTION',
  'RDS_LOGIN_EVENTS',
  'LAMBDA_NETWORK_LOGS',
];

/** The one that a template must turn on. */
const OFF_BY_DEFAULT = 'RUNTIME_MONITORING';

/**
 * GuardDuty watches storage, containers, malware, databases, functions and what runs on servers.
 *
 * The legacy property `dataSources` is not read: `features` overrides it.
 *
 * @see https://docs.aws.amazon.com/guardduty/latest/APIReference/API_CreateDetector.html
 */
export const guardDutyProtectionPlans: KismsRule = {
  id: 'GuardDutyProtectionPlans',
  criteria: ['2.11.3', '2.10.9', '2.10.1'],
  title: {
    en: 'A protection plan of GuardDuty is off',
    ko: 'GuardDuty 보호 플랜이 꺼져 있습니다',
  },
  why: {
    en: 'The base detector reads API calls, DNS and flow logs only; malware and misuse of data are seen by the plans.',
    ko: '기본 탐지기는 API 호출, DNS, 흐름 로그만 분석하며, 악성코드와 데이터 오용은 보호 플랜이 탐지합니다.',
  },
  fix: {
    en: 'Set the status of the feature to ENABLED, and add RUNTIME_MONITORING, which is off unless it is listed.',
    ko: '해당 기능의 status를 ENABLED로 설정하고, 목록에 없으면 꺼져 있는 RUNTIME_MONITORING을 추가하세요.',
  },
  level: NagMessageLevel.WARN,
  resourceTypes: ['AWS::GuardDuty::Detector'],
  check(node) {
    const has = (plan: string, status: string): Answer =>
      someItem<CfnDetector.CFNFeatureConfigurationProperty>(node, (node as CfnDetector).features, (feature) =>
        allOf([
          ask(resolved(node, feature.name), (name) => name === plan),
          ask(resolved(node, feature.status), (value) => value === status),
        ]),
      );
    return faults({
      ...Object.fromEntries(ON_BY_DEFAULT.map((plan) => [plan, has(plan, 'DISABLED')])),
      [OFF_BY_DEFAULT]: ask(has(OFF_BY_DEFAULT, 'ENABLED'), (enabled) => !enabled),
    });
  },
};
