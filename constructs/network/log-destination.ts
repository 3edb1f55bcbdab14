import { Arn, ArnFormat, Stack, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Where logs of the network go: a bucket, of any account, or a log group of the same account; exactly one of them. */
export interface NetworkLogDestination {
  /** ARN of a bucket, with a prefix behind a slash if need be; its policy must let AWS deliver. @default - `logGroup` */
  readonly bucketArn?: string;
  /** Name of a log group. @default - `bucketArn` */
  readonly logGroup?: string;
}

/**
 * Checks that exactly one place is given.
 *
 * @throws Error when none or both are
 */
export function checkLogDestination(property: string, { bucketArn, logGroup }: NetworkLogDestination): void {
  if ((bucketArn === undefined) === (logGroup === undefined)) {
    throw new Error(`'${property}' must have one place, 'bucketArn' or 'logGroup', got ${named(bucketArn, logGroup)}`);
  }
}

/** ARN of the place, as the query logs of Route 53 Resolver want it. */
export function logDestinationArn(scope: Construct, { bucketArn, logGroup }: NetworkLogDestination): string {
  return (
    bucketArn ??
    Stack.of(scope).formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: `${logGroup}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    })
  );
}

/** Bucket and prefix of a bucket's ARN; of one that is known at deployment only, all of it is the bucket. */
export function bucketAndPrefix(bucketArn: string): { readonly bucketName: string; readonly prefix?: string } {
  const { resource } = Arn.split(bucketArn, ArnFormat.NO_RESOURCE_NAME);
  if (Token.isUnresolved(resource)) return { bucketName: resource };
  const [bucketName = '', ...prefix] = resource.split('/');
  const path = prefix.join('/').replace(/\/+$/, '');
  return { bucketName, ...(path !== '' && { prefix: path }) };
}

function named(bucketArn?: string, logGroup?: string): string {
  return bucketArn === undefined && logGroup === undefined ? '{}' : JSON.stringify({ bucketArn, logGroup });
}
