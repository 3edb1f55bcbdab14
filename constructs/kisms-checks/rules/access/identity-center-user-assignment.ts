import type { CfnAssignment } from 'aws-cdk-lib/aws-sso';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { compliance, resolved } from '../../tokens';

/**
 * Permission sets are assigned to groups.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-sso-assignment.html
 */
export const identityCenterUserAssignment: KismsRule = {
  id: 'IdentityCenterUserAssignment',
  criteria: ['2.5.1', '2.5.6', '2.2.5'],
  title: {
    en: 'The permission set is assigned to a single user',
    ko: '권한 세트를 개별 사용자에게 직접 할당합니다',
  },
  why: {
    en: 'Access that follows from membership in a group ends with it; a direct assignment stays when the person changes jobs.',
    ko: '그룹에 따른 권한은 그룹에서 나가면 끝나지만, 직접 할당한 권한은 직무가 바뀌어도 남습니다.',
  },
  fix: {
    en: "Set principalType to 'GROUP' and principalId to the group of the job.",
    ko: "principalType을 'GROUP'으로, principalId를 직무 그룹으로 설정하세요.",
  },
  level: NagMessageLevel.WARN,
  resourceTypes: ['AWS::SSO::Assignment'],
  check: (node) => compliance(resolved(node, (node as CfnAssignment).principalType), (type) => type === 'GROUP'),
};
