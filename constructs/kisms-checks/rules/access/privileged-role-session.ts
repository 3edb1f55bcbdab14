import type { CfnRole } from 'aws-cdk-lib/aws-iam';
import { NagMessageLevel } from 'cdk-nag';
import { PRIVILEGED_SESSION_HOURS } from '../../../identity-center';
import type { KismsRule } from '../../rule';
import { resolved } from '../../tokens';
import { privilegeIn, sessionCompliance } from './privilege';

const DEFAULT_SECONDS = 3600;

/**
 * Sessions of an administrator role are short.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iam-role.html
 */
export const privilegedRoleSession: KismsRule = {
  id: 'PrivilegedRoleSession',
  criteria: ['2.5.5', '2.6.2'],
  title: {
    en: `The role can administer permissions and its sessions last more than ${PRIVILEGED_SESSION_HOURS} hours`,
    ko: `권한을 관리할 수 있는 역할의 세션이 ${PRIVILEGED_SESSION_HOURS}시간을 넘습니다`,
  },
  why: {
    en: 'Privileges are used when they are needed; stolen credentials of a long session stay valid as long.',
    ko: '특수 권한은 필요한 동안만 써야 하며, 세션이 길면 유출된 자격 증명도 그만큼 오래 유효합니다.',
  },
  fix: {
    en: `Set maxSessionDuration to ${PRIVILEGED_SESSION_HOURS * 3600} seconds or less, or leave it out for one hour.`,
    ko: `maxSessionDuration을 ${PRIVILEGED_SESSION_HOURS * 3600}초 이하로 설정하거나 생략하여 1시간으로 두세요.`,
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::IAM::Role'],
  check(node) {
    const { managedPolicyArns, policies, maxSessionDuration } = node as CfnRole;
    const inline = resolved<unknown>(node, policies);
    const documents = Array.isArray(inline)
      ? inline.map((policy: CfnRole.PolicyProperty) => policy.policyDocument)
      : [];
    const session = resolved(node, maxSessionDuration);
    return sessionCompliance(privilegeIn(node, managedPolicyArns, documents), session ?? DEFAULT_SECONDS);
  },
};
