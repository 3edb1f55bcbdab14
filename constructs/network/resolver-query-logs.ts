import { CfnResolverQueryLoggingConfig } from 'aws-cdk-lib/aws-route53resolver';
import { Construct } from 'constructs';
import type { DnsProfileResource } from './dns-profile';
import { checkLogDestination, logDestinationArn, type NetworkLogDestination } from './log-destination';
import { checkResolverName } from './resolver-name';

/** Settings of {@link ResolverQueryLogs}. */
export interface ResolverQueryLogsProps {
  /** 1 to 64 letters, digits, spaces, hyphens and underscores. **CAUTION**: another name replaces the configuration. */
  readonly name: string;
  /** Where the logs go. **CAUTION**: another place replaces the configuration; what was logged stays. */
  readonly destination: NetworkLogDestination;
}

/**
 * Records every query of every VPC it is given to: who asked for which name, and what DNS Firewall said. Put it in a
 * `DnsProfile` and no VPC is forgotten.
 *
 * @throws Error when the name is not acceptable, or not exactly one place is given
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logs.html
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/profile-associate-query-logging.html
 */
export class ResolverQueryLogs extends Construct {
  readonly queryLogConfigId: string;
  /** The configuration, for a `DnsProfile`. */
  readonly profileResources: DnsProfileResource[];

  constructor(scope: Construct, id: string, props: ResolverQueryLogsProps) {
    super(scope, id);
    const { name, destination } = props;
    checkResolverName('name', name);
    checkLogDestination('destination', destination);
    const config = new CfnResolverQueryLoggingConfig(this, 'Resource', {
      name,
      destinationArn: logDestinationArn(this, destination),
    });
    // A tag cannot change without replacing the configuration: it takes none, whatever `Tags.of()` adds above it.
    config.addPropertyDeletionOverride('Tags');
    this.queryLogConfigId = config.attrId;
    this.profileResources = [{ name, resourceArn: config.attrArn }];
  }
}
