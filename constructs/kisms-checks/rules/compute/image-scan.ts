import type { CfnRepository } from 'aws-cdk-lib/aws-ecr';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved } from '../../tokens';
import { ask, unless } from '../answer';

/**
 * Images are scanned when they are pushed. A registry may be configured to scan them all, elsewhere: hence a warning.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html
 */
export const imageScan: KismsRule = {
  id: 'ECRScanOnPush',
  criteria: ['2.11.2', '2.10.8'],
  title: {
    en: 'Images are not scanned for vulnerabilities when they are pushed',
    ko: '이미지를 푸시할 때 취약점을 검사하지 않습니다',
  },
  why: {
    en: 'A container is patched by a new image only: the scan tells that one is due.',
    ko: '컨테이너는 새 이미지로만 패치되므로 검사해야 패치가 필요한지 알 수 있습니다.',
  },
  fix: {
    en: 'Set ScanOnPush in ImageScanningConfiguration, or acknowledge that the registry or Inspector scans all images.',
    ko: 'ImageScanningConfiguration의 ScanOnPush를 켜거나, 레지스트리나 Inspector가 검사함을 사유로 예외 승인하세요.',
  },
  level: NagMessageLevel.WARN,
  resourceTypes: ['AWS::ECR::Repository'],
  check: (node) =>
    unless(
      ask(resolved(node, (node as CfnRepository).imageScanningConfiguration), (scanning) =>
        ask(resolved(node, scanning?.scanOnPush), (on) => on !== true),
      ),
    ),
};
