import type { CfnLaunchTemplate } from 'aws-cdk-lib/aws-ec2';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved } from '../../tokens';
import { ask, unless } from '../answer';

/**
 * Launch templates require IMDSv2. cdk-nag looks at one only through an instance or group of the same stack, so those of
 * EKS, Batch and fleets escape it.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
 */
export const launchTemplateImdsv2: KismsRule = {
  id: 'LaunchTemplateIMDSv2',
  criteria: ['2.6.2', '2.10.2'],
  title: {
    en: 'Instances of the launch template answer IMDSv1',
    ko: '시작 템플릿의 인스턴스가 IMDSv1 요청에 응답합니다',
  },
  why: {
    en: 'One forged request to a web server (SSRF) is enough to steal the credentials of its role through IMDSv1.',
    ko: 'IMDSv1에서는 웹 서버의 요청 위조(SSRF) 취약점만으로 역할 자격 증명을 빼앗길 수 있습니다.',
  },
  fix: {
    en: "Set HttpTokens to 'required' in MetadataOptions of the LaunchTemplateData.",
    ko: "LaunchTemplateData의 MetadataOptions에서 HttpTokens를 'required'로 설정하세요.",
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::EC2::LaunchTemplate'],
  check: (node) =>
    unless(
      ask(resolved(node, (node as CfnLaunchTemplate).launchTemplateData), (data) =>
        ask(resolved(node, data?.metadataOptions), (metadata) =>
          ask(resolved(node, metadata?.httpTokens), (tokens) => tokens !== 'required'),
        ),
      ),
    ),
};
