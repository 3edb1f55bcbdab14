import { Duration } from 'aws-cdk-lib';
import type { CfnPermissionSet } from 'aws-cdk-lib/aws-sso';
import { NagMessageLevel } from 'cdk-nag';
import { PRIVILEGED_SESSION_HOURS } from '../../../identity-center';
import type { KismsRule } from '../../rule';
import { resolved, UNKNOWN } from '../../tokens';
import { privilegeIn, sessionCompliance } from './privilege';

/**
 * Sessions of an administrator permission set are short.
 *
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/howtosessionduration.html
 */
export const privilegedPermissionSetSession: KismsRule = {
  id: 'PrivilegedPermissionSetSession',
  criteria: ['2.5.5', '2.6.2'],
  title: {
    en: `The permission set can administer permissions and its sessions last more than ${PRIVILEGED_SESSION_HOURS} hours`,
    ko: `권한을 관리할 수 있는 권한 세트의 세션이 ${PRIVILEGED_SESSION_HOURS}시간을 넘습니다`,
  },
  why: {
    en: 'A person who administers signs in for the task, not for the day.',
    ko: '관리자는 하루가 아니라 작업하는 동안만 로그인해야 합니다.',
  },
  fix: {
    en: `Set sessionDuration to 'PT${PRIVILEGED_SESSION_HOURS}H' or less, or leave it out for one hour.`,
    ko: `sessionDuration을 'PT${PRIVILEGED_SESSION_HOURS}H' 이하로 설정하거나 생략하여 1시간으로 두세요.`,
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::SSO::PermissionSet'],
  check(node) {
    const { managedPolicies, inlinePolicy, sessionDuration } = node as CfnPermissionSet;
    const duration = resolved(node, sessionDuration);
    const session = duration === UNKNOWN ? UNKNOWN : Duration.parse(duration ?? 'PT1H').toSeconds();
    return sessionCompliance(privilegeIn(node, managedPolicies, [inlinePolicy]), session);
  },
};
