import type { LocalizedText } from '../../constructs';

/** Type of a nested stack: what it holds goes with it. */
export const NESTED_STACK = 'AWS::CloudFormation::Stack';

interface Protection {
  readonly types: readonly string[];
  /** What is lost when one is deleted or replaced. */
  readonly reason: LocalizedText;
}

const PROTECTIONS: readonly Protection[] = [
  {
    types: ['AWS::EC2::TransitGateway', 'AWS::EC2::TransitGatewayRouteTable'],
    reason: { en: 'every attached network loses its routes', ko: '연결된 모든 네트워크가 경로를 잃습니다' },
  },
  {
    types: [
      'AWS::EC2::TransitGatewayAttachment',
      'AWS::EC2::TransitGatewayVpcAttachment',
      'AWS::EC2::TransitGatewayPeeringAttachment',
      'AWS::EC2::TransitGatewayConnect',
      'AWS::EC2::VPNConnection',
      'AWS::DirectConnect::DirectConnectGateway',
      'AWS::DirectConnect::DirectConnectGatewayAssociation',
    ],
    reason: { en: 'a network is cut off from the others', ko: '네트워크 하나가 다른 네트워크와 끊깁니다' },
  },
  {
    types: ['AWS::EC2::VPC', 'AWS::EC2::Subnet'],
    reason: { en: 'everything that runs in it must move', ko: '안에서 실행 중인 모든 것을 옮겨야 합니다' },
  },
  {
    types: ['AWS::EC2::IPAM', 'AWS::EC2::IPAMPool', 'AWS::EC2::PrefixList'],
    reason: { en: 'networks and routes of other accounts refer to it', ko: '다른 계정의 네트워크와 경로가 참조합니다' },
  },
  {
    types: ['AWS::EC2::EIP'],
    reason: {
      en: 'others have allowed this public address, and it does not come back',
      ko: '외부에서 허용해 둔 공인 주소이고, 다시 받을 수 없습니다',
    },
  },
  {
    types: ['AWS::Route53Profiles::Profile', 'AWS::Route53Resolver::ResolverEndpoint'],
    reason: {
      en: 'VPCs of other accounts, or servers of sites, resolve names by it',
      ko: '다른 계정의 VPC나 사업장의 서버가 이것으로 이름을 찾습니다',
    },
  },
  {
    types: ['AWS::NetworkFirewall::Firewall'],
    reason: { en: 'traffic that must be inspected has no way', ko: '검사를 거쳐야 하는 트래픽의 길이 끊깁니다' },
  },
  {
    types: [
      'AWS::Organizations::Organization',
      'AWS::Organizations::OrganizationalUnit',
      'AWS::Organizations::Account',
      'AWS::Organizations::Policy',
      'AWS::ControlTower::LandingZone',
      'AWS::ControlTower::EnabledBaseline',
    ],
    reason: { en: 'accounts lose their guardrails, or their place', ko: '계정이 가드레일이나 소속을 잃습니다' },
  },
  {
    types: ['AWS::SSO::PermissionSet', 'AWS::IdentityStore::Group'],
    reason: { en: 'everybody who has it loses access', ko: '사용하던 모든 사람이 접근 권한을 잃습니다' },
  },
  {
    types: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
    reason: { en: 'what it encrypted cannot be read any more', ko: '암호화한 데이터를 더는 읽을 수 없습니다' },
  },
  {
    types: [
      'AWS::S3::Bucket',
      'AWS::DynamoDB::Table',
      'AWS::DynamoDB::GlobalTable',
      'AWS::RDS::DBCluster',
      'AWS::RDS::DBInstance',
      'AWS::EFS::FileSystem',
      'AWS::OpenSearchService::Domain',
      'AWS::Logs::LogGroup',
      'AWS::Backup::BackupVault',
      'AWS::Backup::LogicallyAirGappedBackupVault',
    ],
    reason: { en: 'its data are lost', ko: '데이터를 잃습니다' },
  },
  {
    types: [NESTED_STACK],
    reason: { en: 'everything in it goes with it', ko: '안에 있는 모든 것이 함께 사라집니다' },
  },
];

/** The types that a deployment should neither replace nor delete, each with what is lost. */
export const PROTECTED_TYPES: ReadonlyMap<string, LocalizedText> = new Map(
  PROTECTIONS.flatMap(({ types, reason }) => types.map((type): [string, LocalizedText] => [type, reason])),
);
