import { App, Stack } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import {
  AddressPools,
  AttachmentRouting,
  DirectConnectAttachment,
  Segment,
  SegmentRouting,
  SharedPrefixList,
  SiteToSiteVpn,
  TransitGatewayHub,
} from '../../../constructs/network';
import { nagReport } from '../../support/nag-report';
import { ATTACHMENT_ID, ORGANIZATIONAL_UNIT } from './hub-fixtures';

test.each([{}, { '@aws-cdk/core:enablePartitionLiterals': true }])(
  'is clean under AwsSolutions and NIST 800-53 R5 with nothing to acknowledge (%j)',
  (context) => {
    const app = new App({ context });
    const stack = new Stack(app, 'Network', { env: { account: '444455556666', region: 'ap-northeast-2' } });
    const organizationalUnitArns = [ORGANIZATIONAL_UNIT];
    const transitGateway = new TransitGatewayHub(stack, 'Hub', {
      transitGatewayName: 'hub',
      amazonSideAsn: 64512,
      encryptionSupport: true,
      transitGatewayCidrBlocks: ['10.255.0.0/24'],
      organizationalUnitArns,
      flowLogsBucketArn: 'arn:aws:s3:::example-network-logs-222233334444',
    });
    const prod = new Segment(stack, 'Prod', { segmentName: 'prod', transitGateway });
    new AttachmentRouting(stack, 'shop-prod', {
      attachmentId: ATTACHMENT_ID,
      associateWith: prod,
      propagateTo: [prod],
    });
    new SegmentRouting(stack, 'ProdRoutes', {
      routeTableId: prod.routeTableId,
      staticRoutes: [{ cidr: '0.0.0.0/0', attachmentId: ATTACHMENT_ID }],
      blackholeCidrs: ['10.0.0.0/8'],
    });
    new AddressPools(stack, 'Addresses', {
      pools: [{ poolName: 'sandbox', cidrs: ['10.64.0.0/14'], organizationalUnitArns }],
    });
    new SharedPrefixList(stack, 'Offices', {
      prefixListName: 'offices',
      maxEntries: 5,
      entries: [{ cidr: '192.168.0.0/16', description: 'Seoul office' }],
      organizationalUnitArns,
    });
    new SiteToSiteVpn(stack, 'Seoul', {
      vpnName: 'seoul-office',
      transitGateway,
      ipAddress: '203.0.113.10',
      bgpAsn: 4200000000,
      logGroup: LogGroup.fromLogGroupName(stack, 'Logs', '/governance/vpn'),
    });
    new DirectConnectAttachment(stack, 'Line', {
      transitGateway,
      allowedPrefixes: ['10.0.0.0/8'],
      gateway: { directConnectGatewayName: 'seoul', amazonSideAsn: 64600 },
    });

    const report = nagReport(app, new AwsSolutionsChecks(app), new NIST80053R5Checks(app));
    expect(report).toEqual({ open: [], acknowledged: [] });
  },
);
