import type { CfnRepository } from 'aws-cdk-lib/aws-ecr';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { compliance, resolved } from '../../tokens';

/**
 * A tag names the same image for ever.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html
 */
export const imageTags: KismsRule = {
  id: 'ECRImmutableTags',
  criteria: ['2.8.6', '2.8.5'],
  title: {
    en: 'A tag can be moved to another image after it was tested',
    ko: '시험한 뒤에도 태그를 다른 이미지로 바꿀 수 있습니다',
  },
  why: {
    en: 'What was tested and approved must be what runs in production; a mutable tag does not prove it.',
    ko: '시험하고 승인한 이미지가 운영에 배포되어야 하는데 변경 가능한 태그로는 이를 증명할 수 없습니다.',
  },
  fix: {
    en: 'Set ImageTagMutability to IMMUTABLE, or to IMMUTABLE_WITH_EXCLUSION for tags such as a cache.',
    ko: 'ImageTagMutability를 IMMUTABLE로, 캐시 등 예외 태그가 있으면 IMMUTABLE_WITH_EXCLUSION으로 설정하세요.',
  },
  level: NagMessageLevel.WARN,
  resourceTypes: ['AWS::ECR::Repository'],
  check: (node) =>
    compliance(resolved(node, (node as CfnRepository).imageTagMutability), (mode = '') => mode.startsWith('IMMUTABLE')),
};
