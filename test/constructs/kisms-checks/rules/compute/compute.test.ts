import type { Stack } from 'aws-cdk-lib';
import { CfnInstance, CfnLaunchTemplate } from 'aws-cdk-lib/aws-ec2';
import { CfnRepository, type CfnRepositoryProps } from 'aws-cdk-lib/aws-ecr';
import { CfnTaskDefinition, type CfnTaskDefinitionProps } from 'aws-cdk-lib/aws-ecs';
import { CfnNodegroup } from 'aws-cdk-lib/aws-eks';
import { CfnWorkspace } from 'aws-cdk-lib/aws-workspaces';
import { imageScan } from '../../../../../constructs/kisms-checks/rules/compute/image-scan';
import { imageTags } from '../../../../../constructs/kisms-checks/rules/compute/image-tags';
import { launchTemplateImdsv2 } from '../../../../../constructs/kisms-checks/rules/compute/launch-template-imdsv2';
import { launchTemplateVolumes } from '../../../../../constructs/kisms-checks/rules/compute/launch-template-volumes';
import { nodeGroupRemoteAccess } from '../../../../../constructs/kisms-checks/rules/compute/node-group-remote-access';
import { privilegedContainer } from '../../../../../constructs/kisms-checks/rules/compute/privileged-container';
import { sharedKeyPair } from '../../../../../constructs/kisms-checks/rules/compute/shared-key-pair';
import { taskVolumeTls } from '../../../../../constructs/kisms-checks/rules/compute/task-volume-tls';
import { workspaceEncryption } from '../../../../../constructs/kisms-checks/rules/compute/workspace-encryption';
import { COMPLIANT, describeRule, NON_COMPLIANT, UNKNOWN } from '../rule-cases';

const template = (stack: Stack, launchTemplateData: CfnLaunchTemplate['launchTemplateData']) =>
  new CfnLaunchTemplate(stack, 'R', { launchTemplateData });

describeRule(launchTemplateImdsv2, [
  [COMPLIANT, 'tokens are required', (s) => template(s, { metadataOptions: { httpTokens: 'required' } })],
  [NON_COMPLIANT, 'they are not', (s) => template(s, { metadataOptions: { httpTokens: 'optional' } })],
  [NON_COMPLIANT, 'nothing is said', (s) => template(s, {})],
  [UNKNOWN, 'a parameter decides', (s, p) => template(s, { metadataOptions: { httpTokens: p.valueAsString } })],
]);

const devices = (stack: Stack, ...ebs: (CfnLaunchTemplate.EbsProperty | undefined)[]) =>
  template(stack, {
    blockDeviceMappings: ebs.map((volume, index) => ({ deviceName: `/dev/sd${index}`, ebs: volume })),
  });

describeRule(launchTemplateVolumes, [
  [COMPLIANT, 'each is encrypted', (s) => devices(s, { encrypted: true }, { encrypted: true })],
  [COMPLIANT, 'it is an instance store', (s) => devices(s, undefined)],
  [['Device::/dev/sd1'], 'one is not', (s) => devices(s, { encrypted: true }, { volumeSize: 8 })],
  [UNKNOWN, 'the image has the volumes', (s) => template(s, {})],
  [UNKNOWN, 'a parameter decides', (s, p) => devices(s, { encrypted: p.value })],
]);

describeRule(sharedKeyPair, [
  [COMPLIANT, 'an instance has none', (s) => new CfnInstance(s, 'R')],
  [COMPLIANT, 'a template has none', (s) => template(s, {})],
  [NON_COMPLIANT, 'an instance has one', (s, p) => new CfnInstance(s, 'R', { keyName: p.valueAsString })],
  [NON_COMPLIANT, 'a template has one', (s) => template(s, { keyName: 'example' })],
  [UNKNOWN, 'a parameter is the template', (s, p) => template(s, p.value)],
]);

const repository = (stack: Stack, props: CfnRepositoryProps = {}) => new CfnRepository(stack, 'R', props);

