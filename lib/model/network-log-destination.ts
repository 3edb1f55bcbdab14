import type { ProblemList } from './model-problem';
import type { DnsConfig } from './network-context';
import type { LogDestinationRow } from './network-model';

type Destination = NonNullable<DnsConfig['queryLogs']>;

/** Where logs go; reported and left out unless exactly one place is given. */
export function logDestinationRow(
  destination: Destination | undefined,
  at: (string | number)[],
  list: ProblemList,
): LogDestinationRow | undefined {
  if (!destination) return undefined;
  const { bucketArn, logGroup } = destination;
  if ((bucketArn === undefined) === (logGroup === undefined)) {
    list.error(at, {
      en: `has ${bucketArn === undefined ? 'neither bucketArn nor logGroup' : 'both bucketArn and logGroup'}; give exactly one of them`,
      ko: `bucketArn과 logGroup이 모두 ${bucketArn === undefined ? '없습니다' : '있습니다'}: 둘 중 하나만 적으세요`,
    });
    return undefined;
  }
  return bucketArn === undefined ? { logGroup: logGroup as string } : { bucketArn };
}
