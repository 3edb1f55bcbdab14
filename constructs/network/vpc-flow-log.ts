import { CfnFlowLog, LogFormat } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';

/**
 * Versions 2 to 5, and why traffic was rejected. Left out: what only AWS Outposts have, and the fields of Amazon ECS, which
 * whoever deploys would need permissions of Amazon ECS for.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
 */
const FIELDS = [
  LogFormat.VERSION,
  LogFormat.ACCOUNT_ID,
  LogFormat.INTERFACE_ID,
  LogFormat.SRC_ADDR,
  LogFormat.DST_ADDR,
  LogFormat.SRC_PORT,
  LogFormat.DST_PORT,
  LogFormat.PROTOCOL,
  LogFormat.PACKETS,
  LogFormat.BYTES,
  LogFormat.START_TIMESTAMP,
  LogFormat.END_TIMESTAMP,
  LogFormat.ACTION,
  LogFormat.LOG_STATUS,
  LogFormat.VPC_ID,
  LogFormat.SUBNET_ID,
  LogFormat.INSTANCE_ID,
  LogFormat.TCP_FLAGS,
  LogFormat.TRAFFIC_TYPE,
  LogFormat.PKT_SRC_ADDR,
  LogFormat.PKT_DST_ADDR,
  LogFormat.REGION,
  LogFormat.AZ_ID,
  LogFormat.PKT_SRC_AWS_SERVICE,
  LogFormat.PKT_DST_AWS_SERVICE,
  LogFormat.FLOW_DIRECTION,
  LogFormat.TRAFFIC_PATH,
  LogFormat.custom('${reject-reason}'),
];

/** Records all traffic of a VPC in a bucket: Parquet, one partition an hour, folders that Athena and Glue understand. */
export function logVpcFlows(scope: Construct, vpcId: string, vpcName: string, bucketArn: string): void {
  new CfnFlowLog(scope, 'FlowLog', {
    resourceType: 'VPC',
    resourceId: vpcId,
    trafficType: 'ALL',
    logDestinationType: 's3',
    logDestination: bucketArn,
    logFormat: FIELDS.map(({ value }) => value).join(' '),
    // Interfaces of Nitro instances are recorded every minute whatever this says; so are then all others.
    maxAggregationInterval: 60,
    // The property is untyped: the CDK writes these names as they are.
    destinationOptions: { FileFormat: 'parquet', HiveCompatiblePartitions: true, PerHourPartition: true },
    tags: [{ key: 'Name', value: vpcName }],
  });
}
