import type { CfnWorkspace } from 'aws-cdk-lib/aws-workspaces';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved } from '../../tokens';
import { ask, faults } from '../answer';

/**
 * Both volumes of a virtual desktop are encrypted.
 *
 * @see https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html
 */
export const workspaceEncryption: KismsRule = {
  id: 'WorkSpacesVolumesEncrypted',
  criteria: ['2.7.1'],
  title: {
    en: 'A volume of the virtual desktop is not encrypted',
    ko: '가상 데스크톱의 볼륨이 암호화되지 않습니다',
  },
  why: {
    en: 'People who handle personal information leave files on their desktops.',
    ko: '개인정보취급자의 파일이 가상 데스크톱에 남을 수 있습니다.',
  },
  fix: {
    en: 'Set RootVolumeEncryptionEnabled and UserVolumeEncryptionEnabled to true; this replaces the desktop.',
    ko: 'RootVolumeEncryptionEnabled와 UserVolumeEncryptionEnabled를 true로 설정하세요. 데스크톱이 교체됩니다.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::WorkSpaces::Workspace'],
  check(node) {
    const desktop = node as CfnWorkspace;
    return faults({
      RootVolume: ask(resolved(node, desktop.rootVolumeEncryptionEnabled), (on) => on !== true),
      UserVolume: ask(resolved(node, desktop.userVolumeEncryptionEnabled), (on) => on !== true),
    });
  },
};
