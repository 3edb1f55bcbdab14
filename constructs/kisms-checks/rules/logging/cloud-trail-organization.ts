import type { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { compliance, resolved } from '../../tokens';

/**
 * A trail is one of the organization, which no member account can stop.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-trail-organization.html
 */
export const cloudTrailOrganization: KismsRule = {
  id: 'CloudTrailOrganization',
  criteria: ['2.9.4', '2.10.2'],
  title: {
    en: 'The trail belongs to one account, which can stop it',
    ko: '추적(trail)이 계정 단위여서 해당 계정에서 중지할 수 있습니다',
  },
  why: {
    en: 'A trail of the organization records every account, new ones too, and its members can neither change nor delete it.',
    ko: '조직 추적은 새 계정을 포함한 모든 계정을 기록하고 멤버 계정이 변경하거나 삭제할 수 없습니다.',
  },
  fix: {
    en: 'Set IsOrganizationTrail to true in the management account or that of the delegated administrator.',
    ko: '관리 계정이나 위임된 관리자 계정에서 IsOrganizationTrail을 true로 설정하세요.',
  },
  level: NagMessageLevel.WARN,
  resourceTypes: ['AWS::CloudTrail::Trail'],
  check: (node) => compliance(resolved(node, (node as CfnTrail).isOrganizationTrail), (on) => on === true),
};
