/**
 * Types that CloudFormation replaces by deleting the old one first, so that for some seconds there is none. The others are
 * created first and deleted at the end of the update.
 *
 * Only types that a governance app may hold are listed; the service specification does not carry this fact.
 *
 * @see https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html (replacementStrategy)
 */
export const DELETE_FIRST_TYPES: ReadonlySet<string> = new Set([
  'AWS::Backup::RestoreTestingSelection',
  'AWS::DirectConnect::Connection',
  'AWS::DirectConnect::Lag',
  'AWS::DirectConnect::PrivateVirtualInterface',
  'AWS::DirectConnect::PublicVirtualInterface',
  'AWS::DirectConnect::TransitVirtualInterface',
  'AWS::EC2::EIPAssociation',
  'AWS::EC2::NetworkInterfaceAttachment',
  'AWS::EC2::SubnetCidrReservation',
  'AWS::EC2::SubnetNetworkAclAssociation',
  'AWS::EC2::SubnetRouteTableAssociation',
  'AWS::EC2::TransitGatewayConnectPeer',
  'AWS::EC2::TransitGatewayPolicyTableEntry',
  'AWS::EC2::TransitGatewayRoute',
  'AWS::EC2::TransitGatewayRouteTableAssociation',
  'AWS::EC2::VPCDHCPOptionsAssociation',
  'AWS::EC2::VPCGatewayAttachment',
  'AWS::EC2::VPNConcentrator',
  'AWS::EC2::VPNConnection',
  'AWS::Logs::AccountPolicy',
  'AWS::Logs::Integration',
  'AWS::Logs::MetricFilter',
  'AWS::Logs::SubscriptionFilter',
  'AWS::Oam::Link',
  'AWS::OpenSearchServerless::VpcEndpoint',
  'AWS::Route53::QueryLoggingConfig',
  'AWS::Route53Profiles::ProfileAssociation',
  'AWS::SecurityHub::HubV2',
  'AWS::SecurityLake::AwsLogSource',
  'AWS::SecurityLake::DataLake',
  'AWS::SecurityLake::Subscriber',
  'AWS::SecurityLake::SubscriberNotification',
  'AWS::Shield::Protection',
  'AWS::Shield::ProtectionGroup',
  'AWS::UXC::AccountCustomization',
]);