describeRule(imageScan, [
  [COMPLIANT, 'it scans', (s) => repository(s, { imageScanningConfiguration: { scanOnPush: true } })],
  [NON_COMPLIANT, 'nothing is said', (s) => repository(s)],
  [UNKNOWN, 'a parameter decides', (s, p) => repository(s, { imageScanningConfiguration: { scanOnPush: p.value } })],
]);

describeRule(imageTags, [
  [COMPLIANT, 'tags stay', (s) => repository(s, { imageTagMutability: 'IMMUTABLE' })],
  [COMPLIANT, 'most stay', (s) => repository(s, { imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION' })],
  [NON_COMPLIANT, 'most move', (s) => repository(s, { imageTagMutability: 'MUTABLE_WITH_EXCLUSION' })],
  [NON_COMPLIANT, 'nothing is said', (s) => repository(s)],
  [UNKNOWN, 'a parameter decides', (s, p) => repository(s, { imageTagMutability: p.valueAsString })],
]);

const task = (stack: Stack, props: CfnTaskDefinitionProps) => new CfnTaskDefinition(stack, 'R', props);
const containers = (stack: Stack, ...privileged: CfnTaskDefinition.ContainerDefinitionProperty['privileged'][]) =>
  task(stack, {
    containerDefinitions: privileged.map((on, index) => ({ name: `c${index}`, image: 'example', privileged: on })),
  });

describeRule(privilegedContainer, [
  [COMPLIANT, 'none has the right', (s) => containers(s, false, undefined)],
  [['Container::c1'], 'one has', (s) => containers(s, undefined, true)],
  [UNKNOWN, 'a parameter decides', (s, p) => containers(s, p.value)],
  [UNKNOWN, 'a parameter is the list', (s, p) => task(s, { containerDefinitions: p.value })],
]);

const volumes = (stack: Stack, ...modes: (string | undefined)[]) =>
  task(stack, {
    volumes: modes.map((transitEncryption, index) => ({
      name: `v${index}`,
      efsVolumeConfiguration: { filesystemId: 'fs-1', transitEncryption },
    })),
  });

describeRule(taskVolumeTls, [
  [COMPLIANT, 'TLS is on', (s) => volumes(s, 'ENABLED')],
  [COMPLIANT, 'the volume is of the host', (s) => task(s, { volumes: [{ name: 'v' }] })],
  [['Volume::v1', 'Volume::v2'], 'it is not', (s) => volumes(s, 'ENABLED', 'DISABLED', undefined)],
  [UNKNOWN, 'a parameter decides', (s, p) => volumes(s, p.valueAsString)],
]);

const nodes = (stack: Stack, remoteAccess?: CfnNodegroup['remoteAccess']) =>
  new CfnNodegroup(stack, 'R', {
    clusterName: 'example',
    nodeRole: 'arn:aws:iam::111122223333:role/x',
    subnets: [],
    remoteAccess,
  });

describeRule(nodeGroupRemoteAccess, [
  [COMPLIANT, 'there is none', (s) => nodes(s)],
  [COMPLIANT, 'it has a source', (s) => nodes(s, { ec2SshKey: 'example', sourceSecurityGroups: ['sg-1'] })],
  [NON_COMPLIANT, 'it has none', (s) => nodes(s, { ec2SshKey: 'example' })],
  [NON_COMPLIANT, 'the list of sources is empty', (s) => nodes(s, { ec2SshKey: 'example', sourceSecurityGroups: [] })],
  [UNKNOWN, 'a parameter decides', (s, p) => nodes(s, p.value)],
]);

const desktop = (stack: Stack, root?: CfnWorkspace['rootVolumeEncryptionEnabled'], user?: boolean) =>
  new CfnWorkspace(stack, 'R', {
    bundleId: 'wsb-1',
    directoryId: 'd-1',
    userName: 'example',
    rootVolumeEncryptionEnabled: root,
    userVolumeEncryptionEnabled: user,
  });

describeRule(workspaceEncryption, [
  [COMPLIANT, 'both are encrypted', (s) => desktop(s, true, true)],
  [['UserVolume'], 'one is not', (s) => desktop(s, true, false)],
  [['RootVolume', 'UserVolume'], 'nothing is said', (s) => desktop(s)],
  [UNKNOWN, 'a parameter decides', (s, p) => desktop(s, p.value, true)],
]);
