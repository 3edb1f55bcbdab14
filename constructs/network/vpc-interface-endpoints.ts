import { CfnSecurityGroup, CfnVPCEndpoint, InterfaceVpcEndpointAwsService } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { requireUnique } from './require-unique';

/** Settings of {@link VpcInterfaceEndpoints}. */
export interface VpcInterfaceEndpointsProps {
  readonly vpcId: string;
  /** IPv4 blocks of whoever may use the endpoints, at least one. */
  readonly allowedCidrs: string[];
  /** One subnet in each zone. */
  readonly subnetIds: string[];
  /** Services by the last part of their name: `ssm`, `ecr.api`, `logs` …; each once. */
  readonly services: string[];
  /**
   * Whether the public names of the services resolve to the endpoints inside the VPC; stays off for a service that the CDK
   * knows to have no such name.
   *
   * @default true
   */
  readonly privateDns?: boolean;
  /** `Name` tag. @default - path of the construct */
  readonly name?: string;
}

/**
 * Interface endpoints of AWS services with one security group, which lets HTTPS in from the given blocks and nothing out.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
 */
export class VpcInterfaceEndpoints extends Construct {
  readonly securityGroupId: string;
  private readonly ids = new Map<string, string>();

  /** @throws Error when no block or subnet is given, or a service is named twice */
  constructor(scope: Construct, id: string, props: VpcInterfaceEndpointsProps) {
    super(scope, id);
    const { vpcId, subnetIds, privateDns = true, name = this.node.path } = props;
    if (props.allowedCidrs.length === 0) {
      throw new Error(`'allowedCidrs' [] lets nobody use the endpoints: name the block of the VPC`);
    }
    if (subnetIds.length === 0)
      throw new Error(`'subnetIds' [] leaves no place for the endpoints: name one in each zone`);
    requireUnique('services', props.services);

    const securityGroup = new CfnSecurityGroup(this, 'SecurityGroup', {
      vpcId,
      groupDescription: 'HTTPS to interface endpoints',
      securityGroupIngress: props.allowedCidrs.map((cidrIp) => ({
        cidrIp,
        ipProtocol: 'tcp',
        fromPort: 443,
        toPort: 443,
        description: 'HTTPS to interface endpoints',
      })),
      // Without any rule, Amazon EC2 would allow everything.
      securityGroupEgress: [
        { cidrIp: '255.255.255.255/32', ipProtocol: 'icmp', fromPort: 252, toPort: 86, description: 'Nothing' },
      ],
      tags: [{ key: 'Name', value: name }],
    });
    this.securityGroupId = securityGroup.attrGroupId;

    for (const service of props.services) {
      const known = awsService(service);
      const endpoint = new CfnVPCEndpoint(this, service, {
        vpcId,
        vpcEndpointType: 'Interface',
        serviceName: known.name,
        subnetIds,
        securityGroupIds: [this.securityGroupId],
        privateDnsEnabled: privateDns && known.privateDnsDefault !== false,
        tags: [{ key: 'Name', value: `${name}/${service}` }],
      });
      this.ids.set(service, endpoint.attrId);
    }
  }

  /**
   * Id of the endpoint of a service.
   *
   * @throws Error when the service has none here
   */
  endpointId(service: string): string {
    const id = this.ids.get(service);
    if (id === undefined) {
      throw new Error(
        `there is no endpoint of ${JSON.stringify(service)}: use one of ${JSON.stringify([...this.ids.keys()])}`,
      );
    }
    return id;
  }
}

/** The service by its short name; some, such as `studio` of SageMaker, do not begin with `com.amazonaws`. */
function awsService(shortName: string): InterfaceVpcEndpointAwsService {
  const known = Object.values(InterfaceVpcEndpointAwsService).find(
    (service): service is InterfaceVpcEndpointAwsService =>
      service instanceof InterfaceVpcEndpointAwsService && service.shortName === shortName,
  );
  return known ?? new InterfaceVpcEndpointAwsService(shortName);
}
