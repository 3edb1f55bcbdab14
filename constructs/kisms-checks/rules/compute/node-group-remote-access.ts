import type { CfnNodegroup } from 'aws-cdk-lib/aws-eks';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved } from '../../tokens';
import { ask, unless } from '../answer';

/**
 * Nodes of EKS do not open SSH to the internet, which they do with a key and no security group to come from.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-eks-nodegroup-remoteaccess.html
 */
export const nodeGroupRemoteAccess: KismsRule = {
  id: 'EKSNodeRemoteAccess',
  criteria: ['2.6.6', '2.6.1'],
  title: {
    en: 'Nodes of the cluster open SSH or RDP to the internet',
    ko: '클러스터 노드가 SSH 또는 RDP를 인터넷에 개방합니다',
  },
  why: {
    en: 'EKS itself adds a rule for 0.0.0.0/0 that no security group in the template shows.',
    ko: 'EKS가 직접 0.0.0.0/0 규칙을 추가하므로 템플릿의 보안 그룹에서는 드러나지 않습니다.',
  },
  fix: {
    en: 'Remove RemoteAccess and use Session Manager, or name SourceSecurityGroups.',
    ko: 'RemoteAccess를 제거하고 Session Manager를 쓰거나 SourceSecurityGroups를 지정하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::EKS::Nodegroup'],
  check: (node) =>
    unless(
      ask(resolved(node, (node as CfnNodegroup).remoteAccess), (access) => {
        if (access?.ec2SshKey === undefined) return false;
        return ask(resolved(node, access.sourceSecurityGroups), (groups = []) => groups.length === 0);
      }),
    ),
};
