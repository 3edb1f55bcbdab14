import type { CfnLaunchTemplate } from 'aws-cdk-lib/aws-ec2';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved, UNKNOWN } from '../../tokens';
import { ask } from '../answer';
import { answerOf, each, type Finding, items } from '../data/findings';

/**
 * Volumes that a launch template defines are encrypted, whoever launches it.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
 */
export const launchTemplateVolumes: KismsRule = {
  id: 'LaunchTemplateVolumesEncrypted',
  criteria: ['2.7.1'],
  title: {
    en: 'A volume of the launch template is not encrypted',
    ko: '시작 템플릿의 볼륨이 암호화되지 않습니다',
  },
  why: {
    en: 'Without the property encryption hangs on a setting of each account and region that may not be there.',
    ko: '속성을 지정하지 않으면 계정·리전별 기본 설정에 따라 암호화되지 않을 수 있습니다.',
  },
  fix: {
    en: 'Set Encrypted to true in Ebs of each of the BlockDeviceMappings.',
    ko: '각 BlockDeviceMappings의 Ebs에서 Encrypted를 true로 설정하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::EC2::LaunchTemplate'],
  check(node) {
    const { launchTemplateData } = node as CfnLaunchTemplate;
    const devices = each([resolved(node, launchTemplateData)], (data) => items(node, data?.blockDeviceMappings));
    // The image decides over volumes that the template does not mention.
    if (devices.length === 0) return UNKNOWN;
    return answerOf(
      devices.map((device): Finding => {
        if (device === UNKNOWN) return UNKNOWN;
        const isPlain = ask(resolved(node, device.ebs), (ebs) =>
          ask(resolved(node, ebs?.encrypted), (encrypted) => ebs !== undefined && encrypted !== true),
        );
        if (isPlain === UNKNOWN) return UNKNOWN;
        return isPlain ? `Device::${device.deviceName}` : undefined;
      }),
    );
  },
};
