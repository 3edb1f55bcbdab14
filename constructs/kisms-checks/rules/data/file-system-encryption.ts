import type { CfnFileSystem } from 'aws-cdk-lib/aws-efs';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { compliance, resolved } from '../../tokens';

/**
 * File systems are encrypted because the template says so: cdk-nag accepts one without the property, which is not.
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html
 */
export const fileSystemEncryption: KismsRule = {
  id: 'EFSEncryptionSet',
  criteria: ['2.7.1'],
  title: {
    en: 'The file system is not encrypted at rest',
    ko: '파일 시스템이 저장 시 암호화되지 않습니다',
  },
  why: {
    en: 'A file system is encrypted when it is made or never; without the property it is not.',
    ko: '파일 시스템은 생성할 때만 암호화할 수 있으며, 속성을 지정하지 않으면 암호화되지 않습니다.',
  },
  fix: {
    en: 'Set Encrypted to true; this replaces an existing file system, so move its data first.',
    ko: 'Encrypted를 true로 설정하세요. 기존 파일 시스템은 교체되므로 데이터를 먼저 옮기세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::EFS::FileSystem'],
  check: (node) => compliance(resolved(node, (node as CfnFileSystem).encrypted), (on) => on === true),
};
