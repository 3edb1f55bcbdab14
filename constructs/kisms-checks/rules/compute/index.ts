import type { KismsRule } from '../../rule';
import { imageScan } from './image-scan';
import { imageTags } from './image-tags';
import { launchTemplateImdsv2 } from './launch-template-imdsv2';
import { launchTemplateVolumes } from './launch-template-volumes';
import { nodeGroupRemoteAccess } from './node-group-remote-access';
import { privilegedContainer } from './privileged-container';
import { sharedKeyPair } from './shared-key-pair';
import { taskVolumeTls } from './task-volume-tls';
import { workspaceEncryption } from './workspace-encryption';

/** Rules about what runs: instances, containers, images and desktops. */
export const COMPUTE_RULES: readonly KismsRule[] = [
  imageScan,
  imageTags,
  launchTemplateImdsv2,
  launchTemplateVolumes,
  nodeGroupRemoteAccess,
  privilegedContainer,
  sharedKeyPair,
  taskVolumeTls,
  workspaceEncryption,
];
