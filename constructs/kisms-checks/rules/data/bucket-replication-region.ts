import { CfnResource, Stack, Token } from 'aws-cdk-lib';
import type { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { NagMessageLevel, NagRuleCompliance } from 'cdk-nag';
import type { ResolvedKismsCheckOptions } from '../../options';
import type { KismsRule } from '../../rule';
import { resolved, UNKNOWN } from '../../tokens';
import { answerOf, each, type Finding, items } from './findings';
import { isOfStack, regionFault, textOf } from './regions';

/**
 * Buckets replicate to buckets in allowed regions. The ARN of a bucket names no region: the rule finds the bucket in the app.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html
 */
export const bucketReplicationRegion: KismsRule = {
  id: 'S3ReplicationRegion',
  criteria: ['3.3.4'],
  title: {
    en: 'The bucket replicates its objects to a region that is not allowed',
    ko: '버킷이 허용되지 않은 리전으로 객체를 복제합니다',
  },
  why: {
    en: 'A replica of personal information abroad is an overseas transfer, although nobody reads it there.',
    ko: '해외 리전에 개인정보의 복제본을 두면 조회하지 않더라도 국외이전에 해당합니다.',
  },
  fix: {
    en: 'Replicate to a bucket in an allowed region, or add the region to allowedRegions once the transfer is approved.',
    ko: '허용된 리전의 버킷으로 복제하거나, 국외이전을 승인한 뒤 allowedRegions에 리전을 추가하세요.',
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::S3::Bucket'],
  check(node, options) {
    const replication = resolved(node, (node as CfnBucket).replicationConfiguration);
    if (replication === UNKNOWN) return UNKNOWN;
    if (replication === undefined) return NagRuleCompliance.NOT_APPLICABLE;
    const targets = each(items(node, replication.rules), ({ status, destination }) =>
      status === 'Disabled' ? [] : each([resolved(node, destination)], (target) => [target?.bucket]),
    );
    return answerOf(targets.map((arn) => (arn === UNKNOWN ? UNKNOWN : destinationFault(node, arn, options))));
  },
};

function destinationFault(node: CfnResource, arn: unknown, options: ResolvedKismsCheckOptions): Finding {
  const value: unknown = Stack.of(node).resolve(arn);
  if (isOfStack(node, value)) return undefined;
  const name = textOf(value).split(':')[5];
  const bucket = node.node.root.node
    .findAll()
    .filter((child) => CfnResource.isCfnResource(child))
    .find((child) => child.cfnResourceType === 'AWS::S3::Bucket' && (child as CfnBucket).bucketName === name);
  if (name === undefined || bucket === undefined) return UNKNOWN;
  const { region } = Stack.of(bucket);
  return Token.isUnresolved(region) ? UNKNOWN : regionFault(node, region, options);
}
