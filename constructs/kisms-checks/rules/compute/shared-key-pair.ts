import type { CfnResource } from 'aws-cdk-lib';
import type { CfnInstance, CfnLaunchTemplate } from 'aws-cdk-lib/aws-ec2';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved } from '../../tokens';
import { type Answer, ask, unless } from '../answer';

const INSTANCE = 'AWS::EC2::Instance';

/**
 * People reach instances under their own names, not with one key pair and one operating-system account for all.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html
 */
export const sharedKeyPair: KismsRule = {
  id: 'InstanceSharedKeyPair',
  criteria: ['2.5.2', '2.6.6'],
  title: {
    en: 'The instance is reached with a key pair that people share',
    ko: '여러 사람이 공유하는 키 페어로 인스턴스에 접속합니다',
  },
  why: {
    en: 'Whoever has the file is the same user: records cannot tell who acted, and a leaver takes a copy along.',
    ko: '키 파일을 가진 사람이 모두 같은 사용자가 되어 행위자를 식별할 수 없고 퇴직자도 사본을 가질 수 있습니다.',
  },
  fix: {
    en: 'Remove KeyName and use Session Manager or EC2 Instance Connect with the identity of each person.',
    ko: 'KeyName을 제거하고 개인 계정으로 Session Manager나 EC2 Instance Connect를 사용하세요.',
  },
  level: NagMessageLevel.WARN,
  resourceTypes: [INSTANCE, 'AWS::EC2::LaunchTemplate'],
  check: (node) => unless(hasKey(node)),
};

function hasKey(node: CfnResource): Answer {
  // A reference is to a key pair all the same.
  if (node.cfnResourceType === INSTANCE) return (node as CfnInstance).keyName !== undefined;
  return ask(resolved(node, (node as CfnLaunchTemplate).launchTemplateData), (data) => data?.keyName !== undefined);
}
