import { graphFromTemplates } from '../../../lib/network/graph-from-templates';
import type { NetworkGraph } from '../../../lib/network/network-graph';
import {
  generatedFacts,
  type NetworkPlan,
  type NetworkSegment,
  type NetworkVpc,
  networkTemplates,
} from '../../support/generate-network';

const EVERYWHERE = '0.0.0.0/0';
const PROD = '10.16.0.0/14';
const NONPROD = '10.32.0.0/14';
const DATA = '10.48.0.0/14';
const SANDBOX = '10.64.0.0/14';
const SHARED = '10.0.4.0/22';
const EGRESS = '10.0.0.0/22';
const ONPREM = '192.168.0.0/16';
const PRIVATE = ['10.0.0.0/8', ONPREM];

type Route = readonly [cidr: string, attachment?: string];
const inspected = (...cidrs: string[]): Route[] => cidrs.map((cidr) => [cidr, 'firewall']);
const dropped = (...cidrs: string[]): Route[] => cidrs.map((cidr) => [cidr]);

/** A network like that of the sample config: what its segments come to in routes. */
export const SAMPLE: NetworkPlan = {
  zones: ['apne2-az1', 'apne2-az3'],
  firewall: 'inspection',
  sites: [{ name: 'seoul-office', segment: 'onprem', cidrs: [ONPREM] }],
  segments: [
    {
      name: 'prod',
      reaches: ['shared'],
      routes: [...inspected(PROD, DATA, ONPREM, EVERYWHERE), ...dropped(NONPROD, SANDBOX, EGRESS, '10.0.0.0/8')],
    },
    {
      name: 'data',
      reaches: ['shared'],
      routes: [...inspected(PROD, ONPREM, EVERYWHERE), ...dropped(DATA, NONPROD, SANDBOX, EGRESS, '10.0.0.0/8')],
    },
    {
      name: 'nonprod',
      reaches: ['shared'],
      routes: [...inspected(EVERYWHERE), ...dropped(PROD, NONPROD, DATA, SANDBOX, EGRESS, ...PRIVATE)],
    },
    {
      name: 'sandbox',
      routes: [...inspected(EVERYWHERE), ...dropped(PROD, NONPROD, DATA, SANDBOX, SHARED, EGRESS, ...PRIVATE)],
    },
    {
      name: 'shared',
      reaches: ['prod', 'data', 'nonprod'],
      routes: [...inspected(ONPREM, EVERYWHERE), ...dropped(SHARED, SANDBOX, EGRESS, '10.0.0.0/8')],
    },
    { name: 'onprem', routes: [...inspected(PROD, DATA, SHARED), ...dropped(NONPROD, SANDBOX, EGRESS, ONPREM)] },
    {
      name: 'inspection',
      reaches: ['prod', 'data', 'nonprod', 'sandbox', 'shared', 'onprem'],
      routes: [[EVERYWHERE, 'internet-egress'], ...dropped(EGRESS, '10.0.0.0/8')],
    },
    { name: 'egress', routes: [...inspected(PROD, DATA, NONPROD, SANDBOX, SHARED), ...dropped(EGRESS, ONPREM)] },
  ],
  vpcs: [
    { name: 'internet-egress', segment: 'egress', cidr: EGRESS, egress: true },
    { name: 'shared-services', segment: 'shared', cidr: SHARED },
    { name: 'shop-prod', segment: 'prod', cidr: '10.16.0.0/20' },
    { name: 'payments-prod', segment: 'prod', cidr: '10.16.16.0/20' },
    { name: 'shop-stage', segment: 'nonprod', cidr: '10.32.0.0/20' },
    { name: 'shop-dev', segment: 'nonprod', cidr: '10.32.16.0/20' },
    { name: 'data-prod', segment: 'data', cidr: '10.48.0.0/20' },
    { name: 'sandbox-a', segment: 'sandbox' },
    { name: 'sandbox-b', segment: 'sandbox' },
  ],
};

/** The plan with other properties for one VPC. */
export function withVpc(name: string, change: Partial<NetworkVpc>, plan: NetworkPlan = SAMPLE): NetworkPlan {
  return { ...plan, vpcs: plan.vpcs.map((vpc) => (vpc.name === name ? { ...vpc, ...change } : vpc)) };
}

/** The plan with one segment changed. */
export function withSegment(
  name: string,
  change: (segment: NetworkSegment) => Partial<NetworkSegment>,
  plan: NetworkPlan = SAMPLE,
): NetworkPlan {
  return {
    ...plan,
    segments: plan.segments.map((segment) => (segment.name === name ? { ...segment, ...change(segment) } : segment)),
  };
}

/** Graph of a plan, by way of its templates. */
export function graphOf(plan: NetworkPlan): NetworkGraph {
  return graphFromTemplates(networkTemplates(plan), generatedFacts(plan));
}
