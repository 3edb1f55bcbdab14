import { Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DnsProfileResource } from './dns-profile';
import { VpcInterfaceEndpoints } from './vpc-interface-endpoints';

/** Settings of {@link CentralEndpoints}. */
export interface CentralEndpointsProps {
  /** VPC of the account that owns the profile, with DNS support and DNS host names. */
  readonly vpcId: string;
  /** One subnet in each zone; each costs by the hour and service. */
  readonly subnetIds: string[];
  /** IPv4 blocks of whoever may use the endpoints: all VPCs, and sites if they do. */
  readonly allowedCidrs: string[];
  /** Services by the last part of their name: `ssm`, `ecr.api`, `logs` …; each once, neither `s3` nor `dynamodb`. */
  readonly services: string[];
  /** `Name` tag. @default - path of the construct */
  readonly name?: string;
}

const FREE_BY_GATEWAY = ['s3', 'dynamodb'];

/**
 * Interface endpoints that all VPCs of an organization use, instead of a set in each. A `DnsProfile` makes the public names
 * of the services resolve to them in every VPC that it is associated with.
 *
 * The way there must be open: the VPCs, and what lies between, route to the subnets.
 *
 * @throws Error when there is no service, one has a gateway endpoint, which is free and would be shadowed, or one of the
 * props is not what `VpcInterfaceEndpoints` takes
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/profile-associate-vpc-endpoints.html
 */
export class CentralEndpoints extends Construct {
  readonly securityGroupId: string;
  /** The endpoints, for a `DnsProfile`. */
  readonly profileResources: DnsProfileResource[];

  constructor(scope: Construct, id: string, props: CentralEndpointsProps) {
    super(scope, id);
    if (props.services.length === 0) throw new Error(`'services' [] leaves nothing to share: name one such as ssm`);
    const gateway = props.services.find((service) => FREE_BY_GATEWAY.includes(service));
    if (gateway !== undefined) {
      throw new Error(
        `'services' names ${JSON.stringify(gateway)}: leave it to a gateway endpoint in each VPC, which is free`,
      );
    }
    const endpoints = new VpcInterfaceEndpoints(this, 'Endpoints', { name: this.node.path, ...props });
    this.securityGroupId = endpoints.securityGroupId;
    this.profileResources = props.services.map((service) => ({
      // The name of an association takes no dots.
      name: `endpoint-${service.replaceAll('.', '-')}`,
      resourceArn: Stack.of(this).formatArn({
        service: 'ec2',
        resource: 'vpc-endpoint',
        resourceName: endpoints.endpointId(service),
      }),
    }));
  }
}
