import type { CfnTransitGateway } from 'aws-cdk-lib/aws-ec2';
import { NagMessageLevel } from 'cdk-nag';
import type { KismsRule } from '../../rule';
import { resolved } from '../../tokens';
import { ask, faults } from '../answer';

/**
 * A transit gateway puts no attachment into a route table by itself.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-transitgateway.html
 */
export const transitGatewayDefaultRouteTables: KismsRule = {
  id: 'TransitGatewayDefaultRouteTables',
  criteria: ['2.6.1', '2.8.3'],
  title: {
    en: 'The transit gateway connects every attachment through its default route tables',
    ko: 'Transit Gateway가 기본 라우팅 테이블로 모든 연결을 서로 이어 줍니다',
  },
  why: {
    en: 'Both settings are on unless they are turned off: a new attachment reaches every other one, production from test included.',
    ko: '두 설정은 끄지 않으면 켜져 있어서, 새 연결이 시험 환경과 운영 환경을 포함한 모든 네트워크에 닿습니다.',
  },
  fix: {
    en: "Set defaultRouteTableAssociation and defaultRouteTablePropagation to 'disable', and associate each attachment with the route table of its segment.",
    ko: "defaultRouteTableAssociation과 defaultRouteTablePropagation을 'disable'로 설정하고, 각 연결을 해당 구간의 라우팅 테이블에 연결하세요.",
  },
  level: NagMessageLevel.ERROR,
  resourceTypes: ['AWS::EC2::TransitGateway'],
  check(node) {
    const { defaultRouteTableAssociation, defaultRouteTablePropagation } = node as CfnTransitGateway;
    const isOn = (setting?: string) => ask(resolved(node, setting), (value) => value !== 'disable');
    return faults({
      DefaultRouteTableAssociation: isOn(defaultRouteTableAssociation),
      DefaultRouteTablePropagation: isOn(defaultRouteTablePropagation),
    });
  },
};
