import type { CfnTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved, UNKNOWN } from '../../tokens';
import { ask } from '../answer';
import { answerOf, type Finding, items } from '../data/findings';

/**
 * Tasks reach their file systems over TLS.
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/encryption-in-transit.html
 */
export const taskVolumeTls: KismsRule = {
  id: 'ECSVolumeTls',
  criteria: ['2.10.5', '2.7.1'],
  title: {
    en: 'A file system is mounted without encryption in transit',
    ko: '파일 시스템을 전송 구간 암호화 없이 마운트합니다',
  },
  why: {
    en: 'Files travel through the network as they are read: the default of ECS is plain NFS.',
    ko: '파일은 읽을 때마다 네트워크로 전송되며 ECS의 기본값은 평문 NFS입니다.',
  },
  fix: {
    en: 'Set TransitEncryption to ENABLED in EFSVolumeConfiguration.',
    ko: 'EFSVolumeConfiguration의 TransitEncryption을 ENABLED로 설정하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::ECS::TaskDefinition'],
  check: (node) =>
    answerOf(
      items(node, (node as CfnTaskDefinition).volumes).map((volume): Finding => {
        if (volume === UNKNOWN) return UNKNOWN;
        const isPlain = ask(resolved(node, volume.efsVolumeConfiguration), (efs) =>
          ask(resolved(node, efs?.transitEncryption), (mode) => efs !== undefined && mode !== 'ENABLED'),
        );
        if (isPlain === UNKNOWN) return UNKNOWN;
        return isPlain ? `Volume::${volume.name}` : undefined;
      }),
    ),
};
