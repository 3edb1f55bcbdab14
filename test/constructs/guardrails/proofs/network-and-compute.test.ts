import { prove } from './proof';

const INSTANCE = 'arn:aws:ec2:ap-northeast-2:111122223333:instance/*';
const inRegion = (region: string) => ({ 'aws:RequestedRegion': region });

prove('deny-network-change-outside-network-account', [
  ['developer', 'deny', 'ec2:AttachInternetGateway'],
  ['developer', 'deny', 'ec2:CreateVpc'],
  ['developer', 'deny', 'ec2:CreateDefaultVpc'],
  ['developer', 'deny', 'ec2:CreateVpcPeeringConnection'],
  ['developer', 'deny', 'ec2:AcceptVpcPeeringConnection'],
  ['developer', 'deny', 'ec2:CreateTransitGatewayVpcAttachment'],
  ['developer', 'deny', 'ec2:CreateVpnConnection'],
  ['developer', 'deny', 'directconnect:CreateConnection'],
  ['developer', 'deny', 'globalaccelerator:CreateAccelerator'],
  ['developer', 'allow', 'ec2:DescribeVpcs'],
  ['developer', 'allow', 'ec2:DescribeTransitGateways'],
  ['developer', 'allow', 'ec2:SearchTransitGatewayRoutes'],
  ['developer', 'allow', 'ec2:CreateSecurityGroup'],
  ['developer', 'allow', 'ec2:CreateVpcEndpoint'],
  ['developer', 'allow', 'ec2:RunInstances', INSTANCE],
  ['networkAdmin', 'deny', 'ec2:CreateTransitGateway'],
]);
prove(
  'deny-network-change-outside-network-account',
  [
    ['networkAdmin', 'allow', 'ec2:CreateTransitGateway'],
    ['networkAdmin', 'allow', 'ec2:AttachInternetGateway'],
    ['developer', 'deny', 'ec2:AttachInternetGateway'],
    ['deployment', 'allow', 'ec2:CreateVpc'],
  ],
  { networkAccountIds: ['444455556666'] },
);

prove('require-imdsv2', [
  ['developer', 'deny', 'ec2:RunInstances', INSTANCE],
  ['developer', 'allow', 'ec2:RunInstances', INSTANCE, { 'ec2:MetadataHttpTokens': 'required' }],
  ['developer', 'allow', 'ec2:RunInstances', 'arn:aws:ec2:ap-northeast-2:111122223333:volume/*'],
  ['developer', 'deny', 'ec2:ModifyInstanceMetadataOptions', INSTANCE, { 'ec2:Attribute/HttpTokens': 'optional' }],
  ['developer', 'allow', 'ec2:ModifyInstanceMetadataOptions', INSTANCE, { 'ec2:Attribute/HttpTokens': 'required' }],
  [
    'developer',
    'allow',
    'ec2:ModifyInstanceMetadataOptions',
    INSTANCE,
    { 'ec2:Attribute/HttpPutResponseHopLimit': '2' },
  ],
  ['developer', 'deny', 's3:GetObject', 'arn:aws:s3:::shop-images/a', { 'ec2:RoleDelivery': '1.0' }],
  ['developer', 'allow', 's3:GetObject', 'arn:aws:s3:::shop-images/a', { 'ec2:RoleDelivery': '2.0' }],
  ['developer', 'allow', 's3:GetObject', 'arn:aws:s3:::shop-images/a'],
  ['breakGlass', 'allow', 's3:GetObject', 'arn:aws:s3:::shop-images/a', { 'ec2:RoleDelivery': '1.0' }],
]);
prove(
  'require-imdsv2',
  [['developer', 'allow', 's3:GetObject', 'arn:aws:s3:::shop-images/a', { 'ec2:RoleDelivery': '1.0' }]],
  {
    denyOldCredentials: false,
  },
);

prove('region-restriction', [
  ['developer', 'deny', 'ec2:CreateVolume', '*', inRegion('eu-west-1')],
  ['developer', 'deny', 's3:CreateBucket', '*', inRegion('ap-northeast-1')],
  ['developer', 'deny', 'bedrock:InvokeModel', '*', inRegion('us-west-2')],
  ['root', 'deny', 'ec2:RunInstances', '*', inRegion('eu-west-1')],
  ['developer', 'allow', 'ec2:CreateVolume', '*', inRegion('ap-northeast-2')],
  ['developer', 'allow', 'lambda:CreateFunction', '*', inRegion('us-east-1')],
  ['developer', 'allow', 'iam:CreateRole', '*', inRegion('us-west-2')],
  ['developer', 'allow', 'cloudfront:CreateDistribution', '*', inRegion('eu-west-1')],
  ['developer', 'allow', 'route53:ListHostedZones', '*', inRegion('eu-west-1')],
  ['developer', 'allow', 'organizations:DescribeOrganization', '*', inRegion('eu-west-1')],
  ['developer', 'allow', 'sts:AssumeRole', '*', inRegion('eu-west-1')],
  ['developer', 'allow', 'support:CreateCase', '*', inRegion('eu-west-1')],
  ['developer', 'allow', 's3:ListAllMyBuckets', '*', inRegion('eu-west-1')],
  ['developer', 'allow', 's3:GetAccountPublicAccessBlock', '*', inRegion('eu-west-1')],
  ['developer', 'deny', 's3:PutBucketPublicAccessBlock', '*', inRegion('eu-west-1')],
  ['developer', 'deny', 'ec2:DescribeInstances', '*', inRegion('eu-west-1')],
  ['developer', 'allow', 'ec2:DescribeRegions', '*', inRegion('eu-west-1')],
  ['deployment', 'allow', 'ec2:CreateVolume', '*', inRegion('eu-west-1')],
]);
prove(
  'region-restriction',
  [
    ['developer', 'allow', 'ec2:CreateVolume', '*', inRegion('ap-northeast-1')],
    ['developer', 'allow', 'bedrock:InvokeModel', '*', inRegion('us-west-2')],
    ['developer', 'deny', 'bedrock:CreateAgent', '*', inRegion('us-west-2')],
  ],
  { additionalRegions: ['ap-northeast-1'], additionalExemptActions: ['bedrock:InvokeModel*'] },
);
